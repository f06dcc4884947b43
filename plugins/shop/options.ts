/** A value that a variant has of one of its product's options: the ids of their rows. */
export type Choice = { option: string; value: string }

type Value = { id?: string | null; label?: string | null }

/** What a product can be chosen by, such as its colour, as far as it is looked at here. */
export type Option = { id?: string | null; name?: string | null; values?: Value[] | null }

const isChoice = (choice: unknown): choice is Choice => {
  if (typeof choice !== 'object' || choice === null || Object.keys(choice).length !== 2) return false
  const { option, value } = choice as Partial<Record<string, unknown>>
  return typeof option === 'string' && typeof value === 'string'
}

/** Whether something is a list of choices. */
export const isChoices = (value: unknown): value is Choice[] => Array.isArray(value) && value.every(isChoice)

/** What tells one combination of a product's values from every other, in whichever order they were chosen. */
export const combinationOf = (product: string, choices: readonly Choice[]): string =>
  [product, ...choices.map(({ value }) => value).toSorted()].join(' ')

/** The labels of the chosen values, in the order of the options; null when there is none. */
export const choicesTitle = (options: readonly Option[] | null | undefined, choices: readonly Choice[]): string | null => {
  const labels = (options ?? []).flatMap(({ id, values }) => {
    const chosen = choices.find(({ option }) => option === id)
    return values?.find((value) => value.id === chosen?.value)?.label ?? []
  })
  return labels.join(' / ') || null
}

/** The options of which not exactly one value is chosen. */
export const lackingOf = <Given extends Option>(options: readonly Given[] | null | undefined, choices: readonly Choice[]): Given[] =>
  (options ?? []).filter(({ id, values }) => {
    const chosen = choices.filter(({ option }) => option === id)
    return chosen.length !== 1 || !values?.some((value) => value.id === chosen[0]?.value)
  })

/** Whether exactly one value of each option is chosen, and nothing else. */
export const isWhole = (options: readonly Option[], choices: readonly Choice[]): boolean =>
  choices.length === options.length && lackingOf(options, choices).length === 0

/** A combination of values: the choices, and what they are called. */
export type Combination = { choices: Choice[]; labels: string[] }

/** Every combination of the options' values; none when there are no options. */
export const combinations = (options: readonly Option[]): Combination[] =>
  options.length === 0
    ? []
    : options.reduce<Combination[]>(
        (before, { id, values }) =>
          before.flatMap(({ choices, labels }) =>
            (values ?? []).map((value, index) => ({
              choices: [...choices, { option: id ?? '', value: value.id ?? '' }],
              labels: [...labels, value.label || String(index + 1)],
            })),
          ),
        [{ choices: [], labels: [] }],
      )

/** How many combinations there are, without making them. */
export const countCombinations = (options: readonly Option[]): number =>
  options.length === 0 ? 0 : options.reduce((product, { values }) => product * (values?.length ?? 0), 1)
