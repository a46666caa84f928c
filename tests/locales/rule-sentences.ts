// What the admin says of rules that have everything set, and of every change between them and plain ones.
import type { Language } from '#app/core/values/languages.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import { changesInWords } from '#app/ui/editing/changes-in-words.ts';
import { earnSentence } from '#app/ui/editing/earn-sentence.ts';
import { occasionSentence } from '#app/ui/moments/describe-moment.ts';
import { rewardSentence } from '#app/ui/rewards/reward-sentence.ts';
import { cardSentence } from '#app/ui/stamps/card-sentence.ts';
import { card, occasion, reward, rules } from '#tests/support/factories.ts';
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

const FOR_SOME = {
  conditions: [
    { kind: 'ordered' as const, withinDays: null },
    { kind: 'tags-in' as const, tags: ['VIP'] },
  ],
};

const TEN_PERCENT = { kind: 'percent', percent: 10 } as const;
const FULL_REWARD = reward({
  title: { en: 'Ten percent off', fr: 'Dix pour cent' },
  cost: 1_250,
  gives: { ...TEN_PERCENT, of: { productIds: ['1', '2'], collectionIds: ['7'] }, mostMinor: null },
  usable: 'next-day',
  minimumMinor: 3_000,
  startsOn: '2026-11-01',
  endsOn: '2026-12-31',
  limits: { perPerson: 3, perPeriod: { count: 1, period: 'month' }, inAll: 100 },
  combinesWith: { product: false, order: false, shipping: false },
  refund: 'nothing',
});
const SHIPPING = reward({ key: 'reward-2', gives: { kind: 'free-shipping', upToMinor: 690 } });
const CAPPED = reward({ key: 'reward-3', gives: { ...TEN_PERCENT, of: 'order', mostMinor: 1_250 } });
const FREE = reward({
  key: 'reward-4',
  gives: { kind: 'product', productIds: ['1', '2'], upToMinor: 1_250 },
});
const ANY = reward({
  key: 'reward-5',
  gives: { kind: 'any-amount', minor: 500, leastMinor: 1_250, mostMinor: 5_000, sharePercent: 50 },
});
const NAMED_DAYS = reward({ usableOn: { from: '2026-12-03', until: '2026-12-05' } });

const FULL = rules({
  names: { en: { one: 'bean', other: 'beans' }, fr: { one: 'grain', other: 'grains' } },
  earn: { points: 2, perMinor: 1_000 },
  counts: { testOrders: false, shipping: true, giftCards: true, tips: true, tax: 'without' },
  leftOutTags: ['staff', 'wholesale'],
  cards: [card({ key: 'tea', title: { en: 'Tea card', fr: 'Carte thé' } }), FULL_CARD],
  occasions: [occasion(MOMENT), occasion({ ...MOMENT, kind: 'anniversary', who: FOR_SOME })],
  rewards: [FULL_REWARD, SHIPPING, CAPPED, FREE, ANY],
  neverEarns: { productIds: ['1', '2'], collectionIds: ['7'] },
});

const NO_CARD = rules({ cards: [] });
const SMALLER = rules({ cards: [card({ size: 4 })], occasions: [occasion()], rewards: [NAMED_DAYS] });

export function ruleSentences(language: Language): string[] {
  const wording = { language, currency: 'EUR', titles: TITLES };
  const changes = (before: ProgramRules, after: ProgramRules) => changesInWords(before, after, wording);
  return [
    ...[rules(), FULL].map((each) => earnSentence(each, wording)),
    ...[...rules().cards, ...FULL.cards].map((each) => cardSentence(each, wording)),
    ...[...(FULL.rewards ?? []), NAMED_DAYS, reward()].map((each) =>
      rewardSentence(each, FULL.names, wording),
    ),
    ...FULL.occasions.map((each) => occasionSentence(each, FULL, wording)),
    ...[rules(), NO_CARD, SMALLER].flatMap((each) => [...changes(each, FULL), ...changes(FULL, each)]),
    ...[...changes(NO_CARD, rules()), ...changes(rules(), SMALLER), ...changes(SMALLER, NO_CARD)],
  ].flatMap(sentencesOf);
}
