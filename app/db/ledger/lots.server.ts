// Open lots and unpaid debts, computed from entries and allocations: nothing about them is stored twice.
import type { Debt, Lot, LotBook } from '#app/core/ledger/lot-book.ts';
import type { Unit } from '#app/core/values/units.ts';
import type { LockedMember } from '../members/members.server.ts';
import type { Queryable } from '../pool.server.ts';
import { ofShop } from '../shop/of-shop.server.ts';

type Wanted = { member: LockedMember; unit: Unit };
type OpenRow = {
  id: string;
  memberId: string;
  unit: string;
  seq: number;
  orderId: string | null;
  voucherId: string | null;
  countedOn: string;
  keepUntil: string | null;
  rest: string;
  credit: boolean;
};

/** `entryIds` are those of the open lots and debts, by `entryKey`: whoever uses them needn't look them up again. */
export type OpenBooks = { books: Map<string, LotBook>; entryIds: Map<string, string> };

export function entryKey(memberId: string, seq: number): string {
  return `${memberId} ${seq}`;
}

export function lotBookKey(memberId: string, unit: string): string {
  return `${memberId} ${unit}`;
}

/** Of an entry `e`: the day from which a lot's life is reckoned. */
export const COUNTED_ON = `to_char(coalesce(e."countedOn", (e."occurredAt" at time zone 'UTC')::date), 'YYYY-MM-DD')`;

const OPEN = `
  select * from (
    select e.id::text, e."memberId"::text, e.unit, e.seq, e."orderId"::text, e."voucherId"::text,
      ${COUNTED_ON} as "countedOn", to_char(e."keepUntil", 'YYYY-MM-DD') as "keepUntil", e.amount > 0 as credit,
      abs(e.amount) - coalesce(case when e.amount > 0
        then (select sum(a.amount) from "LotAllocation" a where a."creditId" = e.id)
        else (select sum(a.amount) from "LotAllocation" a where a."debitId" = e.id) end, 0) as rest
    from (select distinct m, u from unnest($1::bigint[], $2::text[]) as w(m, u)) as wanted
    join "LedgerEntry" e on ${ofShop('e', '$3')} and e."memberId" = m and e.unit = u
  ) as entries where rest > 0 order by seq`;

/** Books of the wanted members and units; one that has nothing open is an empty book. */
export async function loadLotBooks(
  db: Queryable,
  shopId: number,
  wanted: readonly Wanted[],
): Promise<OpenBooks> {
  const books = new Map<string, { lots: Lot[]; debts: Debt[] }>();
  const entryIds = new Map<string, string>();
  if (wanted.length === 0) return { books, entryIds };
  for (const { member, unit } of wanted) books.set(lotBookKey(member.id, unit), { lots: [], debts: [] });
  const { rows } = await db.query<OpenRow>({
    name: 'lot-books',
    text: OPEN,
    values: [wanted.map(({ member }) => member.id), wanted.map(({ unit }) => unit), shopId],
  });
  for (const { id, memberId, unit, credit, ...row } of rows) {
    const { seq } = row;
    const rest = Number(row.rest);
    entryIds.set(entryKey(memberId, seq), id);
    const book = books.get(lotBookKey(memberId, unit));
    if (credit) book?.lots.push({ ...row, rest });
    else book?.debts.push({ seq, rest });
  }
  return { books, entryIds };
}
