import type { DefaultServerCellComponentProps } from 'payload'
import { TestBadge } from './TestBadge.tsx'

/** Says in a list that a document was made to try something out. */
export const TestCell = ({ cellData }: DefaultServerCellComponentProps) => (cellData ? <TestBadge /> : <span>Live</span>)
