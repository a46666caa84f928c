// What an app's function says, as offers to a cart: so much off which of its lines, or off the order.
import { lineGid } from '#tests/local-shopify/functions/function-cart.ts';
import type {
  Operations,
  OrderCandidate,
  OrderOperation,
  ProductCandidate,
  ProductOperation,
} from '#tests/local-shopify/functions/function-output.ts';
import type { ByFunction } from '#tests/local-shopify/functions/run-discount.ts';
import { runDiscount } from '#tests/local-shopify/functions/run-discount.ts';
import type { CombinesWith } from './automatic-discount.ts';
import { ratedOf } from './cart.ts';
import type { Cart, LineTake } from './cart.ts';
import type { LocalShop } from './local-shop.ts';
import { shopMinor, shownLineMinor, shownMinorOf } from './money.ts';
import type { OfferPart, OrderChoice, OrderOffer, ProductOffer } from './offers.ts';
import { sum } from './order-totals.ts';
import { spread } from './spread.ts';
import type { DiscountValue } from './types.ts';

type Asked = {
  shop: LocalShop;
  cart: Cart;
  title: string;
  named: string | null;
  reached: ReadonlySet<number>;
};
type Discount = ByFunction & {
  title: string;
  combinesWith: CombinesWith;
  /** The code by which orders name it; null for an automatic one, which they name by its title. */
  named: string | null;
};

/** @param reached lines that the discount may lower, whatever its function says */
export function functionOffers(
  shop: LocalShop,
  cart: Cart,
  discount: Discount,
  reached: readonly number[],
): (ProductOffer | OrderOffer)[] {
  return offersOf(shop, cart, { ...discount, reached }, runDiscount(shop, cart, discount));
}

type Reaching = Pick<Discount, 'title' | 'combinesWith' | 'named'> & { reached: readonly number[] };

/** The same of an answer that a function gave. */
export function offersOf(
  shop: LocalShop,
  cart: Cart,
  { named, combinesWith, title, reached }: Reaching,
  { products, order }: Operations,
): (ProductOffer | OrderOffer)[] {
  const common = { type: named === null ? ('automatic' as const) : ('discount_code' as const), combinesWith };
  const asked = { shop, cart, title, named, reached: new Set(reached) };
  const parts = products.flatMap((operation) => productParts(asked, operation));
  const joined = named !== null && shop.unsettled.codeApplications === 'one' ? joinedParts(parts) : parts;
  return [
    ...(parts.length > 0 ? [{ ...common, on: 'products' as const, parts: joined }] : []),
    ...order.map((operation) => ({ ...common, on: 'order' as const, ...orderChoices(asked, operation) })),
  ];
}

/** An order may list what a code took off as one application, however many candidates the function had. */
function joinedParts([first, ...others]: OfferPart[]): OfferPart[] {
  if (!first || others.length === 0) return first ? [first] : [];
  const takes = [first, ...others].flatMap((part) => part.takes);
  return [{ ...first, value: { kind: 'amount', amountMinor: sumOf(takes) }, takes }];
}

function productParts(asked: Asked, { selectionStrategy, candidates }: ProductOperation): OfferPart[] {
  const parts = candidates.map((one) => partOf(asked, one)).filter((part) => worthOf(part) > 0);
  if (selectionStrategy === 'ALL') return parts;
  if (selectionStrategy === 'FIRST') return parts.slice(0, 1);
  return [...parts].sort((a, b) => worthOf(b) - worthOf(a)).slice(0, 1);
}

const sumOf = (takes: readonly LineTake[]): number => sum(takes.map(({ amountMinor }) => amountMinor));
const worthOf = (part: OfferPart): number => sumOf(part.takes);

/** Without a code a cart names it by the candidate's message, or by the discount's own title where it has none. */
function namesOf({ title, named }: Asked, message: string | null | undefined) {
  return { title: named ?? message ?? title, nodeTitle: named ?? title };
}

function partOf(asked: Asked, { message, value, targets }: ProductCandidate): OfferPart {
  const named = namesOf(asked, message);
  const lines = targets
    .map(({ cartLine }) => targetOf(asked, cartLine))
    .filter(({ line }) => asked.reached.has(line));
  if ('percentage' in value) {
    const percentBp = Math.round(value.percentage.value * 100);
    const takes = lines.map(({ line, units, priceMinor }) => ({
      line,
      units,
      amountMinor: Math.round((priceMinor * units * percentBp) / 10_000),
    }));
    return { ...named, value: { kind: 'percent', percentBp }, takes };
  }
  const takes = amountTakes(asked, lines, value.fixedAmount);
  return { ...named, value: { kind: 'amount', amountMinor: sumOf(takes) }, takes };
}

type Target = { line: number; units: number; priceMinor: number };

function targetOf(
  { shop, cart }: Asked,
  { id, quantity }: ProductCandidate['targets'][number]['cartLine'],
): Target {
  const line = cart.lines.findIndex((_, each) => lineGid(each) === id);
  const wanted = cart.lines[line];
  const priceMinor = shop.variant(wanted?.variantId ?? '')?.variant.priceMinor;
  if (!wanted || priceMinor === undefined)
    throw new Error(`the function names a line ${id} that isn't there`);
  return { line, units: Math.min(quantity ?? wanted.quantity, wanted.quantity), priceMinor };
}

/** Off each unit, or off all of them together, in the shopper's currency; never more than a line costs. */
function amountTakes(
  { shop, cart }: Asked,
  targets: Target[],
  { amount, appliesToEachItem }: { amount: number; appliesToEachItem?: boolean | null | undefined },
): LineTake[] {
  const rated = ratedOf(shop, cart);
  const foreign = rated.presentmentCurrency !== rated.currency;
  const wanted = shownMinorOf(amount, rated);
  const open = targets.map(({ priceMinor, units }) => shownLineMinor(rated, priceMinor, priceMinor * units));
  const shares = appliesToEachItem
    ? targets.map(({ units }, index) => Math.min(wanted * units, open[index] ?? 0))
    : spread(wanted, open);
  return targets.map(({ line, units, priceMinor }, index) => {
    const shownMinor = shares[index] ?? 0;
    const whole = shownMinor === open[index];
    const amountMinor = whole
      ? priceMinor * units
      : Math.min(shopMinor(shownMinor, rated), priceMinor * units);
    return { line, units, amountMinor, ...(foreign && { shownMinor }) };
  });
}

function orderChoices(asked: Asked, { selectionStrategy, candidates }: OrderOperation) {
  const choices = candidates.map((one) => choiceOf(asked, one));
  return { choices, takes: selectionStrategy === 'FIRST' ? ('first' as const) : ('most' as const) };
}

function choiceOf(asked: Asked, { message, value, targets, conditions }: OrderCandidate): OrderChoice {
  const { shop, cart, reached } = asked;
  const rated = ratedOf(shop, cart);
  const [{ orderSubtotal }] = targets;
  const left = linesOf(cart, orderSubtotal.excludedCartLineIds);
  const onLines = [...reached].filter((line) => !left.includes(line));
  const minimum = conditions?.[0]?.orderMinimumSubtotal;
  return {
    ...namesOf(asked, message),
    value: orderValue(value, rated),
    ...(onLines.length < cart.lines.length && { onLines }),
    least: minimum
      ? {
          shownMinor: shownMinorOf(minimum.minimumAmount, rated),
          without: linesOf(cart, minimum.excludedCartLineIds),
        }
      : null,
  };
}

function orderValue(value: OrderCandidate['value'], rated: ReturnType<typeof ratedOf>): DiscountValue {
  if ('percentage' in value) return { kind: 'percent', percentBp: Math.round(value.percentage.value * 100) };
  const shownMinor = shownMinorOf(value.fixedAmount.amount, rated);
  const foreign = rated.presentmentCurrency !== rated.currency;
  return { kind: 'amount', amountMinor: shopMinor(shownMinor, rated), ...(foreign && { shownMinor }) };
}

const linesOf = (cart: Cart, ids: readonly string[]): number[] =>
  cart.lines.flatMap((_, line) => (ids.includes(lineGid(line)) ? [line] : []));
