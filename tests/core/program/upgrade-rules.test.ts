import { describe, expect, it } from 'vitest';
import { upgradeRules } from '#app/core/program/upgrade-rules.ts';
import { card, rules } from '#tests/support/factories.ts';

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

  it.each([null, {}, { ...first, shape: 2 }, { ...first, cards: null }])(
    'that are none are refused: %j',
    (stored) => {
      expect(() => upgradeRules(stored)).toThrow();
    },
  );
});
