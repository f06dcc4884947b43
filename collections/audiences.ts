/** Whom questions and answers are for. */
export const audiences = [
  { value: 'general', label: 'Everybody' },
  { value: 'student', label: 'Students' },
  { value: 'client', label: 'Clients' },
  { value: 'project', label: 'Projects' },
] as const
