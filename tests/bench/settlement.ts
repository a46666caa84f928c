// Settling free units: orders of which some units were free beside the same orders without, each applied from a fresh copy
// of what was stored.
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { OrderSnapshot } from '#app/core/snapshots/order-snapshot.ts';
import { closePool, pool } from '#app/db/pool.server.ts';
import { applyToldOrders } from '#app/usecases/orders/apply-orders.ts';
import { nameCards } from '#tests/support/card-titles.ts';
import { at, line, order } from '#tests/support/factories.ts';
import { installedShop, tell, type TestShop } from '#tests/support/shops.ts';
import type { Bench } from './bench.ts';
import type { Figure } from './figures.ts';

const ROUNDS = 5;
const ORDERS = 2_000;
const MEMBERS = 500;
/** Orders of one statement, as webhooks share one. */
const BATCH = 100;
const PRICE = 1_250;

/** Six units on one line, or two lines of five and one; the sixth free, where any is. */
function snapshot(index: number, free: boolean): OrderSnapshot {
  const off = free ? [{ application: 0, amount: [PRICE, PRICE] as const }] : [];
  const split = index % 2 === 0;
  const lines = split
    ? [line({ priceMinor: PRICE, quantity: 5 }), line({ priceMinor: PRICE, discounts: off })]
    : [line({ priceMinor: PRICE, quantity: 6, discounts: off })];
  const processedAt = at(`10:00:${String(index % 60).padStart(2, '0')}`);
  return order({
    customerId: String(9_000 + (index % MEMBERS)),
    processedAt,
    updatedAt: processedAt,
    lines,
    discounts: free ? [{ type: 'automatic', title: 'Coffee card' }] : [],
  });
}

async function store(shop: TestShop, free: boolean): Promise<void> {
  for (let start = 0; start < ORDERS; start += BATCH) {
    await tell(shop, ...Array.from({ length: BATCH }, (_, index) => snapshot(start + index, free)));
  }
  await pool().query('vacuum analyze');
  // What storing left to be written isn't the rules' work.
  await pool().query('checkpoint');
  await sleep(100);
}

/** @throws Error when the members' stamps aren't what the orders bring. */
async function checkStamps(shop: TestShop, wanted: number): Promise<void> {
  const { rows } = await pool().query<{ stamps: number }>(
    'select coalesce(sum(stamps), 0)::int as stamps from "MemberCard" where "shopId" = $1',
    [shop.id],
  );
  if (rows[0]?.stamps !== wanted) throw new Error(`${rows[0]?.stamps} stamps instead of ${wanted}`);
}

/** Orders applied per second, by one process, in a shop of its own. */
async function measure(round: string, free: boolean): Promise<number> {
  const shop = await installedShop({ domain: `settlement-${round}-${free ? 'free' : 'paid'}.myshopify.com` });
  await nameCards(shop);
  await store(shop, free);
  const start = performance.now();
  await applyToldOrders(shop.id);
  const seconds = (performance.now() - start) / 1_000;
  await checkStamps(shop, free ? 0 : ORDERS * 6);
  return ORDERS / seconds;
}

export async function settlementPart(bench: Bench): Promise<Figure[]> {
  await bench.planted();
  // The first orders of a process are slower than all others.
  await measure('warm', false);
  await measure('warm', true);
  const [ours, plain]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    // In turns, because the second of a pair finds a warmer machine.
    for (const free of round % 2 === 0 ? [true, false] : [false, true]) {
      (free ? ours : plain).push(await measure(String(round), free));
    }
  }
  await closePool();
  const baseline = { name: 'orders without', values: plain };
  const name = `orders with a free unit applied, ${MEMBERS} members`;
  return [{ part: 'settlement', name, unit: 'orders/s', ours, baseline, wanted: 'ratio ≥ 0.85' }];
}
