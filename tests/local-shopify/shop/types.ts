// The state of one store as the stand-in keeps it. Ids are digit strings; money is integer minor units of the
// shop's currency; instants are UTC, cut to the second as Shopify's are: `2026-11-21T09:30:00Z`.
import type { LineTake, SellingPlan } from './cart.ts';

export type Locale = { locale: string; primary: boolean };

export type Metafield = {
  id: string;
  /** Resolved: `$app` is already `app--<id>`. */
  namespace: string;
  key: string;
  type: string;
  /** As text, JSON for type json. */
  value: string;
  createdAt: string;
  updatedAt: string;
};

/** By `namespace.key`. */
export type Metafields = Record<string, Metafield>;

export type Variant = {
  id: string;
  title: string;
  sku: string;
  priceMinor: number;
  compareAtPriceMinor: number | null;
  grams: number;
  taxable: boolean;
  requiresShipping: boolean;
  available: boolean;
};

export type Product = {
  id: string;
  handle: string;
  title: string;
  vendor: string;
  productType: string;
  descriptionHtml: string;
  tags: string[];
  giftCard: boolean;
  /** Absent: on sale. */
  status?: 'DRAFT' | 'ARCHIVED';
  /** Sold as its components, which an order lists in its place. */
  bundle?: boolean;
  /** What the variants differ in, e.g. "Size". */
  optionName: string;
  variants: Variant[];
  /** A whole SVG document; the storefront serves it. */
  pictureSvg: string;
  pictureAlt: string;
  createdAt: string;
  updatedAt: string;
};

export type Collection = {
  id: string;
  handle: string;
  title: string;
  descriptionHtml: string;
  /** In the order shown. */
  productIds: string[];
};

export type Address = {
  address1: string;
  city: string;
  zip: string;
  country: string;
  countryCode: string;
};

export type Customer = {
  id: string;
  firstName: string;
  lastName: string;
  email: string;
  phone: string | null;
  locale: string;
  tags: string[];
  address: Address | null;
  metafields: Metafields;
  /** Since when mails that advertise are wanted, or aren't; absent: nobody was asked. */
  newsletter?: { state: 'SUBSCRIBED' | 'UNSUBSCRIBED'; at: string };
  createdAt: string;
  updatedAt: string;
};

export type DiscountType = 'automatic' | 'discount_code' | 'manual' | 'script';

export type DiscountValue =
  | { kind: 'percent'; percentBp: number }
  /** Spread over the lines by their price; `shownMinor` where it was given in the shopper's currency. */
  | { kind: 'amount'; amountMinor: number; shownMinor?: number }
  /** So many units of the cheapest lines. */
  | { kind: 'free_units'; units: number };

/** What the shopper or merchant asks for when an order is placed. */
export type DiscountRequest = {
  type: DiscountType;
  /** The code for discount codes. */
  title: string;
  value: DiscountValue;
  target?: 'lines' | 'shipping';
  /** Lines of these variants only; all when absent. */
  variantIds?: string[];
  /** The same, by their places in the request, counted from 0. */
  onLines?: readonly number[];
  /** Of an app's discount, whose function may call it otherwise. */
  nodeTitle?: string;
  /** Of shipping: the dearest rate that it lowers; any when absent. */
  upToMinor?: number;
  /** What a cart has worked out already: this, and nothing of other lines. */
  takes?: readonly LineTake[];
};

export type DiscountApplication = {
  type: DiscountType;
  title: string;
  value: DiscountValue;
  target: 'lines' | 'shipping';
  /** Whether it was restricted to some variants. */
  selected: boolean;
};

/** `shownMinor` in the shopper's currency, where that isn't the amount's own conversion. */
export type DiscountAllocation = { application: number; amountMinor: number; shownMinor?: number };

export type TaxLine = { title: string; rateBp: number; amountMinor: number };

export type OrderLine = {
  id: string;
  kind: 'product' | 'custom' | 'tip';
  productId: string | null;
  variantId: string | null;
  title: string;
  variantTitle: string | null;
  sku: string | null;
  vendor: string | null;
  quantity: number;
  /** Units still kept after refunds and edits. */
  currentQuantity: number;
  unitPriceMinor: number;
  allocations: DiscountAllocation[];
  taxLines: TaxLine[];
  giftCard: boolean;
  taxable: boolean;
  requiresShipping: boolean;
  grams: number;
  /** The group of a bundle's component lines. */
  groupId: string | null;
  /** Bought as a subscription. */
  sellingPlan?: SellingPlan;
  /** Duty of the whole line, on top of its price, and what was given back of it. */
  dutyMinor?: number;
  dutyBackMinor?: number;
};

export type ShippingLine = {
  id: string;
  title: string;
  priceMinor: number;
  allocations: DiscountAllocation[];
  taxLines: TaxLine[];
  refundedMinor: number;
};

export type RefundLine = {
  id: string;
  lineId: string;
  quantity: number;
  /** Net of discounts, with the tax inside when the shop's prices include it. */
  subtotalMinor: number;
  taxMinor: number;
  restockType: 'no_restock' | 'cancel' | 'return';
};

export type RefundShipping = { id: string; shippingLineId: string; subtotalMinor: number; taxMinor: number };

/** `manual` is money that the merchant says has come. */
export type Gateway = 'card' | 'bank_transfer' | 'manual' | 'store_credit' | 'cash';

export type Transaction = {
  id: string;
  kind: 'authorization' | 'capture' | 'sale' | 'refund' | 'void';
  status: 'success' | 'pending' | 'failure';
  gateway: Gateway;
  amountMinor: number;
  /** By how much cash was rounded; below zero where less was given. The amount holds it. */
  roundingMinor?: number;
  /** The refund that moved this money. */
  refundId: string | null;
  createdAt: string;
  /** Of an authorization that was not captured in time. */
  expiredAt?: string;
};

export type Refund = {
  id: string;
  createdAt: string;
  note: string | null;
  lines: RefundLine[];
  shipping: RefundShipping[];
  /** Money given back that belongs to no line or shipping. */
  customMinor: number;
  /** Duty given back, with its lines or alone, and the additional fee. */
  dutyMinor?: number;
  feeMinor?: number;
  /** A fee that the merchant kept of what the lines were worth. */
  restockingMinor?: number;
  transactionIds: string[];
};

/** A parcel. */
export type Fulfillment = {
  id: string;
  createdAt: string;
  status: 'success' | 'cancelled';
  /** What a carrier that is tracked told. */
  estimatedDeliveryAt?: string;
  deliveredAt?: string;
};

export type FinancialStatus =
  | 'authorized'
  | 'expired'
  | 'paid'
  | 'partially_paid'
  | 'partially_refunded'
  | 'pending'
  | 'refunded'
  | 'voided';

export type Order = {
  id: string;
  /** Counts from 1 in each shop; `name` is "#1001". */
  number: number;
  name: string;
  token: string;
  createdAt: string;
  processedAt: string;
  updatedAt: string;
  cancelledAt: string | null;
  financialStatus: FinancialStatus;
  /** Null for a guest. */
  customerId: string | null;
  /** What the shopper typed at checkout. */
  email: string | null;
  locale: string;
  test: boolean;
  sourceName: string;
  tags: string[];
  note: string | null;
  taxesIncluded: boolean;
  currency: string;
  presentmentCurrency: string;
  /** Presentment units for one unit of the shop's currency, in basis points. */
  presentmentRateBp: number;
  lines: OrderLine[];
  discounts: DiscountApplication[];
  shippingLine: ShippingLine | null;
  refunds: Refund[];
  transactions: Transaction[];
  /** What the shopper owes in all: grows with edits upward, falls with refunds and removed lines. */
  dueMinor: number;
  /** Money given back as a favour, which `dueMinor` holds no longer. */
  goodwillMinor?: number;
  /** An additional fee of the order, and what was given back of it. */
  feeMinor?: number;
  feeBackMinor?: number;
  fulfillments?: Fulfillment[];
  /** Lines were changed after it was placed. */
  edited?: boolean;
};

export type CustomItem = { title: string; priceMinor: number; quantity: number };

export type OrderRequest = {
  customerId: string | null;
  lines: readonly {
    variantId: string;
    quantity: number;
    groupId?: string;
    sellingPlan?: SellingPlan;
    dutyMinor?: number;
  }[];
  payment: 'paid' | 'pending' | 'authorized';
  locale: string;
  email?: string;
  note?: string;
  tags?: string[];
  discounts?: DiscountRequest[];
  shippingMinor?: number;
  tipMinor?: number;
  /** Several tips, as of a till's split payment. */
  tipsMinor?: readonly number[];
  /** An additional fee of the order. */
  feeMinor?: number;
  test?: boolean;
  customItems?: CustomItem[];
  sourceName?: string;
  presentment?: { currency: string; rateBp: number };
  /** A line of which only some units are discounted becomes two lines. */
  splitLines?: boolean;
  /** Imported orders keep their own time; now when absent. */
  processedAt?: Date;
  /** Before now, for a shop that is given a past; now when absent. */
  placedAt?: Date;
};

export type RefundRequest = {
  lines: { lineId: string; quantity: number }[];
  shippingMinor?: number;
  customMinor?: number;
  /** The duty of the units, or, without units, so much duty of the first line that has any. */
  duties?: boolean;
  dutyMinor?: number;
  feeMinor?: number;
  /** Kept by the merchant of what the units are worth. */
  restockingMinor?: number;
  /** Given back in cash, rounded to the next multiple. */
  cashStepMinor?: number;
  /** False: the lines are taken back and no money moves (default: money moves when the order was paid). */
  withMoney?: boolean;
  /** Back the way it came, unless it becomes store credit. */
  to?: 'payment' | 'store_credit';
  note?: string;
};

/** Kept quantities of lines, and what the order gets on top. */
export type EditRequest = {
  lines: { lineId: string; quantity: number }[];
  added?: OrderRequest['lines'];
  customItems?: CustomItem[];
};

/** What a shop is made of when it first opens. */
export type ShopSetup = {
  domain: string;
  name: string;
  currency: string;
  timeZone: string;
  countryCode: string;
  email: string;
  locales: Locale[];
  /** Shopify's form, e.g. `€{{amount}}`. */
  moneyFormat: string;
  taxesIncluded: boolean;
  taxTitle: string;
  taxRateBp: number;
  products: Product[];
  collections: Collection[];
  customers: Customer[];
};
