// The only writer of entries, allocations and balances. Members must be locked (members.server.ts).
import { cardsFilled, OF_VOUCHERS } from '#app/core/figures/daily-figures.ts';
import type { EntryKind } from '#app/core/ledger/entry-kind.ts';
import {
  allocateEntry,
  EMPTY_BOOK,
  type Allocation,
  type LotBook,
  type LotOrigin,
} from '#app/core/ledger/lot-book.ts';
import type { ShopJobName } from '#app/core/jobs.ts';
import { lifeAfterVoucher, type CardLife } from '#app/core/stamps/card-life.ts';
import { cardKeyOf, POINTS, type Unit } from '#app/core/values/units.ts';
import { addEntryFigures } from '../figures/daily-figures.server.ts';
import { entryKey, loadLotBooks, lotBookKey, type OpenBook, type OpenBooks } from './lots.server.ts';
import { keepLotBooks, type ChangedBook } from './open-lots.server.ts';
import { historyOf, keepHistoryCaches } from '../history/kept-orders.server.ts';
import type { LockedCard, LockedMember } from '../members/members.server.ts';
import { markBuyers, marksOf, mayBring, type Buyers } from '../moments/mark-for-moments.server.ts';
import { enqueue } from '../enqueue.server.ts';
import { plainArray } from '../plain-array.server.ts';
import type { Queryable } from '../pool.server.ts';

/** One signed entry to be written. `sourceKey` with member, unit and kind is its idempotency key. */
export type Posting = {
  member: LockedMember;
  unit: Unit;
  /** Size that a card takes on with its first stamp, and that it is counted by; null for points. */
  cardSize: number | null;
  /** Units that a free unit's entry made free; below 0 where they came back. */
  freed?: number;
  kind: EntryKind;
  sourceKey: string;
  orderId: string | null;
  amount: number;
  programVersion: number | null;
  explanation: unknown;
  occurredAt: Date;
  /** The voucher that takes the points, or whose points come back. */
  voucherId?: string | null;
  /** Nothing can have come back of a voucher that this very transaction makes. */
  voucherIsNew?: true;
  /** Of a credit: the day from which its life is reckoned, where that isn't the day of `occurredAt`. */
  countedOn?: string;
  /** It doesn't end before. */
  keepUntil?: string | null;
  /** The number of the member's credit that is taken back: its own lot goes before all others. */
  takesBack?: number;
  /** Of what somebody had who left the program: it is moved back at once. */
  closed?: boolean;
};

/**
 * Whoever left the program has nothing, whatever comes or goes later; and what was theirs before they left moves nothing of theirs once
 * they are back. It is told all the same, and taken back beside it.
 */
function withMovedBack(postings: readonly Posting[]): Posting[] {
  return postings.flatMap((posting) => {
    const { member, unit, cardSize, kind, sourceKey, amount, occurredAt } = posting;
    if (kind === 'left' || !(posting.closed || member.isLeft)) return [posting];
    const back = {
      member,
      unit,
      cardSize,
      amount: 0 - amount,
      occurredAt,
      orderId: null,
      programVersion: null,
    };
    return [
      posting,
      { ...back, kind: 'left', sourceKey: `left/${kind}/${sourceKey}`, explanation: { v: 1 } },
    ];
  });
}

/** Changes what is shown as pending; never an entry. */
export type PendingChange = { member: LockedMember; unit: Unit; cardSize: number | null; delta: number };

/** A member's card as it becomes: its size, and whether a free unit has ended it. */
export type CardChange = { member: LockedMember; cardKey: string; life: CardLife };

type Entry = Posting & { seq: number; balanceAfter: number; filled: number; freed: number };

export type LedgerChange = {
  postings: readonly Posting[];
  pending: readonly PendingChange[];
  cards?: readonly CardChange[];
  /** Members whose purchases changed in this transaction: what they add up to is written with the balance. */
  kept?: ReadonlySet<string>;
  /** Whose orders they are: whom a moment may have come for is marked with the balance. */
  buyers?: Buyers | undefined;
  /** A bell that is rung once the rest is written. */
  rings?: ShopJobName;
};

const NOBODY: ReadonlySet<string> = new Set();

type Touch = Pick<PendingChange, 'member' | 'unit' | 'cardSize'>;

/** The member's card, made at its first stamp. */
function cardOf({ member, unit, cardSize }: Touch, cardKey: string): LockedCard {
  const existing = member.cards.get(cardKey);
  if (existing) return existing;
  if (cardSize === null) throw new Error(`${unit}: a new card needs a size`);
  const card = { stamps: 0, coming: 0, taken: 0, size: cardSize, endedBy: null };
  member.cards.set(cardKey, card);
  return card;
}

/** A number beyond what numbers hold exactly is no amount: whoever wanted it written must hear of it. */
function checked(amount: number): number {
  if (!Number.isSafeInteger(amount)) throw new RangeError('an amount beyond exact numbers');
  return amount;
}

/** Moves the member's cached balance in memory. */
function addToBalance(posting: Posting): Pick<Entry, 'balanceAfter' | 'filled'> {
  const cardKey = cardKeyOf(posting.unit);
  checked(posting.amount);
  if (cardKey === null) {
    posting.member.points = checked(posting.member.points + posting.amount);
    return { balanceAfter: posting.member.points, filled: 0 };
  }
  const card = cardOf(posting, cardKey);
  if (posting.kind === 'redeem') beginAgain(card, posting);
  const earned = card.stamps + card.taken;
  card.stamps = checked(card.stamps + posting.amount);
  if (TAKES.has(posting.kind)) card.taken -= posting.amount;
  if (OF_VOUCHERS.includes(posting.kind)) followVoucher(card, posting);
  if (posting.kind === 'left') return { balanceAfter: card.stamps, filled: 0 };
  const filled = cardsFilled(earned, card.stamps + card.taken, posting.cardSize ?? card.size);
  return { balanceAfter: card.stamps, filled };
}

/** Kinds of entries by which full cards are given, and come back. */
const TAKES: ReadonlySet<EntryKind> = new Set(['free-unit', 'redeem', 'back']);

/** A code for a card that was ended before is one of the size that is paid. */
function beginAgain(card: LockedCard, { cardSize }: Posting): void {
  if (card.endedBy === null || cardSize === null || cardSize === card.size) return;
  Object.assign(card, { size: cardSize, taken: 0 });
}

/** A card that is given as a code ends by it, as by an order's free unit. */
function followVoucher(card: LockedCard, { amount, voucherId }: Posting): void {
  if (voucherId) Object.assign(card, lifeAfterVoucher(card, voucherId, amount < 0));
}

/** A card of another size counts its filled cards anew. */
function changeCard({ member, cardKey, life }: CardChange): void {
  const before = member.cards.get(cardKey);
  const sums = before ?? { stamps: 0, coming: 0, taken: 0 };
  const taken = before && before.size !== life.size ? 0 : sums.taken;
  member.cards.set(cardKey, { ...sums, taken, ...life });
}

function addToPending(change: PendingChange): void {
  const cardKey = cardKeyOf(change.unit);
  if (cardKey === null) {
    change.member.pendingPoints = checked(change.member.pendingPoints + change.delta);
    return;
  }
  const card = cardOf(change, cardKey);
  card.coming = checked(card.coming + change.delta);
}

/** The member's balance in a unit; below zero is owed. */
export function balanceOf(member: LockedMember, unit: Unit): number {
  return unit === POINTS ? member.points : (member.cards.get(cardKeyOf(unit) ?? '')?.stamps ?? 0);
}

/** Lots matter only where something is taken or owed; a plain credit of a member without debts opens a lot by itself. */
function needsBook({ member, unit, amount }: Posting): boolean {
  return amount < 0 || balanceOf(member, unit) < 0;
}

const NOTHING_OPEN: OpenBook = { book: EMPTY_BOOK, kept: new Map(), anew: true };

/**
 * The books that the postings need. A balance of nothing has neither lots nor debts, since a book never has both: there is
 * nothing to read.
 */
async function booksFor(db: Queryable, shopId: number, postings: readonly Posting[]): Promise<OpenBooks> {
  const needed = postings.filter(needsBook);
  const isEmpty = ({ member, unit }: Posting) => balanceOf(member, unit) === 0;
  const debits = postings.filter(({ amount }) => amount < 0);
  const takes = new Map<string, number>();
  for (const { member, unit, amount } of debits) {
    const key = lotBookKey(member.id, unit);
    takes.set(key, (takes.get(key) ?? 0) - amount);
  }
  const wanted = needed
    .filter((posting) => !isEmpty(posting))
    .map(({ member, unit, takesBack }) => {
      const isAll = takesBack !== undefined || balanceOf(member, unit) < 0;
      const taken = isAll ? undefined : takes.get(lotBookKey(member.id, unit));
      return { member, unit, ...(taken !== undefined && { takes: taken }) };
    });
  const open = await loadLotBooks(db, shopId, wanted, {
    orderIds: debits.flatMap(({ orderId }) => orderId ?? []),
    voucherIds: debits.flatMap(({ voucherId, voucherIsNew }) => (voucherIsNew ? [] : (voucherId ?? []))),
  });
  const empty = needed.filter(isEmpty).map(({ member, unit }): [string, OpenBook] => {
    return [lotBookKey(member.id, unit), NOTHING_OPEN];
  });
  return { ...open, books: new Map([...open.books, ...empty]) };
}

/** A credit as the lot that it opens. Without a day of its own it counts from `occurredAt`, as the lots that are read do. */
function originOf({ orderId, voucherId = null, countedOn, keepUntil = null, occurredAt }: Entry): LotOrigin {
  return { orderId, voucherId, countedOn: countedOn ?? occurredAt.toISOString().slice(0, 10), keepUntil };
}

type NamedAllocation = Allocation & { memberId: string };

function allocateAll(entries: readonly Entry[], books: Map<string, LotBook>): NamedAllocation[] {
  return entries.flatMap((entry) => {
    const key = lotBookKey(entry.member.id, entry.unit);
    const book = books.get(key);
    if (!book) return [];
    const allocated = allocateEntry(book, { ...entry, ...originOf(entry) });
    books.set(key, allocated.book);
    return allocated.allocations.map((each) => ({ ...each, memberId: entry.member.id }));
  });
}

/** A second write of the member would cost as much as the first. `wanted` is SQL. */
const HISTORY = (wanted: string) => `"keptOrders" = case when ${wanted} then h.orders else "keptOrders" end,
      "firstOn" = case when ${wanted} then h.first else "firstOn" end, "lastOn" = case when ${wanted} then h.last else "lastOn" end,
      "spentMinor" = case when ${wanted} then h.spent else "spentMinor" end,
      "rhythmDays" = case when ${wanted} then h.rhythm else "rhythmDays" end`;

const MARKED_BY = { row: '"Member"', kept: 'case when r.kept then h.orders else "Member"."keptOrders" end' };

/** As a second write would, see there: `$23` to `$27`, and how many orders of each member, `$28`. */
const MARK = `, ("lookFrom", "lookAgain") = (select case when looks then least("Member"."lookFrom", $23::date) else "Member"."lookFrom" end,
        "Member"."lookAgain" or looks
      from (select r.orders > 0 and ${mayBring({ ...MARKED_BY, orders: 'r.orders', first: 23 })} as looks) as l)`;

/** Where moments ask for it, with the marks of whom the sweep must look at. */
type Marking = { set: string; rows: string; columns: string };
const PLAIN: Marking = { set: '', rows: '', columns: '' };
const MARKING: Marking = { set: MARK, rows: ', $28::int[]', columns: ', orders' };

/**
 * Entries, the lots they use, balances and cards in one statement: each of them alone would wait for the database as long.
 * An allocation has the ids of entries that were there before; those of this statement it knows by member and number. Members
 * by their whole key, the shop beside each (`offset 0`): whatever PostgreSQL knows of the table, it never walks the shop's.
 */
const writing = ({ set, rows, columns }: Marking) => `
  with entries as (
    insert into "LedgerEntry" ("shopId", "memberId", seq, unit, kind, "sourceKey", "orderId", amount,
      "balanceAfter", "programVersion", filled, freed, explanation, "occurredAt", "recordedAt", "voucherId", "countedOn", "keepUntil")
    select $1, "memberId", seq, unit, kind, "sourceKey", "orderId", amount,
      "balanceAfter", "programVersion", filled, freed, explanation, "occurredAt", $3, "voucherId", "countedOn", "keepUntil"
    from jsonb_to_recordset($2::jsonb) as r("memberId" bigint, seq int, unit text, kind text, "sourceKey" text,
      "orderId" bigint, amount bigint, "balanceAfter" bigint, "programVersion" int, filled int, freed int,
      explanation jsonb, "occurredAt" timestamptz, "voucherId" bigint, "countedOn" date, "keepUntil" date)
    returning id, "memberId", seq
  ), allocations as (
    insert into "LotAllocation" ("debitId", "creditId", amount)
    select coalesce("debitId", d.id), coalesce("creditId", c.id), a
    from unnest($8::bigint[], $9::int[], $10::int[], $11::bigint[], $12::bigint[], $13::bigint[])
      as r(m, debit, credit, "debitId", "creditId", a)
    left join entries d on d."memberId" = m and d.seq = debit
    left join entries c on c."memberId" = m and c.seq = credit
  ), members as (
    update "Member" set points = p, "pendingPoints" = pending, seq = s, rev = rev + 1,
      "lastOrderAt" = greatest("lastOrderAt", ordered), ${HISTORY('kept')}${set}
    from (select $1::int as shop, * from unnest($4::bigint[], $5::bigint[], $6::bigint[], $7::int[], $14::timestamptz[], $22::boolean[]${rows})
      as u(m, p, pending, s, ordered, kept${columns}) offset 0) as r
    cross join lateral (${historyOf('r.shop', 'r.m', 'r.kept')}) as h
    where "shopId" = shop and id = m
  )
  insert into "MemberCard" as c ("shopId", "memberId", "cardKey", stamps, coming, size, taken, "endedBy")
  select $1, * from unnest($15::bigint[], $16::text[], $17::bigint[], $18::bigint[], $19::int[], $20::bigint[], $21::bigint[])
  on conflict ("memberId", "cardKey") do update set stamps = excluded.stamps, coming = excluded.coming,
    size = excluded.size, taken = excluded.taken, "endedBy" = excluded."endedBy"
    where c."shopId" = excluded."shopId"`;

const WRITE = writing(PLAIN);
const WRITE_AND_MARK = writing(MARKING);

/** The same of one entry and nothing else: an allocation names the other one, or none. */
const WRITE_ONE = `
  with entry as (
    insert into "LedgerEntry" ("shopId", "memberId", seq, unit, kind, "sourceKey", "orderId", amount,
      "balanceAfter", "programVersion", filled, freed, explanation, "occurredAt", "recordedAt", "voucherId", "countedOn", "keepUntil")
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
    returning id
  ), allocations as (
    insert into "LotAllocation" ("debitId", "creditId", amount)
    select coalesce("debitId", entry.id), coalesce("creditId", entry.id), a
    from entry, unnest($19::bigint[], $20::bigint[], $21::bigint[]) as r("debitId", "creditId", a)
  )
  update "Member" set points = $22, "pendingPoints" = $23, seq = $3, rev = rev + 1,
    "lastOrderAt" = greatest("lastOrderAt", $24), ${HISTORY('$25::boolean')}
  from (${historyOf('$1', '$2', '$25::boolean')}) as h
  where "shopId" = $1 and id = $2`;

type Written = {
  entries: readonly Entry[];
  members: readonly LockedMember[];
  allocations: readonly NamedAllocation[];
  /** Of entries that were there before, by `entryKey`. */
  entryIds: ReadonlyMap<string, string>;
  kept: ReadonlySet<string>;
  buyers: Buyers | undefined;
};

/** Returns whether the members are marked too. */
async function write(db: Queryable, shopId: number, written: Written, now: Date): Promise<boolean> {
  const { entries, members, allocations, entryIds, kept, buyers } = written;
  const [entry] = entries;
  const lastOrders = lastOrdersOf(entries);
  const cards = members.flatMap((member) => [...member.cards].map(([key, card]) => ({ member, key, card })));
  if (entry && entries.length === 1 && members.length === 1 && cards.length === 0) {
    await writeOne(db, shopId, { ...written, entry, lastOrder: lastOrders.get(entry.member) ?? null }, now);
    return false;
  }
  const values: unknown[] = [
    shopId,
    JSON.stringify(entries.map(rowOf)),
    now,
    plainArray(members.map((each) => each.id)),
    plainArray(members.map((each) => each.points)),
    plainArray(members.map((each) => each.pendingPoints)),
    plainArray(members.map((each) => each.seq)),
    allocations.map(({ memberId }) => memberId),
    allocations.map(({ debit }) => debit),
    allocations.map(({ credit }) => credit),
    allocations.map(({ memberId, debit }) => entryIds.get(entryKey(memberId, debit)) ?? null),
    allocations.map(({ memberId, credit }) => entryIds.get(entryKey(memberId, credit)) ?? null),
    allocations.map(({ amount }) => amount),
    members.map((each) => lastOrders.get(each) ?? null),
  ];
  values.push(
    plainArray(cards.map(({ member }) => member.id)),
    cards.map(({ key }) => key),
    plainArray(cards.map(({ card }) => card.stamps)),
    plainArray(cards.map(({ card }) => card.coming)),
    plainArray(cards.map(({ card }) => card.size)),
    plainArray(cards.map(({ card }) => card.taken)),
    plainArray(cards.map(({ card }) => card.endedBy)),
    plainArray(members.map(({ id }) => kept.has(id))),
  );
  const marks = buyers && marksOf(buyers);
  if (!buyers || !marks) {
    await db.query({ name: 'write-ledger', text: WRITE, values });
    return false;
  }
  values.push(
    ...marks,
    members.map(({ id }) => buyers.orders.get(id) ?? 0),
  );
  await db.query({ name: 'write-ledger-and-mark', text: WRITE_AND_MARK, values });
  return true;
}

type OneWritten = Omit<Written, 'entries' | 'members'> & { entry: Entry; lastOrder: Date | null };

async function writeOne(db: Queryable, shopId: number, written: OneWritten, now: Date): Promise<void> {
  const { entry, allocations, entryIds, lastOrder } = written;
  const { member, seq, unit, kind, sourceKey, orderId, amount, balanceAfter, programVersion } = entry;
  const { filled, freed, explanation, occurredAt, voucherId, countedOn, keepUntil } = entry;
  const idOf = (nr: number) => entryIds.get(entryKey(member.id, nr)) ?? null;
  await db.query({
    name: 'write-one-entry',
    text: WRITE_ONE,
    values: [
      ...[shopId, member.id, seq, unit, kind, sourceKey, orderId, amount, balanceAfter, programVersion],
      ...[filled, freed, JSON.stringify(explanation), occurredAt, now, voucherId, countedOn, keepUntil],
      allocations.map(({ debit }) => idOf(debit)),
      allocations.map(({ credit }) => idOf(credit)),
      allocations.map((each) => each.amount),
      ...[member.points, member.pendingPoints, lastOrder, written.kept.has(member.id)],
    ],
  });
}

/**
 * When the newest order that gave a member something was placed. Written with the balance, because the trigger that
 * follows every order would write the member once more for each.
 */
function lastOrdersOf(entries: readonly Entry[]): Map<LockedMember, Date> {
  const last = new Map<LockedMember, Date>();
  for (const { member, kind, amount, occurredAt, closed } of entries) {
    // Nothing is kept of whoever left, nor of what they had ordered by then.
    if (closed || member.isLeft) continue;
    if (kind !== 'order' || amount <= 0) continue;
    const known = last.get(member);
    if (!known || known < occurredAt) last.set(member, occurredAt);
  }
  return last;
}

function rowOf({ member, cardSize: _, voucherIsNew: __, closed: ___, takesBack: ____, ...entry }: Entry) {
  return { ...entry, memberId: member.id };
}

/** Each book that something was taken from or repaid, once. */
function changedBooks(
  entries: readonly Entry[],
  before: ReadonlyMap<string, OpenBook>,
  after: ReadonlyMap<string, LotBook>,
): ChangedBook[] {
  const changed = new Map<string, ChangedBook>();
  for (const { member, unit } of entries) {
    const key = lotBookKey(member.id, unit);
    const [was, is] = [before.get(key), after.get(key)];
    if (!was || !is) continue;
    changed.set(key, { memberId: member.id, unit, through: member.seq, before: was, after: is });
  }
  return [...changed.values()];
}

/**
 * Writes entries, the lots they use, and the members' balances, in the caller's transaction. Returns whether any
 * member changed. Throws (unique violation) when an entry of the same source is already there.
 */
export async function writeLedger(
  db: Queryable,
  shopId: number,
  change: LedgerChange,
  now: Date,
): Promise<boolean> {
  const { cards = [], kept = NOBODY, buyers, rings } = change;
  const postings = withMovedBack(change.postings);
  const members = new Set([...postings, ...change.pending, ...cards].map(({ member }) => member));
  const written = new Set([...members].map(({ id }) => id));
  const others = [...kept].filter((id) => !written.has(id));
  await keepHistoryCaches(db, shopId, others);
  const mark = async (marked: ReadonlySet<string>) => {
    if (buyers) await markBuyers(db, shopId, buyers, marked);
  };
  if (members.size === 0) {
    await mark(NOBODY);
    return false;
  }
  // The balances before anything of this batch is added decide which books are needed.
  const open = await booksFor(db, shopId, postings);
  const books = new Map([...open.books].map(([key, { book }]) => [key, book]));
  const entries = postings.map((posting): Entry => {
    const seq = (posting.member.seq += 1);
    return { ...posting, freed: posting.freed ?? 0, seq, ...addToBalance(posting) };
  });
  for (const each of change.pending) addToPending(each);
  for (const each of cards) changeCard(each);
  const allocations = allocateAll(entries, books);
  // Others of the shop wait for a figure of the day until the commit. Orders are counted before their entries are there.
  const countsOrders = entries.some(({ orderId }) => orderId !== null);
  if (countsOrders) await addEntryFigures(db, shopId, entries);
  const rows = { entries, members: [...members], allocations, entryIds: open.entryIds, kept, buyers };
  await mark((await write(db, shopId, rows, now)) ? written : NOBODY);
  await keepLotBooks(db, shopId, changedBooks(entries, open.books, books));
  if (!countsOrders) await addEntryFigures(db, shopId, entries, rings);
  else if (rings) await enqueue(db, rings, { shopId });
  return true;
}
