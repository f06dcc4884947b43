/** A write would wait for the transaction that its own caller holds: it was not handed the request that carries the transaction. */
export class ForgottenRequest extends Error {
  override name = 'ForgottenRequest'
  constructor(target: string) {
    super(
      `A write to "${target}" is not part of the transaction that its own request holds: req was not passed to it. Pass { req } to every call that writes inside a transaction.`,
    )
  }
}

/** The table that a statement writes to. */
export const tableOf = (sql: string): string =>
  /\b(?:into|from|update|table|index)\s+(?:or\s+\w+\s+)?(?:if\s+(?:not\s+)?exists\s+)?["`[]?(\w+)/i.exec(sql)?.[1] ?? 'the database'
