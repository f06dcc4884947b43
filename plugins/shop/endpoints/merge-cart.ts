import { z } from 'zod'
import { endpoint } from '../../../platform/endpoint.ts'
import { mergeCart as merge } from '../cart.ts'
import { cartView } from '../schemas.ts'

/** `POST /api/carts/:id/merge`, signed in, with the `X-Cart-Secret` of the guest’s cart */
export const mergeCart = endpoint({
  method: 'post',
  path: '/:id/merge',
  summary: 'Take a guest’s cart over into one’s own',
  access: ['signedIn'],
  returns: z.object({ cart: cartView }),
  handler: async (req, { params }) => ({ cart: await merge(req, params.id) }),
})
