// A dozen events of the torture in one shop, while news come in parts and jobs run side by side; then all is told and done.
import pg, { type QueryResultRow } from 'pg';
import { vi } from 'vitest';
import { pool } from '#app/db/pool.server.ts';
import { PROXY_ACTIONS } from '#app/proxy/actions.ts';
import { syncDiscounts } from '#app/usecases/discounts/sync-discounts.ts';
import { carryOutRequests } from '#app/usecases/members/carry-out-requests.ts';
import { applyOrders } from '#app/usecases/orders/apply-orders.ts';
import { reconcileShop } from '#app/usecases/orders/reconcile-shop.ts';
import { fillCodes } from '#app/usecases/rewards/fill-codes.ts';
import { releaseVouchers } from '#app/usecases/rewards/release-vouchers.ts';
import { syncMembers } from '#app/usecases/storefront/sync-members.ts';
import { syncProgram } from '#app/usecases/storefront/sync-program.ts';
import type { LocalShopify } from '#tests/local-shopify/shop/local-shopify.ts';
import { comeAndGo } from '#tests/torture/events/come-and-go.ts';
import { EVENTS } from '#tests/torture/events/events.ts';
import { leaveOut } from '#tests/torture/events/leave-out.ts';
import { mergeCustomers } from '#tests/torture/events/merge-customers.ts';
import { moveClock } from '#tests/torture/events/move-clock.ts';
import { pauseProgram } from '#tests/torture/events/pause-program.ts';
import { breakCodes } from '#tests/torture/events/break-codes.ts';
import { giveBack } from '#tests/torture/events/give-back.ts';
import { giveReward, takeBackReward } from '#tests/torture/events/give-reward.ts';
import { redeem } from '#tests/torture/events/redeem.ts';
import { moveOrder } from '#tests/torture/events/move-order.ts';
import { takeCodeOff } from '#tests/torture/events/take-code-off.ts';
import { drawRules, publish } from '#tests/torture/events/publish.ts';
import { eraseCustomer } from '#tests/torture/events/erase-customer.ts';
import type { Random } from '#tests/torture/random.ts';
import { NO_RULES, ShopHistory } from '#tests/torture/shop-history.ts';
import { Merchant } from '#tests/torture/world/merchant.ts';
import { Shopper, type Ask } from '#tests/torture/world/shopper.ts';
import { ToldInParts } from './told-in-parts.ts';
import type { InstalledShop } from './use-local-shopify.ts';

const STEPS = 14;
const CUSTOMERS = 5;
/** What needs processes of its own, all orders known, or seconds that pass by themselves. */
const NOT_HERE = [comeAndGo, eraseCustomer, moveClock, pauseProgram];
const OFTENER = new Map([
  [leaveOut, 12],
  [moveOrder, 8],
  [mergeCustomers, 3],
  [publish, 2],
  [redeem, 30],
  [giveBack, 8],
  [giveReward, 4],
  [takeBackReward, 3],
  [breakCodes, 2],
  [takeCodeOff, 3],
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

/** What a shop's page asks, without the way to us. */
const askInProcess: Ask = async ({ domain, customerId, action, body }) => {
  const path = `/proxy/${action}`;
  const answer = PROXY_ACTIONS.find((one) => one.path === path)?.answer;
  if (!answer) throw new Error(`nobody answers ${path}`);
  const caller = { shopDomain: domain, customerId, path: '/apps/sixth' };
  return answer(caller, Buffer.from(JSON.stringify({ ...body, language: 'en' })));
};

/** The shop must be new, and its `Date` a fake one. */
export async function playSmallHistory(
  shopify: LocalShopify,
  shop: InstalledShop,
  random: Random,
): Promise<ShopHistory> {
  const told = new ToldInParts(random.fork());
  const hands = { merchant: new Merchant(shopify, tortured), shopper: new Shopper(askInProcess) };
  const history = await begin(shop, hands.merchant, random);
  told.take(shopify);
  for (let step = 0; step < STEPS; step += 1) {
    vi.setSystemTime(Date.now() + random.pick([0, 0, 300, 1_000, 5_000]));
    await random.weighted(LIKELY).draw(random, history, hands)?.();
    if (random.chance(0.6)) await told.tell(random.pick([0.3, 0.7, 1]));
    if (random.chance(0.5)) await work(shop.id, random);
  }
  for (const { close } of LIKELY) await close?.(history);
  await told.tell(1);
  await rest(shop.id);
  return history;
}

async function begin({ id, domain, local }: InstalledShop, merchant: Merchant, random: Random) {
  const history = new ShopHistory(local, NO_RULES);
  const [like] = local.setup.customers;
  for (let many = 0; many < CUSTOMERS; many += 1)
    history.customers.push((await local.addCustomer({ ...like!, tags: [] })).id);
  history.staff.push((await local.addCustomer({ ...like!, tags: ['staff'] })).id);
  const change = drawRules(random, history);
  await merchant.tellEverybody(domain);
  await merchant.publish(domain, (rules) => (history.rules = change(rules)));
  for (const customerId of history.customers) await buyMuch(history, customerId);
  const known = [reconcileShop, applyOrders, syncMembers];
  for (const job of [syncProgram, syncDiscounts, fillCodes, ...known]) await job(id);
  return history;
}

/** So that everybody has points to spend. */
async function buyMuch(history: ShopHistory, customerId: string): Promise<void> {
  const { shop } = history;
  const lines = [{ variantId: shop.products[0]!.variants[0]!.id, quantity: 8 }];
  const { id } = await shop.placeOrder({ customerId, lines, payment: 'paid', locale: 'en' });
  const placed = { id, everPaid: false, exchanged: false, favoured: false };
  history.orders.push(placed);
  history.note(placed, 'buys much');
}

/** Some of the shop's jobs at once, one of them twice at times. */
async function work(shopId: number, random: Random): Promise<void> {
  const jobs = [applyOrders, applyOrders, carryOutRequests, syncMembers, reconcileShop];
  const ofRewards = [releaseVouchers, releaseVouchers, syncDiscounts, fillCodes, syncProgram];
  const rung = [...jobs, ...ofRewards].filter(() => random.chance(0.5));
  await Promise.all(rung.map((job) => asQueued(() => job(shopId))));
}

const DEADLOCK = '40P01';

/** The queue tries again what PostgreSQL ended because two waited for each other, as a new customer's order and a merge may. */
async function asQueued(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.code !== DEADLOCK) throw error;
    await asQueued(work);
  }
}

async function rest(shopId: number): Promise<void> {
  const told = [reconcileShop, carryOutRequests, applyOrders, reconcileShop, applyOrders];
  for (const job of [...told, syncDiscounts]) await job(shopId);
  // A look at every code, and those that are missing healed; what waits for the clock, twice: gone, and gone for long enough.
  for (let hour = 0; hour < 3; hour += 1) {
    await anHourLater(shopId);
    for (const job of [reconcileShop, fillCodes, releaseVouchers]) await job(shopId);
  }
  await syncMembers(shopId);
}

/** The database's clock isn't moved here, so what waits for it is put back. */
async function anHourLater(shopId: number): Promise<void> {
  await pool().query('update "ShopDiscount" set "sweptAt" = null where "shopId" = $1', [shopId]);
  await pool().query(
    `update "Voucher" set "goneSince" = "goneSince" - interval '1 hour', "missingSince" = "missingSince" - interval '1 hour',
       "lookAt" = case when state = 'releasing' then now() - interval '1 second' end where "shopId" = $1`,
    [shopId],
  );
}
