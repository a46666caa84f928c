// PostgreSQL plans a statement with arrays anew for each set of values, as long as those are short: for one member or order that
// costs more than the work.
import { expect, test } from 'vitest';
import { withTransaction } from '#app/db/pool.server.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

type Plans = { once: number; anew: number };

/** How often a statement was planned anew for its values, and how often not, in a transaction that runs it three times. */
function plansOf(planned: 'once' | 'as-ever'): Promise<Plans> {
  return withTransaction(async (client) => {
    const name = `sum ${planned}`;
    for (const value of [1, 2, 3]) {
      await client.query({ name, text: 'select sum(n) from unnest($1::int[]) as n', values: [[value]] });
    }
    const { rows } = await client.query<Plans>(
      'select generic_plans::int as once, custom_plans::int as anew from pg_prepared_statements where name = $1',
      [name],
    );
    if (!rows[0]) throw new Error('nothing was prepared');
    return rows[0];
  }, planned);
}

test('statements of one member or order are planned once, and those of other transactions as ever', async () => {
  expect(await plansOf('once')).toEqual({ once: 3, anew: 0 });
  expect(await plansOf('as-ever')).toEqual({ once: 0, anew: 3 });
});
