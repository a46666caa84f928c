// Each feature's part of the file about a person that the merchant hands to a customer who asks for it: the columns of what
// the shop takes out, without those that are the merchant's alone. One statement, so that all of it is of one moment.
import type { Queryable } from '../pool.server.ts';
import { ofShop } from '../shop/of-shop.server.ts';
import { fromOf, type TakenTable } from './taken-table.ts';
import { TAKEN_TABLES } from './taken-tables.server.ts';
import { jsonOf } from './taken-values.ts';

function listOf(table: TakenTable, order: string): string {
  const columns = table.columns.filter(({ only }) => only !== 'merchant');
  return `'${table.name}', (select coalesce(json_agg(${jsonOf(columns)} order by ${order}), '[]')
    from ${fromOf(table)} where ${ofShop('t', '$1')} and ${table.member} in (select id from person))`;
}

const LISTS = TAKEN_TABLES.flatMap((table) =>
  table.inPerson === undefined ? [] : [listOf(table, table.inPerson)],
);

/** Rows by list, of a customer and of those merged into them. Empty lists where we hold nothing. */
export async function personLists(db: Queryable, shopId: number, customerId: string): Promise<object> {
  const { rows } = await db.query<{ data: object }>(
    `with person as (
       select p.id from "Member" m cross join lateral person_of($1, m.id) as p
       where m."shopId" = $1 and m."customerId" = $2
     )
     select json_build_object(${LISTS.join(', ')}) as data`,
    [shopId, customerId],
  );
  return rows[0]?.data ?? {};
}
