// What Shopify's documents don't settle, and what the stand-in therefore does in either way. The app survives both.

export type Unsettled = {
  /** A line of three of which one is free: one line with an allocation of one unit's price, or two lines. */
  partlyFreeLine: 'whole' | 'split';
  /** An order names an app's discount by the message of the function's candidate, or by the discount's title. */
  orderNames: 'message' | 'title';
  /** metafieldsSet names the first of the elements that it refuses, or all, or none by its index. */
  refusedElements: 'first' | 'all' | 'unnamed';
};

export const USUAL: Unsettled = {
  partlyFreeLine: 'whole',
  orderNames: 'message',
  refusedElements: 'first',
};
