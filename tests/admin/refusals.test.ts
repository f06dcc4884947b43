import { expect, test } from 'vitest'
import { readRefusal } from '../../platform/admin/components/send.ts'
import { envelope } from '../../platform/errors.ts'

const answer = (body: unknown, status = 400) => new Response(typeof body === 'string' ? body : JSON.stringify(body), { status })

test('a refusal says what happened, its code and a reference to quote', async () => {
  const refusal = await readRefusal(answer(envelope('ILLEGAL_TRANSITION', '0a1b2c3d-4e5f-6789'), 409))
  expect(refusal).toMatchObject({ code: 'ILLEGAL_TRANSITION', reference: '0a1b2c3d' })
  expect(refusal.message).toContain('not possible in the present state')
  expect(refusal.message).toContain('Somebody else was faster')
})

test('every wrong path of the input is told', async () => {
  const data = { errors: [{ path: 'reason', code: 'TOO_SMALL', message: 'Say why.' }] }
  expect((await readRefusal(answer(envelope('VALIDATION', '1', data)))).message).toContain('Say why.')
})

test('an answer that is not ours still gives a sentence', async () => {
  expect(await readRefusal(answer('<html>Bad gateway</html>', 502))).toEqual({ message: 'The platform answered with status 502.' })
  expect(await readRefusal(answer('null', 500))).toEqual({ message: 'The platform answered with status 500.' })
})
