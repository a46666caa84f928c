// What the admin says of rules that have everything set, and of every change between them and plain ones.
import type { Language } from '#app/core/values/languages.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import { changesInWords } from '#app/ui/editing/changes-in-words.ts';
import { earnSentence } from '#app/ui/editing/earn-sentence.ts';
import { occasionSentence } from '#app/ui/moments/describe-moment.ts';
import { cardSentence } from '#app/ui/stamps/card-sentence.ts';
import { card, occasion, rules } from '#tests/support/factories.ts';
import { sentencesOf } from './every-text.ts';

const TITLES = { products: { '1': 'Kenya AA', '2': 'Night Shift' }, collections: { '7': 'Beans' } };

const PICKED = {
  all: false,
  productIds: ['1', '2'],
  collectionIds: ['7'],
  withTags: ['tea'],
  withoutTags: ['sale'],
};

const FULL_CARD = card({
  title: { en: 'Tea and coffee', fr: 'Thé et café' },
  size: 8,
  products: PICKED,
  maxPriceMinor: 1_250,
  startsOn: '2026-11-01',
  endsOn: '2026-12-31',
  combinesWith: { product: false, order: false, shipping: false },
});

const MOMENT = { daysBefore: 3, daysAfter: 14, waitDays: 30, who: 'ordered', asksYear: true } as const;

const FULL = rules({
  names: { en: { one: 'bean', other: 'beans' }, fr: { one: 'grain', other: 'grains' } },
  earn: { points: 2, perMinor: 1_000 },
  counts: { testOrders: false, shipping: true, giftCards: true, tips: true, tax: 'without' },
  leftOutTags: ['staff', 'wholesale'],
  cards: [card({ key: 'tea', title: { en: 'Tea card', fr: 'Carte thé' } }), FULL_CARD],
  occasions: [occasion(MOMENT), occasion({ ...MOMENT, kind: 'anniversary' })],
});

const NO_CARD = rules({ cards: [] });
const SMALLER = rules({ cards: [card({ size: 4 })], occasions: [occasion()] });

export function ruleSentences(language: Language): string[] {
  const wording = { language, currency: 'EUR', titles: TITLES };
  const changes = (before: ProgramRules, after: ProgramRules) => changesInWords(before, after, wording);
  return [
    ...[rules(), FULL].map((each) => earnSentence(each, wording)),
    ...[...rules().cards, ...FULL.cards].map((each) => cardSentence(each, wording)),
    ...FULL.occasions.map((each) => occasionSentence(each, FULL.names, wording)),
    ...[rules(), NO_CARD, SMALLER].flatMap((each) => [...changes(each, FULL), ...changes(FULL, each)]),
    ...[...changes(NO_CARD, rules()), ...changes(rules(), SMALLER), ...changes(SMALLER, NO_CARD)],
  ].flatMap(sentencesOf);
}
