// What is taken out in each of the two forms, page by page.
import type { TakenName } from '#app/core/taking-out/taken-names.ts';
import type { Queryable } from '../pool.server.ts';
import { pagesOfTable } from './pages-of-table.server.ts';
import { fromOf, id, type TakenColumn, type TakenTable } from './taken-table.ts';
import { TAKEN_TABLES, takenTable } from './taken-tables.server.ts';
import { cellOf, jsonOf } from './taken-values.ts';

/** Whom a row is about, before what it says. */
const WHO = [id('memberId', 'm.id'), id('customerId', 'm.customer')];

export type TakenSheet = {
  columns: readonly Pick<TakenColumn, 'name' | 'kind'>[];
  /** Cells as text, in the columns' order. */
  pages: AsyncIterable<(readonly (string | null)[])[]>;
};

const merchants = ({ columns }: TakenTable) => columns.filter(({ only }) => only !== 'person');

export async function takenSheet(db: Queryable, shopId: number, name: TakenName): Promise<TakenSheet> {
  const table = takenTable(name);
  const cards = merchants(table).some(({ inCsv }) => inCsv) ? await cardKeys(db, shopId) : [];
  const own = merchants(table).flatMap((one) => one.inCsv?.(cards) ?? [one]);
  const columns = table.member === null ? own : [...WHO, ...own];
  return { columns, pages: pagesOfTable(db, shopId, table, own.map(cellOf)) };
}

/** Objects as JSON text, each with the name of what it is. */
export async function* takenLines(db: Queryable, shopId: number, name: TakenName): AsyncGenerator<string[]> {
  const table = takenTable(name);
  const columns = merchants(table);
  const who = table.member === null ? [] : WHO;
  const object = jsonOf([{ name: 'of', kind: 'text', sql: `'${name}'` }, ...columns]);
  for await (const rows of pagesOfTable(db, shopId, table, [`${object}::text`])) {
    yield rows.map((row) => withWho(row, who.length));
  }
}

/** The object that PostgreSQL made, with the two ids in front. */
function withWho(row: readonly (string | null)[], whoCount: number): string {
  const [object = ''] = row.slice(whoCount);
  if (whoCount === 0) return object ?? '';
  const [memberId, customerId] = row;
  const who = `{"memberId" : ${JSON.stringify(memberId)}, "customerId" : ${JSON.stringify(customerId)}, `;
  return `${who}${(object ?? '').slice(1)}`;
}

/** Of every card that was ever published: members have stamps of no others. */
async function cardKeys(db: Queryable, shopId: number): Promise<string[]> {
  const { rows } = await db.query<{ key: string }>(
    `select distinct card ->> 'key' as key from "ProgramVersion" v
     cross join lateral jsonb_array_elements(v.rules -> 'cards') as card where v."shopId" = $1 order by 1`,
    [shopId],
  );
  return rows.map(({ key }) => key);
}

/** How many rows there are of what is counted quickly; `most` stands for more than are counted. */
export async function countTaken(
  db: Queryable,
  shopId: number,
  most: number,
): Promise<Partial<Record<TakenName, number>>> {
  const counted = TAKEN_TABLES.filter((table) => table.counted);
  const counts = counted.map(
    (table) => `'${table.name}', (select count(*) from (select 1 from ${fromOf(table)}
      where t."shopId" = $1 ${table.where ? `and ${table.where}` : ''} limit ${most}) as few)`,
  );
  const { rows } = await db.query<{ counts: Partial<Record<TakenName, number>> }>(
    `select json_build_object(${counts.join(', ')}) as counts`,
    [shopId],
  );
  return rows[0]?.counts ?? {};
}
