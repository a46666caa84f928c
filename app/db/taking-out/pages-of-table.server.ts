// A table page by page, each from where the last one ended: a statement per page, so that nothing is held while somebody's
// line is slow, and no page costs more than another. A member's rows follow each other.
import type { TakenKey, TakenTable } from './taken-table.ts';
import { fromOf } from './taken-table.ts';
import type { Queryable } from '../pool.server.ts';
import { ofShop } from '../shop/of-shop.server.ts';

const MEMBERS_AT_ONCE = 500;
const ROWS_AT_ONCE = 2_000;

type Row = readonly (string | null)[];
type Member = { id: string; customerId: string | null };

/** Of members whom the merchant finds, merged ones and erased ones; of the last two no customer is told. */
async function membersAfter(db: Queryable, shopId: number, after: string): Promise<Member[]> {
  const { rows } = await db.query<Member>(
    `select m.id::text, case when m."customerId" > 0 then m."customerId"::text end as "customerId" from "Member" m
     where m."shopId" = $1 and m.id > $2::bigint order by m.id limit ${MEMBERS_AT_ONCE}`,
    [shopId, after],
  );
  return rows;
}

const behind = (keys: readonly TakenKey[], first: number): string =>
  `(${keys.map(({ sql }) => sql).join(', ')}) > (${keys.map(({ type }, nr) => `$${first + nr}::${type}`).join(', ')})`;

const keysOf = (keys: readonly TakenKey[]) => keys.map(({ sql }, nr) => `${sql} as "key ${nr}"`).join(', ');
const inOrder = (keys: readonly TakenKey[], of: string) => keys.map((_, nr) => `${of}"key ${nr}"`).join(', ');
const keyTexts = (keys: readonly TakenKey[]) => keys.map((_, nr) => `r."key ${nr}"::text`).join(', ');
const values = (wanted: readonly string[]) => wanted.map((sql, nr) => `${sql} as "value ${nr}"`).join(', ');
const valuesOf = (wanted: readonly string[]) => wanted.map((_, nr) => `r."value ${nr}"`).join(', ');

/** @returns the member's place, the key's texts, the values */
async function rowsOfMembers(
  db: Queryable,
  shopId: number,
  table: TakenTable,
  wanted: readonly string[],
  at: { members: readonly Member[]; after: Row | null },
): Promise<Row[]> {
  const { key, member, where } = table;
  const { rows } = await db.query<string[]>({
    rowMode: 'array',
    text: `select m.nr::text, ${keyTexts(key)}, m.id::text, m.customer::text, ${valuesOf(wanted)}
      from unnest($2::bigint[], $3::bigint[]) with ordinality as m(id, customer, nr)
      cross join lateral (
        select ${keysOf(key)}, ${values(wanted)} from ${fromOf(table)}
        where ${member} = m.id and ${ofShop('t', '$1')} ${where ? `and ${where}` : ''}
          and (m.nr > 1 or $4 or ${behind(key, 5)})
        order by ${inOrder(key, '')} limit ${ROWS_AT_ONCE}
      ) as r
      order by m.nr, ${inOrder(key, 'r.')} limit ${ROWS_AT_ONCE}`,
    values: [
      shopId,
      at.members.map(({ id }) => id),
      at.members.map(({ customerId }) => customerId),
      at.after === null,
      ...(at.after ?? key.map(() => null)),
    ],
  });
  return rows;
}

async function* pagesOfMembers(db: Queryable, shopId: number, table: TakenTable, wanted: readonly string[]) {
  const keys = table.key.length;
  for (let from = '0'; ;) {
    let members = await membersAfter(db, shopId, from);
    const last = members.at(-1);
    if (!last) return;
    for (let after: Row | null = null; ;) {
      const rows = await rowsOfMembers(db, shopId, table, wanted, { members, after });
      if (rows.length > 0) yield rows.map((row) => row.slice(1 + keys));
      const end = rows.at(-1);
      if (rows.length < ROWS_AT_ONCE || !end) break;
      members = members.slice(Number(end[0]) - 1);
      after = end.slice(1, 1 + keys);
    }
    from = last.id;
  }
}

async function* pagesOfShop(db: Queryable, shopId: number, table: TakenTable, wanted: readonly string[]) {
  const { key } = table;
  for (let after: Row | null = null; ;) {
    const { rows }: { rows: string[][] } = await db.query<string[]>({
      rowMode: 'array',
      text: `select ${keyTexts(key)}, ${valuesOf(wanted)} from (
          select ${keysOf(key)}, ${values(wanted)} from ${fromOf(table)} where ($2 or ${behind(key, 3)})
            and ${table.where ?? `t."shopId" = $1`} order by ${inOrder(key, '')} limit ${ROWS_AT_ONCE}
        ) as r order by ${inOrder(key, 'r.')}`,
      values: [shopId, after === null, ...(after ?? key.map(() => null))],
    });
    if (rows.length > 0) yield rows.map((row) => row.slice(key.length));
    const end = rows.at(-1);
    if (rows.length < ROWS_AT_ONCE || !end) return;
    after = end.slice(0, key.length);
  }
}

/** Of rows about members the member's id and the customer's come before the values. */
export function pagesOfTable(
  db: Queryable,
  shopId: number,
  table: TakenTable,
  wanted: readonly string[],
): AsyncGenerator<Row[]> {
  return table.member === null
    ? pagesOfShop(db, shopId, table, wanted)
    : pagesOfMembers(db, shopId, table, wanted);
}
