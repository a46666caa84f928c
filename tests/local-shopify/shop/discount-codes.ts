// The discount codes that the demo's merchant has made, so that carts with discounts can be tried.
import type { LocalShop } from './local-shop.ts';
import { exponentOf } from './money.ts';
import type { DiscountRequest, Product } from './types.ts';

type Terms = Pick<DiscountRequest, 'value'> & { on?: (shop: LocalShop) => Product[] };

const CODES: Record<string, (shop: LocalShop) => Terms> = {
  /** A tenth off everything. */
  SPRING10: () => ({ value: { kind: 'percent', percentBp: 1000 } }),
  /** Five off the order. */
  FIVE: (shop) => ({ value: { kind: 'amount', amountMinor: 5 * 10 ** exponentOf(shop.currency) } }),
  /** The cup is free. */
  MUG: () => ({ value: { kind: 'percent', percentBp: 10_000 }, on: withHandle('enamel-cup') }),
  /** A fifth off coffee. */
  COFFEE20: () => ({ value: { kind: 'percent', percentBp: 2000 }, on: ofType('Coffee') }),
};

const withHandle = (handle: string) => (shop: LocalShop) =>
  shop.products.filter((product) => product.handle === handle);
const ofType = (type: string) => (shop: LocalShop) =>
  shop.products.filter((product) => product.productType === type);

/** What a code asks for, whatever case it is typed in; null for a code that the shop doesn't have. */
export function discountOfCode(shop: LocalShop, code: string): DiscountRequest | null {
  const name = code.toUpperCase();
  const terms = Object.hasOwn(CODES, name) ? CODES[name]?.(shop) : undefined;
  if (!terms) return null;
  const request: DiscountRequest = { type: 'discount_code', title: name, value: terms.value };
  if (!terms.on) return request;
  const variantIds = terms.on(shop).flatMap((product) => product.variants.map((variant) => variant.id));
  return { ...request, variantIds };
}

/** In the order in which Shopify takes them off: from products first, then from the order. */
export function discountsOfCodes(shop: LocalShop, codes: readonly string[]): DiscountRequest[] {
  const requests = codes.flatMap((code) => discountOfCode(shop, code) ?? []);
  return [
    ...requests.filter((request) => request.variantIds !== undefined),
    ...requests.filter((request) => request.variantIds === undefined),
  ];
}
