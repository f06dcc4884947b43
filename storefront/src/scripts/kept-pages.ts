import { stores } from '../lib/offline.ts'

const list = document.querySelector('[data-kept]')
const section = list?.closest('section')

/** Shows which pages were kept, by their titles, the latest first. */
async function show(into: Element) {
  const store = await caches.open(stores.pages)
  const requests = [...(await store.keys())].reverse().slice(0, 20)
  for (const { url } of requests) {
    const text = await (await store.match(url, { ignoreVary: true }))?.text()
    const title = text && new DOMParser().parseFromString(text, 'text/html').title
    if (!title) continue
    const [item, link] = [document.createElement('li'), document.createElement('a')]
    link.href = url
    link.className = 'link inline-flex min-h-11 items-center'
    link.textContent = title
    item.append(link)
    into.append(item)
  }
  if (section) section.hidden = into.childElementCount === 0
}

/** Whether the site answers: a device may be on a network that leads nowhere, or not yet. */
const answers = () =>
  fetch(location.href, { method: 'HEAD', cache: 'no-store' }).then(
    () => true,
    () => false,
  )

const pause = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1000))

/** Asks for the page anew. What a form sent to it is not sent again: the page has it still. */
const again = () => location.replace(location.pathname + location.search)

/** Shows the page itself as soon as it can be had. A reload for nothing would also undo the click of whoever is on the way to another page. */
async function comeBack() {
  for (const seconds of [0, 2, 5]) {
    await pause(seconds)
    if (await answers()) return again()
  }
}

if (list && 'caches' in window) void show(list)
document.querySelector('[data-retry]')?.addEventListener('click', again)
addEventListener('online', () => void comeBack())
