import type { WidgetWidth } from 'payload'
import type { Role } from './roles.ts'

/** A tile of the admin's first page, as data: whoever has something to show puts it into `config.custom.widgets`. */
export type DashboardWidget = {
  slug: string
  label: string
  /** Where its component is: `/platform/admin/widgets/StateCounts.tsx#StateCounts`. */
  component: string
  /** What the component is told. */
  props?: Record<string, unknown>
  width: WidgetWidth
  /** Counts what belongs to the mode only: real documents in live mode, those for trying out in sandbox mode. */
  ofThisMode?: boolean
  /** Comes after what plugins contribute. */
  last?: boolean
  /** Who gets it; `admin` always does. */
  roles: readonly Role[]
}
