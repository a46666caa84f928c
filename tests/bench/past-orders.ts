// Past orders read and followed, then earning, beside orders that are followed as they are told; and the memory that few and many
// of them take.
import { performance } from 'node:perf_hooks';
import { beginPastOrders, changePastOrders, pastOrdersOf } from '#app/db/past-orders/past-orders.server.ts';
import { closePool, pool } from '#app/db/pool.server.ts';
import { shopProgram } from '#app/db/program/programs.server.ts';
import { applyToldOrders } from '#app/usecases/orders/apply-orders.ts';
import { awardPast } from '#app/usecases/past-orders/award-past.ts';
import { readFile } from '#app/usecases/past-orders/read-past-file.ts';
import { settleReading } from '#app/usecases/past-orders/settle-past.ts';
import { at, line, order } from '#tests/support/factories.ts';
import { installedShop, tell, type TestShop } from '#tests/support/shops.ts';
import { ROUNDS, type Bench } from './bench.ts';
import type { Figure } from './figures.ts';
import { megabytesOf } from './megabytes-of.ts';
import { ORDERS_A_MEMBER, startPastFiles, type PastFiles } from './past-files.ts';

const FEW = 5_000;
const MANY = 50_000;
const BATCH = 200;

type Run = { read: number; given: number };

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1_000;
}

async function rowOf(shop: TestShop) {
  const [row, program] = [await pastOrdersOf(pool(), shop.id), await shopProgram(pool(), shop.id)];
  if (!row || !program) throw new Error('the shop has no past orders');
  return { row, past: { ...shop, program } };
}

/** The steps of the job, without its waits for another. */
async function readAll(shop: TestShop): Promise<void> {
  const { row, past } = await rowOf(shop);
  await readFile(past, row);
  await applyToldOrders(shop.id);
  await changePastOrders(pool(), shop.id, 'alone', { step: 'settling' });
  await settleReading(past, row);
}

async function giveAll(shop: TestShop): Promise<void> {
  await changePastOrders(pool(), shop.id, 'read', { step: 'awarding', awardedOn: '2026-11-21' });
  const { row, past } = await rowOf(shop);
  await awardPast(past, row);
  await applyToldOrders(shop.id);
}

/** @throws Error when a member lacks anything */
async function check({ id }: TestShop, orders: number): Promise<void> {
  const { rows } = await pool().query<{ members: number; orders: number; points: boolean }>(
    `select count(*)::int as members, sum("keptOrders")::int as orders, min(points) = max(points) and min(points) > 0 as points
     from "Member" where "shopId" = $1`,
    [id],
  );
  const wanted = { members: orders / ORDERS_A_MEMBER, orders, points: true };
  if (JSON.stringify(rows[0]) !== JSON.stringify(wanted)) throw new Error(JSON.stringify(rows[0]));
}

async function bring(files: PastFiles, orders: number): Promise<Run> {
  const shop = await installedShop();
  await beginPastOrders(pool(), shop.id, { sinceDay: null, askedBy: '1', at: new Date() });
  const file = { step: 'reading', url: files.of(orders), found: orders } as const;
  await changePastOrders(pool(), shop.id, 'asked', file);
  const read = orders / (await timed(() => readAll(shop)));
  const given = orders / (await timed(() => giveAll(shop)));
  await check(shop, orders);
  return { read, given };
}

/** The same orders, told after the program began. */
async function follow(orders: number): Promise<number> {
  const shop = await installedShop();
  for (let nr = 0; nr < orders; nr += BATCH) {
    const told = Array.from({ length: Math.min(BATCH, orders - nr) }, (_, index) => {
      const customerId = String(7_000_000 + Math.floor((nr + index) / ORDERS_A_MEMBER));
      const times = { processedAt: at('10:00'), updatedAt: at('10:00') };
      return order({ customerId, ...times, lines: [line({ quantity: 2 })] });
    });
    await tell(shop, ...told);
  }
  const seconds = await timed(() => applyToldOrders(shop.id));
  await check(shop, orders);
  return orders / seconds;
}

export async function pastOrdersPart(bench: Bench): Promise<Figure[]> {
  await bench.planted();
  const files = await startPastFiles();
  try {
    // The first of a process are slower than all others.
    await follow(FEW);
    await bring(files, FEW);
    const runs: (Run & { told: number })[] = [];
    for (let round = 0; round < ROUNDS; round += 1)
      runs.push({ told: await follow(FEW), ...(await bring(files, FEW)) });
    const few = await megabytesOf(() => bring(files, FEW));
    const many = await megabytesOf(() => bring(files, MANY));
    const values = (of: keyof (typeof runs)[number]) => runs.map((run) => run[of]);
    const baseline = { name: 'apply_orders of as many that were told', values: values('told') };
    const speed = { part: 'past-orders', unit: 'orders/s', baseline, wanted: 'ratio ≥ 0.5' };
    return [
      { ...speed, name: '5,000 past orders read and followed', ours: values('read') },
      { ...speed, name: '5,000 past orders made to earn', ours: values('given') },
      {
        part: 'past-orders',
        name: '50,000 past orders brought in: memory in use',
        unit: 'MB',
        ours: [many],
        baseline: { name: 'of 5,000', values: [few] },
        wanted: 'ratio ≤ 1.2',
      },
    ];
  } finally {
    await closePool();
    await files.stop();
  }
}
