import type { PayloadRequest } from 'payload'
import { type Role, roleNames } from '../platform/roles.ts'
import type { Seed } from '../platform/seed.ts'

/** The password of every demo account; live mode knows no demo accounts. */
export const demoPassword = 'demo-vior-2026'

const names: Record<Role, string> = {
  admin: 'Amina Mushi',
  'project-manager': 'Peter Nyoni',
  developer: 'Tendai Moyo',
  designer: 'Neema Kileo',
  treasury: 'Grace Mwakyusa',
  sales: 'Juma Bakari',
  marketing: 'Rudo Chikwanha',
  support: 'Sipho Ndlovu',
  delivery: 'Hamisi Salum',
  technician: 'Farai Dube',
  agent: 'Zawadi Mollel',
  instructor: 'Blessing Sibanda',
  customer: 'Asha Juma',
  student: 'Baraka Lema',
  client: 'Nyasha Trading Ltd',
  learner: 'Thabani Ncube',
  supplier: 'Kariakoo Supplies',
  trader: 'Chipo Marange',
}

/** The e-mail address of the demo account that holds `role`. */
export const demoEmail = (role: Role): string => `${role}@demo.test`

async function account(req: PayloadRequest, role: Role, index: number) {
  const email = demoEmail(role)
  const { totalDocs } = await req.payload.count({ collection: 'users', req, where: { email: { equals: email } } })
  if (totalDocs > 0) return
  await req.payload.create({
    collection: 'users',
    req,
    disableVerificationEmail: true,
    data: {
      email,
      password: demoPassword,
      name: names[role],
      roles: [role],
      locale: 'en',
      phone: `+2557120000${String(index + 10)}`,
      _verified: true,
    },
  })
}

/** One account per role. */
export const accountsSeed: Seed = {
  name: 'accounts',
  run: async (req) => {
    for (const [index, role] of roleNames.entries()) await account(req, role, index)
  },
}
