// C94 A lost connection ends no process, wherever it is lost: these tests run in the process that would end.
import type pg from 'pg';
import { expect, test } from 'vitest';
import { prisma } from '#app/db/client.server.ts';
import { mustHoldDiscountLock, withDiscountLock } from '#app/db/discounts/discount-lock.server.ts';
import { pool, withTransaction } from '#app/db/pool.server.ts';
import { queuePool } from '#app/db/queue-pool.server.ts';
import { httpStatus } from '#app/errors.ts';
import { isConnectionLost } from '#app/lost-connection.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

const failure = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => error,
  );

/** As a failover does it, from outside: every connection of the app. */
async function cutAll(): Promise<void> {
  await pool().query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where application_name like 'sixth-%' and datname = current_database() and pid <> pg_backend_pid()`,
  );
}

/** An idle connection may still be in the pool when it is cut; whoever gets that one tries again. */
const goesOn = (pgPool: pg.Pool) =>
  expect
    .poll(() =>
      pgPool.query('select 1').then(
        ({ rowCount }) => rowCount,
        () => 0,
      ),
    )
    .toBe(1);

test('C94 in a transaction, by its own statement or from outside: the work fails, and the next goes on', async () => {
  const own = withTransaction((client) => client.query('select pg_terminate_backend(pg_backend_pid())'));
  expect(isConnectionLost(await failure(own))).toBe(true);
  const idle = withTransaction(async (client) => {
    await cutAll();
    return client.query('select 1');
  });
  const lost = await failure(idle);
  expect(isConnectionLost(lost)).toBe(true);
  expect(httpStatus(lost)).toBe(503);
  await goesOn(pool());
});

test('C94 while a shop’s discounts are looked after', async () => {
  const work = withDiscountLock(1, async (client) => {
    await mustHoldDiscountLock(client);
    await cutAll();
    // Before Shopify is told anything: another may hold the lock by now.
    return mustHoldDiscountLock(client);
  });
  expect(isConnectionLost(await failure(work))).toBe(true);
  await withDiscountLock(1, async (client) => void (await client.query('select 1')));
});

test('C94 of the queue’s own connections, idle and taken', async () => {
  const queue = queuePool();
  const [taken, idle] = [await queue.connect(), await queue.connect()];
  idle.release();
  await cutAll();
  expect(isConnectionLost(await failure(taken.query('select 1')))).toBe(true);
  taken.release();
  await goesOn(queue);
  await queue.end();
});

test('C94 of Shopify’s sessions', async () => {
  const sessions = () =>
    prisma()
      .session.count()
      .catch((error: unknown) => isConnectionLost(error));
  expect(await sessions()).toBe(0);
  await cutAll();
  await expect.poll(sessions).toBe(0);
});

test('C94 of Shopify’s sessions, in the middle of writing one: no place in their small pool is lost', async () => {
  const data = { id: 'offline_x', shop: 'x.myshopify.com', state: '', isOnline: false, accessToken: '' };
  const write = () => prisma().session.upsert({ where: { id: data.id }, update: data, create: data });
  await pool().query(
    `create function cut_off() returns trigger language plpgsql as $$ begin
       perform pg_terminate_backend(pg_backend_pid()); return new; end $$;
     create trigger cut_off before insert on "Session" for each row execute function cut_off()`,
  );
  for (let tries = 0; tries < 4; tries += 1) {
    expect(isConnectionLost(await failure(write()))).toBe(true);
  }
  await pool().query('drop trigger cut_off on "Session"');
  expect(await write()).toMatchObject({ id: data.id });
});

test('a row that another holds for too long is the same to a web: later', async () => {
  await pool().query(`insert into "TokenLease" (shop, holder, until) values ('x', 'y', now())`);
  await withTransaction(async (client) => {
    await client.query('select 1 from "TokenLease" for update');
    const waited = await failure(pool().query('delete from "TokenLease"'));
    expect(isConnectionLost(waited)).toBe(true);
    expect(httpStatus(waited)).toBe(503);
  });
});

test('what isn’t the connection’s is no lost connection', async () => {
  const refused = await failure(pool().query('select 1 / 0'));
  expect(isConnectionLost(refused)).toBe(false);
  expect(httpStatus(refused)).toBe(500);
  expect(isConnectionLost('ECONNREFUSED')).toBe(false);
});
