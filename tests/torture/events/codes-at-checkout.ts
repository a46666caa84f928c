// Codes on an order: the buyer's own, somebody else's, one that an order used before, one that nobody was given yet, several of
// them, in any case. Shopify's rules of which discounts stand together aren't asked: an app that copies an order asks nobody.
import type { CodeDiscount } from '#tests/local-shopify/shop/code-discount.ts';
import type { DiscountRequest } from '#tests/local-shopify/shop/types.ts';
import type { Random } from '../random.ts';
import type { ShopHistory } from '../shop-history.ts';
import { shownCodes } from './shown.ts';

const KINDS = [
  { name: 'own', weight: 60 },
  { name: 'several', weight: 10 },
  { name: 'anybody’s', weight: 14 },
  { name: 'used', weight: 12 },
  { name: 'ready', weight: 4 },
] as const;

type WantedCodes = { kind: (typeof KINDS)[number]['name']; place: number; inLowerCase: boolean };

export function drawCodes(random: Random): WantedCodes | null {
  const [isNone, place, inLowerCase] = [random.chance(0.5), random.next(), random.chance(0.3)];
  const { name } = random.weighted(KINDS);
  return isNone ? null : { kind: name, place, inLowerCase };
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

/** As an order names them; whatever a code's discount gave stays what it gives where a hand deleted it. */
export function codesAtCheckout(
  history: ShopHistory,
  customerId: string | null,
  wanted: WantedCodes,
): DiscountRequest[] {
  const codes = new Set(codesOf(history, customerId, wanted));
  return [...codes].flatMap((code) => {
    const discount = history.shop.codeDiscounts.find(code)?.discount ?? history.lastDiscountOf(code);
    if (!discount) return [];
    history.keepDiscountOf(code, discount);
    return discountOf(history, wanted.inLowerCase ? code.toLowerCase() : code, discount);
  });
}

function codesOf(
  history: ShopHistory,
  customerId: string | null,
  { kind, place }: WantedCodes,
): readonly string[] {
  const of = (codes: readonly string[]) => codes.slice(Math.floor(place * codes.length)).slice(0, 1);
  const own = customerId === null ? [] : ownCodes(history, customerId);
  switch (kind) {
    case 'own':
      return of(own);
    case 'several':
      return own.slice(0, 3);
    case 'anybody’s':
      return of(history.rewards.flatMap(({ code }) => code ?? []));
    case 'used':
      return of([...history.named.keys()].map((code) => code.toUpperCase()));
    case 'ready':
      return of(
        history.shop.codeDiscounts.values().flatMap(({ id }) => {
          return history.shop.codeDiscounts.codesOf(id).map(({ code }) => code.toUpperCase());
        }),
      );
  }
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
