import { describe, expect, it } from 'vitest';
import { upgradeRules } from '#app/core/program/upgrade-rules.ts';
import { card, reward, rules } from '#tests/support/factories.ts';

/** As the first release wrote them, without what came later: tags, tax, limits of a card, moments. */
const first = {
  shape: 1,
  names: { en: { one: 'point', other: 'points' }, fr: { one: 'point', other: 'points' } },
  earn: { points: 1, perMinor: 100 },
  counts: { testOrders: true, shipping: false, giftCards: false, tips: false },
  cards: [
    {
      key: 'coffee',
      title: { en: 'Coffee card', fr: 'Carte café' },
      size: 5,
      products: { all: true, productIds: [], collectionIds: [] },
    },
  ],
};

describe('stored rules', () => {
  it('of the first release mean what they meant', () => {
    expect(upgradeRules(first)).toEqual(rules({ cards: [card()] }));
  });

  it('of today stay as they are', () => {
    expect(upgradeRules(rules())).toEqual(rules());
    expect(upgradeRules(upgradeRules(first))).toEqual(upgradeRules(first));
  });

  it('say in English what they were never asked to say in a language that came later', () => {
    const { en } = first.names;
    const [card] = first.cards;
    const before = { ...first, names: { en }, cards: [{ ...card, title: { en: 'Coffee card' } }] };
    expect(upgradeRules(before)).toMatchObject({
      names: { en, fr: en },
      cards: [{ title: { en: 'Coffee card', fr: 'Coffee card' } }],
    });
  });

  it('from before there were rewards have none', () => {
    expect(upgradeRules(first)).not.toHaveProperty('rewards');
    expect(upgradeRules(first)).not.toHaveProperty('neverEarns');
  });

  it('keep their rewards, and what a reward doesn’t say is what most want', () => {
    const { key, cost, gives, minimumMinor } = reward();
    const least = { key, title: { en: '5.00 off' }, cost, gives, minimumMinor };
    const title = { en: '5.00 off', fr: '5.00 off' };
    expect(upgradeRules({ ...first, rewards: [least] }).rewards).toEqual([reward({ title })]);
    expect(upgradeRules(rules({ rewards: [reward()] })).rewards).toEqual([reward()]);
  });

  it.each([
    { cost: 0 },
    { cost: 1.5 },
    { cost: 10_000_001 },
    { gives: { kind: 'amount', minor: 0 } },
    { gives: { kind: 'percent', percent: 101, of: 'order' } },
    { gives: { kind: 'percent', percent: 10, of: { productIds: Array(51).fill('1'), collectionIds: [] } } },
    { gives: { kind: 'points', points: 1 } },
    { lastsDays: 0 },
    { lastsDays: 366 },
    { key: 'A key' },
  ])('C43 are refused with a reward that can’t be: %j', (wrong) => {
    expect(() => upgradeRules({ ...first, rewards: [{ ...reward(), ...wrong }] })).toThrow();
  });

  it('are refused with more than twenty rewards', () => {
    const rewards = Array.from({ length: 21 }, (_, index) => reward({ key: `reward-${index}` }));
    expect(() => upgradeRules({ ...first, rewards })).toThrow();
  });

  it.each([null, {}, { ...first, shape: 2 }, { ...first, cards: null }])(
    'that are none are refused: %j',
    (stored) => {
      expect(() => upgradeRules(stored)).toThrow();
    },
  );
});
