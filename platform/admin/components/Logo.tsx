import type { ServerProps } from 'payload'
import { Icon } from './Icon.tsx'

type Brand = { brand?: { name?: string | null; tagline?: string | null } }

/** The mark and the name of whoever runs the platform, above the sign-in form. */
export async function Logo({ payload }: ServerProps) {
  const { brand } = (await payload.findGlobal({ slug: 'settings', depth: 0, select: { brand: true } })) as Brand
  return (
    <div className="brand">
      <span className="brand__mark">
        <Icon />
      </span>
      <span className="brand__name">{brand?.name ?? 'Vior'}</span>
    </div>
  )
}
