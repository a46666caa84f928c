// How one kind of discount is made, changed and put away at Shopify.
import type { DiscountKind, Hashed, Owned } from '#app/core/discounts/decide-discounts.ts';
import type { DiscountRefusal } from '#app/shopify/discounts/discount-refusal.ts';

export type DiscountShop = { id: number; domain: string };

/** Each throws a Failure when Shopify can't be asked, and answers null, or what was made, where it did as it was told. */
export type DiscountWriter<W, S> = DiscountKind<W, S> & {
  create: (
    shop: DiscountShop,
    wanted: Owned<Hashed<W>>,
  ) => Promise<{ discountId: string } | { refusal: DiscountRefusal }>;
  update: (shop: DiscountShop, wanted: Owned<Hashed<W>>, shown: S) => Promise<DiscountRefusal | null>;
  end: (shop: DiscountShop, discountId: string) => Promise<DiscountRefusal | null>;
  remove: (shop: DiscountShop, discountId: string) => Promise<DiscountRefusal | null>;
  /** Those that are gone are missing from the answer. */
  byId: (shopDomain: string, ids: readonly string[]) => Promise<Hashed<S>[]>;
};
