// Two web processes and two workers beside one of each, on one machine: whether they share the work without losing an order,
// doubling one, waiting for each other's locks or asking for more connections than is stated. What they can't bring here is
// CPU, of which the machine has no more for two.
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import path from 'node:path';
import { BUDGET } from '#app/db/connections.server.ts';
import { ROUNDS, SHOPS, type Bench } from './bench.ts';
import { query } from './databases.ts';
import { percentile, type Figure } from './figures.ts';
import { ONE_OF_EACH, startApp, type Processes, type RunningApp } from './installed-shops.ts';
import { OrderStream } from './order-stream.ts';
import { untilIdle } from './running-shops.ts';
import { CONNECTIONS, sendAll } from './send-all.ts';
import { webhookRequests, type SignedOrders } from './signed-orders.ts';
import { ORDERS_A_SHOP, storeOrders, type Stored } from './stored-orders.ts';
import { applyByWorker, onCopy } from './worker-run.ts';

const RATES = [200, 400];
const SECONDS = 5;
const WEBHOOKS = CONNECTIONS * 100;
const POINTS_PER_SECOND = 2_000;
const TWO_OF_EACH: Processes = { webs: 2, workers: 2 };
const LOOK_MS = 250;

type Side = { processes: Processes; app: RunningApp; orders: OrderStream };
/** By what was measured, a value a round. */
type Values = Map<string, number[]>;

const sumOf = (budget: Readonly<Record<string, number>>) =>
  Object.values(budget).reduce((sum, each) => sum + each, 0);

const allowed = ({ webs, workers }: Processes) => webs * sumOf(BUDGET.web) + workers * sumOf(BUDGET.worker);

async function openSide(bench: Bench, name: string, processes: Processes): Promise<Side> {
  const app = await startApp(bench, name, processes);
  await app.shopify.setThrottles({ perSecond: POINTS_PER_SECOND, empty: false, shops: app.domains });
  return { processes, app, orders: await OrderStream.open(app) };
}

/** The same requests, shared by the web processes. @returns how many a second */
async function acknowledge({ app }: Side, requests: SignedOrders): Promise<number> {
  const share = requests.length / app.webs.length;
  const loads = await Promise.all(
    app.webs.map((web, index) =>
      sendAll(web, requests.slice(index * share, (index + 1) * share), CONNECTIONS / app.webs.length),
    ),
  );
  return requests.length / Math.max(...loads.map(({ seconds }) => seconds));
}

/** The highest number of the app's connections that was seen while `work` went on. */
async function mostConnections({ app }: Side, work: () => Promise<unknown>): Promise<number> {
  const count = `select count(*)::int as held from pg_stat_activity
    where datname = current_database() and application_name like 'sixth-%'`;
  const done = work().then(
    () => true,
    (error: unknown) => Promise.reject(error instanceof Error ? error : new Error(String(error))),
  );
  for (let most = 0; ;) {
    const [row] = await query<{ held: number }>(app.database, count);
    most = Math.max(most, row?.held ?? 0);
    if (await Promise.race([done, sleep(LOOK_MS, false)])) return most;
  }
}

function note(values: Values, name: string, value: number): void {
  values.set(name, [...(values.get(name) ?? []), value]);
}

async function measureSide(side: Side, requests: SignedOrders, values: Values): Promise<void> {
  const held = await mostConnections(side, async () => {
    for (const rate of RATES) {
      const { latenciesMs } = await side.orders.run(rate, SECONDS);
      note(values, `order → metafield, p95, ${rate} orders/s`, percentile(latenciesMs, 0.95));
    }
    note(values, 'webhooks acknowledged a second, workers busy', await acknowledge(side, requests));
    await untilIdle(side.app.database);
  });
  if (held > allowed(side.processes))
    throw new Error(`${held} connections, ${allowed(side.processes)} allowed`);
  note(values, 'connections at most', held);
}

/** What went wrong without being lost: locks that two waited for in a circle, and what the logs warn of. */
async function noteQuarrels(bench: Bench, { app, processes }: Side, values: Values): Promise<void> {
  const [row] = await query<{ deadlocks: number }>(
    app.database,
    'select deadlocks::int from pg_stat_database where datname = current_database()',
  );
  const most = Math.max(processes.webs, processes.workers);
  const files = Array.from({ length: most }, (_, index) => [
    path.join(app.logFolder, String(index), 'web.log'),
    path.join(app.logFolder, String(index), 'worker.log'),
  ]).flat();
  const logs = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  const warned = logs.flatMap((text) => text.split('\n')).filter((line) => /"level":[4-6]0/.test(line));
  for (const line of warned) bench.say(`  ${line.slice(0, 300)}`);
  for (let round = 0; round < ROUNDS; round += 1) {
    note(values, 'deadlocks in all rounds', row?.deadlocks ?? 0);
    note(values, 'warnings and errors logged in all rounds', warned.length);
  }
}

/** A backlog over all shops; two workers must come to the balances that one comes to. */
async function drain(bench: Bench, stored: Stored, one: Values, two: Values): Promise<void> {
  const orders = stored.shops.length * ORDERS_A_SHOP;
  const name = `backlog of ${orders} orders applied, a second`;
  for (let round = 0; round < ROUNDS; round += 1) {
    const drained = async (workers: number) =>
      onCopy(bench, stored.database, (copy) => applyByWorker(bench, copy, stored, workers));
    const alone = await drained(1);
    const together = await drained(2);
    if (alone.balances !== together.balances) throw new Error('two workers come to other balances than one');
    note(one, name, orders / alone.seconds);
    note(two, name, orders / together.seconds);
  }
}

function figures(one: Values, two: Values): Figure[] {
  return [...two].map(([name, ours]) => ({
    part: 'machines',
    name: `${name}, ${SHOPS} shops, two of each`,
    unit: name.includes('p95') ? 'ms' : '',
    ours,
    ...(/deadlocks|warnings/.test(name)
      ? { baseline: null, wanted: '0' }
      : { baseline: { name: 'one of each', values: one.get(name) ?? [] }, wanted: null }),
  }));
}

export async function machinesPart(bench: Bench): Promise<Figure[]> {
  const sides: Side[] = [];
  const one: Values = new Map();
  const two: Values = new Map();
  try {
    sides.push(await openSide(bench, 'machines-1', ONE_OF_EACH));
    sides.push(await openSide(bench, 'machines-2', TWO_OF_EACH));
    const { make } = await webhookRequests();
    for (const { orders } of sides) await orders.run(50, 2);
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const side of sides) {
        await measureSide(side, make(WEBHOOKS, side.app.domains), side === sides[0] ? one : two);
      }
    }
    for (const side of sides) {
      await noteQuarrels(bench, side, side === sides[0] ? one : two);
      await side.app.shopify.check();
    }
  } finally {
    for (const { app, orders } of sides) {
      orders.stop();
      await app.stop();
    }
  }
  await drain(bench, await storeOrders(bench), one, two);
  return figures(one, two);
}
