import { type PayloadRequest, ValidationError } from 'payload'

type Place = { collection?: string; globalSlug?: string; req?: Partial<PayloadRequest> }

/** The error that a duplicate is to its caller, whichever engine found it. */
export const duplicateAt = (path: string, { collection, globalSlug, req }: Place): ValidationError =>
  new ValidationError(
    { collection, global: globalSlug, errors: [{ path, message: req?.t?.('error:valueMustBeUnique') ?? 'Value must be unique' }] },
    req?.t,
  )
