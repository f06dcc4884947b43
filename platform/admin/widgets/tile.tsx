import type { WidgetServerProps } from 'payload'
import type { ReactNode } from 'react'
import { granted } from '../../access.ts'
import type { Role } from '../../roles.ts'
import { TestBadge } from '../components/TestBadge.tsx'

/** What every widget is told, besides what it needs itself. */
export type TileProps = WidgetServerProps & { label: string; roles: readonly Role[]; testData?: boolean }

const Frame = ({ children, label, testData }: { children: ReactNode; label: string; testData?: boolean }) => (
  <section aria-label={label} className="tile">
    <h2>{label}</h2>
    {testData && (
      <p className="tile__note">
        <TestBadge label="Test data" />
      </p>
    )}
    {children}
  </section>
)

/**
 * A widget of the dashboard: a frame with a heading around what `draw` shows, for the roles that may see it.
 * One that fails says so in its own frame and leaves the others alone.
 */
export const tile =
  <Props extends object>(draw: (props: TileProps & Props) => Promise<ReactNode>) =>
  async (props: TileProps & Props) => {
    const { label, req, roles, testData } = props
    if (granted(req, roles) !== true) return <Frame label={label}>This is not for your role.</Frame>
    try {
      return (
        <Frame label={label} testData={testData}>
          {await draw(props)}
        </Frame>
      )
    } catch (error) {
      req.payload.logger.error({ err: error, msg: `The widget “${label}” failed.` })
      return <Frame label={label}>This cannot be shown right now.</Frame>
    }
  }
