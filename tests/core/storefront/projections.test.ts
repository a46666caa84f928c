import { describe, expect, it } from 'vitest';
import { projectStamps } from '#app/core/storefront/project-cards.ts';
import { projectMember } from '#app/core/storefront/project-member.ts';
import { projectProgram } from '#app/core/storefront/project-program.ts';
import { changedCards } from '#app/core/editing/card-changes.ts';
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
          stamps: 3,
          owed: 0,
        },
      ],
      gifts: [],
      birthday: null,
      blocked: false,
      rev: 9,
    });
  });

  const holding = (own: { stamps: number; coming: number; ended?: boolean }) => {
    const member = { points: 0, pendingPoints: 0, blocked: false, rev: 1, gifts: [], birthday: null };
    const cards = [{ key: 'coffee', size: 5, ...own }];
    const published = [card({ size: 8 })];
    const [shown] = projectMember({ ...member, cards }, published).cards;
    return { shown, read: projectStamps({ cards, blocked: false }, published) };
  };

  it('C65 of six units that aren’t paid yet: five stamps come with payment, and nothing is owed', () => {
    const { shown, read } = holding({ stamps: -5, coming: 5 });
    expect(shown).toMatchObject({ have: 0, free: 0, coming: 5, owed: 0, stamps: -5 });
    // The next cart is not given a second unit meanwhile.
    expect(read.cards).toEqual({ coffee: [-5, 5] });
  });

  it('C70 of a free unit that nothing pays for: what is owed', () => {
    expect(holding({ stamps: -5, coming: 0 }).shown).toMatchObject({ have: 0, owed: 5, stamps: -5 });
    expect(holding({ stamps: -5, coming: 2 }).shown).toMatchObject({ coming: 2, owed: 3 });
  });

  it('C52 of a running card its own size, of one whose free unit was taken the published size', () => {
    const running = holding({ stamps: 4, coming: 0 });
    expect([running.shown?.size, running.read.cards]).toEqual([5, { coffee: [4, 5] }]);
    const ended = holding({ stamps: 0, coming: 0, ended: true });
    expect([ended.shown?.size, ended.read.cards]).toEqual([8, { coffee: [0, 8] }]);
  });

  it('the discount function reads no card that the program doesn’t run', () => {
    const cards = [{ key: 'gone', stamps: 5, coming: 0, size: 5 }];
    expect(projectStamps({ cards, blocked: true }, [card()])).toEqual({ v: 1, cards: {}, blocked: true });
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

  it('of the program: what the merchant turned off or wrote, and not a word where they did neither', () => {
    const shop = { currency: 'EUR', proxyPath: '/apps/sixth' };
    const plain = projectProgram({ number: 1, rules: rules() }, shop);
    for (const part of ['pointsOff', 'paused', 'pauses', 'signature']) expect(plain).not.toHaveProperty(part);
    const said = {
      pointsOff: true,
      paused: true,
      signature: { en: 'Mara and the roasters', fr: 'Mara et les torréfacteurs' },
    } as const;
    expect(projectProgram({ number: 1, rules: rules(said) }, shop)).toMatchObject(said);
    const pauses = [{ from: '2027-05-01', until: '2027-05-10' }];
    expect(projectProgram({ number: 1, rules: rules() }, shop, pauses)).toEqual({ ...plain, pauses });
  });
});

describe('what publishing changes', () => {
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
