import { describe, expect, it } from 'vitest';
import { NO_FACTS, type OrderFacts } from '#app/core/snapshots/order-facts.ts';
import { isPaid, type FinancialStatus, type OrderSnapshot } from '#app/core/snapshots/order-snapshot.ts';
import { orderTarget } from '#app/core/orders/order-target.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import { lifeAfter, type CardLife, type CardUse } from '#app/core/stamps/card-life.ts';
import { titleBook } from '#app/core/stamps/free-on-line.ts';
import type { Amounts } from '#app/core/values/units.ts';
import { at, line, order, rules } from '#tests/support/factories.ts';

const BOOK = titleBook([{ cardKey: 'coffee', title: 'Coffee card' }], []);
const discounts = [{ type: 'automatic', title: 'Coffee card' } as const];

/** One line of `quantity` units, of which `free` are free. */
const units = (quantity: number, free: number, kept = quantity) =>
  line({
    priceMinor: 300,
    quantity,
    currentQuantity: kept,
    discounts: free > 0 ? [{ application: 0, amount: [300 * free, 300 * free] }] : [],
  });

function settle(
  newest: OrderSnapshot,
  paid: OrderSnapshot | null = null,
  facts: OrderFacts = NO_FACTS,
  changes: Partial<ProgramRules> = {},
) {
  const settled = isPaid(newest) ? newest : paid;
  const reading = { book: BOOK, decided: {}, sizeOf: () => 5 };
  const target = orderTarget({ newest, paid: settled, deleted: false }, rules(changes), facts, reading);
  const of = (amounts: Amounts) => amounts['stamps/coffee'] ?? 0;
  return { earned: of(target.amounts), taken: of(target.taken), pending: of(target.pending) };
}

const told = (quantity: number, free: number, kept = quantity, changes: Partial<OrderSnapshot> = {}) =>
  order({ lines: [units(quantity, free, kept)], discounts, ...changes });

describe('stamps of an order with free units', () => {
  it.each([
    ['five', 5, 0, 5],
    ['six, the sixth free', 6, 1, 0],
    ['twelve, two free', 12, 2, 0],
    ['fifteen, two free', 15, 2, 3],
    ['one free by five stamps', 1, 1, -5],
    ['three of which one is free, by three stamps', 3, 1, -3],
  ])('C49 C50 %s', (_name, quantity, free, net) => {
    const { earned, taken } = settle(told(quantity, free));
    expect({ earned, taken }).toEqual({ earned: quantity - free, taken: 5 * free });
    expect(earned - taken).toBe(net);
  });

  it('C71 a refund of some of six units follows in proportion, and brings nothing', () => {
    const nets = [6, 5, 4, 3, 2, 1, 0].map((kept) => {
      const { earned, taken } = settle(told(6, 1, kept));
      return [kept, earned, taken, earned - taken];
    });
    expect(nets).toEqual([
      [6, 5, 5, 0],
      [5, 5, 5, 0],
      [4, 4, 4, 0],
      [3, 3, 3, 0],
      [2, 2, 2, 0],
      [1, 1, 1, 0],
      [0, 0, 0, 0],
    ]);
  });

  it('C51 C71 on two lines, the paid line and the free line each go by their own', () => {
    const two = (kept: number, keptFree: number) => {
      const lines = [units(5, 0, kept), units(1, 1, keptFree)];
      const { earned, taken } = settle(order({ lines, discounts }));
      return earned - taken;
    };
    expect([two(5, 1), two(4, 1), two(5, 0), two(0, 0)]).toEqual([0, -1, 5, 0]);
  });

  it.each<FinancialStatus>(['pending', 'authorized', 'partially_paid'])(
    'C65 what is free is taken while an order is %s, and five stamps come with payment',
    (status) => {
      expect(settle(told(6, 1, 6, { status }))).toEqual({ earned: 0, taken: 5, pending: 5 });
      expect(settle(told(1, 1, 1, { status }))).toEqual({ earned: 0, taken: 5, pending: 0 });
    },
  );

  it.each<FinancialStatus>(['expired', 'voided'])(
    'C84 an order that is %s gives its free unit’s stamps back, and takes them again once it is paid',
    (status) => {
      expect(settle(told(6, 1, 6, { status }))).toEqual({ earned: 0, taken: 0, pending: 0 });
      expect(settle(told(6, 1, 6, { status: 'paid' }))).toEqual({ earned: 5, taken: 5, pending: 0 });
    },
  );

  it('C13 a cancelled order gives everything back', () => {
    expect(settle(told(6, 1, 6, { cancelledAt: at('11:00') }))).toEqual({ earned: 0, taken: 0, pending: 0 });
    const unpaid = told(6, 1, 6, { status: 'pending', cancelledAt: at('11:00') });
    expect(settle(unpaid)).toEqual({ earned: 0, taken: 0, pending: 0 });
  });

  it('C66 a paid order edited upward keeps what was paid, and its free unit stays taken', () => {
    const paid = told(6, 1);
    const edited = told(7, 1, 7, { status: 'partially_paid' });
    expect(settle(edited, paid)).toEqual({ earned: 5, taken: 5, pending: 1 });
    expect(settle({ ...edited, status: 'paid' })).toEqual({ earned: 6, taken: 5, pending: 0 });
    expect(settle({ ...edited, cancelledAt: at('12:00') }, paid)).toEqual({
      earned: 0,
      taken: 0,
      pending: 0,
    });
  });

  it('an order whose money all went back, its units kept, earns nothing and can’t win its free unit', () => {
    expect(settle(told(6, 1, 6, { status: 'refunded' }))).toEqual({ earned: 5, taken: 5, pending: 0 });
    expect(settle(told(1, 1, 1, { status: 'refunded' }))).toEqual({ earned: 0, taken: 5, pending: 0 });
    expect(settle(told(9, 1, 9, { status: 'refunded' }))).toEqual({ earned: 5, taken: 5, pending: 0 });
    expect(settle(told(6, 1, 0, { status: 'refunded' }))).toEqual({ earned: 0, taken: 0, pending: 0 });
  });

  it('of somebody left out: nothing is earned, and what was taken all the same is taken', () => {
    const blocked = { ...NO_FACTS, blocked: true };
    expect(settle(told(3, 1), null, blocked)).toEqual({ earned: 2, taken: 5, pending: 0 });
    expect(settle(told(3, 0), null, blocked)).toEqual({ earned: 0, taken: 0, pending: 0 });
  });

  it('C35 a test order that doesn’t count takes nothing either: not of somebody left out, in a pause, or given back', () => {
    const nothing = { earned: 0, taken: 0, pending: 0 };
    const noTests = { counts: { ...rules().counts, testOrders: false } };
    const test = told(4, 1, 4, { test: true });
    const blocked = { ...NO_FACTS, blocked: true };
    expect(settle(test, null, NO_FACTS, noTests)).toEqual(nothing);
    expect(settle(test, null, blocked, noTests)).toEqual(nothing);
    expect(settle({ ...test, status: 'refunded' }, null, NO_FACTS, noTests)).toEqual(nothing);
    expect(settle(test, null, NO_FACTS, { ...noTests, paused: true })).toEqual(nothing);
    expect(settle(test, null, blocked)).toEqual({ earned: 3, taken: 5, pending: 0 });
  });
});

describe('C52 a card’s life', () => {
  const use = (changes: Partial<CardUse>): CardUse => ({
    orderId: '1',
    size: 8,
    brings: true,
    takes: false,
    tookBefore: false,
    isNew: true,
    ...changes,
  });
  const running: CardLife = { size: 5, endedBy: null };
  const ended: CardLife = { size: 5, endedBy: '1' };

  it.each<[string, CardLife | undefined, Partial<CardUse>, CardLife | undefined]>([
    ['begins with the first stamp', undefined, {}, { size: 8, endedBy: null }],
    ['isn’t begun by an order that is worth nothing', undefined, { brings: false }, undefined],
    ['runs on at its size', running, { orderId: '2' }, running],
    ['ends with its free unit', running, { takes: true, size: 5 }, ended],
    ['begins anew with the next order', ended, { orderId: '2' }, { size: 8, endedBy: null }],
    ['isn’t begun anew by a correction of an old order', ended, { orderId: '0', isNew: false }, ended],
    [
      'ends at once where the next order takes a unit too',
      ended,
      { orderId: '2', takes: true },
      { size: 8, endedBy: '2' },
    ],
    [
      'stays ended when its order is told again',
      ended,
      { takes: true, tookBefore: true, isNew: false, size: 5 },
      ended,
    ],
    [
      'runs again when the free unit is given back',
      ended,
      { brings: false, tookBefore: true, isNew: false, size: 5 },
      running,
    ],
    [
      'keeps the new card when an older free unit is given back',
      { size: 8, endedBy: null },
      { brings: false, tookBefore: true, isNew: false, size: 5 },
      { size: 8, endedBy: null },
    ],
  ])('%s', (_name, before, changes, after) => {
    expect(lifeAfter(before, use(changes))).toEqual(after);
  });
});
