// Files with members of other apps: which column is what, by the names that their help pages state, and our own.

export type MovedField = 'email' | 'customerId' | 'points' | 'birthday' | 'leftOut' | `stamps/${string}`;
/** How a date is written: month first, day first, year first. */
export const ORDERS = ['mdy', 'dmy', 'ymd'] as const;
export type DateOrder = (typeof ORDERS)[number];

/** Names of columns, in small letters, with one space for whatever parts words. */
const NAMES: Readonly<Record<string, MovedField>> = {
  ...namesOf('email', 'email', 'emails', 'e mail', 'email address', 'customer email'),
  ...namesOf('customerId', 'customerid', 'customer id', 'shopify customer id', 'shopify id'),
  ...namesOf('points', 'points', 'points balance', 'point balance', 'available points', 'balance'),
  ...namesOf('birthday', 'birthday', 'birthdate', 'birth date', 'date of birth', 'birthday(mm/dd)'),
  ...namesOf('leftOut', 'leftout', 'state', 'status', 'customer status', 'member status', 'excluded'),
};

function namesOf(field: MovedField, ...names: string[]): Record<string, MovedField> {
  return Object.fromEntries(names.map((name) => [name, field]));
}

type Layout = {
  name: 'own' | 'Smile.io' | 'Yotpo' | 'Rivo' | 'Joy' | 'Rivyo';
  /** Columns that only its files have together. */
  has: readonly string[];
  /** Null where its help says nothing. */
  dates: DateOrder | null;
};

/** The first that fits. Any other file is read by the names of its columns. */
const LAYOUTS: readonly Layout[] = [
  { name: 'own', has: ['customerid', 'points', 'leftout'], dates: 'ymd' },
  { name: 'Rivyo', has: ['email', 'points balance', 'birthdate', 'points expiry'], dates: 'dmy' },
  { name: 'Rivo', has: ['points balance', 'activation date'], dates: null },
  { name: 'Joy', has: ['birthday(mm/dd)'], dates: 'mdy' },
  { name: 'Yotpo', has: ['points balance', 'points spent'], dates: 'mdy' },
  { name: 'Smile.io', has: ['email', 'points', 'date of birth'], dates: 'ymd' },
];

/** Columns of our own file that nothing is made of. */
const KNOWN = ['memberid', 'pendingpoints', 'birthdayseton', 'lastorderat', 'keptorders'].concat([
  'firston',
  'laston',
  'spentminor',
  'rhythmdays',
  'ordersatshopify',
  'entries',
]);

export type MovedHead = {
  /** Of each column; null where nothing is made of it. */
  fields: readonly (MovedField | null)[];
  /** Whose file it seems to be; null where it is told by its columns alone. */
  layout: Layout['name'] | null;
  dates: DateOrder | null;
  /** Columns that nobody knows, as they are called. */
  unknown: readonly string[];
  /** By what members are found; null where no column says. */
  by: 'email' | 'customerId' | null;
  /** The field of two columns; null where none is there twice. */
  twice: MovedField | null;
  hasPoints: boolean;
};

const plain = (name: string) =>
  name
    .replace(/^\uFEFF/, '')
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, ' ');

export function readHead(names: readonly string[]): MovedHead {
  const known = names.map(plain);
  const all = names.map((name, place) => fieldOf(name.trim(), known[place] ?? ''));
  const by = all.includes('customerId') ? 'customerId' : all.includes('email') ? 'email' : null;
  // A file that has both goes by ids: these are Shopify's own.
  const fields = all.map((field) => (field === 'email' && by === 'customerId' ? null : field));
  const used = fields.filter((field) => field !== null);
  const layout = LAYOUTS.find(({ has }) => has.every((name) => known.includes(name))) ?? null;
  return {
    fields,
    layout: layout?.name ?? null,
    dates: layout?.dates ?? null,
    unknown: names.filter(
      (_, place) => all[place] === null && !KNOWN.includes(known[place] ?? '') && known[place] !== '',
    ),
    by,
    twice: used.find((field, place) => used.indexOf(field) !== place) ?? null,
    hasPoints: fields.includes('points'),
  };
}

function fieldOf(name: string, known: string): MovedField | null {
  if (/^stamps\/[\w-]{1,50}$/.test(name)) return name as MovedField;
  return Object.hasOwn(NAMES, known) ? (NAMES[known] ?? null) : null;
}
