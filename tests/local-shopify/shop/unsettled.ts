// What Shopify's documents don't settle, and what the stand-in therefore does in either way. The app survives both.

export type Unsettled = {
  /** A line of three of which one is free: one line with an allocation of one unit's price, or two lines. */
  partlyFreeLine: 'whole' | 'split';
  /** An order names an app's discount by the message of the function's candidate, or by the discount's title. */
  orderNames: 'message' | 'title';
  /** metafieldsSet names the first of the elements that it refuses, or all, or none by its index. */
  refusedElements: 'first' | 'all' | 'unnamed';
  /** Whether the sums of a refund's lines and shipping hold the tax where prices do. */
  refundSubtotal: 'with-tax' | 'without-tax';
  /** Whether an edit downward leaves a refund record without money. */
  editLeavesRefund: boolean;
  /** The currency in which a webhook tells a refund's transaction. */
  transactionCurrency: 'shopper' | 'shop' | 'untold';
  /** What follows money that was given back as a favour: the order's total, what is outstanding, or neither. */
  goodwillMoves: 'total' | 'outstanding' | 'neither';
  /** What an order is called of which a part was paid and a part of that given back. */
  partPaidRefund: 'partially_paid' | 'partially_refunded';
  /** Whether a webhook tells a tip's line by keys that no other line has. */
  tipKeys: boolean;
  /** Whether the amount of a rounded cash transaction holds the rounding. */
  cashAmount: 'rounded' | 'exact';
  /** A code's limit counts each order at once, or runs behind as the shown count does: two orders may use it. */
  usageLimit: 'at-once' | 'late';
  /** Whether a function's least subtotal of the order is that before its products' discounts, or after. */
  leastSubtotal: 'before' | 'after';
  /** How a function is told the code that asks for it. */
  triggeringCode: 'made' | 'typed';
  /** An order names a code once for each of its function's candidates, or once in all. */
  codeApplications: 'each' | 'one';
  /** What becomes of an app's discounts with codes when it is uninstalled: they go, or stay and give nothing. */
  appCodesLeft: 'gone' | 'idle';
  /** Whether `themes/update` tells that the merchant saved in the theme editor. */
  themeEdits: 'told' | 'untold';
  /** A scope that the merchant grants holds for tokens that are there, or for those that are given from then on. */
  grantedScopes: 'at-once' | 'next-token';
};

export const USUAL: Unsettled = {
  partlyFreeLine: 'whole',
  orderNames: 'message',
  refusedElements: 'first',
  refundSubtotal: 'with-tax',
  editLeavesRefund: true,
  transactionCurrency: 'shopper',
  goodwillMoves: 'neither',
  partPaidRefund: 'partially_paid',
  tipKeys: true,
  cashAmount: 'rounded',
  usageLimit: 'at-once',
  leastSubtotal: 'before',
  triggeringCode: 'made',
  codeApplications: 'each',
  appCodesLeft: 'gone',
  themeEdits: 'untold',
  grantedScopes: 'at-once',
};
