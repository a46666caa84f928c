// The part of a reward that the second discount function needs: two small JSON metafields on the reward's discount, beside which
// it knows only the cart and, of an amount that each shopper chose, the member's `$app.vouchers`.
import type { Localized } from '../values/languages.ts';
import { functionKind } from './function-kinds/function-kinds.ts';
import type { Reward } from './reward-rules.ts';

/** As in extensions/loyalty-vouchers/shopify.extension.toml. */
export const VOUCHERS_FUNCTION = 'loyalty-vouchers';
/** The places where both lie on the discount. `shopify.extension.toml` and the input query name them again. */
export const VOUCHER_CONFIG = { namespace: '$app:loyalty-vouchers', key: 'config' } as const;
export const VOUCHER_VARIABLES = { namespace: '$app:loyalty-vouchers', key: 'variables' } as const;
/** Shopify shows a function no metafield above this. A test holds the largest config that a program can have against it. */
export const MOST_VOUCHER_CONFIG_BYTES = 10_000;

/** Digits of Shopify's ids. */
type Chosen = { readonly productIds: readonly string[]; readonly collectionIds: readonly string[] };

/** What a reward gives that Shopify's own discounts can't. Money in minor units of the shop's currency. */
export type FunctionGives =
  /** One unit of the cheapest line that is eligible, priced at most `upToMinor`. */
  | { readonly kind: 'product'; readonly productIds: readonly string[]; readonly upToMinor: number | null }
  | {
      readonly kind: 'percent';
      readonly percent: number;
      readonly of: 'order' | Chosen;
      /** The most that it takes off. Without one Shopify's own discount gives it. */
      readonly mostMinor: number;
    }
  /** The amount of each code stands in its owner's `$app.vouchers`. */
  | { readonly kind: 'any-amount'; readonly sharePercent: number };

export type VoucherConfig = {
  v: 1;
  /** The text that the shopper reads beside what it takes off. */
  title: Localized;
  /** Decimals of the shop's currency. */
  exponent: number;
  /** Least subtotal of what it may lower; null: any. */
  minimumMinor: number | null;
  gives: FunctionGives;
  /** Products that are never taken off. Their collections are in the variables. */
  never: string[];
};

/** The input query's variables: whether a product is in one of these collections. */
export type VoucherVariables = { collectionIds: string[]; neverIds: string[] };

type OfReward = Pick<Reward, 'title' | 'minimumMinor'> & { readonly gives: FunctionGives };
type OfShop = { readonly currencyExponent: number; readonly never?: Chosen | undefined };

export function voucherConfig(
  { title, gives, minimumMinor }: OfReward,
  { currencyExponent, never }: OfShop,
): VoucherConfig {
  return {
    v: 1,
    title: { ...title },
    exponent: currencyExponent,
    minimumMinor,
    gives: functionKind(gives).config(gives),
    never: [...(never?.productIds ?? [])],
  };
}

export function voucherVariables({ gives }: Pick<OfReward, 'gives'>, { never }: OfShop): VoucherVariables {
  const collectionIds = gidsOf(functionKind(gives).collectionIds(gives));
  return { collectionIds, neverIds: gidsOf(never?.collectionIds ?? []) };
}

const gidsOf = (ids: readonly string[]): string[] =>
  [...new Set(ids)].map((id) => `gid://shopify/Collection/${id}`);

/** What its discount lowers: Shopify asks for it when the discount is made. */
export function voucherClass(gives: FunctionGives): 'ORDER' | 'PRODUCT' {
  return functionKind(gives).discountClass(gives);
}
