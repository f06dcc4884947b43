import type { AstroGlobal } from 'astro'
import { outcomeOf } from '../../../../platform/client/send.ts'
import { blank, type FormState, problemText, readForm, refused } from '../../lib/forms.ts'
import { type Locale, safeReturn } from '../../lib/paths.ts'
import { forgetCart, mergeCart } from '../shop/cart.server.ts'

const tokenOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((line) => /^payload-token=([^;]*)/.exec(line)?.[1])
    .find(Boolean)

/** Passes the cookies that the API set on to the visitor. */
function withCookies(answer: Response, from: Response): Response {
  for (const cookie of from.headers.getSetCookie()) answer.headers.append('set-cookie', cookie)
  return answer
}

/** Signs the visitor in, takes the guest's cart along and goes where they were on their way to. */
export async function signIn(page: AstroGlobal): Promise<Response | FormState> {
  const { t, api, paths } = page.locals
  const values = await readForm(page.request)
  const { email = '', password = '' } = values
  const answer = await api.ask('POST /users/login', { body: { email, password } })
  if (!answer.ok) return { ...refused(t, answer.refusal, values, ['email', 'password']), problem: problemText(t, answer.refusal) }
  const token = tokenOf(answer.response)
  if (token) await mergeCart(page, token)
  return withCookies(page.redirect(safeReturn(values.next, paths.account()), 303), answer.response)
}

/** Makes an account and sends the mail that confirms its address. */
export async function signUp(page: AstroGlobal): Promise<Response | FormState> {
  const { t, api, locale, paths } = page.locals
  const values = await readForm(page.request)
  const { name, email = '', phone, password = '' } = values
  const answer = await outcomeOf(api.create('users', { name: name || undefined, email, phone: phone || undefined, password, locale }))
  if (!answer.ok) return refused(t, answer.refusal, values, ['name', 'email', 'phone', 'password'])
  return page.redirect(paths.signUp({ sent: '1' }), 303)
}

/** Ends the session. The cart waits on the server, so that whoever uses this device next does not see it. */
export async function signOut(page: Pick<AstroGlobal, 'locals' | 'redirect' | 'cookies'>): Promise<Response> {
  const { api, paths, user } = page.locals
  const answer = user ? await api.ask('POST /users/logout') : undefined
  if (user) forgetCart(page)
  const gone = page.redirect(paths.home(), 303)
  if (answer) withCookies(gone, answer.response)
  gone.headers.append('set-cookie', 'payload-token=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax')
  return gone
}

/** Confirms the address that the token in a mail stands for. */
export async function verifyEmail(page: AstroGlobal): Promise<Response | FormState> {
  const { t, api, paths } = page.locals
  const values = await readForm(page.request)
  const answer = await api.ask('POST /users/verify/:id', { params: { id: values.token ?? '' } })
  return answer.ok
    ? page.redirect(paths.signIn({ verified: '1' }), 303)
    : { ...blank(values), problem: problemText(t, { code: 'INVALID_TOKEN' }) }
}

/** Asks for the mail with which a password is set anew; says the same whether there is such an account or not. */
export async function forgotPassword(page: AstroGlobal): Promise<FormState & { sent?: boolean }> {
  const { t, api } = page.locals
  const values = await readForm(page.request)
  const answer = await api.ask('POST /users/forgot-password', { body: { email: values.email ?? '' } })
  if (!answer.ok && answer.refusal.code === 'RATE_LIMITED') return { ...blank(values), problem: problemText(t, answer.refusal) }
  return { ...blank(values), sent: true }
}

/** Sets a new password by the token in a mail, which also signs in. */
export async function resetPassword(page: AstroGlobal): Promise<Response | FormState> {
  const { t, api, paths } = page.locals
  const values = await readForm(page.request)
  const { token = '', password = '' } = values
  const answer = await api.ask('POST /users/reset-password', { body: { token, password } })
  if (!answer.ok) {
    const state = refused(t, answer.refusal, values, ['password'])
    const faulty = Object.keys(state.faults).length > 0
    return faulty
      ? state
      : {
          ...state,
          problem: problemText(
            t,
            answer.refusal.status >= 500 || answer.refusal.code === 'RATE_LIMITED' ? answer.refusal : { code: 'INVALID_TOKEN' },
          ),
        }
  }
  const signedIn = tokenOf(answer.response)
  if (signedIn) await mergeCart(page, signedIn)
  return withCookies(page.redirect(paths.account({ password: '1' }), 303), answer.response)
}

/** Changes name, phone and language of whoever is signed in. */
export async function changeProfile(page: AstroGlobal): Promise<Response | FormState> {
  const { t, api, paths, user } = page.locals
  const values = await readForm(page.request)
  const { name, phone, locale } = values
  const answer = await outcomeOf(api.change('users', user?.id ?? '', { name, phone: phone || null, locale: locale as Locale }))
  return answer.ok ? page.redirect(paths.account({ saved: '1' }), 303) : refused(t, answer.refusal, values, ['name', 'phone', 'locale'])
}
