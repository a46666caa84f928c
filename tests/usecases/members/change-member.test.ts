// Whoever is erased between the look at a customer and the lock is somebody new to whoever asks next.
import { expect, it } from 'vitest';
import { pool, withTransaction } from '#app/db/pool.server.ts';
import { leaveProgram } from '#app/usecases/leaving/leave-program.ts';
import { momentShop, noon } from '#tests/support/moment-shop.ts';
import { memberWith } from '#tests/support/occasions.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

const isWaited = async () => (await pool().query('select 1 from pg_locks where not granted')).rowCount === 1;

it('C03 C62 who leaves while they are erased has left, as somebody who is known no more', async () => {
  const shop = await momentShop([]);
  const { id, customerId } = await memberWith(shop);
  const erasing = await withTransaction(async (client) => {
    await client.query(`update "Member" set "customerId" = -id, "erasedAt" = now() where id = $1`, [id]);
    const leaving = leaveProgram(shop.id, customerId, 'once', noon('2027-02-03'));
    await expect.poll(isWaited).toBe(true);
    return { leaving };
  });
  await erasing.leaving;
  const { rows } = await pool().query(
    `select "customerId"::text as who, "leftAt" is not null as left from "Member" where "shopId" = $1 order by id`,
    [shop.id],
  );
  expect(rows).toEqual([
    { who: `-${id}`, left: false },
    { who: customerId, left: true },
  ]);
});
