import { answerTo } from './answer.ts'

const form = document.querySelector<HTMLFormElement>('[data-live-filters]')
const wide = matchMedia('(width >= 64rem)')
let latest = 0

/** The address of what the form asks for, without what is left empty. */
function addressOf(asked: HTMLFormElement): string {
  const query = new URLSearchParams(
    [...new FormData(asked)].filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== ''),
  )
  return query.size > 0 ? `${asked.action}?${query}` : asked.action
}

/** Fetches the list anew and puts it where the old one stood; the form stays as it is. */
async function load(url: string) {
  const mine = ++latest
  const results = document.querySelector('[data-results]')
  results?.setAttribute('aria-busy', 'true')
  try {
    const answer = await answerTo(url)
    if (!answer) return
    const page = new DOMParser().parseFromString(answer.text, 'text/html')
    const fresh = page.querySelector('[data-results]')
    if (mine !== latest || !fresh) return
    results?.replaceWith(fresh)
    for (const part of ['h1', '[data-count]', '[data-active]', '[data-active-count]']) {
      const [old, now] = [document.querySelector(part), page.querySelector(part)]
      if (old && now) old.replaceChildren(...now.childNodes)
    }
    document.title = page.title
    history.replaceState(null, '', url)
    // What leads back to this page leads to this list.
    for (const link of document.querySelectorAll<HTMLAnchorElement>('header a[hreflang]')) link.search = location.search
    for (const back of document.querySelectorAll<HTMLInputElement>('input[name=back]')) back.value = location.pathname + location.search
  } catch {
    location.href = url
  }
}

// Beside the list every choice shows at once; on a phone, where the form covers it, the button does.
document.addEventListener('change', ({ target }) => {
  const input = target as HTMLInputElement
  if (form && input.form === form && (wide.matches || input.name === 'sort')) void load(addressOf(form))
})
form?.addEventListener('submit', (event) => {
  event.preventDefault()
  location.href = addressOf(form)
})
