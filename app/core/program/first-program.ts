// From the first minute a shop has sensible rules, under which nothing is given: points are off until the merchant turns
// them on, and a stamp card waits as a draft, because it needs to be told its products.
import { currencyExponent } from '../values/money.ts';
import type { ProgramRules } from './program-rules.ts';
import { NO_PRODUCTS, PLAIN_CARD, type StampCard } from './card-rules.ts';

const FIRST_CARD: StampCard = {
  key: 'card-1',
  title: { en: 'Stamp card', fr: 'Carte de fidélité' },
  size: 5,
  products: NO_PRODUCTS,
  ...PLAIN_CARD,
};

/** Currencies whose smallest notes are thousands. */
const COUNTED_IN_THOUSANDS: readonly string[] = ['CLP', 'KRW', 'VND'];
/** What a coin or two buy, in currencies without decimals. */
const WITHOUT_DECIMALS = 100;

/** The money that one point stands for at first, in minor units: 1.00, ¥100, ₩1,000. */
export function firstStepMinor(currency: string): number {
  if (COUNTED_IN_THOUSANDS.includes(currency)) return 1_000;
  const exponent = currencyExponent(currency);
  return exponent === 0 ? WITHOUT_DECIMALS : 10 ** exponent;
}

/** A round amount of it: 5.00, ¥500, ₩5,000. */
export const roundMinor = (currency: string): number => 5 * firstStepMinor(currency);

/** The rules that are published on install, and the draft beside them. */
export function firstProgram(currency: string): { rules: ProgramRules; draft: ProgramRules } {
  const rules: ProgramRules = {
    shape: 1,
    names: { en: { one: 'point', other: 'points' }, fr: { one: 'point', other: 'points' } },
    earn: { points: 1, perMinor: firstStepMinor(currency) },
    pointsOff: true,
    counts: { testOrders: true, shipping: false, giftCards: false, tips: false, tax: 'as-shown' },
    leftOutTags: [],
    cards: [],
    occasions: [],
  };
  return { rules, draft: { ...rules, cards: [FIRST_CARD] } };
}
