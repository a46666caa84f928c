// A reward from its publishing to the order that uses it, as shop, shopper and Shopify make it together.
import { randomUUID } from 'node:crypto';
import type { Reward } from '#app/core/rewards/reward-rules.ts';
import { shownHash } from '#app/core/rewards/shown-hash.ts';
import type { RewardProjection, VoucherProjection } from '#app/core/storefront/project-rewards.ts';
import type { Voucher } from '#app/db/rewards/vouchers.server.ts';
import { fetchOrder } from '#app/shopify/snapshots/fetch-order.ts';
import { syncDiscounts } from '#app/usecases/discounts/sync-discounts.ts';
import { fillCodes } from '#app/usecases/rewards/fill-codes.ts';
import { redeem } from '#app/usecases/rewards/redeem.ts';
import { syncMembers } from '#app/usecases/storefront/sync-members.ts';
import { syncProgram } from '#app/usecases/storefront/sync-program.ts';
import { requestOfCart } from '#tests/local-shopify/shop/cart-order.ts';
import type { Cart } from '#tests/local-shopify/shop/cart.ts';
import type { Metafields, Order } from '#tests/local-shopify/shop/types.ts';
import { publishRewards } from './publish-rewards.ts';
import { memberWith } from './rewards.ts';
import { tellAndApply } from './shops.ts';
import type { InstalledShop } from './use-local-shopify.ts';

/** Published, at Shopify with its codes, and in the copy that pages read. */
export async function offer(shop: InstalledShop, one: Reward): Promise<Reward> {
  await publishRewards(shop.id, [one]);
  await syncDiscounts(shop.id);
  await fillCodes(shop.id);
  await syncProgram(shop.id);
  return one;
}

/** Bought by a member who has so many points. @param minor of any amount: the one that is chosen */
export async function heldBy(
  shop: InstalledShop,
  one: Reward,
  customerId: string,
  { points = one.cost, minor }: { points?: number; minor?: number } = {},
): Promise<Voucher> {
  await memberWith(shop, points, customerId);
  const wish = { requestKey: randomUUID(), rewardKey: one.key, shown: shownHash(one), minor };
  const taken = await redeem(shop.id, customerId, wish);
  if (!taken.ok) throw new Error(taken.refusal.reason);
  await syncMembers(shop.id);
  return taken.voucher;
}

export async function sell(shop: InstalledShop, cart: Cart): Promise<Order> {
  const order = await shop.local.placeOrder(requestOfCart(shop.local, cart, { payment: 'paid' }));
  const snapshot = await fetchOrder(shop.domain, order.id);
  await tellAndApply(shop, snapshot!);
  return order;
}

/** In the shop's currency. */
export const offOf = ({ lines }: Order): number =>
  lines.flatMap(({ allocations }) => allocations).reduce((sum, { amountMinor }) => sum + amountMinor, 0);

const copyOf = (metafields: Metafields, key: string): unknown =>
  JSON.parse(Object.values(metafields).find((one) => one.key === key)?.value ?? '{}');

/** As pages read them. */
export const shownRewards = ({ local }: InstalledShop): RewardProjection[] =>
  (copyOf(local.appMetafields, 'program') as { rewards: RewardProjection[] }).rewards;

export function shownVouchers({ local }: InstalledShop, customerId: string): VoucherProjection[] {
  const { metafields } = local.customers.get(customerId)!;
  return (copyOf(metafields, 'loyalty') as { vouchers: VoucherProjection[] }).vouchers;
}
