import type { DefaultServerCellComponentProps } from 'payload'
import { formatBytes } from '../format.ts'

/** How big a file is. */
export const SizeCell = ({ cellData }: DefaultServerCellComponentProps) => (typeof cellData === 'number' ? formatBytes(cellData) : '–')
