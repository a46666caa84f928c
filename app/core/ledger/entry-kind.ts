// An entry's origin: an order, a unit that it made free, a merchant's hand, two members who are one, a yearly date, another moment, or a reward
// that points were paid for and that brought some back,
// or a member who left the program.
// Beside each feature stands the schema of what its entries say of themselves. Entries are never changed, so a schema reads
// every shape that was ever written under its `v`: what came later is optional.

export const ENTRY_KINDS = [
  'order',
  'free-unit',
  'adjustment',
  'merge',
  'occasion',
  'gift',
  'redeem',
  'back',
  'left',
  'import',
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];
