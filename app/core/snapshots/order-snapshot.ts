// The state of one order as Shopify last told it, reduced to what the rules need. No personal data.

/**
 * Grows whenever the reducers change what they keep, or what is written beside a snapshot; stored outside its hash. Since 2
 * the order's name and times stand in columns as well.
 */
export const SNAPSHOT_SHAPE = 2;

/** `order.financial_status` (webhooks) or `displayFinancialStatus` (Admin API), in lower case. */
export type FinancialStatus =
  | 'authorized'
  | 'expired'
  | 'paid'
  | 'partially_paid'
  | 'partially_refunded'
  | 'pending'
  | 'refunded'
  | 'voided';

/** Integer minor units by the currency's exponent: first in the shop's currency, then as the shopper paid. */
export type MoneyPair = readonly [shopMinor: number, presentmentMinor: number];

/** The part of a discount that Shopify gave to one line. `application` indexes `OrderSnapshot.discounts`. */
export type LineDiscount = { application: number; amount: MoneyPair };

export type OrderLine = {
  lineId: string;
  productId: string | null;
  variantId: string | null;
  /** Units ordered, and units still kept after edits, returns and refunds. */
  quantity: number;
  currentQuantity: number;
  /** Price × quantity, before discounts. */
  gross: MoneyPair;
  discounts: LineDiscount[];
  /** Tax of the whole line in shop money; already inside `gross` when `taxesIncluded`. */
  taxMinor: number;
  giftCard: boolean;
  tip: boolean;
  /** The group of a bundle's component lines, null for ordinary lines. */
  bundleGroup: string | null;
};

export type DiscountApplicationType = 'automatic' | 'discount_code' | 'manual' | 'script';

/** `title` is the code for discount codes. An automatic app discount has no other name than this. */
export type OrderDiscount = { type: DiscountApplicationType; title: string };

export type OrderRefund = {
  refundId: string;
  // In the currency the shopper paid in, because refund transactions know no other.
  /** Money for lines, as the refund says it, with tax. */
  linesMinor: number;
  /** Shipping given back, with tax. */
  shippingMinor: number;
  /** Money that really went back (successful refund transactions). */
  moneyMinor: number;
};

export type OrderSnapshot = {
  orderId: string;
  /** As merchants read it, "#1001". */
  name: string;
  customerId: string | null;
  /** Instants in UTC, cut to the second: `2026-11-21T09:30:00Z`. */
  processedAt: string;
  updatedAt: string;
  cancelledAt: string | null;
  status: FinancialStatus;
  test: boolean;
  source: string | null;
  tags: string[];
  taxesIncluded: boolean;
  currency: string;
  presentmentCurrency: string;
  lines: OrderLine[];
  /** Shipping after its discounts, now (`current_shipping_price_set`), in both currencies. */
  shipping: MoneyPair;
  /** Tax of everything that is kept now (`current_total_tax_set`). */
  tax: MoneyPair;
  /** `total_tip_received`, shop money; its line bears `tip: true`. */
  tipMinor: number;
  discounts: OrderDiscount[];
  refunds: OrderRefund[];
};

/** Statuses with nothing outstanding: what the order earned is the member's. */
export function isPaid(snapshot: OrderSnapshot): boolean {
  switch (snapshot.status) {
    case 'paid':
    case 'partially_refunded':
    case 'refunded':
      return true;
    case 'authorized':
    case 'expired':
    case 'partially_paid':
    case 'pending':
    case 'voided':
      return false;
  }
}
