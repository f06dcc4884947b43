import type { Fault, Finding } from '../../collections/content/findings.ts'

/** What a fault is called, and what to do about it. */
export const faultWords: Record<Fault, { label: string; advice: string }> = {
  'title-missing': { label: 'No title', advice: 'Give the page a title.' },
  'title-doubled': { label: 'Same title twice', advice: 'Say in the title what sets each of these pages apart.' },
  'title-long': {
    label: 'Title too long',
    advice: 'Up to 60 characters are shown whole. Give it a shorter one under “Search engines and sharing”.',
  },
  'description-missing': {
    label: 'No description',
    advice: 'Say in one or two sentences what the page offers; search engines pick a sentence of their own otherwise.',
  },
  'description-long': { label: 'Description too long', advice: 'Up to 160 characters are shown whole.' },
}

/** The findings by their fault, the gravest first. */
export const byFault = (found: readonly Finding[]): [Fault, Finding[]][] => {
  const grouped = Map.groupBy(found, ({ fault }) => fault)
  return (Object.keys(faultWords) as Fault[]).flatMap((fault) => {
    const mine = grouped.get(fault)
    return mine ? [[fault, mine] as [Fault, Finding[]]] : []
  })
}
