type Plain = string | number | boolean | null

/** What a field must be like. */
export type Condition = {
  equals?: Plain
  not_equals?: Plain
  in?: readonly Plain[]
  not_in?: readonly Plain[]
  exists?: boolean
  greater_than?: Plain
  greater_than_equal?: Plain
  less_than?: Plain
  less_than_equal?: Plain
  like?: string
  contains?: string
}

/** Which documents: by their fields, by fields of what they relate to (`category.slug`), in all or some of several ways. */
export type Where<Doc> = { and?: Where<Doc>[]; or?: Where<Doc>[] } & {
  [Field in Extract<keyof Doc, string> | `${Extract<keyof Doc, string>}.${string}`]?: Condition
}

/** The fields that are wanted of a document. */
export type Select<Doc> = { [Field in keyof Doc]?: true }

/** A document with the fields that were wanted of it; all when nothing was said. */
export type Chosen<Doc, Wanted> = [Wanted] extends [undefined] ? Doc : Pick<Doc, Extract<keyof Wanted | 'id', keyof Doc>>

/** How documents are read. */
export type Reading<Locale> = {
  /** How far relationships are followed. */
  depth?: number
  /** A language; with `all` every localized field is an object with its value by language. */
  locale?: Locale | 'all'
  /** What stands in for what is not translated; English when nothing is said. */
  fallbackLocale?: Locale | 'none'
}

/** Which documents are read, and how. */
export type Query<Doc, Wanted, Locale> = Reading<Locale> & {
  where?: Where<Doc>
  /** A field, falling with `-` before it; several in the order of their weight. */
  sort?: string | readonly string[]
  limit?: number
  page?: number
  /** `false` leaves out counting. */
  pagination?: boolean
  select?: Wanted
}

/** One page of documents. */
export type Page<Doc> = { docs: Doc[]; totalDocs: number; totalPages: number; page?: number; limit: number; hasNextPage: boolean }
