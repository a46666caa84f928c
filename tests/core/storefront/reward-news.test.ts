// What became of a reward, as a member's copy tells it: where it was used and what that saved, that its order was cancelled, and
// that the shop took it back.
import { describe, expect, it } from 'vitest';
import { projectRewardNews, type UsedReward } from '#app/core/storefront/project-reward-news.ts';
import type { LineDiscount, ShippingLine } from '#app/core/snapshots/order-snapshot.ts';
import { line, order } from '#tests/support/factories.ts';
import { later, orderWith } from '#tests/support/vouchers.ts';

const CODE = 'abcd-efgh-jkmn';
const TODAY = '2026-11-24';

const paid = (offs: readonly number[]) => orderWith({ code: CODE }, offs);
const used = (change: Partial<UsedReward> = {}): UsedReward => ({
  ...{ order: '#1042', day: '2026-11-20', code: CODE, price: 100 },
  ...{ newest: paid([300, 200]), deleted: false },
  ...change,
});
const told = (of: UsedReward, today = TODAY) => projectRewardNews({ used: of, today }).used;

describe('a reward that was used', () => {
  it('is told with its order, its day and what it took off', () => {
    expect(told(used())).toEqual({ order: '#1042', day: '2026-11-20', minor: 500 });
  });

  it('saved what it takes off sending', () => {
    const discounts = [{ type: 'discount_code', title: CODE } as const];
    const off: LineDiscount = { application: 0, amount: [490, 490] };
    const shippingLines: ShippingLine[] = [{ gross: [490, 490], discounts: [off] }];
    const newest = order({ lines: [line()], discounts, shippingLines });
    expect(told(used({ newest }))).toMatchObject({ minor: 490 });
  });

  it('saves less once something went back, and isn’t told once all did', () => {
    expect(told(used({ newest: later(paid([300, 200]), [1, 0]) }))).toMatchObject({ minor: 300 });
    expect(told(used({ newest: later(paid([300, 200]), [0, 0]) }))).toBeUndefined();
  });

  it('is told without money where it took none off', () => {
    expect(told(used({ newest: paid([0]) }))).toMatchObject({ minor: 0 });
  });

  it('isn’t told where somebody took its code off the order, or the order is gone', () => {
    expect(told(used({ newest: order({}) }))).toBeUndefined();
    expect(told(used({ deleted: true }))).toBeUndefined();
    expect(told(used({ newest: null }))).toBeUndefined();
    expect(told(used({ newest: { ...paid([500]), status: 'voided' } }))).toBeUndefined();
  });

  it('whose order was cancelled brought its points back; a gift has none', () => {
    const newest = { ...paid([500]), cancelledAt: '2026-11-21T10:00:00Z' };
    expect(told(used({ newest }))).toEqual({ order: '#1042', day: '2026-11-20', minor: 0, back: 100 });
    expect(told(used({ newest, price: 0 }))).toBeUndefined();
  });

  it('is told for thirty days', () => {
    expect(told(used(), '2026-12-20')).toBeDefined();
    expect(told(used(), '2026-12-21')).toBeUndefined();
  });
});

describe('a reward that the shop took back', () => {
  const title = { en: '€5.00 off', fr: '5,00 € de remise' };
  const of = (released: boolean, price = 100, today = TODAY) =>
    projectRewardNews({ withdrawn: { title, day: '2026-11-20', price, released }, today }).withdrawn;

  it('is told with its title, and whether what it cost is back', () => {
    expect(of(false)).toEqual({ title, day: '2026-11-20', price: 100 });
    expect(of(true)).toEqual({ title, day: '2026-11-20', price: 100, back: true });
    expect(of(false, 0)).toMatchObject({ price: 0, back: true });
  });

  it('is told for fourteen days', () => {
    expect(of(true, 100, '2026-12-04')).toBeDefined();
    expect(of(true, 100, '2026-12-05')).toBeUndefined();
  });
});

it('takes no room where there is none', () => {
  expect(projectRewardNews({})).toEqual({});
  expect(projectRewardNews({ used: null, withdrawn: null, today: TODAY })).toEqual({});
});
