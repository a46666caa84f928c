// Open lots and unpaid debts: as they were kept after some entry (open-lots.server.ts), and the entries since. A book that was
// never kept, or after which the release before took something, is reckoned from all entries and allocations.
import type { Lot, LotBook } from '#app/core/ledger/lot-book.ts';
import type { Unit } from '#app/core/values/units.ts';
import type { Queryable } from '../pool.server.ts';
import { ofShop } from '../shop/of-shop.server.ts';

type Wanted = {
  member: { id: string };
  unit: Unit;
  /** The most that is taken; all lots are read where it is missing. */
  takes?: number;
};

type OpenRow = Omit<Lot, 'rest'> & {
  id: string;
  memberId: string;
  unit: Unit;
  rest: string;
  /** It stands in "OpenLot", or is an entry that came since. */
  kept: boolean;
  /** Among the first that are taken, whatever takes. */
  first: boolean;
  /** Something was taken since the book was kept. */
  stale: boolean;
};

/** A book, and what "OpenLot" has of it: rests by number, below zero where owed. */
export type OpenBook = { book: LotBook; kept: ReadonlyMap<number, number>; anew: boolean };

/** `entryIds` are those of the open lots and debts, by `entryKey`: whoever uses them needn't look them up again. */
export type OpenBooks = { books: Map<string, OpenBook>; entryIds: Map<string, string> };

export function entryKey(memberId: string, seq: number): string {
  return `${memberId} ${seq}`;
}

export function lotBookKey(memberId: string, unit: string): string {
  return `${memberId} ${unit}`;
}

/** Of an entry `e`: the day from which a lot's life is reckoned. */
export const COUNTED_ON = `coalesce(e."countedOn", (e."occurredAt" at time zone 'UTC')::date)`;

/** Lots that nearly every debit finds enough in. */
const FIRST = 50;

const COLUMNS = `o."entryId" as id, o.seq, o."orderId", o."voucherId", o."countedOn", o."keepUntil", o.rest, true as kept`;
const OF_BOOK = `${ofShop('o', '$3')} and o."memberId" = w.m and o.unit = w.u and not w.anew`;

/** `$6` and `$7` are orders and vouchers whose own lots go before all others. */
const OWN = `
  with own as materialized (
    select e."memberId", e.seq from unnest($6::bigint[]) as q(id) cross join lateral (
      select l.seq, l."memberId" from "LedgerEntry" l where l."shopId" = $3 and l."orderId" = q.id offset 0) as e
    union all
    select e."memberId", e.seq from unnest($7::bigint[]) as q(id) cross join lateral (
      select l.seq, l."memberId" from "LedgerEntry" l where ${ofShop('l', '$3')} and l."voucherId" = q.id offset 0) as e
  )`;

const OWN_LOTS = `
    union all
    (select ${COLUMNS}, false, false from "OpenLot" o where w.most is not null and ${OF_BOOK} and o.seq = any(array(
      select own.seq from own where own."memberId" = w.m)))`;

/** Takers' own lots are looked up once, however many members of the batch take something; and not at all where there are none. */
const open = (takers: boolean) => `
  ${takers ? OWN : ''}
  select l.id::text, w.m::text as "memberId", w.u as unit, l.seq, l."orderId"::text, l."voucherId"::text,
    to_char(l."countedOn", 'YYYY-MM-DD') as "countedOn", to_char(l."keepUntil", 'YYYY-MM-DD') as "keepUntil", l.rest::text,
    l.kept, l.first, l.stale
  from unnest($1::bigint[], $2::text[], $4::int[], $5::boolean[]) as w(m, u, most, anew)
  left join "LotBook" b on b."shopId" = $3 and b."memberId" = w.m and b.unit = w.u and not w.anew
  cross join lateral (
    (select ${COLUMNS}, true as first, false as stale from "OpenLot" o where ${OF_BOOK}
      order by o."countedOn", o."keepUntil" nulls first, o.seq limit w.most)
    ${takers ? OWN_LOTS : ''}
    union all
    (select e.id, e.seq, e."orderId", e."voucherId", ${COUNTED_ON}, e."keepUntil",
      case when e.amount > 0 then e.amount - used.amount else e.amount + used.amount end, false, false, b.through is not null and (e.amount < 0 or used.amount > 0)
    from "LedgerEntry" e cross join lateral (
      select coalesce(case when e.amount > 0
        then (select sum(a.amount) from "LotAllocation" a where a."creditId" = e.id)
        else (select sum(a.amount) from "LotAllocation" a where a."debitId" = e.id) end, 0) as amount offset 0
    ) as used
    where ${ofShop('e', '$3')} and e."memberId" = w.m and e.seq > coalesce(b.through, 0) and e.unit = w.u)
  ) as l where l.rest <> 0 or l.stale order by l.seq`;

const OPEN = { name: 'lot-books', text: open(false) };
const OPEN_AND_OWN = { name: 'lot-books-and-own', text: open(true) };

type Asked = Wanted & { most: number | null; anew: boolean };

/** Lots of these go before all others. */
export type Takers = { orderIds: readonly string[]; voucherIds: readonly string[] };

async function ask(
  db: Queryable,
  shopId: number,
  asked: readonly Asked[],
  { orderIds, voucherIds }: Takers,
): Promise<Map<string, OpenRow[]>> {
  const found = new Map(asked.map(({ member, unit }) => [lotBookKey(member.id, unit), new Array<OpenRow>()]));
  if (asked.length === 0) return found;
  const of = [asked.map(({ member }) => member.id), asked.map(({ unit }) => unit), shopId];
  const values = [...of, asked.map(({ most }) => most), asked.map(({ anew }) => anew)];
  const takers = orderIds.length + voucherIds.length > 0;
  const { rows } = await (takers
    ? db.query<OpenRow>({ ...OPEN_AND_OWN, values: [...values, orderIds, voucherIds] })
    : db.query<OpenRow>({ ...OPEN, values }));
  for (const row of rows) found.get(lotBookKey(row.memberId, row.unit))?.push(row);
  return found;
}

const NOBODY: Takers = { orderIds: [], voucherIds: [] };

/** Whether the first lots are all, or enough for whatever is taken. */
function suffices({ takes = Infinity }: Wanted, rows: readonly OpenRow[]): boolean {
  const first = rows.filter((row) => row.first);
  if (first.length < FIRST) return true;
  return (
    first.every(({ rest }) => Number(rest) > 0) &&
    first.reduce((sum, { rest }) => sum + Number(rest), 0) >= takes
  );
}

/** Books of the wanted members and units; one that has nothing open is an empty book. */
export async function loadLotBooks(
  db: Queryable,
  shopId: number,
  wanted: readonly Wanted[],
  takers: Takers = NOBODY,
): Promise<OpenBooks> {
  const unique = [...new Map(wanted.map((each) => [lotBookKey(each.member.id, each.unit), each])).values()];
  const asked = unique.map((each): Asked => {
    return { ...each, most: each.takes === undefined ? null : FIRST, anew: false };
  });
  const found = await ask(db, shopId, asked, takers);
  const again = asked.flatMap((each): Asked[] => {
    const rows = found.get(lotBookKey(each.member.id, each.unit)) ?? [];
    const anew = rows.some(({ stale }) => stale);
    return anew || (each.most !== null && !suffices(each, rows)) ? [{ ...each, most: null, anew }] : [];
  });
  const more = await ask(db, shopId, again, takers);
  const anew = new Set(
    again.filter((each) => each.anew).map(({ member, unit }) => lotBookKey(member.id, unit)),
  );
  return booksOf(new Map([...found, ...more]), anew);
}

function booksOf(found: ReadonlyMap<string, readonly OpenRow[]>, anew: ReadonlySet<string>): OpenBooks {
  const entryIds = new Map<string, string>();
  const books = new Map<string, OpenBook>();
  for (const [key, rows] of found) {
    const open = new Map(rows.map((row) => [row.seq, row]));
    for (const { id, memberId, seq } of rows) entryIds.set(entryKey(memberId, seq), id);
    books.set(key, { book: bookOf([...open.values()]), kept: keptOf(rows), anew: anew.has(key) });
  }
  return { books, entryIds };
}

function keptOf(rows: readonly OpenRow[]): Map<number, number> {
  return new Map(rows.filter(({ kept }) => kept).map(({ seq, rest }) => [seq, Number(rest)]));
}

function bookOf(rows: readonly OpenRow[]): LotBook {
  const open = rows.map(({ seq, orderId, voucherId, countedOn, keepUntil, rest }): Lot => {
    return { seq, orderId, voucherId, countedOn, keepUntil, rest: Number(rest) };
  });
  const debts = open.filter(({ rest }) => rest < 0);
  return {
    lots: open.filter(({ rest }) => rest > 0),
    debts: debts.map(({ seq, rest }) => ({ seq, rest: -rest })),
  };
}
