import { describe, expect, it } from 'vitest';
import { pool } from '#app/db/pool.server.ts';
import { order } from '#tests/support/factories.ts';
import { merge } from '#tests/support/people.ts';
import { installedShop, tellAndApply, type TestShop } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

/** Customers 1 to 5, in the order of their members; 1 became 2 and 2 became 3, 4 became 3 as well. */
async function mergedShop(): Promise<{ shop: TestShop; ids: string[] }> {
  const shop = await installedShop();
  for (const customerId of ['1', '2', '3', '4', '5']) await tellAndApply(shop, order({ customerId }));
  await merge(shop, '2', '1');
  await merge(shop, '3', '2');
  await merge(shop, '3', '4');
  const { rows } = await pool().query<{ id: string }>(
    'select id::text from "Member" where "shopId" = $1 order by "Member".id',
    [shop.id],
  );
  return { shop, ids: rows.map(({ id }) => id) };
}

/** Each member's customers by a function, in order. */
async function each(name: 'person_of' | 'survivors_of', shop: TestShop, ids: string[]): Promise<string[][]> {
  const { rows } = await pool().query<{ found: string[] }>(
    `select array(select m."customerId"::text from ${name}($1, wanted) as f join "Member" m on m.id = f.id order by 1) as found
     from unnest($2::bigint[]) with ordinality as w(wanted, n) order by n`,
    [shop.id, ids],
  );
  return rows.map(({ found }) => found);
}

describe('a person of several members', () => {
  it('C36 is the member and all who were merged into it, in any number of steps', async () => {
    const { shop, ids } = await mergedShop();
    expect(await each('person_of', shop, ids)).toEqual([
      ['1'],
      ['1', '2'],
      ['1', '2', '3', '4'],
      ['4'],
      ['5'],
    ]);
  });

  it('C36 leads to the survivor over all who came between', async () => {
    const { shop, ids } = await mergedShop();
    expect(await each('survivors_of', shop, ids)).toEqual([
      ['1', '2', '3'],
      ['2', '3'],
      ['3'],
      ['3', '4'],
      ['5'],
    ]);
    const { rows } = await pool().query(
      `select m."customerId"::text from survivors_of($1, $2) as s join "Member" m on m.id = s.id
       where s."mergedIntoId" is null`,
      [shop.id, ids[0]],
    );
    expect(rows).toEqual([{ customerId: '3' }]);
  });

  it('C62 is nobody in another shop', async () => {
    const { ids } = await mergedShop();
    const other = await installedShop();
    expect(await each('person_of', other, ids)).toEqual(ids.map(() => []));
    expect(await each('survivors_of', other, ids)).toEqual(ids.map(() => []));
  });

  it.each(['person_of', 'survivors_of'])(
    'is found by %s as a part of the calling statement',
    async (name) => {
      const { rows } = await pool().query<Record<string, string>>(`explain select * from ${name}(1, 1)`);
      const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
      expect(plan).toContain('Recursive Union');
      expect(plan).not.toContain('Function Scan');
    },
  );
});
