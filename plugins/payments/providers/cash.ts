import type { Provider } from '../provider.ts'

const day = 86_400

/** Money over the counter: the attempt waits until somebody of the staff takes it. */
export const cash: Provider = {
  name: 'cash',
  label: 'Cash',
  currencies: ['TZS', 'USD', 'ZWG', 'KES', 'EUR'],
  opensFor: day,
  needsPhone: false,
  manual: true,
  start: async () => ({ outcome: 'pending' }),
}
