// Orders that webhooks have brought and no rule has seen: four paid ones of each of a hundred members in each shop.
import { at, line, order } from '#tests/support/factories.ts';
import { tell, type TestShop } from '#tests/support/shops.ts';
import { closePool, pool } from '#app/db/pool.server.ts';
import type { OrderSnapshot } from '#app/core/snapshots/order-snapshot.ts';
import type { Bench } from './bench.ts';
import { query, type Database } from './databases.ts';

export const ORDERS_A_SHOP = 400;
export const MEMBERS_A_SHOP = 100;
/** Orders of one statement, as webhooks share one. */
const BATCH = 100;

function snapshot(index: number): OrderSnapshot {
  const bought = line({ priceMinor: 1_250 + (index % 7) * 110, quantity: 1 + (index % 3) });
  const customerId = String(9_000 + (index % MEMBERS_A_SHOP));
  const second = String(index % 60).padStart(2, '0');
  const processedAt = at(`10:00:${second}`);
  return order({ customerId, processedAt, updatedAt: processedAt, lines: [bought] });
}

async function tellShop(shop: TestShop): Promise<void> {
  const snapshots = Array.from({ length: ORDERS_A_SHOP }, (_, index) => snapshot(index));
  for (let start = 0; start < snapshots.length; start += BATCH) {
    await tell(shop, ...snapshots.slice(start, start + BATCH));
  }
  // The bell is rung again once the clock runs.
  await pool().query('select graphile_worker.remove_job($1)', [`apply_orders/${shop.id}`]);
}

export type Stored = { database: Database; shops: TestShop[] };

const storing = new WeakMap<Bench, Promise<Stored>>();

/** In the database of the planted shops, once a run; it is then copied for each round. */
export function storeOrders(bench: Bench): Promise<Stored> {
  const found = storing.get(bench) ?? store(bench);
  storing.set(bench, found);
  return found;
}

async function store(bench: Bench): Promise<Stored> {
  const { database, shops } = await bench.planted();
  for (const shop of shops) await tellShop(shop);
  await closePool();
  await query(database, 'vacuum analyze');
  return { database, shops };
}
