import type { DefaultServerCellComponentProps } from 'payload'

/** Several texts in a list, with commas between. */
export const WordsCell = ({ cellData }: DefaultServerCellComponentProps) => (Array.isArray(cellData) ? cellData.join(', ') : null)
