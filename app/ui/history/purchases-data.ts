/** Days are the shop's, money is in its minor units. */
export type PurchaseRow = {
  orderId: string;
  name: string;
  day: string;
  keptMinor: number;
  ourMinor: number;
  othersMinor: number;
  handledOn: string | null;
  promisedOn: string | null;
  deliveredOn: string | null;
};

export type PurchasesData = {
  keptOrders: number;
  firstOn: string | null;
  lastOn: string | null;
  spentMinor: number;
  rhythmDays: number | null;
  /** Orders that Shopify has beside ours; null where that isn't known. */
  before: number | null;
  rows: PurchaseRow[];
  hasMore: boolean;
  today: string;
};
