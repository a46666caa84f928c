// The discount codes of a shop: some that the demo's merchant has made, so that carts with discounts can be tried, and
// those of its discounts with codes.
import { statusAt } from './automatic-discount.ts';
import type { CombinesWith } from './automatic-discount.ts';
import type { CodeDiscount, CodeGives } from './code-discount.ts';
import type { LocalShop } from './local-shop.ts';
import { exponentOf } from './money.ts';
import { COMBINES, STANDS_ALONE } from './offers.ts';
import type { DiscountValue, Product } from './types.ts';

/** Off every unit of some products, off the whole order, or off shipping. */
export type CodeTerms = {
  /** As the shop writes it, and as the shopper does. */
  code: string;
  typed: string;
  /** Null: an app's function says. */
  value: DiscountValue | null;
  products: readonly Product[] | null;
  combinesWith: CombinesWith;
  /** The discount that has the code, of those that Shopify's own rules decide. */
  discount?: CodeDiscount;
  /** Whether it gives anything now: the discount runs, and the code isn't used up. */
  works: boolean;
};

type Terms = { value: DiscountValue; on?: (shop: LocalShop) => Product[]; alone?: true };

const CODES: Record<string, (shop: LocalShop) => Terms> = {
  /** A tenth off everything. */
  SPRING10: () => ({ value: { kind: 'percent', percentBp: 1000 } }),
  /** A twentieth off everything, beside no other discount. */
  ALONE5: () => ({ value: { kind: 'percent', percentBp: 500 }, alone: true }),
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

/**
 * What a code asks for, whatever case it is typed in; null for a code that the shop doesn't have. One that is for chosen customers
 * gives nothing to others, and nothing to guests. @param customerId of whose cart it is
 */
export function termsOfCode(
  shop: LocalShop,
  code: string,
  customerId: string | null = null,
): CodeTerms | null {
  const name = code.toUpperCase();
  const terms = Object.hasOwn(CODES, name) ? CODES[name]?.(shop) : undefined;
  if (!terms) return termsOfDiscount(shop, code, customerId);
  return {
    code: name,
    typed: code,
    value: terms.value,
    products: terms.on?.(shop) ?? null,
    combinesWith: terms.alone ? STANDS_ALONE : COMBINES,
    works: true,
  };
}

function termsOfDiscount(shop: LocalShop, text: string, customerId: string | null): CodeTerms | null {
  const found = shop.codeDiscounts.find(text);
  if (!found) return null;
  const { code, discount } = found;
  const { gives, items, usageLimit, combinesWith } = discount;
  const uses = shop.unsettled.usageLimit === 'late' ? shop.codeDiscounts.shownUses(code) : code.usedAt.length;
  return {
    code: code.code,
    typed: text,
    value: ownValue(gives),
    products: items && shop.products.filter(({ id }) => isAmong(shop, items, id)),
    combinesWith,
    discount,
    works:
      statusAt(discount, shop.now()) === 'ACTIVE' &&
      (usageLimit === null || uses < usageLimit) &&
      isFor(discount, customerId),
  };
}

const isFor = ({ customerIds }: CodeDiscount, customerId: string | null): boolean =>
  !customerIds || (customerId !== null && customerIds.includes(customerId));

function ownValue(gives: CodeGives): DiscountValue | null {
  if (gives.kind === 'app') return null;
  return gives.kind === 'shipping' ? { kind: 'percent', percentBp: 10_000 } : gives;
}

function isAmong(shop: LocalShop, items: NonNullable<CodeDiscount['items']>, productId: string): boolean {
  if (items.productIds.includes(productId)) return true;
  return shop.collectionsOf(productId).some(({ id }) => items.collectionIds.includes(id));
}
