// One thing that may happen in a shop, at Shopify or by the merchant's hand. The replay counts orders as Shopify has them
// at the end, so what an event does to an order needs no word there; what it does besides is noted in the history.
import type { Merchant } from '../world/merchant.ts';
import type { Random } from '../random.ts';
import type { ShopHistory } from '../shop-history.ts';
import type { Shopper } from '../world/shopper.ts';

export type Hands = { merchant: Merchant; shopper: Shopper };

export type TortureEvent = {
  name: string;
  /** How often beside the others. */
  weight: number;
  /**
   * Chooses by chance alone what is to happen, so that a seed draws alike; null where nothing fits. What it returns is then
   * done, and says false where that came to nothing.
   */
  draw(random: Random, history: ShopHistory, hands: Hands): (() => Promise<boolean | void>) | null;
  /** Before the numbers are compared: ends what the replay couldn't say (decision 051). */
  close?(history: ShopHistory): Promise<void>;
};

/** An order that the event may happen to, newer ones more often. */
export function pickOrder(random: Random, { orders }: ShopHistory) {
  const recent = random.chance(0.6) ? orders.slice(-40) : orders;
  return recent.length > 0 ? random.pick(recent) : null;
}
