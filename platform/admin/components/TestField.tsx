import type { CheckboxFieldServerProps } from 'payload'
import { TestBadge } from './TestBadge.tsx'

/** Says on a document's page that it was made to try something out. */
export const TestField = ({ data }: CheckboxFieldServerProps) =>
  (data as { test?: unknown } | undefined)?.test ? (
    <div className="field-type test-data">
      <TestBadge label="Test: no real money" />
    </div>
  ) : null
