type Faults = string[]

type Rule = (lines: string[]) => Faults

const name = '[A-Za-z_][\\w-]*'
const label = '(?:"[^"]*"|[^"()\\[\\]{}|]+)'
const shape = `(?:\\[${label}\\]|\\(${label}\\)|\\(\\[${label}\\]\\)|\\[\\(${label}\\)\\]|\\{${label}\\})`
const node = `${name}(?:${shape})?`
const edge = '(?:-->|---|-\\.->|==>|<-->)(?:\\|[^|]+\\|)?'
const chain = new RegExp(`^${node}(?: ${edge} ${node})*$`)
const reserved = /^(end|graph|subgraph|class|style)$/i

/** Lines that fit none of the patterns. */
const strangers = (lines: string[], patterns: RegExp[]): Faults =>
  lines.filter((line) => !patterns.some((pattern) => pattern.test(line))).map((line) => `cannot be read: ${line}`)

const balanced = (lines: string[], opens: RegExp, closes: RegExp): Faults => {
  let depth = 0
  for (const line of lines) {
    if (opens.test(line)) depth++
    if (closes.test(line)) depth--
    if (depth < 0) return [`closes what was not opened: ${line}`]
  }
  return depth === 0 ? [] : ['something is not closed']
}

const flowchart: Rule = (lines) => [
  ...strangers(lines, [chain, new RegExp(`^subgraph ${name}(?:\\[${label}\\])?$`), /^end$/]),
  ...balanced(lines, /^subgraph /, /^end$/),
  ...lines.flatMap((line) => line.match(/^[A-Za-z_][\w-]*/) ?? []).filter((id) => reserved.test(id) && id !== 'subgraph' && id !== 'end'),
]

const sequence: Rule = (lines) => {
  const known = new Set(lines.flatMap((line) => /^(?:participant|actor) (\w+)/.exec(line)?.[1] ?? []))
  const used = lines.flatMap((line) => {
    const message = /^(\w+)(?:->>|-->>|->|-->|-x|--x)(\w+): /.exec(line) ?? /^Note (?:over|left of|right of) (\w+)(?:,(\w+))?: /.exec(line)
    return message ? [message[1], message[2]].filter((each) => each !== undefined) : []
  })
  return [
    ...strangers(lines, [
      /^(participant|actor) \w+( as [^;#]+)?$/,
      /^\w+(->>|-->>|->|-->|-x|--x)\w+: [^;#]+$/,
      /^(alt|else|opt|loop|par|and)( [^;#]+)?$/,
      /^end$/,
      /^Note (over|left of|right of) \w+(,\w+)?: [^;#]+$/,
    ]),
    ...used.filter((each) => !known.has(each)).map((each) => `nobody is called ${each}`),
    ...balanced(lines, /^(alt|opt|loop|par)\b/, /^end$/),
  ]
}

const state: Rule = (lines) => strangers(lines, [/^(\[\*\]|\w+) --> (\[\*\]|\w+)(: [^:;]+)?$/])

const entities: Rule = (lines) => [
  ...strangers(lines, [
    /^\w+ \{$/,
    /^\}$/,
    /^\w+ \w+( (PK|FK|UK)(, (PK|FK|UK))*)?( "[^"]*")?$/,
    /^\w+ (\}o|\|o|\|\||\}\|)--(o\{|o\||\|\||\|\{) \w+ : "[^"]+"$/,
  ]),
  ...balanced(lines, / \{$/, /^\}$/),
]

const kinds: [header: RegExp, rule: Rule][] = [
  [/^flowchart (TB|TD|LR|RL|BT)$/, flowchart],
  [/^sequenceDiagram$/, sequence],
  [/^stateDiagram-v2$/, state],
  [/^erDiagram$/, entities],
]

/** The drawings of a page. */
export const drawingsIn = (page: string): string[] =>
  [...page.matchAll(/^```mermaid\n([\s\S]*?)^```$/gm)].map(([, drawing = '']) => drawing)

/** What is wrong with a drawing: the small part of Mermaid's language that our pages use is all that is let through. */
export function faultsOf(drawing: string): Faults {
  const [header = '', ...lines] = drawing
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('%%'))
  const rule = kinds.find(([pattern]) => pattern.test(header))?.[1]
  return rule ? (lines.length > 0 ? rule(lines) : ['it is empty']) : [`no kind of drawing: ${header}`]
}
