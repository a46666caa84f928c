// What every discount of the shop would take off a cart: the merchant's own, codes, and those of our app.
import { statusAt } from './automatic-discount.ts';
import type { AutomaticDiscount } from './automatic-discount.ts';
import { bestDiscounts } from './best-offers.ts';
import { ratedOf } from './cart.ts';
import type { Cart, CartLine, LineTake } from './cart.ts';
import type { CodeDiscount } from './code-discount.ts';
import { termsOfCode } from './discount-codes.ts';
import type { CodeTerms } from './discount-codes.ts';
import { functionOffers } from './function-offers.ts';
import type { LocalShop } from './local-shop.ts';
import { shownLineMinor } from './money.ts';
import type { LinePrices } from './off-order.ts';
import type { Offer, OrderChoice, OrderOffer, ProductOffer } from './offers.ts';
import { sum } from './order-totals.ts';
import { spread } from './spread.ts';
import type { DiscountRequest, DiscountValue, Product } from './types.ts';

/** A line with what it is of; null for gift cards, which no discount lowers, and for what is gone. */
type Goods = { line: CartLine; index: number; product: Product; priceMinor: number };

/** What a cart gets now, in the order in which an order lists it. */
export function discountsOfCart(shop: LocalShop, cart: Cart): DiscountRequest[] {
  const goods = goodsOf(shop, cart);
  const offers = [...automaticOffers(shop, cart, goods), ...codeOffers(shop, cart, goods)];
  return bestDiscounts(offers, pricesOfCart(shop, cart));
}

export function pricesOfCart(shop: LocalShop, cart: Cart): LinePrices {
  const goods = goodsOf(shop, cart);
  const rated = ratedOf(shop, cart);
  const prices = cart.lines.map(({ variantId }) => shop.variant(variantId)?.variant.priceMinor ?? 0);
  const shown = (line: number, minor: number) => shownLineMinor(rated, prices[line] ?? 0, minor);
  const costs = cart.lines.map(({ quantity }, line) => (prices[line] ?? 0) * quantity);
  return {
    worth: costs.map((cost, line) => (goods.some(({ index }) => index === line) ? cost : 0)),
    subtotal: costs.map((cost, line) => shown(line, cost)),
    shown,
    least: shop.unsettled.leastSubtotal,
  };
}

function goodsOf(shop: LocalShop, cart: Cart): Goods[] {
  return cart.lines.flatMap((line, index) => {
    const found = shop.variant(line.variantId);
    if (!found || found.product.giftCard) return [];
    return [{ line, index, product: found.product, priceMinor: found.variant.priceMinor }];
  });
}

function automaticOffers(shop: LocalShop, cart: Cart, goods: Goods[]): (ProductOffer | OrderOffer)[] {
  const active = shop.automaticDiscounts.values().filter((one) => statusAt(one, shop.now()) === 'ACTIVE');
  return active.flatMap((discount): (ProductOffer | OrderOffer)[] => {
    const reached = goods.filter(({ line }) => reaches(discount, line));
    if (discount.kind === 'app')
      return functionOffers(shop, cart, { ...discount, code: null, named: null }, placesOf(reached));
    const takes = saleTakes(shop, discount, reached);
    const part = { title: discount.title, value: partOff(discount), takes };
    const { combinesWith } = discount;
    return takes.length > 0 ? [{ type: 'automatic', on: 'products', combinesWith, parts: [part] }] : [];
  });
}

const placesOf = (goods: Goods[]): number[] => goods.map(({ index }) => index);

type OnPurchases = Pick<AutomaticDiscount, 'appliesOnSubscription' | 'appliesOnOneTimePurchase'>;

function reaches(discount: OnPurchases, { sellingPlan }: CartLine): boolean {
  return sellingPlan ? discount.appliesOnSubscription : discount.appliesOnOneTimePurchase;
}

const partOff = ({ percentBp }: { percentBp: number }) => ({ kind: 'percent', percentBp }) as const;

type Sale = { percentBp: number; collectionId: string | null };

function saleTakes(shop: LocalShop, { percentBp, collectionId }: Sale, goods: Goods[]): LineTake[] {
  const included = goods.filter(
    ({ product }) =>
      collectionId === null || shop.collectionsOf(product.id).some((one) => one.id === collectionId),
  );
  return partOfLines(included, percentBp);
}

function partOfLines(goods: Goods[], percentBp: number): LineTake[] {
  return goods.map(({ line, index, priceMinor }) => ({
    line: index,
    units: line.quantity,
    amountMinor: Math.round((priceMinor * line.quantity * percentBp) / 10_000),
  }));
}

/** Of codes for products and for the order five count, of those for shipping one; what was typed first counts. */
const MOST_CODES = 5;

function codeOffers(shop: LocalShop, cart: Cart, goods: Goods[]): Offer[] {
  const known = cart.codes.flatMap((code) => termsOfCode(shop, code, cart.customerId) ?? []);
  const isForShipping = ({ discount }: CodeTerms) => discount?.gives.kind === 'shipping';
  const counted = [
    ...known.filter((terms) => !isForShipping(terms)).slice(0, MOST_CODES),
    ...known.filter(isForShipping).slice(0, 1),
  ];
  return counted.flatMap((terms) =>
    isOwn(terms) ? (codeOffer(terms, goods) ?? []) : appCodeOffers(shop, cart, terms, goods),
  );
}

type OwnTerms = CodeTerms & { value: DiscountValue };

/** Of a discount that Shopify decides by itself. */
const isOwn = (terms: CodeTerms): terms is OwnTerms => terms.value !== null;

/** What the app's function gives by this code. */
function appCodeOffers(
  shop: LocalShop,
  cart: Cart,
  { code, typed, discount, works }: CodeTerms,
  goods: Goods[],
): Offer[] {
  if (!works || discount?.gives.kind !== 'app') return [];
  const { title, combinesWith, gives } = discount;
  const reached = placesOf(goods.filter(({ line }) => reaches(discount, line)));
  const asked = shop.unsettled.triggeringCode === 'typed' ? typed : code;
  return functionOffers(shop, cart, { ...gives, title, combinesWith, code: asked, named: code }, reached);
}

/** Null where it gives nothing to this cart. */
function codeOffer(
  { code, value, products, combinesWith, discount, works }: OwnTerms,
  all: Goods[],
): Offer | null {
  const common = { type: 'discount_code', combinesWith } as const;
  const goods = discount ? all.filter(({ line }) => reaches(discount, line)) : all;
  const included = products === null ? goods : goods.filter(({ product }) => products.includes(product));
  if (!works || (discount && !meetsMinimum(discount, included))) return null;
  if (discount?.gives.kind === 'shipping') {
    const { upToMinor } = discount.gives;
    return { ...common, on: 'shipping', title: code, value, ...(upToMinor !== null && { upToMinor }) };
  }
  if (products === null) {
    const choice = { title: code, value, least: null, ...narrowed(goods, all) };
    return { ...common, on: 'order', choices: [choice], takes: 'first' };
  }
  const takes = takesOfCode(value, included);
  return { ...common, on: 'products', parts: [{ title: code, value, takes }] };
}

/** An amount is taken once, off all of them together. */
function takesOfCode(value: DiscountValue, goods: Goods[]): LineTake[] {
  if (value.kind === 'percent') return partOfLines(goods, value.percentBp);
  if (value.kind !== 'amount') return [];
  const shares = spread(
    value.amountMinor,
    goods.map(({ line, priceMinor }) => priceMinor * line.quantity),
  );
  return goods.map(({ line, index }, place) => {
    return { line: index, units: line.quantity, amountMinor: shares[place] ?? 0 };
  });
}

/** What the lines cost that it lowers, before any discount. */
function meetsMinimum({ minimum }: CodeDiscount, goods: Goods[]): boolean {
  if (minimum === null) return goods.length > 0;
  const units = sum(goods.map(({ line }) => line.quantity));
  const minor = sum(goods.map(({ line, priceMinor }) => priceMinor * line.quantity));
  return minimum.kind === 'subtotal' ? minor >= minimum.minor : units >= minimum.units;
}

/** An order's discount that doesn't reach every line names those that it does. */
function narrowed(reached: Goods[], all: Goods[]): Pick<OrderChoice, 'onLines'> {
  return reached.length === all.length ? {} : { onLines: placesOf(reached) };
}
