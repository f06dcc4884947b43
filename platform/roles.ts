/** Every role a user of the platform can hold; what is held inside a document (a course, a project) is a membership there, not a role. */
export const roles = {
  admin: { label: 'Admin', purpose: 'Runs the platform and may do everything that is not reserved to the server.', staff: true },
  'project-manager': { label: 'Project manager', purpose: 'Plans and approves student and enterprise projects.', staff: true },
  developer: { label: 'Developer', purpose: 'Looks after systems, software and what failed in the background.', staff: true },
  designer: { label: 'Designer', purpose: 'Brings pictures and designs.', staff: true },
  treasury: { label: 'Treasury', purpose: 'Confirms money, reconciles, reports.', staff: true },
  sales: { label: 'Sales', purpose: 'Sells: catalogue, prices, stock counts, orders, the till.', staff: true },
  marketing: { label: 'Marketing', purpose: 'Edits what visitors read and see.', staff: true },
  support: { label: 'Support', purpose: 'Answers customers.', staff: true },
  delivery: { label: 'Delivery', purpose: 'Packs, ships and hands over.', staff: true },
  technician: { label: 'Technician', purpose: 'Looks after sites and routers.', staff: true },
  agent: { label: 'Agent', purpose: 'Sells in the field.', staff: true },
  instructor: { label: 'Instructor', purpose: 'Teaches courses.', staff: true },
  customer: { label: 'Customer', purpose: 'Buys; given at sign-up.', staff: false },
  student: { label: 'Student', purpose: 'Submits projects, learns, buys.', staff: false },
  client: { label: 'Client', purpose: 'A company that commissions projects.', staff: false },
  learner: { label: 'Learner', purpose: 'Takes courses.', staff: false },
  supplier: { label: 'Supplier', purpose: 'Delivers goods.', staff: false },
  trader: { label: 'Trader', purpose: 'Buys in groups to sell on.', staff: false },
} as const

/** The name of a platform role. */
export type Role = keyof typeof roles

/** All role names, in the order in which they are listed. */
export const roleNames = Object.keys(roles) as Role[]

/** The roles that may enter the admin. */
export const staffRoles = roleNames.filter((role) => roles[role].staff)

/** Keeps a collection that everybody may read in the navigation of those who work with it. */
export const hiddenExceptFrom =
  (...roles: Role[]) =>
  ({ user }: { user: unknown }): boolean =>
    !(user as { roles?: readonly string[] } | null)?.roles?.some((role) => role === 'admin' || (roles as string[]).includes(role))
