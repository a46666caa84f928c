// What every customer of a shop should have at the end, by the orders as Shopify has them: no history, no ledger, no
// webhook. It stands on the promise that the end depends on nothing but what is true at Shopify.
import type { Customer, Order } from '#tests/local-shopify/shop/types.ts';
import { pointsOf } from './points.ts';
import { versionAt, type Card, type Version } from './rules.ts';
import { stampsOf, type Catalogue } from './stamps.ts';
import { settle, type TakenVoucher } from './vouchers.ts';

/** By unit: `points`, or `stamps/<card key>`. `coming` waits for payment. */
export type Sums = { has: Map<string, number>; coming: Map<string, number> };

export type TrueShop = {
  orders: Iterable<Order>;
  /** Every reward that was taken or given. */
  vouchers: readonly TakenVoucher[];
  customer: (id: string) => Customer | undefined;
  catalogue: Catalogue;
  versions: readonly Version[];
  /** How an order was counted. Heard only where it is from before the start, or was placed in the very second of a publish or a leaving out. */
  counted: (orderId: string) => Counted | undefined;
  /** Orders placed before earn nothing. */
  earnsFrom: Date;
  adjustments: readonly { customerId: string; unit: string; amount: number }[];
  /** When the merchant left them out, in whole seconds: from the first on, no longer from the second on. */
  timesLeftOut: (customerId: string) => readonly { from: string; until: string | null }[];
  /** Of somebody who left the program since, or was away, or hadn't come back, when it was placed. */
  isClosed: (order: Order) => boolean;
  /** Stamps of a free unit that an order settled on, where sizes change; the version's where it isn't known. */
  settledSize: (orderId: string, card: Card) => number;
};

export type Counted = { version: number | null; leftOut: boolean };

type Worth = { now: Map<string, number>; taken: Map<string, number> };

const NOTHING: Worth = { now: new Map(), taken: new Map() };
const PAYMENT_MAY_COME = ['authorized', 'partially_paid', 'partially_refunded', 'pending'];

export function replayShop(shop: TrueShop): Map<string, Sums> {
  const people = new Map<string, Sums>();
  const of = (id: string): Sums => {
    const sums = people.get(id) ?? { has: new Map<string, number>(), coming: new Map<string, number>() };
    people.set(id, sums);
    return sums;
  };
  for (const { customerId, unit, amount } of shop.adjustments) add(of(customerId).has, unit, amount);
  const byId = new Map([...shop.orders].map((order) => [order.id, order]));
  for (const voucher of shop.vouchers) {
    if (voucher.closed) continue;
    const { taken } = settle(voucher, (id) => byId.get(id));
    if (taken !== 0) add(of(voucher.customerId).has, 'points', -taken);
  }
  for (const order of byId.values()) {
    if (order.customerId === null || shop.isClosed(order)) continue;
    const { has, coming } = sumsOfOrder(order, shop);
    const sums = of(order.customerId);
    for (const [unit, amount] of has) add(sums.has, unit, amount);
    for (const [unit, amount] of coming) add(sums.coming, unit, amount);
  }
  return people;
}

/** What one order brings whose it is. */
export function sumsOfOrder(order: Order, shop: TrueShop): Sums {
  const { now, taken } = worthOf(order, shop);
  const sums: Sums = { has: new Map(), coming: new Map() };
  if (isSettled(order)) for (const [unit, amount] of now) add(sums.has, unit, amount);
  else if (PAYMENT_MAY_COME.includes(order.financialStatus)) sums.coming = now;
  for (const [unit, amount] of taken) add(sums.has, unit, -amount);
  return sums;
}

function add(to: Map<string, number>, unit: string, amount: number): void {
  to.set(unit, (to.get(unit) ?? 0) + amount);
}

/** Nothing outstanding; the histories pay in the end whatever was paid before. */
function isSettled({ financialStatus }: Order): boolean {
  return ['paid', 'refunded', 'partially_refunded'].includes(financialStatus);
}

/** Orders from before the start earn where the merchant let them, by the version that was chosen; null where nobody did. */
function awardedBy(versions: readonly Version[], counted: Counted | undefined): Version | null {
  return versions.find(({ number }) => number === counted?.version) ?? null;
}

function worthOf(order: Order, shop: TrueShop): Worth {
  const placedAt = new Date(order.processedAt);
  const counted = shop.counted(order.id);
  const version =
    placedAt < shop.earnsFrom
      ? awardedBy(shop.versions, counted)
      : versionAt(shop.versions, placedAt, counted?.version);
  if (!version || order.cancelledAt !== null) return NOTHING;
  const { rules } = version;
  // The histories take no free units while the program is paused (pause-program.ts).
  if (rules.paused) return NOTHING;
  if (order.test && !rules.counts.testOrders) return NOTHING;
  if (order.financialStatus === 'voided' || order.financialStatus === 'expired') return NOTHING;
  const stamps = stampsOf(order, rules, shop.catalogue, (card) => shop.settledSize(order.id, card));
  const taken = new Map([...stamps].map(([key, { takes }]) => [`stamps/${key}`, takes]));
  const tags = shop.customer(order.customerId ?? '')?.tags ?? [];
  const isOut = wasOut(shop.timesLeftOut(order.customerId ?? ''), order.processedAt, counted?.leftOut);
  const isLeftOut =
    isOut || tags.some((tag) => rules.leftOutTags.some((one) => one.toLowerCase() === tag.toLowerCase()));
  // Units that earn no more still count against their own free units.
  if (isLeftOut || order.financialStatus === 'refunded') {
    const against = [...stamps].map(
      ([key, each]) => [`stamps/${key}`, Math.min(each.brings, each.takes)] as const,
    );
    return { now: new Map(against), taken };
  }
  const now = new Map([...stamps].map(([key, { brings }]) => [`stamps/${key}`, brings]));
  return { now: now.set('points', pointsOf(order, rules)), taken };
}

/** In the second in which it changed, Shopify's times don't tell whether it was before or after: both are right. */
function wasOut(
  times: readonly { from: string; until: string | null }[],
  at: string,
  counted: boolean | undefined,
): boolean {
  const isTold = times.some(({ from, until }) => at === from || at === until);
  if (isTold && counted !== undefined) return counted;
  return times.some(({ from, until }) => from <= at && (until === null || at < until));
}
