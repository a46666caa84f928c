// Codes on an order: the buyer's own, somebody else's, one that an order used before, one that nobody was given yet, several of
// them, in any case, at a till with blanks; and at times the text of one is what staff call a discount of theirs.
import type { CodeDiscount } from '#tests/local-shopify/shop/code-discount.ts';
import type { DiscountRequest, DiscountValue, OrderRequest } from '#tests/local-shopify/shop/types.ts';
import type { Random } from '../random.ts';
import type { ShopHistory } from '../shop-history.ts';
import { shownCodes } from './shown.ts';

const KINDS = [
  { name: 'own', weight: 58 },
  { name: 'several', weight: 10 },
  { name: 'anybody’s', weight: 14 },
  { name: 'used', weight: 12 },
  { name: 'ready', weight: 4 },
  { name: 'by hand', weight: 2 },
] as const;
type Kind = (typeof KINDS)[number]['name'];

export type WantedCodes = {
  kind: Kind;
  place: number;
  inLowerCase: boolean;
  withBlanks: boolean;
  /** Whether Shopify is asked what it takes of them. An app that writes an order asks nobody. */
  isAsked: boolean;
  /** Minor units that another currency's rounding takes from an amount. */
  lost: number;
};

export function drawCodes(random: Random): WantedCodes | null {
  const [isNone, place, inLowerCase] = [random.chance(0.5), random.next(), random.chance(0.3)];
  const { name } = random.weighted(KINDS);
  const [withBlanks, isAsked, lost] = [random.chance(0.2), random.chance(0.4), random.whole(0, 3)];
  const drawn = { kind: name, place, inLowerCase, withBlanks, isAsked: isAsked && name !== 'by hand', lost };
  return isNone ? null : drawn;
}

/** Whoever has a code buys, in place of a customer who has none. */
export function buyerWithCode(history: ShopHistory, drawn: string, { kind, place }: WantedCodes): string {
  if (kind !== 'own' || ownCodes(history, drawn).length > 0) return drawn;
  const { customers, rewards } = history;
  const owners = rewards.flatMap(({ customerId, ended }) =>
    !ended && customers.includes(customerId) ? [customerId] : [],
  );
  return owners[Math.floor(place * owners.length)] ?? drawn;
}

/** As they are typed at the checkout. */
export function typedCodes(history: ShopHistory, customerId: string | null, wanted: WantedCodes): string[] {
  const codes = [...new Set(codesOf(history, customerId, wanted))];
  return wanted.inLowerCase ? codes.map((code) => code.toLowerCase()) : codes;
}

/** As an order names them; whatever a code's discount gave stays what it gives where a hand deleted it. */
export function codesAtCheckout(
  history: ShopHistory,
  customerId: string | null,
  wanted: WantedCodes,
  rest: Pick<OrderRequest, 'sourceName' | 'presentment'>,
): DiscountRequest[] {
  const { kind, withBlanks, lost } = wanted;
  return typedCodes(history, customerId, wanted).flatMap((code) => {
    const discount = history.shop.codeDiscounts.find(code)?.discount ?? history.lastDiscountOf(code);
    if (!discount) return [];
    history.keepDiscountOf(code, discount);
    const title = withBlanks && rest.sourceName === 'pos' ? ` ${code.slice(0, 4)} ${code.slice(4)}` : code;
    const found = discountOf(history, title, discount);
    const { value } = found;
    if (kind === 'by hand') return { type: 'manual', title, value };
    return rest.presentment ? { ...found, value: rounded(value, lost) } : found;
  });
}

function rounded(value: DiscountValue, lost: number): DiscountValue {
  return value.kind === 'amount' ? { ...value, amountMinor: Math.max(1, value.amountMinor - lost) } : value;
}

function codesOf(
  history: ShopHistory,
  customerId: string | null,
  { kind, place }: WantedCodes,
): readonly string[] {
  const of = (codes: readonly string[]) => codes.slice(Math.floor(place * codes.length)).slice(0, 1);
  const { codeDiscounts } = history.shop;
  const own = () => (customerId === null ? [] : ownCodes(history, customerId));
  const all: Record<Kind, () => readonly string[]> = {
    own: () => of(own()),
    'by hand': () => of(own()),
    several: () => own().slice(0, 3),
    'anybody’s': () => of(history.rewards.flatMap(({ code }) => code ?? [])),
    used: () => of([...history.named.keys()].map((code) => code.toUpperCase())),
    ready: () =>
      of(codeDiscounts.values().flatMap(({ id }) => codeDiscounts.codesOf(id).map(({ code }) => code))),
  };
  return all[kind]();
}

/** Those that the page shows, and those that a tap has just put on the cart. */
function ownCodes(history: ShopHistory, customerId: string): string[] {
  const tapped = history.rewards.flatMap((one) => (one.customerId === customerId ? (one.code ?? []) : []));
  const all = new Set([...shownCodes(history, customerId), ...tapped]);
  return [...all].filter((code) => !history.named.has(code.toLowerCase()));
}

function discountOf({ shop }: ShopHistory, title: string, { gives, items }: CodeDiscount): DiscountRequest {
  const common = { type: 'discount_code', title } as const;
  if (gives.kind === 'shipping') {
    return { ...common, value: { kind: 'percent', percentBp: 10_000 }, target: 'shipping' };
  }
  if (gives.kind === 'app') throw new Error('the torture publishes nothing that a function gives');
  if (items === null) return { ...common, value: gives };
  const chosen = shop.products.filter(({ id }) => items.productIds.includes(id));
  const variantIds = chosen.flatMap(({ variants }) => variants.map(({ id }) => id));
  return { ...common, value: gives, variantIds };
}
