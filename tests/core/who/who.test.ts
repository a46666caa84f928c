import { describe, expect, it } from 'vitest';
import type { WhoFacts } from '#app/core/who/conditions/condition.ts';
import {
  awaitsOrders,
  asksTags,
  EVERYBODY,
  isAmong,
  lacksOf,
  tagsAllow,
  whoRules,
  type WhoCondition,
} from '#app/core/who/who.ts';

const TODAY = '2026-11-22';
const FACTS: WhoFacts = {
  tags: ['VIP'],
  birthMonth: 11,
  orders: 3,
  uncounted: false,
  lastOn: '2026-11-12',
  orderedOn: '2026-11-12',
  bought: [],
  collections: {},
};
const among = (condition: WhoCondition, facts: Partial<WhoFacts> = {}) =>
  isAmong({ conditions: [condition] }, { ...FACTS, ...facts }, TODAY);

describe('who', () => {
  it('is everybody without a condition', () => {
    expect(isAmong(EVERYBODY, FACTS, TODAY)).toBe(true);
  });

  it('knows tags in any case, and doesn’t know what nobody asked', () => {
    expect(among({ kind: 'tags-in', tags: [' vip'.trim()] })).toBe(true);
    expect(among({ kind: 'tags-out', tags: ['vip', 'staff'] })).toBe(false);
    expect(among({ kind: 'tags-in', tags: ['vip'] }, { tags: null })).toBeNull();
    const asked = { conditions: [{ kind: 'tags-in', tags: ['vip'] }, { kind: 'first-timers' }] } as const;
    const mutable = whoRules.parse(asked);
    // What is known already says no.
    expect(isAmong(mutable, { ...FACTS, tags: null }, TODAY)).toBe(false);
    expect(isAmong(mutable, { ...FACTS, tags: null, orders: 1 }, TODAY)).toBeNull();
    expect(asksTags(mutable)).toBe(true);
    expect([tagsAllow(mutable, ['Vip']), tagsAllow(mutable, [])]).toEqual([true, false]);
  });

  it('C155 calls nobody new who bought before', () => {
    expect(among({ kind: 'first-timers' }, { orders: 1 })).toBe(true);
    expect(among({ kind: 'first-timers' }, { orders: 2 })).toBe(false);
  });

  it('C155 says nothing of a number of orders that Shopify may raise yet', () => {
    const asked = (least: number | null, most: number | null, orders: number) =>
      among({ kind: 'orders', least, most }, { orders, uncounted: true });
    expect([
      asked(3, null, 3),
      asked(3, null, 2),
      asked(null, 3, 4),
      asked(null, 3, 3),
      asked(4, 3, 3),
    ]).toEqual([true, null, false, null, null]);
    expect(among({ kind: 'first-timers' }, { orders: 1, uncounted: true })).toBeNull();
    expect(among({ kind: 'first-timers' }, { orders: 2, uncounted: true })).toBe(false);
  });

  it('means this month by 0, and nobody whose birthday isn’t known', () => {
    expect(among({ kind: 'birthday-month', month: 0 })).toBe(true);
    expect(among({ kind: 'birthday-month', month: 5 })).toBe(false);
    expect(among({ kind: 'birthday-month', month: 0 }, { birthMonth: null })).toBe(false);
  });

  it('counts days on the shop’s calendar, both ends among them', () => {
    expect(among({ kind: 'last-order', least: 10, most: null })).toBe(true);
    expect(among({ kind: 'last-order', least: 11, most: null })).toBe(false);
    expect(among({ kind: 'last-order', least: null, most: 10 })).toBe(true);
    expect(among({ kind: 'last-order', least: null, most: 10 }, { lastOn: null })).toBe(false);
    const coffee = { kind: 'bought', productIds: ['1'], withinDays: 10 } as const;
    const on = (day: string) =>
      among({ ...coffee, productIds: ['1'] }, { bought: [{ productIds: ['1', '2'], day }] });
    expect([on('2026-11-12'), on('2026-11-11')]).toEqual([true, false]);
  });

  it('knows what is in a collection today, and waits for one that isn’t read', () => {
    const [tea, coffee, unread] = ['21', '22', '23'];
    const collections = { [tea]: ['1'], [coffee]: ['2', '3'] };
    const order = { productIds: ['3'], day: '2026-11-12' };
    const from = (collectionIds: string[], more: { productIds?: string[]; withinDays?: number } = {}) =>
      among(
        { kind: 'bought', productIds: [], withinDays: null, collectionIds, ...more },
        { bought: [order], collections },
      );
    expect([from([coffee]), from([tea]), from([tea, coffee])]).toEqual([true, false, true]);
    expect([from([coffee], { withinDays: 10 }), from([coffee], { withinDays: 9 })]).toEqual([true, false]);
    expect([from([unread]), from([tea, unread]), from([coffee, unread])]).toEqual([null, null, true]);
    expect([from([tea], { productIds: ['3'] }), from([unread], { productIds: ['3'] })]).toEqual([true, true]);
  });

  it('takes an order after the day that is asked about for one of that day', () => {
    const asked = { kind: 'last-order', least: null, most: 10 } as const;
    expect(among(asked, { lastOn: '2026-11-25' })).toBe(true);
    expect(among({ ...asked, least: 1 }, { lastOn: '2026-11-25' })).toBe(false);
  });

  it('knows who has ordered, ever or lately', () => {
    const within = (withinDays: number | null, orderedOn: string | null = '2026-11-12') =>
      among({ kind: 'ordered', withinDays }, { orderedOn });
    expect([within(10), within(9), within(null)]).toEqual([true, false, true]);
    expect([within(9, '2026-11-25'), within(null, null), within(10, null)]).toEqual([true, false, false]);
  });

  it('says which conditions an order may bring about', () => {
    const awaits = (...conditions: WhoCondition[]) => awaitsOrders({ conditions });
    expect(awaits({ kind: 'tags-in', tags: ['VIP'] }, { kind: 'ordered', withinDays: null })).toBe(true);
    expect(awaits({ kind: 'orders', least: 2, most: null })).toBe(true);
    expect(awaits({ kind: 'last-order', least: null, most: 9 })).toBe(true);
    expect(awaits({ kind: 'bought', productIds: ['1'], withinDays: null })).toBe(true);
    expect(awaits({ kind: 'birthday-month', month: 0 }, { kind: 'first-timers' })).toBe(false);
  });

  it('says what a condition still lacks', () => {
    const drafts: WhoCondition[] = [
      { kind: 'tags-in', tags: [] },
      { kind: 'bought', productIds: [], withinDays: null },
      { kind: 'bought', productIds: [], collectionIds: ['21'], withinDays: null },
      { kind: 'orders', least: null, most: null },
      { kind: 'last-order', least: 5, most: 4 },
      { kind: 'orders', least: 2, most: null },
    ];
    expect(lacksOf({ conditions: drafts })).toEqual([
      'noTags',
      'noneChosen',
      null,
      'noBounds',
      'boundsCrossed',
      null,
    ]);
  });
});
