// S-86: every rule that can be published has sentences for each part of the terms, short ones, with no word that only the code uses.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LANGUAGES } from '#app/core/values/languages.ts';
import { TERMS_PARTS } from '#app/core/terms/terms-fact.ts';
import { CAUSES, CAUSE_KINDS } from '#app/core/moments/causes/cause-kinds.ts';
import { TASK_OFFERS } from '#app/core/moments/moment-rule.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import { linesOf, sayFourFacts, sayTerms } from '#app/proxy/terms/say-terms.ts';
import { momentRule } from '#tests/support/moment-rules.ts';
import { sentencesOf, wordsIn } from '#tests/locales/every-text.ts';
import { card, occasion, reward, rules } from '#tests/support/factories.ts';
import { neverOnScreen, wordsMet } from '#tests/support/words-of-the-code.ts';

const minor = fc.integer({ min: 1, max: 100_000 });
const orNull = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });
const day = fc.constantFrom('2026-01-01', '2026-05-31', '2028-02-29');
const combinesWith = fc.record({ product: fc.boolean(), order: fc.boolean(), shipping: fc.boolean() });
const ids = fc.uniqueArray(fc.constantFrom<string>('1', '2', '3', '4'), { minLength: 1 });
const chosen = fc.record({ productIds: ids, collectionIds: ids });

const cards = fc.array(
  fc
    .record({
      size: fc.integer({ min: 3, max: 12 }),
      all: fc.boolean(),
      tags: fc.boolean(),
      maxPriceMinor: orNull(minor),
      startsOn: orNull(day),
      endsOn: orNull(day),
      combinesWith,
    })
    .map(({ all, tags, ...each }) =>
      card({
        ...each,
        products: {
          all,
          productIds: ['1'],
          collectionIds: [],
          withTags: [],
          withoutTags: tags ? ['sale'] : [],
        },
      }),
    ),
  { maxLength: 3 },
);

const gives = fc.oneof(
  fc.record({ kind: fc.constant('amount' as const), minor }),
  fc.record({
    kind: fc.constant('percent' as const),
    percent: fc.integer({ min: 1, max: 100 }),
    of: fc.oneof(fc.constant('order' as const), chosen),
    mostMinor: orNull(minor),
  }),
  fc.record({ kind: fc.constant('free-shipping' as const), upToMinor: orNull(minor) }),
  fc.record({
    kind: fc.constant('product' as const),
    productIds: fc.constantFrom<string[]>(['1'], ['1', '2', '3']),
    upToMinor: orNull(minor),
  }),
  fc.record({
    kind: fc.constant('any-amount' as const),
    minor,
    leastMinor: minor,
    mostMinor: orNull(minor),
    sharePercent: fc.integer({ min: 1, max: 100 }),
  }),
);

const rewards = fc.array(
  fc
    .record({
      gives,
      cost: fc.integer({ min: 1, max: 10_000_000 }),
      lastsDays: fc.integer({ min: 1, max: 365 }),
      usable: fc.constantFrom('at-once' as const, 'next-day' as const),
      minimumMinor: orNull(minor),
      startsOn: orNull(day),
      endsOn: orNull(day),
      limits: fc.record({
        perPerson: orNull(minor),
        perPeriod: orNull(
          fc.record({
            count: minor,
            period: fc.constantFrom('day' as const, 'week' as const, 'month' as const, 'year' as const),
          }),
        ),
        inAll: orNull(minor),
      }),
      combinesWith,
      refund: fc.constantFrom('in-proportion' as const, 'nothing' as const),
    })
    .map((each) => reward(each)),
  { maxLength: 4 },
);

const moments = fc.array(
  fc
    .record({
      kind: fc.constantFrom('birthday' as const, 'anniversary' as const),
      offer: fc.constantFrom(
        { kind: 'points' as const, points: 50 },
        { kind: 'reward' as const, key: 'reward-1' },
        { kind: 'reward' as const, key: 'gone' },
      ),
      daysBefore: fc.integer({ min: 0, max: 30 }),
      daysAfter: fc.integer({ min: 0, max: 60 }),
      waitDays: fc.integer({ min: 0, max: 365 }),
      who: fc.constantFrom('all' as const, 'ordered' as const, {
        conditions: [{ kind: 'first-timers' as const }],
      }),
      asksYear: fc.boolean(),
    })
    .map((each) => occasion(each)),
  { maxLength: 2 },
);

const kind = fc.constantFrom(...CAUSE_KINDS);
const offer = fc.oneof(
  fc.record({ kind: fc.constant('points' as const), points: fc.integer({ min: 1, max: 10_000 }) }),
  fc.record({ kind: fc.constant('reward' as const), key: fc.constantFrom('reward-1', 'gone') }),
  fc.record({
    kind: fc.constant('task' as const),
    task: fc.constantFrom(...TASK_OFFERS),
    words: fc.constant('voucher for the pool'),
  }),
);
const ofList = fc.array(
  fc
    .record({
      kind,
      offers: fc.array(offer, { maxLength: 4 }),
      openDays: fc.integer({ min: 1, max: 365 }),
      some: fc.boolean(),
      every: fc.boolean(),
      ceiling: fc.constantFrom({ of: 'points' as const, most: 100 }, undefined),
      consent: fc.constantFrom({ en: 'For your gift alone.', fr: 'Pour votre cadeau seul.' }, undefined),
    })
    .map(({ kind: of, some, every, ...each }) => {
      const when = every ? { every, yearly: true, days: 0, n: 1 } : {};
      const who = { conditions: some ? [{ kind: 'first-timers' as const }] : [] };
      const { ceiling, consent, ...rest } = each;
      const words = { ...(ceiling && { ceiling }), ...(consent && { consent }) };
      return momentRule(of, { ...rest, ...words, who, when });
    }),
  { maxLength: 3 },
);

const published: fc.Arbitrary<ProgramRules> = fc
  .record({
    earn: fc.record({ points: fc.integer({ min: 1, max: 1_000 }), perMinor: minor }),
    counts: fc.record({
      testOrders: fc.boolean(),
      shipping: fc.boolean(),
      giftCards: fc.boolean(),
      tips: fc.boolean(),
      tax: fc.constantFrom('as-shown' as const, 'without' as const),
    }),
    leftOutTags: fc.constantFrom<string[]>([], ['staff']),
    cards,
    occasions: moments,
    moments: ofList,
    rewards: fc.option(rewards, { nil: undefined }),
    paused: fc.constantFrom(true as const, undefined),
    pointsOff: fc.constantFrom(true as const, undefined),
    never: fc.boolean(),
  })
  .map(({ rewards: some, paused, pointsOff, never, ...each }) =>
    rules({
      ...each,
      ...(some && { rewards: some }),
      ...(paused && { paused }),
      ...(pointsOff && { pointsOff }),
      ...(never && { neverEarns: { productIds: ['9'], collectionIds: [] } }),
    }),
  );

const CURRENCIES = ['EUR', 'JPY', 'KWD'];

test.each(LANGUAGES)('S-86 each part says something, shortly, in words of the screen (%s)', (language) => {
  const forbidden = neverOnScreen(language);
  fc.assert(
    fc.property(published, fc.constantFrom(...CURRENCIES), (of, currency) => {
      const said = sayTerms(of, currency, language);
      expect(said.map(({ part }) => part)).toEqual(TERMS_PARTS);
      for (const { facts } of said) {
        expect(facts.length).toBeGreaterThan(0);
        for (const { sentences } of facts) expect(sentences.length).toBeGreaterThan(0);
      }
      const four = sayFourFacts(of, currency, language);
      for (const { sentences } of four) expect(sentences.length).toBeGreaterThan(0);
      const lines = said.flatMap(({ facts }) => facts.flatMap(({ sentences }) => sentences));
      const all = [...lines, ...four.flatMap(({ sentences }) => sentences)].flatMap(sentencesOf);
      expect(all.filter((sentence) => sentence.trim() === '' || !/[.!?]$/.test(sentence))).toEqual([]);
      expect(all.filter((sentence) => wordsIn(sentence) > 20)).toEqual([]);
      expect(all.filter((sentence) => wordsMet(sentence, forbidden).length > 0)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test('S-86 the words of every part follow the rules', () => {
  const before = rules();
  const changes: Partial<ProgramRules>[] = [
    { earn: { points: 2, perMinor: 100 } },
    { pointsOff: true },
    { paused: true },
    { cards: [card({ size: 6 })] },
    { cards: [] },
    { counts: { ...before.counts, shipping: true } },
    { counts: { ...before.counts, giftCards: true } },
    { counts: { ...before.counts, tips: true } },
    { counts: { ...before.counts, tax: 'without' } },
    { rewards: [reward()] },
    { occasions: [occasion()] },
    { occasions: [occasion({ who: 'ordered' })] },
    { occasions: [occasion({ who: { conditions: [{ kind: 'first-timers' }] } })] },
    ...CAUSES.filter(({ foretold }) => foretold).map(({ key }) => ({ moments: [momentRule(key)] })),
    { moments: [momentRule('nth-order', { when: { every: true } })] },
    { leftOutTags: ['staff'] },
    { neverEarns: { productIds: ['1'], collectionIds: [] } },
    { names: { en: { one: 'bean', other: 'beans' }, fr: { one: 'grain', other: 'grains' } } },
  ];
  for (const language of LANGUAGES) {
    const words = (of: ProgramRules) => linesOf(sayTerms(of, 'EUR', language)).join('\n');
    for (const change of changes) expect(words(rules(change))).not.toBe(words(before));
    expect(words(rules())).toBe(words(before));
  }
});

test('S-86 a reward says what it costs, gives and asks', () => {
  const [, , said] = sayTerms(rules({ rewards: [reward({ refund: 'nothing' })] }), 'EUR', 'en');
  expect(said).toEqual({
    part: 'rewards',
    facts: [
      {
        name: '5.00 off',
        sentences: [
          '100 points are €5.00 off the order.',
          'Orders of at least €5.00.',
          'Ready to use for 30 days.',
          'Not together with order discounts.',
          'A refund brings no points back.',
        ],
      },
    ],
  });
});
