import { expect } from 'vitest'

/** How long a page may take on a busy machine, in milliseconds. */
const patience = 20_000

/** A page in a browser, used as a person would: by what is written on it, with keys and a pointer. */
export type Visitor = {
  goto: (address: string) => Promise<void>
  /** What some work in the page answers. */
  ask: <Answer>(work: (...said: string[]) => Answer, ...said: string[]) => Promise<Awaited<Answer>>
  /** Types into the field with this label, in the place of what stands there. */
  fill: (label: string, text: string) => Promise<void>
  /** Presses what is called so: a button, a link, a choice. */
  press: (name: string) => Promise<void>
  /** Waits until the page shows a text. */
  shows: (text: string) => Promise<void>
  /** Waits until the address fits. */
  at: (address: RegExp) => Promise<void>
  width: (pixels: number) => Promise<void>
}

/** What a browser can do with one page; `Node` is how it speaks of an element. */
export type Hands<Node> = {
  goto: (address: string) => Promise<void>
  /** Runs a function in the page; what it answers is JSON. */
  ask: (work: string, said: string[]) => Promise<string | undefined>
  /** The element that a function in the page answers. */
  find: (work: string, said: string[]) => Promise<Node | undefined>
  click: (node: Node) => Promise<void>
  /** Types into a field that was clicked, in the place of what stands there. */
  type: (node: Node, text: string) => Promise<void>
  width: (pixels: number) => Promise<void>
}

/** The element that people would call so; runs in the page. */
function named(kind: string, name: string): Element | undefined {
  const isShown = (element: Element) => {
    const { width, height } = element.getBoundingClientRect()
    return width > 1 && height > 1
  }
  const wordsOf = (element: Element) => (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().replaceAll(/\s+/g, ' ')
  // What the page is about comes before what stands around it.
  const all = [document.querySelector('main'), document]
    .flatMap((part) => [...(part?.querySelectorAll(kind) ?? [])])
    .filter((element) => isShown(element) && wordsOf(element).startsWith(name))
  const found = all.find((element) => wordsOf(element) === name) ?? all[0]
  const target = (found instanceof HTMLLabelElement && kind === 'label' && found.control) || found
  target?.scrollIntoView({ block: 'center', behavior: 'instant' })
  return target
}

/** A visitor of the site at `url` with these hands. */
export function visitor<Node>(hands: Hands<Node>, url: string): Visitor {
  const ask: Visitor['ask'] = async (work, ...said) => {
    const value = await hands.ask(`async (...said) => JSON.stringify(await (${work})(...said))`, said)
    return value === undefined ? (undefined as never) : JSON.parse(value)
  }
  // A page that is just being left has nobody to ask.
  const eventually = <Answer>(look: () => Promise<Answer>) => expect.poll(() => look().catch(() => undefined), { timeout: patience })
  const find = async (kind: string, name: string): Promise<Node> => {
    let node: Node | undefined
    await eventually(async () => {
      node = await hands.find(String(named), [kind, name])
      return node ? name : `nothing called “${name}”`
    }).toBe(name)
    return node as Node
  }
  return {
    ask,
    goto: (address) => hands.goto(new URL(address, url).href),
    fill: async (label, text) => hands.type(await find('label', label), text),
    press: async (name) => hands.click(await find('button, a, summary, label', name)),
    shows: async (text) => void (await eventually(() => ask(() => document.body.innerText.replaceAll(/\s+/g, ' '))).toContain(text)),
    at: async (address) => void (await eventually(() => ask(() => location.href)).toMatch(address)),
    width: hands.width,
  }
}
