// What a rule needed and the order doesn't carry, kept as it was when the order was first evaluated:
// a product that leaves a collection later, or a member blocked later, doesn't change an old award.

export type OrderFacts = {
  v: 1;
  /** The member was left out by the merchant. */
  blocked: boolean;
  /** Left out by a customer tag, not by hand: `blocked` is true too. */
  leftOut?: boolean;
  /** Collections per product, only of products that a card of the version had to ask for. */
  collections: Readonly<Record<string, readonly string[]>>;
  /** Product and variant per line: the Admin API forgets them once the product is deleted. */
  lines: Readonly<Record<string, readonly [productId: string | null, variantId: string | null]>>;
};

export const NO_FACTS: OrderFacts = { v: 1, blocked: false, collections: {}, lines: {} };
