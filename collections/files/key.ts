/** Where the bytes of a private file lie; other bytes lie elsewhere, so that an update that fails has overwritten nothing. */
export const fileKey = ({ id, sha256 }: { id: string; sha256?: string | null }): string | undefined =>
  sha256 ? `files/${id}-${sha256.slice(0, 24)}` : undefined
