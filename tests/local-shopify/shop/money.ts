// Money as Shopify writes it: decimal strings with the digits of the currency.
import type { DiscountAllocation, Order, OrderLine } from './types.ts';

const ZERO = new Set([
  'BIF',
  'CLP',
  'DJF',
  'GNF',
  'ISK',
  'JPY',
  'KMF',
  'KRW',
  'PYG',
  'RWF',
  'UGX',
  'VND',
  'VUV',
  'XAF',
  'XOF',
  'XPF',
]);
const THREE = new Set(['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND']);

export function exponentOf(currency: string): 0 | 2 | 3 {
  if (ZERO.has(currency)) return 0;
  return THREE.has(currency) ? 3 : 2;
}

/** 1250 EUR → `12.50`; 1250 JPY → `1250`; 1250 KWD → `1.250`. */
export function decimal(minor: number, currency: string): string {
  const exponent = exponentOf(currency);
  if (exponent === 0) return String(minor);
  const digits = String(Math.abs(minor)).padStart(exponent + 1, '0');
  return `${minor < 0 ? '-' : ''}${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}

export type Money = { amount: string; currency: string };
export type MoneyBag = { shop: Money; presentment: Money };

export type Rated = Pick<Order, 'currency' | 'presentmentCurrency' | 'presentmentRateBp'>;

/** Presentment minor units for one minor unit of the shop's. */
function rateOf({ currency, presentmentCurrency, presentmentRateBp }: Rated): number {
  return (presentmentRateBp / 10_000) * 10 ** (exponentOf(presentmentCurrency) - exponentOf(currency));
}

/** Shop minor units → presentment minor units, rounded half up. */
function presentmentMinor(minor: number, order: Rated): number {
  if (order.currency === order.presentmentCurrency) return minor;
  const scale = 10 ** (exponentOf(order.presentmentCurrency) - exponentOf(order.currency));
  return Math.round((minor * order.presentmentRateBp * scale) / 10_000);
}

/** The way back, rounded half up. */
export function shopMinor(shownMinor: number, order: Rated): number {
  return order.currency === order.presentmentCurrency ? shownMinor : Math.round(shownMinor / rateOf(order));
}

function pair(order: Rated, shopMinor: number, shownMinor: number): MoneyBag {
  return {
    shop: { amount: decimal(shopMinor, order.currency), currency: order.currency },
    presentment: {
      amount: decimal(shownMinor, order.presentmentCurrency),
      currency: order.presentmentCurrency,
    },
  };
}

export function bag(order: Rated, minor: number): MoneyBag {
  return pair(order, minor, presentmentMinor(minor, order));
}

/**
 * Money of one line. Whole units are converted by the unit's own presentment price, so that six units cost six
 * times what one costs in the shopper's currency too.
 */
export function lineBag(order: Rated, line: Pick<OrderLine, 'unitPriceMinor'>, minor: number): MoneyBag {
  return pair(order, minor, shownLineMinor(order, line.unitPriceMinor, minor));
}

/** The same in presentment minor units. */
export function shownLineMinor(order: Rated, unitPriceMinor: number, minor: number): number {
  if (unitPriceMinor === 0 || minor % unitPriceMinor !== 0) return presentmentMinor(minor, order);
  return (minor / unitPriceMinor) * presentmentMinor(unitPriceMinor, order);
}

/** Of a discount's share of a line: in the shopper's currency as it was given, where it was. */
export function allocationBag(
  order: Rated,
  line: Pick<OrderLine, 'unitPriceMinor'>,
  { amountMinor, shownMinor }: DiscountAllocation,
): MoneyBag {
  return shownMinor === undefined ? lineBag(order, line, amountMinor) : pair(order, amountMinor, shownMinor);
}

/** `12.34` in the shopper's currency → 1234, of what is more exact the half up. */
export const shownMinorOf = (amount: number, { presentmentCurrency }: Rated): number =>
  Math.round(Number((amount * 10 ** exponentOf(presentmentCurrency)).toFixed(6)));
