// Orders that name a voucher: each its own, of the member who pays; beside the same orders of members who hold as many and name
// none, each applied from a fresh copy of what was stored.
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { OrderSnapshot } from '#app/core/snapshots/order-snapshot.ts';
import { closePool, pool } from '#app/db/pool.server.ts';
import { applyToldOrders } from '#app/usecases/orders/apply-orders.ts';
import { at, line, order, reward, rules } from '#tests/support/factories.ts';
import { installedShop, tell, type TestShop } from '#tests/support/shops.ts';
import { ROUNDS, type Bench } from './bench.ts';
import type { Figure } from './figures.ts';
import { seedMembers, seedVouchers } from './seeded-members.ts';

const ORDERS = 2_000;
const MEMBERS = 500;
/** Orders of one statement, as webhooks share one. */
const BATCH = 100;
const OFF = 500;
const REWARD = reward({ key: 'five', gives: { kind: 'amount', minor: OFF } });

const customerOf = (nr: number): string => String(9_000 + (nr % MEMBERS));
const CUSTOMERS = Array.from({ length: ORDERS }, (_, nr) => customerOf(nr));

/** 5.00 off the first of two lines, by the code or by a hand. */
function snapshot(nr: number, code: string | null): OrderSnapshot {
  const processedAt = at(`10:00:${String(nr % 60).padStart(2, '0')}`);
  const lines = [
    line({ priceMinor: 1_250, quantity: 5, discounts: [{ application: 0, amount: [OFF, OFF] }] }),
    line({ priceMinor: 1_250 }),
  ];
  const type = code ? 'discount_code' : 'manual';
  const discounts = [{ type, title: code ?? '5.00' } as const];
  return order({ customerId: customerOf(nr), processedAt, updatedAt: processedAt, lines, discounts });
}

async function store(shop: TestShop, named: boolean): Promise<void> {
  const credits = (ORDERS / MEMBERS) * 2;
  await seedMembers(
    shop,
    [...new Set(CUSTOMERS)].map((customerId) => ({ customerId, credits, each: REWARD.cost })),
  );
  const codes = await seedVouchers(shop, REWARD, CUSTOMERS);
  for (let start = 0; start < ORDERS; start += BATCH) {
    const some = CUSTOMERS.slice(start, start + BATCH).map((_, index) => start + index);
    await tell(shop, ...some.map((nr) => snapshot(nr, named ? (codes[nr] ?? null) : null)));
  }
  await pool().query('vacuum analyze');
  // What storing left to be written isn't the rules' work.
  await pool().query('checkpoint');
  await sleep(100);
}

/** @throws Error when not every voucher that was named is used, or points were moved otherwise than by the orders' lines */
async function check(shop: TestShop, named: boolean): Promise<void> {
  const { rows } = await pool().query<{ used: number; points: number }>(
    `select (select count(*)::int from "Voucher" where "shopId" = $1 and state = 'used') as used,
       (select sum(points)::int from "Member" where "shopId" = $1) as points`,
    [shop.id],
  );
  const wanted = { used: named ? ORDERS : 0, points: ORDERS * (REWARD.cost + 70) };
  if (rows[0]?.used !== wanted.used || rows[0].points !== wanted.points) {
    throw new Error(`${JSON.stringify(rows[0])} instead of ${JSON.stringify(wanted)}`);
  }
}

/** Orders applied per second, by one process, in a shop of its own. */
async function measure(round: string, named: boolean): Promise<number> {
  const domain = `named-orders-${round}-${named ? 'with' : 'without'}.myshopify.com`;
  const shop = await installedShop({ domain, rules: rules({ rewards: [REWARD] }) });
  await store(shop, named);
  const start = performance.now();
  await applyToldOrders(shop.id);
  const seconds = (performance.now() - start) / 1_000;
  await check(shop, named);
  return ORDERS / seconds;
}

export async function namedOrdersPart(bench: Bench): Promise<Figure[]> {
  await bench.planted();
  // The first orders of a process are slower than all others.
  await measure('warm', false);
  await measure('warm', true);
  const [ours, plain]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    // In turns, because the second of a pair finds a warmer machine.
    for (const named of round % 2 === 0 ? [true, false] : [false, true]) {
      (named ? ours : plain).push(await measure(String(round), named));
    }
  }
  await closePool();
  const baseline = { name: 'orders without', values: plain };
  const name = `orders naming a voucher applied, ${MEMBERS} members`;
  return [{ part: 'named-orders', name, unit: 'orders/s', ours, baseline, wanted: 'ratio ≥ 0.8' }];
}
