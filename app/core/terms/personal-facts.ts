// All that is known of a customer here, as the statement of personal data tells it: each with what it is, what for, and how long.
export const PERSONAL_FACTS = [
  'account',
  'balance',
  'history',
  'orders',
  'purchases',
  'rewards',
  'birthday',
  'lifeDates',
  'newsletter',
  'notes',
  'participation',
  'notices',
  'requests',
  'protection',
] as const;
export type PersonalFact = (typeof PERSONAL_FACTS)[number];
