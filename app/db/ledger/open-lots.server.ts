// Books of lots as they are after an entry that used them, so that the next one doesn't read a member's whole history. A plain
// credit writes nothing here: it is one of the entries since, and so is whatever a process of the release before writes.
import type { LotBook } from '#app/core/ledger/lot-book.ts';
import type { Queryable } from '../pool.server.ts';
import { COUNTED_ON, type OpenBook } from './lots.server.ts';
import { ofShop } from '../shop/of-shop.server.ts';

/** A book before and after; `through` is the number of the member's last entry by now. */
export type ChangedBook = {
  memberId: string;
  unit: string;
  through: number;
  before: OpenBook;
  after: LotBook;
};

const WRITE = `
  with rows as (
    select * from jsonb_to_recordset($5::jsonb) as r("memberId" bigint, unit text, seq int, rest bigint)
  ), books as (
    select * from unnest($2::bigint[], $3::text[], $4::int[], $9::boolean[]) as b("memberId", unit, through, anew)
  ), used as (
    delete from "OpenLot" o using unnest($6::bigint[], $7::text[], $8::int[]) as u(m, unit, seq)
    where ${ofShop('o', '$1')} and o."memberId" = u.m and o.unit = u.unit and o.seq = u.seq
  ), left_over as (
    delete from "OpenLot" o using books b
    where b.anew and ${ofShop('o', '$1')} and o."memberId" = b."memberId" and o.unit = b.unit
      and o.seq not in (select r.seq from rows r where r."memberId" = b."memberId" and r.unit = b.unit)
  ), marks as (
    insert into "LotBook" as k ("shopId", "memberId", unit, through) select $1, "memberId", unit, through from books
    on conflict ("memberId", unit) do update set through = excluded.through where k."shopId" = excluded."shopId"
  )
  insert into "OpenLot" as k ("shopId", "memberId", unit, seq, "entryId", "orderId", "voucherId", "countedOn", "keepUntil", rest)
  select $1, r."memberId", r.unit, r.seq, e.id, e."orderId", e."voucherId", ${COUNTED_ON}, e."keepUntil", r.rest
  from rows r join "LedgerEntry" e on ${ofShop('e', '$1')} and e."memberId" = r."memberId" and e.seq = r.seq
  on conflict ("memberId", unit, seq) do update set rest = excluded.rest where k."shopId" = excluded."shopId"`;

type Row = { memberId: string; unit: string; seq: number; rest: number };

function rowsOf({ memberId, unit, after }: ChangedBook): Row[] {
  const owed = after.debts.map(({ seq, rest }) => ({ memberId, unit, seq, rest: -rest }));
  return [...after.lots.map(({ seq, rest }) => ({ memberId, unit, seq, rest })), ...owed];
}

/** A member's entries that are read sooner than a book of them is kept. */
const FEW = 20;

const isKept = ({ through, before }: ChangedBook): boolean => through > FEW || before.kept.size > 0;

/** Once the entries are written. The members must be locked. Of few entries no book is kept: each time they are reckoned. */
export async function keepLotBooks(
  db: Queryable,
  shopId: number,
  changedBooks: readonly ChangedBook[],
): Promise<void> {
  const books = changedBooks.filter(isKept);
  if (books.length === 0) return;
  const changed = books.flatMap((book) =>
    rowsOf(book).filter(({ seq, rest }) => book.before.anew || book.before.kept.get(seq) !== rest),
  );
  const used = books.flatMap((book) => {
    if (book.before.anew) return [];
    const open = new Set(rowsOf(book).map(({ seq }) => seq));
    const { memberId, unit } = book;
    return [...book.before.kept.keys()]
      .filter((seq) => !open.has(seq))
      .map((seq) => ({ memberId, unit, seq }));
  });
  await db.query({
    name: 'keep-lot-books',
    text: WRITE,
    values: [
      shopId,
      books.map(({ memberId }) => memberId),
      books.map(({ unit }) => unit),
      books.map(({ through }) => through),
      JSON.stringify(changed),
      used.map(({ memberId }) => memberId),
      used.map(({ unit }) => unit),
      used.map(({ seq }) => seq),
      books.map(({ before }) => before.anew),
    ],
  });
}

export type MemberBehind = { id: string; shopId: number };

/** Members of whom so many entries came since any book of theirs was kept, by their ids from `after` on. */
export async function membersBehind(
  db: Queryable,
  { entries, after, limit }: { entries: number; after: string; limit: number },
): Promise<MemberBehind[]> {
  const { rows } = await db.query<MemberBehind>(
    `select m.id::text, m."shopId" from "Member" m where m.id > $2::bigint and m.seq > $1 + coalesce((
       select max(b.through) from "LotBook" b where ${ofShop('b', 'm."shopId"')} and b."memberId" = m.id), 0)
     order by m.id limit $3`,
    [entries, after, limit],
  );
  return rows;
}
