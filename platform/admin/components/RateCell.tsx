import type { DefaultServerCellComponentProps } from 'payload'
import { shownRate } from '../../tax/shown-rate.ts'

/** A rate in a list, in percent. */
export const RateCell = ({ cellData }: DefaultServerCellComponentProps) => (typeof cellData === 'number' ? shownRate(cellData) : null)
