// Orders applied: the real worker beside the plainest correct transaction, one order each, over eight connections.
// Each round both start from a fresh copy of the same stored orders, and must end with the same balances.
import { execFile } from 'node:child_process';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { enqueue } from '#app/db/enqueue.server.ts';
import { startAppProcess } from '#tests/demo/app-process.ts';
import { checkLedger } from '#tests/support/ledger-check.ts';
import type { TestShop } from '#tests/support/shops.ts';
import { appEnvironment, type Bench } from './bench.ts';
import { query, withClient, type Database } from './databases.ts';
import type { Figure } from './figures.ts';
import { MEMBERS_A_SHOP, ORDERS_A_SHOP, storeOrders } from './stored-orders.ts';

const ROUNDS = 3;
const LIMIT_MS = 120_000;
const plainScript = path.join(import.meta.dirname, 'plain-apply.ts');

type Stored = Awaited<ReturnType<typeof storeOrders>>;
type Applied = { seconds: number; balances: string };

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

async function applyByWorker(bench: Bench, database: Database, shops: readonly TestShop[]): Promise<number> {
  const worker = await startAppProcess({
    name: 'worker',
    env: appEnvironment(database),
    // Nobody installed through Shopify: sync finds no token, and stops before it would call anybody.
    localShopifyUrl: '',
    logFolder: path.join(bench.logFolder, 'apply'),
  });
  try {
    return await ringAndWait(database, shops);
  } finally {
    await worker.stop();
  }
}

async function applyPlainly(database: Database): Promise<number> {
  await query(database, 'checkpoint');
  const env = { ...process.env, ...appEnvironment(database) };
  const { stdout } = await promisify(execFile)(process.execPath, [plainScript], { env });
  return (JSON.parse(stdout) as { seconds: number }).seconds;
}

async function onCopy(
  { databases }: Bench,
  original: Database,
  apply: (copy: Database) => Promise<number>,
): Promise<Applied> {
  const copy = await databases.copy(original);
  try {
    const seconds = await apply(copy);
    return { seconds, balances: await balancesOf(copy) };
  } finally {
    await databases.drop(copy);
  }
}

async function measureRound(bench: Bench, { database, shops }: Stored) {
  const plain = await onCopy(bench, database, applyPlainly);
  const ours = await onCopy(bench, database, (copy) => applyByWorker(bench, copy, shops));
  if (ours.balances !== plain.balances || !ours.balances.startsWith(`${shops.length * MEMBERS_A_SHOP} `)) {
    throw new Error(`Balances differ: ours ${ours.balances}, plain ${plain.balances}`);
  }
  return { plain: plain.seconds, ours: ours.seconds };
}

export async function applyPart(bench: Bench): Promise<Figure[]> {
  const stored = await storeOrders(bench);
  const orders = stored.shops.length * ORDERS_A_SHOP;
  const rounds: Awaited<ReturnType<typeof measureRound>>[] = [];
  for (let round = 0; round < ROUNDS; round += 1) rounds.push(await measureRound(bench, stored));
  const values = (of: 'plain' | 'ours') => rounds.map((round) => orders / round[of]);
  const baseline = { name: 'one transaction each, 8 connections', values: values('plain') };
  const name = `orders applied, ${stored.shops.length} shops, ${stored.shops.length * MEMBERS_A_SHOP} members`;
  return [{ part: 'apply', name, unit: 'orders/s', ours: values('ours'), baseline, wanted: 'ratio ≥ 1.0' }];
}
