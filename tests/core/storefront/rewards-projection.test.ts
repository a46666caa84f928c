// What points can be used for, and what is ready to use, as the storefront may see it: never longer than Shopify takes.
import { describe, expect, it } from 'vitest';
import { CARD_LIMITS } from '#app/core/program/card-rules.ts';
import { GIVES_LIMITS } from '#app/core/rewards/reward-gives.ts';
import { REWARD_LIMITS, type Reward } from '#app/core/rewards/reward-rules.ts';
import { shownHash } from '#app/core/rewards/shown-hash.ts';
import { projectMember } from '#app/core/storefront/project-member.ts';
import { projectProgram } from '#app/core/storefront/project-program.ts';
import { projectVouchers, type ShownVoucher } from '#app/core/storefront/project-rewards.ts';
import { byteLength, MEMBER_BYTES, PROGRAM_BYTES, tooLong } from '#app/core/storefront/projection-bytes.ts';
import { card, occasion, reward, rules } from '#tests/support/factories.ts';
import { orderWith } from '#tests/support/vouchers.ts';

const SHOP = { currency: 'EUR', proxyPath: '/apps/sixth' };
const TODAY = '2026-11-24';

const held = (changes: Partial<ShownVoucher> = {}): ShownVoucher => ({
  id: '7',
  code: 'ABCDEFGHJKMN',
  reward: reward(),
  from: '2026-11-24',
  until: '2026-12-24',
  state: 'held',
  price: 100,
  face: 500,
  ...changes,
});

const LONG = { en: 'W'.repeat(60), fr: 'é'.repeat(60) };
const ids = (count: number) => Array.from({ length: count }, (_, index) => String(8_000_000_000_000 + index));
const of = { productIds: ids(GIVES_LIMITS.products), collectionIds: ids(GIVES_LIMITS.collections) };
const ofProducts = { kind: 'percent', percent: 10, of, mostMinor: null } as const;

describe('rewards in the program’s copy', () => {
  it('are what a page needs, with the hash of what it shows', () => {
    const [five] = projectProgram({ number: 1, rules: rules({ rewards: [reward()] }) }, SHOP).rewards ?? [];
    expect(five).toEqual({
      key: 'reward-1',
      title: { en: '5.00 off', fr: '5,00 de remise' },
      cost: 100,
      gives: { kind: 'amount', minor: 500 },
      combinesWith: { product: true, order: false, shipping: true },
      minimumMinor: 500,
      shown: shownHash(reward()),
    });
  });

  it('bear their days and a person’s limits where they have any, and never how many there are in all', () => {
    const limits = { perPerson: 1, perPeriod: { count: 2, period: 'month' as const }, inAll: 9 };
    const days = { startsOn: '2026-12-01', endsOn: '2026-12-24' };
    const usableOn = { from: '2026-12-03', until: '2026-12-05' };
    const one = reward({ ...days, limits, usableOn, usable: 'next-day', minimumMinor: null });
    const [shown] = projectProgram({ number: 1, rules: rules({ rewards: [one] }) }, SHOP).rewards ?? [];
    expect(shown).toMatchObject({ ...days, usableOn, usable: 'next-day' });
    expect(shown?.limits).toEqual({ perPerson: 1, perPeriod: { count: 2, period: 'month' } });
    expect(shown).not.toHaveProperty('minimumMinor');
  });

  it('take no room where there are none', () => {
    expect(projectProgram({ number: 1, rules: rules() }, SHOP)).not.toHaveProperty('rewards');
    expect(projectProgram({ number: 1, rules: rules({ rewards: [] }) }, SHOP)).not.toHaveProperty('rewards');
  });

  it('have room beside everything else when there are as many and as long ones as there may be', () => {
    const rewards = Array.from({ length: REWARD_LIMITS.rewards }, (_, index) =>
      reward({ key: `${'k'.repeat(30)}${index}`, title: LONG, gives: ofProducts }),
    );
    expect(byteLength(projectProgram({ number: 1, rules: rules({ rewards }) }, SHOP))).toBeLessThan(
      PROGRAM_BYTES * 0.4,
    );
  });

  it('a program that is longer than Shopify takes names the list that is too long', () => {
    const products = { ...card().products, productIds: ids(CARD_LIMITS.products), withTags: [] };
    const tags = Array.from({ length: CARD_LIMITS.tags }, (_, index) => `${index}${'t'.repeat(250)}`);
    const cards = (count: number) =>
      Array.from({ length: count }, (_, index) =>
        card({ key: `card-${index}`, products: { ...products, withoutTags: tags } }),
      );
    const sizeOf = (count: number) =>
      projectProgram({ number: 1, rules: rules({ cards: cards(count) }) }, SHOP);
    expect(tooLong(sizeOf(1))).toBe(null);
    expect(tooLong(sizeOf(CARD_LIMITS.cards + 5))).toBe('cards');
  });
});

describe('what a member has ready', () => {
  it('stands with its code and its days, as it was given', () => {
    expect(projectVouchers({ vouchers: [held()], today: TODAY })).toEqual({
      vouchers: [
        {
          id: '7',
          key: 'reward-1',
          title: { en: '5.00 off', fr: '5,00 de remise' },
          gives: { kind: 'amount', minor: 500 },
          combinesWith: { product: true, order: false, shipping: true },
          minimumMinor: 500,
          from: '2026-11-24',
          until: '2026-12-24',
          state: 'held',
          price: 100,
          code: 'ABCDEFGHJKMN',
        },
      ],
    });
  });

  it('bears no code before its first day, nor while it is coming back', () => {
    const later = held({ from: '2026-11-25' });
    const back = held({ id: '8', state: 'releasing' });
    const { vouchers = [] } = projectVouchers({ vouchers: [back, later], today: TODAY });
    expect(vouchers.map(({ id, code }) => [id, code])).toEqual([
      ['7', undefined],
      ['8', undefined],
    ]);
    expect(projectVouchers({ vouchers: [later], today: '2026-11-25' }).vouchers?.[0]?.code).toBe(
      'ABCDEFGHJKMN',
    );
  });

  it('stands in the order in which it ends; what never ends comes after, what is coming back last', () => {
    const vouchers = [
      held({ id: 'back', state: 'releasing', until: '2026-11-01' }),
      held({ id: 'never', until: null }),
      held({ id: 'later', until: '2026-12-30' }),
      held({ id: 'soon', until: '2026-12-01' }),
    ];
    const shown = projectVouchers({ vouchers, today: TODAY }).vouchers?.map(({ id }) => id);
    expect(shown).toEqual(['soon', 'later', 'never', 'back']);
  });

  it('names no products, which stand in the program', () => {
    const { vouchers } = projectVouchers({ vouchers: [held({ reward: reward({ gives: ofProducts }) })] });
    expect(vouchers?.[0]?.gives).toEqual({ kind: 'percent', percent: 10, of: 'products' });
  });

  it('never makes a copy longer than may be read: of fifty, those that end first, and how many more there are', () => {
    const vouchers = Array.from({ length: 50 }, (_, index) =>
      held({ id: String(9_000_000_000 + index), reward: reward({ key: 'k'.repeat(32), title: LONG }) }),
    );
    const taken = Array.from({ length: REWARD_LIMITS.rewards }, (_, index) => ({
      ...{ key: `${'k'.repeat(30)}${index}`, on: '2026-11-24' },
      ...{ times: 1_000, day: 10, week: 100, month: 100, year: 1_000 },
    }));
    const cards = Array.from({ length: CARD_LIMITS.cards }, (_, index) =>
      card({ key: `card-${index}`, title: LONG }),
    );
    const member = {
      ...{ points: 10_000_000, pendingPoints: 10_000_000, blocked: false, rev: 1_000_000 },
      cards: cards.map(({ key, size }) => ({ key, size, stamps: 3, coming: 2 })),
      ...{ gifts: [], birthday: null, vouchers, taken, today: TODAY },
      used: {
        ...{ order: `#${'1'.repeat(30)}`, day: TODAY, code: 'abcd-efgh-jkmn', price: 10_000_000 },
        ...{ newest: orderWith({ code: 'abcd-efgh-jkmn' }, [9_999_999]), deleted: false },
      },
      withdrawn: { title: LONG, day: TODAY, price: 10_000_000, released: true },
    };
    const copy = projectMember(member, cards);
    expect(byteLength(copy)).toBeLessThan(MEMBER_BYTES);
    const shown = copy.vouchers?.length ?? 0;
    expect(shown).toBeGreaterThan(5);
    expect(copy.moreVouchers).toBe(50 - shown);
  });

  it('S-14 C116 says which moment brought a gift, also of one that is given once more', () => {
    const moments = (changes: Partial<ShownVoucher>) =>
      projectVouchers({ vouchers: [held({ price: 0, ...changes })] }).vouchers?.map(({ moment, again }) => [
        moment,
        again,
      ]);
    expect(moments({ cause: 'birthday/2026' })).toEqual([['birthday', undefined]]);
    expect(moments({ cause: 'again/7', before: 'anniversary/2026' })).toEqual([['anniversary', true]]);
    expect(moments({ cause: 'again/7', before: 'hand/x' })).toEqual([[undefined, true]]);
    expect(moments({ cause: 'birthday/soon' })).toEqual([[undefined, undefined]]);
  });

  it('takes no room where there is none', () => {
    expect(projectVouchers({})).toEqual({});
  });
});

describe('birthdays and anniversaries', () => {
  const offer = { kind: 'reward', key: 'five' } as const;
  const occasions = [occasion({ offer }), occasion({ kind: 'anniversary' })];
  const shown = (rewards?: Reward[]) =>
    projectProgram({ number: 1, rules: rules({ occasions, ...(rewards && { rewards }) }) }, SHOP).occasions;

  it('S-14 promise a reward that pages can name, and are left out with it', () => {
    expect(shown([reward({ key: 'five' })])).toEqual(occasions);
    expect(shown([reward({ key: 'other' })])).toEqual(occasions.slice(1));
    expect(shown()).toEqual(occasions.slice(1));
  });

  it('say that a gift is for some, and nothing of whom', () => {
    const conditions = [{ kind: 'tags-in' as const, tags: ['VIP'] }];
    const program = rules({ occasions: [occasion({ who: { conditions } }), occasion({ who: 'ordered' })] });
    const { occasions: projected } = projectProgram({ number: 1, rules: program }, SHOP);
    expect(projected.map(({ who }) => who)).toEqual(['some', 'ordered']);
    expect(JSON.stringify(projected)).not.toContain('VIP');
  });
});
