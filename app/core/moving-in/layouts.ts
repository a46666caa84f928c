// Files with members of other apps: which column is what, by the names that their help pages state, and our own.
import { addressOf } from './moved-row.ts';
import type { Columns } from './columns.ts';

export type MovedField =
  'email' | 'customerId' | 'points' | 'birthday' | 'leftOut' | 'joinedOn' | `stamps/${string}`;
/** How a date is written: month first, day first, year first. */
export const ORDERS = ['mdy', 'dmy', 'ymd'] as const;
export type DateOrder = (typeof ORDERS)[number];

/** Names of columns, in small letters, with one space for whatever parts words. */
const NAMES: Readonly<Record<string, MovedField>> = {
  ...namesOf('email', 'email', 'emails', 'e mail', 'email address', 'customer email'),
  ...namesOf('customerId', 'customerid', 'customer id', 'shopify customer id', 'shopify id'),
  ...namesOf('points', 'points', 'points balance', 'point balance', 'available points', 'balance'),
  ...namesOf('birthday', 'birthday', 'birthdate', 'birth date', 'date of birth', 'birthday(mm/dd)'),
  ...namesOf('joinedOn', 'joinedon', 'joined on', 'joined', 'member since'),
  ...namesOf('leftOut', 'leftout', 'state', 'status', 'customer status', 'member status', 'excluded'),
};

function namesOf(field: MovedField, ...names: string[]): Record<string, MovedField> {
  return Object.fromEntries(names.map((name) => [name, field]));
}

type Layout = {
  /** Whose files look so; nobody's name where it is our own. */
  apps: readonly string[];
  /** Columns that only its files have together. */
  has: readonly string[];
  /** It has no other columns. */
  isAll?: true;
  /** Null where its help says nothing. */
  dates: DateOrder | null;
};

/** The first that fits. Any other file is read by the names of its columns, and by what somebody says of them. */
const LAYOUTS: readonly Layout[] = [
  { apps: [], has: ['customerid', 'points', 'leftout'], dates: 'ymd' },
  { apps: ['Rivyo'], has: ['email', 'points balance', 'birthdate', 'points expiry'], dates: 'dmy' },
  { apps: ['Rivo'], has: ['points balance', 'activation date'], dates: null },
  { apps: ['Joy'], has: ['birthday(mm/dd)'], dates: 'mdy' },
  { apps: ['Yotpo'], has: ['points balance', 'points spent'], dates: 'mdy' },
  { apps: ['Yotpo'], has: ['emails', 'points'], isAll: true, dates: 'mdy' },
  { apps: ['Rijoy'], has: ['email', 'available points', 'vip tier'], dates: 'ymd' },
  { apps: ['Smile.io'], has: ['email', 'points', 'date of birth'], dates: 'ymd' },
  { apps: ['Smile.io', 'LoyaltyLion'], has: ['email', 'points'], isAll: true, dates: null },
];

/** A list of what happened, one row each time: it holds no balances. Rivo exports one. */
const HISTORY = ['points amount', 'source', 'applied at'];

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
  /** False where the first row is about somebody: LoyaltyLion's columns need no names. */
  isHead: boolean;
  /** As far as names tell. */
  columns: Columns;
  /** Fields that two columns could be. */
  doubled: readonly MovedField[];
  /** Whose file it seems to be; empty where its columns alone tell what they are. */
  apps: readonly string[];
  isOwn: boolean;
  dates: DateOrder | null;
  isHistory: boolean;
};

const plain = (name: string) =>
  name
    .replace(/^\uFEFF/, '')
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, ' ');

/** @param names the first row of a file */
export function readHead(names: readonly string[]): MovedHead {
  if (names.some((cell) => addressOf(cell) !== '')) return headless(names);
  const known = names.map(plain);
  const all = names.map((name, place) => fieldOf(name.trim(), known[place] ?? ''));
  const doubled = [...new Set(all.filter((field, place) => field && all.indexOf(field) !== place))];
  const single = all.flatMap((field, place) =>
    field && !doubled.includes(field) ? [[field, place] as const] : [],
  );
  const layout = LAYOUTS.find(
    ({ has, isAll }) => has.every((name) => known.includes(name)) && (!isAll || known.length === has.length),
  );
  return {
    isHead: true,
    columns: Object.fromEntries(single),
    doubled: doubled.filter((field) => field !== null),
    apps: layout?.apps ?? [],
    isOwn: layout?.apps.length === 0,
    dates: layout?.dates ?? null,
    isHistory: HISTORY.every((name) => known.includes(name)),
  };
}

/** Of two columns without names, the one that isn't the address is points. */
function headless(cells: readonly string[]): MovedHead {
  const email = cells.findIndex((cell) => addressOf(cell) !== '');
  const points = cells.length === 2 ? { points: 1 - email } : {};
  const apps = cells.length === 2 && email === 0 ? ['LoyaltyLion'] : [];
  const columns = { email, ...points };
  return { isHead: false, columns, doubled: [], apps, isOwn: false, dates: null, isHistory: false };
}

function fieldOf(name: string, known: string): MovedField | null {
  if (/^stamps\/[\w-]{1,50}$/.test(name)) return name as MovedField;
  return Object.hasOwn(NAMES, known) ? (NAMES[known] ?? null) : null;
}

/** Names of columns that nothing is made of, but for those of our own files. */
export const unusedColumns = (names: readonly string[], columns: Columns): string[] =>
  names.filter(
    (name, place) =>
      !Object.values(columns).includes(place) && plain(name) !== '' && !KNOWN.includes(plain(name)),
  );
