// Open lots and unpaid debts, computed from entries and allocations: nothing about them is stored twice.
import type { Debt, Lot, LotBook } from '#app/core/ledger/lot-book.ts';
import type { Unit } from '#app/core/values/units.ts';
import type { LockedMember } from '../members/members.server.ts';
import type { Queryable } from '../pool.server.ts';

type Wanted = { member: LockedMember; unit: Unit };
type OpenRow = {
  memberId: string;
  unit: string;
  seq: number;
  orderId: string | null;
  rest: string;
  credit: boolean;
};

export function lotBookKey(memberId: string, unit: string): string {
  return `${memberId} ${unit}`;
}

const OPEN = `
  select * from (
    select e."memberId"::text, e.unit, e.seq, e."orderId"::text, e.amount > 0 as credit,
      abs(e.amount) - coalesce(case when e.amount > 0
        then (select sum(a.amount) from "LotAllocation" a where a."creditId" = e.id)
        else (select sum(a.amount) from "LotAllocation" a where a."debitId" = e.id) end, 0) as rest
    from (select distinct m, u from unnest($1::bigint[], $2::text[]) as w(m, u)) as wanted
    join "LedgerEntry" e on e."shopId" = $3 and e."memberId" = m and e.unit = u
  ) as entries where rest > 0 order by seq`;

/** Books of the wanted members and units; one that has nothing open is an empty book. */
export async function loadLotBooks(
  db: Queryable,
  shopId: number,
  wanted: readonly Wanted[],
): Promise<Map<string, LotBook>> {
  const books = new Map<string, { lots: Lot[]; debts: Debt[] }>();
  if (wanted.length === 0) return books;
  for (const { member, unit } of wanted) books.set(lotBookKey(member.id, unit), { lots: [], debts: [] });
  const { rows } = await db.query<OpenRow>({
    name: 'lot-books',
    text: OPEN,
    values: [wanted.map(({ member }) => member.id), wanted.map(({ unit }) => unit), shopId],
  });
  for (const { memberId, unit, seq, orderId, rest, credit } of rows) {
    const book = books.get(lotBookKey(memberId, unit));
    if (credit) book?.lots.push({ seq, orderId, rest: Number(rest) });
    else book?.debts.push({ seq, rest: Number(rest) });
  }
  return books;
}
