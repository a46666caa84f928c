// What the admin says of rewards, in both languages.
import { describe, expect, test } from 'vitest';
import { emptyReward, type RewardForm } from '#app/core/editing/reward-form.ts';
import { proposal } from '#app/core/editing/reward-proposals.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import type { RewardGives } from '#app/core/rewards/reward-gives.ts';
import type { Place } from '#app/core/rewards/law/law-pack.ts';
import type { Reward } from '#app/core/rewards/reward-rules.ts';
import type { Language } from '#app/core/values/languages.ts';
import { changesInShort } from '#app/ui/editing/changes-in-short.ts';
import { changesInWords } from '#app/ui/editing/changes-in-words.ts';
import { givesBackInWords, rewardsToConfirm } from '#app/ui/rewards/gives-back-in-words.ts';
import { offInWords } from '#app/ui/rewards/off-in-words.ts';
import { rewardFacts } from '#app/ui/rewards/reward-facts.ts';
import { stateInWords } from '#app/ui/rewards/state-in-words.ts';
import { rewardSentence } from '#app/ui/rewards/reward-sentence.ts';
import { withFollowers } from '#app/ui/rewards/with-followers.ts';
import { reward, rules } from '#tests/support/factories.ts';

const titles = { products: { '1': 'Kenya AA' }, collections: { '7': 'Beans' } };
const wording = (language: Language) => ({ language, currency: 'EUR', titles });
const said = (changes: Partial<Reward>, language: Language) =>
  rewardSentence(reward(changes), rules().names, wording(language)).replaceAll('\u00a0', ' ');

const PRODUCTS: RewardGives & { kind: 'percent' } = {
  kind: 'percent',
  percent: 10,
  of: { productIds: ['1'], collectionIds: ['7'] },
  mostMinor: null,
};

const ANY: RewardGives & { kind: 'any-amount' } = {
  kind: 'any-amount',
  minor: 500,
  leastMinor: 100,
  mostMinor: null,
  sharePercent: 100,
};

describe('a reward’s sentence', () => {
  test.each<[Partial<Reward>, string, string]>([
    [
      {},
      '100 points are €5.00 off the order. Ready to use for 30 days. Not together with order discounts.',
      '100 points = 5,00 € de remise sur la commande. À utiliser sous 30 jours. Sans cumul avec les remises de commande.',
    ],
    [
      { cost: 1, gives: { kind: 'free-shipping', upToMinor: 600 }, minimumMinor: 3_000, lastsDays: 1 },
      '1 point is free shipping, for rates up to €6.00. Orders of at least €30.00. Ready to use for 1 day. Not together with order discounts.',
      '1 point = la livraison offerte, pour des frais de 6,00 € au maximum. Dès 30,00 € de commande. À utiliser sous 1 jour. Sans cumul avec les remises de commande.',
    ],
    [
      { gives: PRODUCTS, minimumMinor: null, combinesWith: { product: true, order: true, shipping: true } },
      '100 points are 10% off Kenya AA or the collection Beans. Ready to use for 30 days.',
      '100 points = 10 % de remise sur Kenya AA ou la collection « Beans ». À utiliser sous 30 jours.',
    ],
    [
      { gives: { ...PRODUCTS, of: 'order', mostMinor: 500 }, minimumMinor: null },
      '100 points are 10% off the order, at most €5.00. Ready to use for 30 days. Not together with order discounts.',
      '100 points = 10 % de remise sur la commande, 5,00 € au maximum. À utiliser sous 30 jours. Sans cumul avec les remises de commande.',
    ],
    [
      { gives: { kind: 'product', productIds: ['1'], upToMinor: null }, minimumMinor: null },
      '100 points are one free item: Kenya AA. Ready to use for 30 days. Not together with order discounts.',
      '100 points = un article offert : Kenya AA. À utiliser sous 30 jours. Sans cumul avec les remises de commande.',
    ],
    [
      { cost: 1, gives: { kind: 'product', productIds: [], upToMinor: 950 }, minimumMinor: null },
      '1 point is one free item up to €9.50: products you still have to choose. Ready to use for 30 days. Not together with order discounts.',
      '1 point = un article offert jusqu’à 9,50 € : les produits qu’il vous reste à choisir. À utiliser sous 30 jours. Sans cumul avec les remises de commande.',
    ],
    [
      { gives: ANY, minimumMinor: null },
      '100 points are €5.00: use as many as you like. At least €1.00 at a time. Ready to use for 30 days. Not together with order discounts.',
      '100 points = 5,00 € : utilisez-en autant que vous voulez. 1,00 € au minimum à chaque fois. À utiliser sous 30 jours. Sans cumul avec les remises de commande.',
    ],
    [
      { gives: { ...ANY, mostMinor: 5_000, sharePercent: 50 }, minimumMinor: null },
      '100 points are €5.00: use as many as you like. At least €1.00 at a time. At most €50.00 at a time. At most 50% of the cart. Ready to use for 30 days. Not together with order discounts.',
      '100 points = 5,00 € : utilisez-en autant que vous voulez. 1,00 € au minimum à chaque fois. 50,00 € au maximum à chaque fois. 50 % du panier au maximum. À utiliser sous 30 jours. Sans cumul avec les remises de commande.',
    ],
  ])('%j', (changes, en, fr) => {
    expect(said(changes, 'en')).toBe(en);
    expect(said(changes, 'fr')).toBe(fr);
  });

  test('C37 says that a month is a calendar month', () => {
    const limits = { perPerson: 6, perPeriod: { count: 1, period: 'month' }, inAll: 100 } as const;
    expect(said({ limits }, 'en')).toContain(
      'At most 6 for one customer. At most 1 a calendar month for one customer. At most 100 in all.',
    );
    expect(said({ limits }, 'fr')).toContain('1 fois au maximum par client et par mois civil.');
  });
});

test('what it gives back is said, warned of, and asked twice', () => {
  const back = (cost: number) => givesBackInWords(reward({ cost }), rules(), null, 'en');
  expect(back(100)).toEqual({ sentence: 'Gives back 5.0% of what is spent for it.', warning: null });
  expect(back(50).warning).toBeNull();
  expect(back(49).warning).toBe('That is a lot: more than a tenth.');
  expect(back(20).warning).toBe('That is a lot: more than a tenth.');
  expect(back(19).warning).toContain('asked again');
  expect(back(4).warning).toBeNull();
  const publishing = (before: Reward[], after: Reward[]) =>
    rewardsToConfirm(rules({ rewards: before }), rules({ rewards: after }), 'en');
  expect(publishing([], [reward({ cost: 20 })])).toEqual([]);
  expect(publishing([], [reward({ cost: 10 })])).toEqual([
    'I know that “5.00 off” gives back 50.0% of what is spent for it.',
  ]);
  // Published already, and no more generous than it was.
  expect(publishing([reward({ cost: 10 })], [reward({ cost: 10 })])).toEqual([]);
  expect(publishing([reward({ cost: 11 })], [reward({ cost: 10 })])).toHaveLength(1);
});

describe('a reward’s changes', () => {
  const changed = (before: Partial<ProgramRules>, after: Partial<ProgramRules>, language: Language) => ({
    short: changesInShort(rules(before), rules(after), wording(language)),
    words: changesInWords(rules(before), rules(after), wording(language)),
  });
  const one = { rewards: [reward()] };

  test('it comes, and ends', () => {
    expect(changed({}, one, 'en').short).toEqual(['5.00 off: new']);
    expect(changed(one, {}, 'en')).toEqual({
      short: ['5.00 off: ends'],
      words: ['The reward “5.00 off” ends. Whoever has taken it can still use it.'],
    });
    expect(changed({}, one, 'fr').short).toEqual(['5,00 de remise\u00a0: nouvelle']);
  });

  test.each<[Partial<Reward>, string]>([
    [{ cost: 120 }, '5.00 off, cost: 100 points → 120 points'],
    [
      { gives: PRODUCTS },
      '5.00 off, what it gives: €5.00 off the order → 10% off Kenya AA or the collection Beans',
    ],
    [
      { gives: { ...ANY, mostMinor: 5_000 } },
      '5.00 off, what it gives: €5.00 off the order → €5.00 · At least €1.00 at a time · At most €50.00 at a time',
    ],
    [{ minimumMinor: null }, '5.00 off, smallest order: €5.00 → any order'],
    [
      { lastsDays: 14, usable: 'next-day' },
      '5.00 off, days to use it: 30 days → 14 days, from the day after',
    ],
    [{ endsOn: '2026-12-31' }, '5.00 off, days to take it: every day → until 31 December 2026'],
    [
      { limits: { perPerson: 1, perPeriod: null, inAll: null } },
      '5.00 off, limits: no limit → At most 1 for one customer.',
    ],
    [
      { combinesWith: { product: true, order: true, shipping: true } },
      '5.00 off, discounts: not with order discounts → with all other discounts',
    ],
    [{ refund: 'nothing' }, '5.00 off, refunds: points come back → no points come back'],
  ])('%j', (change, line) => {
    const { short, words } = changed(one, { rewards: [reward(change)] }, 'en');
    expect(short.map((each) => each.replaceAll('\u00a0', ' '))).toEqual([line]);
    expect(words).toHaveLength(1);
  });

  test('C74 a value that changes says who keeps the old one; ids in another order are no change', () => {
    const { words } = changed(one, { rewards: [reward({ gives: { kind: 'amount', minor: 400 } })] }, 'en');
    expect(words).toEqual([
      '5.00 off, what it gives: €4.00 off the order. Before: €5.00 off the order. Whoever has taken “5.00 off” before keeps it as it was.',
    ]);
    const named = (productIds: string[]) =>
      reward({ gives: { ...PRODUCTS, of: { productIds, collectionIds: [] } } });
    expect(changed({ rewards: [named(['1', '2'])] }, { rewards: [named(['2', '1'])] }, 'en').short).toEqual(
      [],
    );
  });
});

describe('while it is typed', () => {
  const shop = { currency: 'EUR', shippingMinor: null, place: null, product: null };
  const amount = proposal('amount', rules().earn, shop)!;
  const noTitles = { currency: 'EUR', titles: { products: {}, collections: {} }, gone: '' };
  const begun: RewardForm = emptyReward({ en: '€5.00 off', fr: 'À vous' }, amount, noTitles);
  const context = { currency: 'EUR', place: null, language: 'en' } as const;
  const typed = (fields: Partial<RewardForm>, before = begun) => withFollowers(before, fields, context);

  test('its name follows what it gives until somebody names it', () => {
    expect(typed({ amount: '6' }).title).toEqual({ en: '€6.00 off', fr: 'À vous' });
    expect(typed({ amount: '' }).title?.en).toBe('€5.00 off');
    expect(typed({ kind: 'free-shipping' }).title).toEqual({ en: 'Free shipping', fr: 'À vous' });
    expect(typed({ title: { en: 'Mine', fr: 'À vous' } }).title?.en).toBe('Mine');
  });

  test('the smallest order follows the amount until somebody types one', () => {
    expect(typed({ amount: '6' }).minimum).toBe('6');
    expect(typed({ amount: '6' }, { ...begun, minimum: '30' }).minimum).toBe('30');
    expect(typed({ kind: 'percent' }).minimum).toBe('');
    expect(typed({ minimum: '7' }).minimum).toBe('7');
  });

  test('the discounts beside it follow its kind until somebody chooses', () => {
    expect(typed({ kind: 'free-shipping' }).combinesWith).toEqual({
      product: true,
      order: true,
      shipping: false,
    });
    const chosen = { ...begun, combinesWith: { product: false, order: false, shipping: false } };
    expect(typed({ kind: 'free-shipping' }, chosen).combinesWith).toEqual(chosen.combinesWith);
  });
});

describe('when its kind changes', () => {
  const shop = { currency: 'EUR', shippingMinor: null, place: null, product: null };
  const noTitles = { currency: 'EUR', titles: { products: {}, collections: {} }, gone: '' };
  const shipping = proposal('shipping', rules().earn, shop)!;
  const begun = emptyReward({ en: 'Free shipping', fr: 'Livraison offerte' }, shipping, noTitles);
  const after = (kind: RewardForm['kind'], before = begun, place: Place | null = null) => ({
    ...before,
    ...withFollowers(before, { kind }, { currency: 'CAD', place, language: 'fr' }),
  });

  test('each field that must not be empty begins with something, as the language writes it', () => {
    expect(after('percent')).toMatchObject({ percent: '10', upTo: '', most: '' });
    expect(after('amount')).toMatchObject({ amount: '5,00', upTo: '', minimum: '5,00' });
    expect(after('product')).toMatchObject({ upTo: '', products: [] });
    const any = { amount: '5,00', least: '1,00', most: '', share: '100', minimum: '' };
    expect(after('any-amount')).toMatchObject(any);
    expect(after('any-amount').title).toEqual({ en: 'Any amount off', fr: 'Remise au choix' });
  });

  test('what was typed of its worth stays, and limits of another kind go', () => {
    const any = { ...after('any-amount'), amount: '7', most: '20', share: '50' };
    expect(after('amount', any)).toMatchObject({ amount: '7', most: '', share: '100' });
    expect(after('any-amount', begun, { country: 'CA', province: 'QC' }).most).toBe('50,00');
  });
});

describe('what became of a reward', () => {
  const figures = { given: 40, held: 10, used: 25, lapsed: 3, costMinor: 5_400, unmeasured: 0 };
  const facts = (changes: Partial<typeof figures>, language: Language) =>
    rewardFacts({ ...figures, ...changes }, wording(language)).replaceAll('\u00a0', ' ');

  test.each<[Partial<typeof figures>, string, string]>([
    [
      {},
      '40 given out · 10 ready to use · 25 used · 3 ended unused · €54.00 off orders so far',
      '40 attribuées · 10 prêtes à utiliser · 25 utilisées · 3 expirées · 54,00 € de remise jusqu’ici',
    ],
    [
      { given: 1, held: 1, used: 0, lapsed: 0, costMinor: 0 },
      '1 given out · 1 ready to use',
      '1 attribuée · 1 prête à utiliser',
    ],
    [
      { given: 2, held: 0, used: 2, lapsed: 0, costMinor: 0, unmeasured: 2 },
      '2 given out · 2 used · not measured: what 2 took off',
      '2 attribuées · 2 utilisées · non mesurée : la remise de 2',
    ],
    [
      { given: 2, held: 0, used: 2, lapsed: 0, costMinor: 0 },
      '2 given out · 2 used · nothing off orders so far',
      '2 attribuées · 2 utilisées · aucune remise jusqu’ici',
    ],
  ])('%o', (changes, en, fr) => {
    expect(facts(changes, 'en')).toBe(en);
    expect(facts(changes, 'fr')).toBe(fr);
  });

  test('nothing yet', () => {
    expect(rewardFacts(undefined, wording('en'))).toBe('None given out yet');
  });
});

test('what an order that went back as a whole still has of a reward is nothing, not an amount', () => {
  expect([offInWords(500, 'EUR', 'en'), offInWords(0, 'EUR', 'en')]).toEqual(['€5.00 off', 'nothing off']);
  expect(offInWords(0, 'EUR', 'fr')).toBe('aucune remise');
});

test('points come back of a reward that nobody used, and nothing of a gift', () => {
  const lapsed = { state: 'releasing', releaseWhy: 'lapsed' } as const;
  expect(stateInWords({ ...lapsed, price: 40 }, 'en')).toBe('Coming back');
  expect(stateInWords({ ...lapsed, price: 0 }, 'en')).toBe('Over');
  expect(stateInWords({ ...lapsed, state: 'released', price: 0 }, 'fr')).toBe('Terminée');
  // Used late, it is used.
  expect(stateInWords({ ...lapsed, state: 'used', price: 0 }, 'en')).toBe('Used');
});
