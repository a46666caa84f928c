// Facts that a rule needed and the order doesn't carry, kept as they were when the order was first evaluated:
// a product that leaves a collection later, or a tag that changes, doesn't change an old award. What is about the customer is
// decided anew for another one.

export type OrderFacts = {
  v: 1;
  /** The member earns nothing: blocked by the merchant's hand, or excluded by a tag. */
  blocked: boolean;
  /** Excluded by a customer tag, not by hand: `blocked` is true too. */
  excludedByTag?: boolean;
  /** The same in facts that were frozen before it had this name; never written any more. */
  leftOut?: boolean;
  /** Collections per product, only of products that a card of the version had to ask for. */
  collections: Readonly<Record<string, readonly string[]>>;
  /** Tags per product, only of products that a card of the version had to ask for. */
  productTags?: Readonly<Record<string, readonly string[]>>;
  /** The order's day in the shop's time zone, `YYYY-MM-DD`; only where a card of the version has a first or last day. */
  on?: string;
  /** Stamps that a free unit takes, by card; only of cards whose free unit the order took. */
  sizes?: Readonly<Record<string, number>>;
  /** Stamps that the member had before the order, by card; as the order was first looked at; only where the program was paused. */
  held?: Readonly<Record<string, number>>;
  /**
   * What Shopify says it received, as the shopper paid, in minor units; null where it no longer knows the order. Not frozen:
   * it holds for the state of the order's money that `of` names (`receivedKey`), and is asked for anew when that changes.
   */
  received?: { of: string; minor: number | null };
  /** Lines that are tips for certain, because Shopify said so or none else could be. */
  tips?: readonly string[];
  /** Product and variant per line: the Admin API forgets them once the product is deleted. */
  lines: Readonly<Record<string, readonly [productId: string | null, variantId: string | null]>>;
};

export const NO_FACTS: OrderFacts = { v: 1, blocked: false, collections: {}, lines: {} };
