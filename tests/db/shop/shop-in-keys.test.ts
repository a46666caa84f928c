// Tenancy in the keys: a row that names a member names the member's shop as well, and the database holds them together.
import { describe, expect, it } from 'vitest';
import { pool } from '#app/db/pool.server.ts';
import { fullShop } from '#tests/support/full-shop.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

/** Columns that name a member, beside a shop. */
const NAMES_A_MEMBER = ['memberId', 'mergedIntoId'];

type Key = { table: string; columns: string[]; refers: string[]; holds: boolean };

const KEYS = `
  select c.relname as table, k.convalidated as holds,
    array(select a.attname::text from unnest(k.conkey) with ordinality as n(num, ord)
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = n.num order by n.ord) as columns,
    array(select a.attname::text from unnest(k.confkey) with ordinality as n(num, ord)
      join pg_attribute a on a.attrelid = k.confrelid and a.attnum = n.num order by n.ord) as refers
  from pg_constraint k join pg_class c on c.oid = k.conrelid
  where k.contype = 'f' and k.confrelid = '"Member"'::regclass order by 1, 3`;

async function columnsThatName(): Promise<{ table: string; column: string }[]> {
  const { rows } = await pool().query<{ table: string; column: string }>(
    `select table_name as table, column_name as column from information_schema.columns
     where table_schema = 'public' and column_name = any($1) order by 1, 2`,
    [NAMES_A_MEMBER],
  );
  return rows;
}

/** A copy of some row of the shop that names another member, with new keys of its own. */
async function nameAnother(
  table: string,
  column: string,
  shopId: number,
  memberId: string | undefined,
): Promise<void> {
  const own = {
    id: 900_000_001,
    customerId: 900_000_001,
    orderId: 900_000_001,
    seq: 900_000,
    unit: 'x',
    requestKey: 'x',
    cardKey: 'x',
    cause: 'x',
    code: 'x',
    from: '2020-01-01',
  };
  await pool().query(
    `insert into "${table}" select (jsonb_populate_record(null::"${table}", to_jsonb(t) || $2::jsonb)).*
     from "${table}" t where t."shopId" = $1 limit 1`,
    [shopId, JSON.stringify({ ...own, [column]: memberId })],
  );
}

describe('a row that names a member', () => {
  it('C62 is tied to shop and member at once, in every table', async () => {
    const { rows } = await pool().query<Key>(KEYS);
    const wanted = (await columnsThatName()).map(({ table, column }) => {
      return { table, columns: ['shopId', column], refers: ['shopId', 'id'], holds: true };
    });
    expect(wanted.length).toBeGreaterThan(6);
    expect(rows).toEqual(wanted);
  });

  it('C62 is refused where the member is another shop’s', async () => {
    const [shop, other] = [await fullShop(), await fullShop()];
    for (const { table, column } of await columnsThatName()) {
      const foreign = nameAnother(table, column, shop.id, other.people[0].memberId);
      await expect(foreign, table).rejects.toMatchObject({
        code: '23503',
        constraint: `${table}_shopId_${column}_fkey`,
      });
    }
  });
});

describe('a member who goes', () => {
  it('leaves the orders and the merged members of the same shop without a name, and with their shop', async () => {
    const shop = await fullShop();
    const [kept, gone] = shop.people;
    await pool().query('update "Member" set "mergedIntoId" = $2 where id = $1', [
      gone.memberId,
      kept.memberId,
    ]);
    const client = await pool().connect();
    await client.query('begin');
    await client.query(`select set_config('sixth.erasing_shop', $1, true)`, [String(shop.id)]);
    await client.query('delete from "Member" where id = $1', [kept.memberId]);
    const { rows } = await client.query(
      `select "shopId", "mergedIntoId" as named from "Member" where "shopId" = $1
       union all select "shopId", "memberId" from "Order" where "shopId" = $1 and "memberId" is distinct from $2`,
      [shop.id, gone.memberId],
    );
    await client.query('rollback');
    client.release();
    expect(rows).toEqual([
      { shopId: shop.id, named: null },
      { shopId: shop.id, named: null },
    ]);
  });
});
