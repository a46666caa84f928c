// From the first minute a shop has sensible rules: one point per whole unit of its currency. A stamp card waits as a
// draft, because it gives something away and needs to be told its products.
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

/** The rules that are published on install, and the draft beside them. */
export function firstProgram(currency: string): { rules: ProgramRules; draft: ProgramRules } {
  const rules: ProgramRules = {
    shape: 1,
    names: { en: { one: 'point', other: 'points' }, fr: { one: 'point', other: 'points' } },
    earn: { points: 1, perMinor: 10 ** currencyExponent(currency) },
    counts: { testOrders: true, shipping: false, giftCards: false, tips: false, tax: 'as-shown' },
    leftOutTags: [],
    cards: [],
    occasions: [],
  };
  return { rules, draft: { ...rules, cards: [FIRST_CARD] } };
}
