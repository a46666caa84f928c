// While a large file is applied, others write members of it: an order of the last one is written as ever, and none waits in a circle.
import { expect, it, vi } from 'vitest';
import { lockMembers } from '#app/db/members/members.server.ts';
import { pool, withTransaction } from '#app/db/pool.server.ts';
import { goOnMoving } from '#app/usecases/moving-in/go-on-moving.ts';
import { sayAboutMoving } from '#app/usecases/moving-in/say-about-moving.ts';
import { nextId } from '#tests/support/factories.ts';
import { readyFile } from '#tests/support/moving-file.ts';
import { installedShop, type TestShop } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

/** One more than are applied at once. */
const MANY = 1_001;

async function members(shop: TestShop): Promise<{ id: string; customerId: string }[]> {
  const { rows } = await pool().query<{ id: string; customerId: string }>(
    `insert into "Member" ("shopId", "customerId", "joinedAt") select $1, c, now() from unnest($2::bigint[]) as c
     returning id::text, "customerId"::text as "customerId"`,
    [shop.id, Array.from({ length: MANY }, () => nextId())],
  );
  return rows;
}

async function untilOneWaits(): Promise<void> {
  await vi.waitFor(async () => {
    const { rowCount } = await pool().query(
      `select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
    );
    expect(rowCount).toBeGreaterThan(0);
  }, 20_000);
}

it('C94 C136 whoever holds the last member of a file gets the day’s figure while it is applied', async () => {
  const shop = await installedShop();
  const all = await members(shop);
  const id = await readyFile(
    shop,
    all.map(({ customerId }) => ({ who: customerId, points: 2 })),
  );
  await sayAboutMoving(shop.id, { do: 'apply', id });
  let applying: Promise<unknown> = Promise.resolve();
  await withTransaction(async (client) => {
    await lockMembers(client, shop.id, { customerIds: [], memberIds: [all.at(-1)!.id] }, new Date());
    applying = goOnMoving(shop.id);
    await untilOneWaits();
    await client.query(
      `insert into "DailyFigure" as f ("shopId", day, kind, amount)
       select id, (now() at time zone "timeZone")::date, 'points-given', 0 from "Shop" where id = $1
       on conflict ("shopId", day, kind) do update set amount = f.amount + excluded.amount`,
      [shop.id],
    );
  });
  await applying;
  const { rows } = await pool().query<{ points: number }>(
    'select sum(points)::int as points from "Member" where "shopId" = $1',
    [shop.id],
  );
  expect(rows[0]!.points).toBe(2 * MANY);
});
