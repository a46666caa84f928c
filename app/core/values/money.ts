// Money is an integer of the currency's minor unit; decimals from Shopify are read digit by digit, never as floats.

/** In minor units: no price and no step of a rule is above this. */
export const MOST_MINOR = 1_000_000_000;

/** ISO 4217 exponents that are not 2. */
const EXPONENTS: Readonly<Record<string, number>> = {
  BIF: 0, CLP: 0, DJF: 0, GNF: 0, ISK: 0, JPY: 0, KMF: 0, KRW: 0, PYG: 0, RWF: 0, UGX: 0, VND: 0, VUV: 0,
  XAF: 0, XOF: 0, XPF: 0, BHD: 3, IQD: 3, JOD: 3, KWD: 3, LYD: 3, OMR: 3, TND: 3,
}; // prettier-ignore

/** Number of decimals of a currency: JPY 0, EUR 2, KWD 3. */
export function currencyExponent(currency: string): number {
  return EXPONENTS[currency] ?? 2;
}

const [MINUS, POINT, ZERO] = ['-', '.', '0'].map((sign) => sign.charCodeAt(0)) as [number, number, number];
const MOST_WHOLE_DIGITS = 15;
const MOST_DECIMALS = 6;

/** The end of the digits that begin at `start`. */
function endOfDigits(text: string, start: number): number {
  let end = start;
  while (end < text.length && isDigit(text.charCodeAt(end))) end += 1;
  return end;
}

const isDigit = (code: number): boolean => code >= ZERO && code <= ZERO + 9;

/**
 * Minor units of a decimal string as Shopify writes it: `"12.50"` EUR → 1250, `"1000.0"` JPY → 1000.
 * Digits below the minor unit are cut. Null when the text is no decimal number. An order has a hundred amounts: they are read
 * sign by sign, because a pattern that takes them apart costs three times as much.
 */
export function minorUnits(decimal: string, currency: string): number | null {
  const start = decimal.charCodeAt(0) === MINUS ? 1 : 0;
  const point = endOfDigits(decimal, start);
  const whole = point - start;
  if (whole < 1 || whole > MOST_WHOLE_DIGITS) return null;
  const end = decimal.charCodeAt(point) === POINT ? endOfDigits(decimal, point + 1) : point;
  const decimals = end - point - 1;
  if (end < decimal.length || decimals === 0 || decimals > MOST_DECIMALS) return null;
  const minor = readMinor(decimal, { start, point, end }, currencyExponent(currency));
  if (!Number.isSafeInteger(minor)) return null;
  return start === 1 && minor !== 0 ? -minor : minor;
}

type Places = { start: number; point: number; end: number };

function readMinor(decimal: string, { start, point, end }: Places, exponent: number): number {
  let minor = 0;
  for (let at = start; at < point; at += 1) minor = minor * 10 + decimal.charCodeAt(at) - ZERO;
  for (let at = point + 1; at <= point + exponent; at += 1) {
    minor = minor * 10 + (at < end ? decimal.charCodeAt(at) - ZERO : 0);
  }
  return minor;
}

/** `floor(a × b / c)` for integers, exact beyond 2^53. Throws a RangeError when c is 0. */
export function mulDivFloor(a: number, b: number, c: number): number {
  const product = a * b;
  if (Number.isSafeInteger(product) && c > 0) {
    // A quotient of safe integers can round up to the next integer: the remainder is exact, so use it.
    const remainder = product % c;
    return (product - remainder) / c - (remainder < 0 ? 1 : 0);
  }
  const exact = BigInt(a) * BigInt(b);
  const divisor = BigInt(c);
  const quotient = exact / divisor;
  const floored = exact % divisor !== 0n && exact < 0n !== divisor < 0n ? quotient - 1n : quotient;
  return Number(floored);
}

/** `ceil(a × b / c)` for integers, exact beyond 2^53. Throws a RangeError when c is 0. */
export function mulDivCeil(a: number, b: number, c: number): number {
  return 0 - mulDivFloor(-a, b, c);
}

/** The number of whole steps of `step` that fit into `amount`; 0 below zero. */
export function wholeSteps(amount: number, step: number): number {
  return amount <= 0 ? 0 : mulDivFloor(amount, 1, step);
}
