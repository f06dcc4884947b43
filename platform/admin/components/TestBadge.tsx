import { StateBadge } from './StateBadge.tsx'

/** Says of something that no real money hangs on it. */
export const TestBadge = ({ label = 'Test' }: { label?: string }) => <StateBadge label={label} tone="warning" />
