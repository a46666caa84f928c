// One case of what counts, and what it is as an order, as facts and as rules.
import { currencyExponent } from '#app/core/values/money.ts';
import { NO_FACTS, type OrderFacts } from '#app/core/snapshots/order-facts.ts';
import type { OrderSnapshot } from '#app/core/snapshots/order-snapshot.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import { line, order, rules } from '#tests/support/factories.ts';
import type { LiquidLine } from '#tests/storefront/scene/liquid-objects.ts';

/** A line of the cart, or one that checkout or the merchant adds later. Prices in minor units. */
export type CountedLine = Omit<LiquidLine, 'product'> & {
  product: LiquidLine['product'] & { priceMinor: number };
  /** Only the order has it. */
  later?: 'tip' | 'custom item';
};

export type CountsCase = {
  case: string;
  program?: Partial<ProgramRules>;
  /** The shop's. */
  currency?: string;
  /** What the shopper sees prices in; the shop's when absent. */
  paysIn?: string;
  /** `free` units are those that the function gives, and that the order then shows. */
  lines: CountedLine[];
  /** Stamps held before, and the running card's size, by card. */
  held?: Record<string, [stamps: number, size: number]>;
  /** The merchant's own discount is better, so that the function's doesn't reach the order: units, by card. */
  inVain?: Record<string, number>;
  shippingMinor?: number;
  /** What the order is worth. */
  points: number;
  stamps?: Record<string, number>;
  /** Stamps that the free units take. */
  taken?: Record<string, number>;
  /** Where Liquid can't know the points, the page states the rule in words. */
  page?: 'words';
};

/** The rules of a case: a point per main unit, one card over all products, unless it says otherwise. */
export function rulesOf({
  program,
  currency = 'EUR',
}: Pick<CountsCase, 'program' | 'currency'>): ProgramRules {
  return rules({ earn: { points: 1, perMinor: 10 ** currencyExponent(currency) }, ...program });
}

/** The merchant's own on a line, a code for the whole order, and ours by card. */
const APPLICATIONS: OrderSnapshot['discounts'] = [
  { type: 'automatic', title: 'Sale' },
  { type: 'discount_code', title: 'CODE' },
  { type: 'automatic', title: 'Coffee card' },
  { type: 'automatic', title: 'Everything card' },
];

/** The paid order that the lines become. */
export function orderOf({ lines, currency = 'EUR', shippingMinor = 0 }: Partial<CountsCase>): OrderSnapshot {
  return order({
    currency,
    presentmentCurrency: currency,
    shipping: [shippingMinor, shippingMinor],
    discounts: APPLICATIONS,
    lines: (lines ?? []).flatMap(orderLines),
  });
}

function orderLines(counted: CountedLine) {
  if (counted.components) return componentLines(counted, counted.components);
  const { product, quantity, lineDiscountMinor = 0, cartDiscountMinor = 0, later } = counted;
  const freeMinor = product.priceMinor * (counted.free ?? 0);
  const ours = APPLICATIONS.findIndex(({ title }) => title === (counted.freeTitle ?? 'Coffee card'));
  const discounts = [
    { application: 0, minor: lineDiscountMinor },
    { application: 1, minor: cartDiscountMinor },
    { application: ours, minor: freeMinor },
  ].filter(({ minor }) => minor > 0);
  return line({
    priceMinor: product.priceMinor,
    quantity,
    productId: later ? null : (product.id ?? '501'),
    variantId: later ? null : '601',
    giftCard: product.giftCard ?? false,
    tip: later === 'tip',
    discounts: discounts.map(({ application, minor }) => ({ application, amount: [minor, minor] as const })),
  });
}

/** The price of a bundle is shared among its components. */
function componentLines(bundle: CountedLine, components: readonly LiquidLine['product'][]) {
  const share = bundle.product.priceMinor / components.length;
  return components.map(({ id = '501', giftCard = false }) =>
    line({ priceMinor: share, quantity: bundle.quantity, productId: id, giftCard, bundleGroup: 'bundle' }),
  );
}

/** What the ledger asks Shopify for: collections and tags of each product. */
export function factsOf(lines: readonly CountedLine[]): OrderFacts {
  const products = lines.flatMap(({ product, components = [] }) => [product, ...components]);
  const by = <Value>(valueOf: (product: LiquidLine['product']) => Value) =>
    Object.fromEntries(products.map((product) => [product.id ?? '501', valueOf(product)]));
  return {
    ...NO_FACTS,
    collections: by(({ collections = [] }) => collections),
    productTags: by(({ tags = [] }) => tags),
    on: '2026-11-21',
  };
}
