import type { DefaultServerCellComponentProps } from 'payload'

/** A checkbox in a list, in words. */
export const YesNoCell = ({ cellData }: DefaultServerCellComponentProps) => (
  <span className={cellData ? 'yes' : 'no'}>{cellData ? 'Yes' : 'No'}</span>
)
