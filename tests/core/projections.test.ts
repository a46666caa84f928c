import { describe, expect, it } from 'vitest';
import { projectMember } from '#app/core/project-member.ts';
import { projectProgram } from '#app/core/project-program.ts';
import { changedCards, publishProblems } from '#app/core/publishable.ts';
import { cardState } from '#app/core/stamps/card-state.ts';
import { card, rules } from '#tests/support/factories.ts';

describe('a card’s state', () => {
  it('C49 fills up, and a full card pays for one unit', () => {
    expect([0, 3, 5, 6, 12, -2].map((stamps) => cardState(stamps, 5))).toEqual([
      { have: 0, free: 0, owed: 0 },
      { have: 3, free: 0, owed: 0 },
      { have: 5, free: 1, owed: 0 },
      { have: 5, free: 1, owed: 0 },
      { have: 5, free: 2, owed: 0 },
      { have: 0, free: 0, owed: 2 },
    ]);
  });
});

describe('what the storefront sees', () => {
  it('of a member: points, pending, cards of the program', () => {
    const member = {
      points: 37,
      pendingPoints: 4,
      blocked: false,
      rev: 9,
      gifts: [],
      birthday: null,
      cards: [
        { key: 'coffee', stamps: 3, coming: 2, size: 5 },
        { key: 'ended', stamps: 1, coming: 0, size: 5 },
      ],
    };
    expect(projectMember(member, [card()])).toEqual({
      v: 1,
      points: 37,
      pending: 4,
      owed: 0,
      cards: [
        {
          key: 'coffee',
          title: { en: 'Coffee card', fr: 'Carte café' },
          have: 3,
          size: 5,
          free: 0,
          coming: 2,
        },
      ],
      gifts: [],
      birthday: null,
      blocked: false,
      rev: 9,
    });
  });

  it('C15 of a member who owes: nothing to spend, and what is owed beside it', () => {
    const member = {
      points: -12,
      pendingPoints: 0,
      blocked: false,
      rev: 1,
      cards: [],
      gifts: [],
      birthday: null,
    };
    expect(projectMember(member, [])).toMatchObject({ points: 0, owed: 12 });
  });

  it('of a member who is blocked: the history stays, and blocks are told', () => {
    const member = {
      points: 12,
      pendingPoints: 0,
      blocked: true,
      rev: 1,
      cards: [],
      gifts: [],
      birthday: null,
    };
    expect(projectMember(member, [])).toMatchObject({ points: 12, blocked: true });
  });

  it('C30 of the program: the rate with the currency’s decimals', () => {
    const shop = { currency: 'JPY', proxyPath: '/apps/sixth' };
    const projection = projectProgram({ number: 4, rules: rules() }, shop);
    expect(projection).toMatchObject({
      version: 4,
      earn: { points: 1, perMinor: 100, currency: 'JPY', exponent: 0 },
      counts: { shipping: false, giftCards: false, tips: false },
    });
  });
});

describe('what can be published', () => {
  it('is refused while a card names no products', () => {
    const none = card({
      products: { all: false, productIds: [], collectionIds: [], withTags: [], withoutTags: [] },
    });
    expect(publishProblems(rules({ cards: [none] }))).toEqual([
      { field: 'cards.0.products', reason: 'card-without-products' },
    ]);
    expect(publishProblems(rules())).toEqual([]);
  });

  it('is refused while two cards bear one key', () => {
    expect(publishProblems(rules({ cards: [card(), card()] }))).toEqual([
      { field: 'cards.1.key', reason: 'card-key-twice' },
    ]);
  });

  it('names the cards whose members must see something new', () => {
    const tea = card({ key: 'tea' });
    const renamed = card({ title: { en: 'Bean card', fr: 'Carte' } });
    expect(changedCards(rules(), rules())).toEqual([]);
    expect(changedCards(rules({ cards: [card(), tea] }), rules({ cards: [renamed] }))).toEqual([
      'coffee',
      'tea',
    ]);
  });
});
