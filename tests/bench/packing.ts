// Orders applied where something is put into parcels, beside the same orders without.
import type { MomentRule } from '#app/core/moments/moment-rule.ts';
import { packingMoment } from '#tests/support/packing.ts';
import { ROUNDS, type Bench } from './bench.ts';
import { query, type Database } from './databases.ts';
import type { Figure } from './figures.ts';
import { MEMBERS_A_SHOP, ORDERS_A_SHOP, storeOrders } from './stored-orders.ts';
import { applyByWorker, onCopy } from './worker-run.ts';

/** A jar with the first order, a recipe with every third: each member has four. */
const LISTS = [packingMoment('jar', { n: 1 }), packingMoment('recipe', { n: 3, every: true })];
const TASKS_A_MEMBER = 2;

/** A version is never changed; here it is another shop's that never was. Shopify has counted everybody's orders already: none. */
async function begin(copy: Database, moments: readonly MomentRule[]): Promise<void> {
  const rules = JSON.stringify(moments);
  await query(
    copy,
    `set session_replication_role = replica; update "ProgramVersion" set rules = jsonb_set(rules::jsonb, '{moments}', '${rules}')`,
  );
  await query(
    copy,
    `insert into "Member" ("shopId", "customerId", "joinedAt", "ordersAtShopify", "ordersAskedAt")
     select s.id, 9000 + nr, '2026-11-21', 0, '2026-11-21' from "Shop" s, generate_series(0, ${MEMBERS_A_SHOP - 1}) as nr`,
  );
}

/** @throws Error where parcels lack something */
async function checkTasks(copy: Database, wanted: number): Promise<void> {
  const [row] = await query<{ tasks: number }>(copy, 'select count(*)::int as tasks from "Task"');
  if (row?.tasks !== wanted) throw new Error(`${row?.tasks} tasks instead of ${wanted}`);
}

/** Tasks change no balance: both end with the same. */
export async function packingPart(bench: Bench): Promise<Figure[]> {
  const stored = await storeOrders(bench);
  const orders = stored.shops.length * ORDERS_A_SHOP;
  const taken: Record<'on' | 'off', number[]> = { on: [], off: [] };
  const balances = new Set<string>();
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const which of ['off', 'on'] as const) {
      const applied = await onCopy(bench, stored.database, async (copy) => {
        await begin(copy, which === 'on' ? LISTS : []);
        const took = await applyByWorker(bench, copy, stored);
        await checkTasks(copy, which === 'on' ? TASKS_A_MEMBER * MEMBERS_A_SHOP * stored.shops.length : 0);
        return took;
      });
      balances.add(applied.balances);
      taken[which].push(orders / applied.seconds);
    }
  }
  if (balances.size !== 1) throw new Error('balances differ');
  const baseline = { name: 'without packing lists', values: taken.off };
  const name = 'orders applied with packing lists on';
  return [{ part: 'packing', name, unit: 'orders/s', ours: taken.on, baseline, wanted: 'ratio ≥ 0.8' }];
}
