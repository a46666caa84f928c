// A dozen events of the torture in one shop, while news come in parts and jobs run side by side; then all is told and done.
import type { QueryResultRow } from 'pg';
import { vi } from 'vitest';
import { pool } from '#app/db/pool.server.ts';
import { carryOutRequests } from '#app/usecases/members/carry-out-requests.ts';
import { applyOrders } from '#app/usecases/orders/apply-orders.ts';
import { reconcileShop } from '#app/usecases/orders/reconcile-shop.ts';
import { syncMembers } from '#app/usecases/storefront/sync-members.ts';
import type { LocalShopify } from '#tests/local-shopify/shop/local-shopify.ts';
import { comeAndGo } from '#tests/torture/events/come-and-go.ts';
import { EVENTS } from '#tests/torture/events/events.ts';
import { leaveOut } from '#tests/torture/events/leave-out.ts';
import { mergeCustomers } from '#tests/torture/events/merge-customers.ts';
import { moveClock } from '#tests/torture/events/move-clock.ts';
import { moveOrder } from '#tests/torture/events/move-order.ts';
import { drawRules, publish } from '#tests/torture/events/publish.ts';
import { eraseCustomer } from '#tests/torture/events/erase-customer.ts';
import type { Random } from '#tests/torture/random.ts';
import { NO_RULES, ShopHistory } from '#tests/torture/shop-history.ts';
import { Merchant } from '#tests/torture/world/merchant.ts';
import { ToldInParts } from './told-in-parts.ts';
import type { InstalledShop } from './use-local-shopify.ts';

const STEPS = 14;
const CUSTOMERS = 5;
/** What needs processes of its own, or all orders known. */
const NOT_HERE = [comeAndGo, eraseCustomer, moveClock];
const OFTENER = new Map([
  [leaveOut, 12],
  [moveOrder, 8],
  [mergeCustomers, 3],
  [publish, 2],
]);
const LIKELY = EVENTS.filter((one) => !NOT_HERE.includes(one)).map((one) => ({
  ...one,
  weight: OFTENER.get(one) ?? one.weight,
}));

export const tortured = {
  ask: async <R extends QueryResultRow>(text: string, values: unknown[] = []) =>
    (await pool().query<R>(text, values)).rows,
  whileUp: <T>(work: () => Promise<T>) => work(),
  moveClock: () => Promise.resolve(),
};

/** The shop must be new, and its `Date` a fake one. */
export async function playSmallHistory(
  shopify: LocalShopify,
  shop: InstalledShop,
  random: Random,
): Promise<ShopHistory> {
  const told = new ToldInParts(random.fork());
  const merchant = new Merchant(shopify, tortured);
  const history = await begin(shop, merchant, random);
  told.take(shopify);
  for (let step = 0; step < STEPS; step += 1) {
    vi.setSystemTime(Date.now() + random.pick([0, 0, 300, 1_000, 5_000]));
    await random.weighted(LIKELY).draw(random, history, { merchant })?.();
    if (random.chance(0.6)) await told.tell(random.pick([0.3, 0.7, 1]));
    if (random.chance(0.5)) await work(shop.id, random);
  }
  for (const { close } of LIKELY) await close?.(history);
  await told.tell(1);
  await rest(shop.id);
  return history;
}

async function begin({ domain, local }: InstalledShop, merchant: Merchant, random: Random) {
  const history = new ShopHistory(local, NO_RULES);
  const [like] = local.setup.customers;
  for (let many = 0; many < CUSTOMERS; many += 1)
    history.customers.push((await local.addCustomer({ ...like!, tags: [] })).id);
  history.staff.push((await local.addCustomer({ ...like!, tags: ['staff'] })).id);
  const change = drawRules(random, history);
  await merchant.publish(domain, (rules) => (history.rules = change(rules)));
  return history;
}

/** Some of the shop's jobs at once, one of them twice at times. */
async function work(shopId: number, random: Random): Promise<void> {
  const jobs = [applyOrders, applyOrders, carryOutRequests, syncMembers, reconcileShop];
  await Promise.all(jobs.filter(() => random.chance(0.5)).map((job) => job(shopId)));
}

async function rest(shopId: number): Promise<void> {
  for (const job of [reconcileShop, carryOutRequests, applyOrders, reconcileShop, applyOrders, syncMembers])
    await job(shopId);
}
