// A cart as the second discount function sees it, and what it answers. Prices are those before any discount: functions don't see
// each other. Money is in minor units of the shopper's currency unless it says the shop's.

export type FunctionLine = {
  readonly lineId: string;
  readonly quantity: number;
  /** Null: a custom item. */
  readonly productId: string | null;
  /** Of one unit; what is below the minor unit is cut. */
  readonly price: number;
  /** The same in the shop's currency, cut down, so that rounding to the shopper's lifts nothing above a ceiling. */
  readonly shopPrice: number;
  readonly giftCard: boolean;
  readonly subscription: boolean;
  /** In one of the reward's collections. */
  readonly chosen: boolean;
  /** In one of the collections that are never taken off. */
  readonly never: boolean;
};

export type FunctionCart = {
  readonly lines: readonly FunctionLine[];
  /** What one of the shop's currency is in the shopper's. */
  readonly rate: string;
  /** Of the shopper's currency. */
  readonly decimals: number;
  /** As the shopper typed it. */
  readonly code: string | null;
  /** The customer's `$app.vouchers`: minor units of the shop's currency by code, in capitals. */
  readonly amounts: Readonly<Record<string, number>>;
};

export type Off = { readonly percent: number } | { readonly minor: number };

/** `minor` is taken off the lines once, all together. */
export type OffProducts = {
  readonly on: 'products';
  readonly off: Off;
  readonly lines: readonly { readonly lineId: string; readonly quantity: number }[];
};

/** The first whose least subtotal the order reaches without its excluded lines; 0 is reached by any. */
export type OffOrder = {
  readonly on: 'order';
  readonly tries: readonly { readonly off: Off; readonly least: number }[];
  readonly excluded: readonly string[];
};

export type Saving = OffProducts | OffOrder;

/** A sum of money beyond it is as good as it. */
export const MOST_SUM = Number.MAX_SAFE_INTEGER;

export const priceOfLine = ({ price, quantity }: Pick<FunctionLine, 'price' | 'quantity'>): number =>
  Math.min(price * Math.max(0, quantity), MOST_SUM);

export function subtotalOf(lines: readonly Pick<FunctionLine, 'price' | 'quantity'>[]): number {
  return lines.reduce((sum, line) => Math.min(sum + priceOfLine(line), MOST_SUM), 0);
}
