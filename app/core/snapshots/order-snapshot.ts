// The state of one order as Shopify last told it, reduced to what the rules need. No personal data.

/**
 * Grows whenever the reducers change what they keep, or what is written beside a snapshot; stored outside its hash. Since 2
 * the order's name and times stand in columns as well; since 3 the optional parts below are there, all of them, and the
 * codes stand in a column; since 4 no discount has a title that may name somebody, which older ones lose later.
 */
export const SNAPSHOT_SHAPE = 4;

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
  /** The same as the shopper paid. Since shape 3. */
  taxPaidMinor?: number;
  giftCard: boolean;
  /** Told by Shopify, else guessed by its price; `tipsOf` corrects the guess by what is known of the line. */
  tip: boolean;
  /** Since shape 3. */
  requiresShipping?: boolean;
  /** The group of a bundle's component lines, null for ordinary lines. */
  bundleGroup: string | null;
};

export type DiscountApplicationType = 'automatic' | 'discount_code' | 'manual' | 'script';

/**
 * `title` is the code for discount codes, and empty where that can't be one of ours (`possibleCode`). An automatic app
 * discount has no other name than this. What staff or a script called a discount may name somebody, and stays empty, too, unless
 * it could be one of our codes.
 */
export type OrderDiscount = { type: DiscountApplicationType; title: string };

/** Units of a line that a refund takes back. */
export type RefundedUnits = { lineId: string; quantity: number };

export type OrderRefund = {
  refundId: string;
  // In the currency the shopper paid in, because refund transactions know no other.
  /** Money for lines as the refund says it. Before shape 3 only: since then the order's own lines say what they cost. */
  linesMinor?: number;
  /** Shipping given back, with tax. */
  shippingMinor: number;
  /** Money that really went back (successful refund transactions). */
  moneyMinor: number;
  /** Since shape 3, sorted by line, each line once. */
  units?: RefundedUnits[];
  /** Duties given back. Since shape 3. */
  dutiesMinor?: number;
  /** The most by which cash may have been rounded, in either direction. Since shape 3. */
  roundingMinor?: number;
};

/** What stands on the order beside lines and shipping: as ordered, and what is kept of it. */
export type Charge = { ordered: MoneyPair; kept: MoneyPair };

/** One way of sending: its price before discounts, and what discounts took off it. */
export type ShippingLine = { gross: MoneyPair; discounts: LineDiscount[] };

/** `createdAt` is an instant in UTC, cut to the second; `status` as Shopify's, in lower case (`success`, `cancelled` …). */
export type Fulfillment = { createdAt: string; status: string };

/** `order.fulfillment_status`; null while nothing was sent. */
export type FulfillmentStatus = 'fulfilled' | 'partial' | 'restocked';

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

  /** Its tips were told, and a guess might be another: nowhere else, because the Admin API has no word for a tip. */
  tipsTold?: true;

  // Since shape 3.
  /** What the order comes to now (`current_total_price_set`). Whether money given back of goodwill lowers it is unsettled. */
  total?: MoneyPair;
  /** Still to be paid, below zero where it is owed to the shopper. Webhooks know it in the shop's money alone. */
  outstandingMinor?: number;
  /** Duties and additional fees. */
  duties?: Charge;
  fees?: Charge;
  /** By how much cash was rounded, when it was paid and when it was given back. */
  cashRounding?: { paid: MoneyPair; refunded: MoneyPair };
  shippingLines?: ShippingLine[];
  fulfillmentStatus?: FulfillmentStatus | null;
  fulfillments?: Fulfillment[];
};

/**
 * Nothing is outstanding: what the order earned is the member's. A part given back says nothing of the rest being paid
 * (C85); `isSettled` looks closer where it was goodwill that left something outstanding.
 */
export function isPaid(snapshot: OrderSnapshot): boolean {
  switch (snapshot.status) {
    case 'paid':
    case 'refunded':
      return true;
    case 'partially_refunded':
      return (snapshot.outstandingMinor ?? 0) <= 0;
    case 'authorized':
    case 'expired':
    case 'partially_paid':
    case 'pending':
    case 'voided':
      return false;
  }
}
