// The health of the published cards' discounts, by what the last sync wrote down: nothing is asked of Shopify.
import { cardRewardKey, cardValue } from '#app/core/discounts/card-reward.ts';
import { discountHealth, type DiscountHealth, type WayOfCard } from '#app/core/discounts/discount-health.ts';
import type { StampCard } from '#app/core/program/card-rules.ts';
import { rewardValueHash } from '#app/core/rewards/reward-value.ts';
import { knownRewardDiscounts } from '#app/db/discounts/known-reward-discounts.server.ts';
import { cardDiscounts } from '#app/db/discounts/shop-discounts.server.ts';
import { grantedScopes } from '#app/db/shop/shops.server.ts';
import { cardWays, type KeptCardWay } from '#app/db/stamps/card-ways.server.ts';
import { pool } from '#app/db/pool.server.ts';

/** @param cards the published ones */
export async function readDiscountHealth(
  shop: { id: number; domain: string },
  cards: readonly StampCard[],
): Promise<DiscountHealth[]> {
  if (cards.length === 0) return [];
  const ways = (await cardWays(pool(), shop.id)).filter(({ way }) => way !== 'cart');
  const ofCodes = ways.length > 0 ? await knownRewardDiscounts(pool(), shop.id) : [];
  const known = [...(await cardDiscounts(pool(), shop.id)), ...ofCodes];
  const scopes = await grantedScopes(pool(), shop.domain);
  // Without a session there is nothing to grant: that the app must be opened again is told elsewhere.
  const mayManage = scopes === null || scopes.includes('write_discounts');
  const told = ways.map((one): [string, WayOfCard] => [one.cardKey, wayOf(one, cards)]);
  return discountHealth(cards, known, mayManage, Object.fromEntries(told));
}

function wayOf({ cardKey, way }: KeptCardWay, cards: readonly StampCard[]): WayOfCard {
  const card = cards.find(({ key }) => key === cardKey);
  const value = card ? cardValue(card) : null;
  return { way, codesOf: value && `reward/${cardRewardKey(cardKey)}/${rewardValueHash(value)}/` };
}
