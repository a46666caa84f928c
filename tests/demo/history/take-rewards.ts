// Some of the demo's customers spend their points: at a week's end they take a reward, and their next order names its code.
import { shownHash } from '#app/core/rewards/shown-hash.ts';
import { pool } from '#app/db/pool.server.ts';
import { findShop } from '#app/db/shop/shops.server.ts';
import { redeem } from '#app/usecases/rewards/redeem.ts';
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import { DEMO_REWARDS } from '../demo-rewards.ts';
import type { PlannedOrder } from './planned-order.ts';

/** What they take as often as their points allow. */
const FAVOURITES: Record<string, string> = {
  'camille.durand@example.com': 'five-off',
  'hana.novak@example.com': 'five-off',
  'liam.walsh@example.com': 'free-shipping',
  'sofia.marino@example.com': 'five-off',
};

/** Codes by buyer, of those who have the points. What was taken before an interruption is found again. */
export async function takeRewards(
  shop: LocalShop,
  week: number,
  orders: readonly PlannedOrder[],
): Promise<Map<string, string>> {
  const codes = new Map<string, string>();
  for (const { buyer } of orders) {
    const code = buyer !== null && buyer in FAVOURITES ? await takeOne(shop, week, buyer) : null;
    if (buyer !== null && code !== null) codes.set(buyer, code);
  }
  return codes;
}

/** Null for who can't have it now. */
async function takeOne(shop: LocalShop, week: number, email: string): Promise<string | null> {
  const reward = DEMO_REWARDS.find(({ key }) => key === FAVOURITES[email]);
  const customer = [...shop.customers.values()].find((one) => one.email === email);
  const known = await findShop(pool(), shop.domain);
  if (!reward || !customer || !known) return null;
  const requestKey = `demo-${week}-${customer.id}`;
  const wish = { requestKey, rewardKey: reward.key, shown: shownHash(reward) };
  const taken = await redeem(known.id, customer.id, wish);
  return taken.ok ? taken.voucher.code : null;
}
