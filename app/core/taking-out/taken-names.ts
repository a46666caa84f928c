/** What a shop takes out: the names of its files, and of the lists in one person's. In the order in which merchants read them. */
export const TAKEN_NAMES = [
  'members',
  'formerMembers',
  'cards',
  'entries',
  'openLots',
  'adjustments',
  'gifts',
  'vouchers',
  'voucherUses',
  'tasks',
  'birthdayChanges',
  'lifeDates',
  'lifeDateChanges',
  'leftOut',
  'departures',
  'notices',
  'orders',
  'purchases',
  'versions',
  'shop',
] as const;

export type TakenName = (typeof TAKEN_NAMES)[number];
