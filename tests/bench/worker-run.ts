// The real worker applies stored orders, all shops at once, on a copy of them; and what came of it.
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { enqueue } from '#app/db/enqueue.server.ts';
import { startAppProcess, type AppProcess } from '#tests/demo/app-process.ts';
import { checkLedger } from '#tests/support/ledger-check.ts';
import type { TestShop } from '#tests/support/shops.ts';
import { appEnvironment, type Bench } from './bench.ts';
import { cpuTimes } from './cpu-times.ts';
import { query, withClient, type Database } from './databases.ts';
import type { Stored } from './stored-orders.ts';

const LIMIT_MS = 120_000;

/** `cpuMs`: PostgreSQL's meanwhile; null where nobody tells. `balances`: see balancesOf. */
export type Timed = { seconds: number; cpuMs: number | null };
export type Applied = Timed & { balances: string };

/** With what PostgreSQL used meanwhile. */
export async function timed(work: () => Promise<number>): Promise<Timed> {
  const before = cpuTimes();
  const seconds = await work();
  const after = cpuTimes();
  return { seconds, cpuMs: before && after && after.PostgreSQL - before.PostgreSQL };
}

/** Every balance as one hash, and the number of entries. @throws Error when caches and entries disagree. */
async function balancesOf(database: Database): Promise<string> {
  const checking = new pg.Pool({ connectionString: database.url, max: 1 });
  try {
    await checkLedger(checking);
  } finally {
    await checking.end();
  }
  const [row] = await query<{ sums: string }>(
    database,
    `select concat_ws(' ', count(*), md5(string_agg(concat_ws('/', m."shopId", m."customerId", m.points, m.seq,
       c.stamps), ',' order by m."shopId", m."customerId"))) as sums
     from "Member" m join "MemberCard" c on c."memberId" = m.id`,
  );
  return row?.sums ?? '';
}

async function untilApplied(client: pg.Client): Promise<void> {
  const due = 'select exists (select 1 from "Order" where "appliedRevision" < revision) as due';
  for (const start = performance.now(); performance.now() - start < LIMIT_MS; await sleep(25)) {
    const { rows } = await client.query<{ due: boolean }>(due);
    if (rows[0]?.due === false) return;
  }
  throw new Error(`The worker did not apply all orders within ${LIMIT_MS} ms.`);
}

/** From the bells of all shops, in one transaction, until every order is applied. */
function ringAndWait(database: Database, shops: readonly TestShop[]): Promise<number> {
  return withClient(database, async (client) => {
    await client.query('checkpoint');
    const start = performance.now();
    await client.query('begin');
    for (const { id } of shops) await enqueue(client, 'apply_orders', { shopId: id });
    await client.query('commit');
    await untilApplied(client);
    return (performance.now() - start) / 1_000;
  });
}

/** Workers on a database without any Shopify, for as long as `work` takes. @param name of the folder of their logs */
export async function withWorkers<T>(
  bench: Bench,
  database: Database,
  { workers, name }: { workers: number; name: string },
  work: () => Promise<T>,
): Promise<T> {
  const started: AppProcess[] = [];
  try {
    for (let index = 0; index < workers; index += 1) {
      const logFolder = path.join(bench.logFolder, name, String(index));
      const env = appEnvironment(database);
      started.push(await startAppProcess({ name: 'worker', env, localShopifyUrl: '', logFolder }));
    }
    return await work();
  } finally {
    for (const worker of started) await worker.stop();
  }
}

/** Nobody installed these shops through Shopify: sync finds no token, and stops before it would call anybody. */
export function applyByWorker(
  bench: Bench,
  database: Database,
  { shops }: Stored,
  workers = 1,
): Promise<Timed> {
  return withWorkers(bench, database, { workers, name: 'apply' }, () =>
    timed(() => ringAndWait(database, shops)),
  );
}

/** Applies on a copy, which is looked through and dropped. */
export async function onCopy(
  { databases }: Bench,
  original: Database,
  apply: (copy: Database) => Promise<Timed>,
): Promise<Applied> {
  const copy = await databases.copy(original);
  try {
    const took = await apply(copy);
    return { ...took, balances: await balancesOf(copy) };
  } finally {
    await databases.drop(copy);
  }
}
