type State = 'cannot' | 'denied' | 'off' | 'on' | 'failed'

const worker = '/service-worker.js'
const workers = (navigator as Partial<Navigator>).serviceWorker
const can = workers !== undefined && 'PushManager' in window && 'Notification' in window

const button = (name: 'on' | 'off') => document.querySelector<HTMLButtonElement>(`[data-push-switch="${name}"]`)

function show(state: State) {
  for (const words of document.querySelectorAll<HTMLElement>('[data-push-is]')) words.hidden = words.dataset.pushIs !== state
  const [on, off] = [button('on'), button('off')]
  if (on) on.hidden = !['off', 'failed'].includes(state)
  if (off) off.hidden = state !== 'on'
}

async function ask<Answer>(path: string, body?: object): Promise<Answer> {
  const answer = await fetch(`/api/push-subscriptions/${path}`, {
    headers: { accept: 'application/json', ...(body && { 'content-type': 'application/json' }) },
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
  })
  if (!answer.ok) throw new Error(`It answers ${answer.status}.`)
  return (await answer.json()) as Answer
}

const current = async () => (await (await workers?.getRegistration())?.pushManager.getSubscription()) ?? undefined

/** How things stand: the browser may be subscribed in the name of somebody who signed out here. */
async function situation(): Promise<State> {
  if (!can) return 'cannot'
  if (Notification.permission === 'denied') return 'denied'
  const subscription = await current()
  if (!subscription) return 'off'
  const { subscribed } = await ask<{ subscribed: boolean }>('known', { endpoint: subscription.endpoint })
  return subscribed ? 'on' : 'off'
}

async function switchOn(): Promise<State> {
  if ((await Notification.requestPermission()) !== 'granted') return Notification.permission === 'denied' ? 'denied' : 'off'
  // Who saves data has no worker yet.
  await workers?.register(worker)
  const registration = await workers?.ready
  const { publicKey } = await ask<{ publicKey: string }>('key')
  // One that was made for another key is of no use.
  await (await current())?.unsubscribe()
  const subscription = await registration?.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey })
  const { endpoint, keys } = subscription?.toJSON() ?? {}
  await ask('subscribe', { endpoint, keys })
  return 'on'
}

async function switchOff(): Promise<State> {
  const subscription = await current()
  if (subscription) {
    await ask('unsubscribe', { endpoint: subscription.endpoint })
    await subscription.unsubscribe()
  }
  return 'off'
}

const attempt = (work: () => Promise<State>) => async () => {
  const buttons = [button('on'), button('off')]
  for (const each of buttons) if (each) each.disabled = true
  const focused = buttons.some((each) => each === document.activeElement)
  show(await work().catch((): State => 'failed'))
  for (const each of buttons) if (each) each.disabled = false
  if (focused) buttons.find((each) => each && !each.hidden)?.focus()
}

button('on')?.addEventListener('click', attempt(switchOn))
button('off')?.addEventListener('click', attempt(switchOff))
void attempt(situation)()
