// "Bought here on 3 May, 28.40 kept": what stays known of an order for as long as something of it is kept, whatever the program
// is or was. A pure function of what Shopify told of the order and of which discounts are ours, so that it can be reckoned
// again at any time.
import { isGivenUp, isSettled, type OrderState } from '../orders/order-target.ts';
import { receivedOf } from '../orders/order-worth.ts';
import { withKnownTips } from '../orders/facts/known-tips.ts';
import { goodwillMinor, lessGoodwill } from '../points/goodwill.ts';
import { keptMinor, SHOP } from '../points/kept-money.ts';
import type { OrderFacts } from '../snapshots/order-facts.ts';
import type { Fulfillment, OrderLine, OrderSnapshot } from '../snapshots/order-snapshot.ts';
import { dayIn } from '../values/days.ts';
import { givenAway, type OurDiscounts } from './given-away.ts';

/** Days are the shop's, money is in its minor units. */
export type KeptOrder = {
  day: string;
  /** Of the goods that are kept, after discounts and goodwill, at the prices that the shopper saw: no shipping, no tips. */
  keptMinor: number;
  /** What discounts took off what is kept: ours, and anybody else's. */
  ourMinor: number;
  othersMinor: number;
  /** Shopify's word for where it was placed. */
  source: string | null;
  /** The first day on which something of it was sent. */
  handledOn: string | null;
  /** Products of which something is kept, in the order of their ids; of one that was deleted too, as far as it was known. */
  productIds: string[];
};

export type KeptBy = {
  /** IANA name. */
  timeZone: string;
  /** False where the order's version of the program counts no test orders. */
  countsTests: boolean;
  ours: OurDiscounts;
};

/** Null while it isn't paid, and once nothing of it is kept: cancelled, given back whole, never paid, or gone. */
export function keptOrder(order: OrderState, facts: OrderFacts, by: KeptBy): KeptOrder | null {
  const newest = order.newest && withKnownTips(order.newest, facts);
  if (!newest || order.deleted || newest.cancelledAt || isGivenUp(newest)) return null;
  if (newest.status === 'refunded' || (newest.test && !by.countsTests)) return null;
  if (!goodsOf(newest).some(({ currentQuantity }) => currentQuantity > 0)) return null;
  const minor = paidMinor(newest, order.paid, facts);
  if (minor === null) return null;
  const { source, processedAt, fulfillments = [] } = newest;
  return {
    day: dayIn(by.timeZone, new Date(processedAt)),
    keptMinor: minor,
    ...givenAway(newest, by.ours),
    source,
    handledOn: handledOn(fulfillments, by.timeZone),
    productIds: productsOf(newest, facts),
  };
}

/** While an edit upward waits for its payment, what was paid for before. */
function paidMinor(newest: OrderSnapshot, paid: OrderSnapshot | null, facts: OrderFacts): number | null {
  if (isSettled(newest, facts)) return moneyKept(newest, facts);
  return paid && Math.min(moneyKept(newest, facts), moneyKept(withKnownTips(paid, facts), facts));
}

const goodsOf = ({ lines }: OrderSnapshot): OrderLine[] => lines.filter(({ tip }) => !tip);

function productsOf(snapshot: OrderSnapshot, { lines }: OrderFacts): string[] {
  const found = new Set<string>();
  for (const { lineId, productId, currentQuantity } of goodsOf(snapshot)) {
    const id = productId ?? lines[lineId]?.[0] ?? null;
    if (id !== null && currentQuantity > 0) found.add(id);
  }
  return found.size > 1 ? [...found].sort() : [...found];
}

function moneyKept(snapshot: OrderSnapshot, facts: OrderFacts): number {
  const goods = goodsOf(snapshot).reduce((sum, line) => sum + keptMinor(line, SHOP), 0);
  return lessGoodwill(goods, snapshot, goodwillMinor(snapshot, receivedOf(snapshot, facts)));
}

function handledOn(fulfillments: readonly Fulfillment[], timeZone: string): string | null {
  const sent = fulfillments.filter(({ status }) => status === 'success').map(({ createdAt }) => createdAt);
  const [first] = sent.sort();
  return first === undefined ? null : dayIn(timeZone, new Date(first));
}
