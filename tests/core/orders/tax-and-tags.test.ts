// Prices without tax, and customers left out by tag.
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { NOTHING_ASKED, factsOf } from '#app/core/orders/facts/freeze-facts.ts';
import { missingTagsOf } from '#app/core/orders/facts/customer-tags.ts';
import type { OrderOfMember } from '#app/core/orders/known-order.ts';
import { NO_FACTS } from '#app/core/snapshots/order-facts.ts';
import { orderPoints } from '#app/core/points/order-points.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import { orderWorth } from '#app/core/orders/order-worth.ts';
import { line, order, rules, version } from '#tests/support/factories.ts';

const without: ProgramRules['counts'] = { ...rules().counts, tax: 'without' };
const base = (snapshot: ReturnType<typeof order>, counts = without) =>
  orderPoints(snapshot, { earn: { points: 1, perMinor: 1 }, counts }).baseMinor;

describe('C27 prices without tax', () => {
  it('takes a line’s tax off where prices include it', () => {
    expect(base(order({ lines: [line({ priceMinor: 1_200, taxMinor: 200 })] }))).toBe(1_000);
  });

  it('takes nothing off where tax comes on top', () => {
    const lines = [line({ priceMinor: 1_200, taxMinor: 240 })];
    expect(base(order({ lines, taxesIncluded: false }))).toBe(1_200);
  });

  it('counts prices as shown unless the merchant says otherwise', () => {
    const lines = [line({ priceMinor: 1_200, taxMinor: 200 })];
    expect(base(order({ lines }), rules().counts)).toBe(1_200);
  });

  it('keeps the same share of the tax as of the units, rounded down once', () => {
    const lines = [line({ priceMinor: 100, quantity: 3, taxMinor: 50, currentQuantity: 1 })];
    expect(base(order({ lines }))).toBe(83);
  });

  it('takes off shipping what the lines leave of the order’s tax', () => {
    const lines = [line({ priceMinor: 1_200, taxMinor: 200 })];
    const snapshot = order({ lines, shipping: [600, 600], tax: [300, 300] });
    expect(base(snapshot, { ...without, shipping: true })).toBe(1_000 + 500);
  });

  it('never counts more than as shown, and never less than nothing', () => {
    const amounts = { price: fc.nat(100_000), tax: fc.nat(20_000), quantity: fc.integer({ min: 1, max: 9 }) };
    const arbitrary = fc.record({
      ...amounts,
      kept: fc.nat(9),
      shipping: fc.nat(5_000),
      all: fc.nat(50_000),
    });
    fc.assert(
      fc.property(arbitrary, ({ price, tax, quantity, kept, shipping, all }) => {
        const currentQuantity = Math.min(kept, quantity);
        const lines = [line({ priceMinor: price, taxMinor: tax, quantity, currentQuantity })];
        const snapshot = order({ lines, shipping: [shipping, shipping], tax: [all, all] });
        const shown = base(snapshot, { ...rules().counts, shipping: true });
        const net = base(snapshot, { ...without, shipping: true });
        expect(net).toBeGreaterThanOrEqual(0);
        expect(net).toBeLessThanOrEqual(shown);
      }),
    );
  });
});

describe('customers left out by tag', () => {
  const program = (leftOutTags: string[]) => ({
    versions: [version({ rules: rules({ leftOutTags }) })],
    earnsFrom: version().publishedAt,
    timeZone: 'Europe/Paris',
  });
  const told = (changes: Partial<OrderOfMember> = {}): OrderOfMember => {
    const newest = order();
    const state = { paid: newest, deleted: false, facts: null, programVersion: null, memberId: null };
    return { orderId: newest.orderId, newest, ...state, ...changes };
  };
  const asked = (tags: string[]) => ({ blocked: false, asked: { ...NOTHING_ASKED, tags: { '9001': tags } } });

  it('are asked for only when the version has such tags', () => {
    expect(missingTagsOf(told(), program([]))).toBeNull();
    expect(missingTagsOf(told(), program(['staff']))).toBe('9001');
    expect(missingTagsOf(told({ newest: order({ customerId: null }) }), program(['staff']))).toBeNull();
  });

  it('earn nothing, and the explanation says so; upper case doesn’t matter', () => {
    const facts = factsOf(told(), program(['Staff']), asked(['vip', 'STAFF']));
    expect(facts).toMatchObject({ blocked: true, excludedByTag: true });
    expect(orderWorth(order(), rules(), facts).nothing).toBe('left-out');
    expect(orderWorth(order(), rules(), { ...NO_FACTS, blocked: true }).nothing).toBe('blocked');
    const frozenBefore = { ...NO_FACTS, blocked: true, leftOut: true };
    expect(orderWorth(order(), rules(), frozenBefore).nothing).toBe('left-out');
  });

  it('others earn', () => {
    expect(factsOf(told(), program(['staff']), asked(['vip'])).blocked).toBe(false);
  });

  it('C67 what was decided stays decided', () => {
    const evaluated = told({ facts: NO_FACTS, memberId: '1' });
    expect(missingTagsOf(evaluated, program(['staff']))).toBeNull();
    expect(factsOf(evaluated, program(['staff']), asked(['staff'])).blocked).toBe(false);
  });

  it('C88 an order of another customer is decided anew, by tag as by hand', () => {
    const excluded = { ...NO_FACTS, blocked: true, excludedByTag: true };
    const moved = told({ facts: excluded, memberId: '1', memberCustomerId: '9000' });
    expect(missingTagsOf(moved, program(['staff']))).toBe('9001');
    const first = factsOf({ ...moved, facts: null }, program(['staff']), asked(['vip']));
    expect(factsOf(moved, program(['staff']), asked(['vip']))).toEqual(first);
    expect(factsOf(moved, program(['staff']), asked(['staff']))).toMatchObject({ excludedByTag: true });
    const before = { ...NO_FACTS, blocked: true, leftOut: true };
    const ofBefore = told({ facts: before, memberId: '1', memberCustomerId: '9000' });
    expect(factsOf(ofBefore, program([]), asked([])).leftOut).toBeUndefined();
    expect(missingTagsOf({ ...moved, memberCustomerId: '9001' }, program(['staff']))).toBeNull();
  });

  it('a guest’s order is decided when it is claimed', () => {
    const claimed = told({ facts: NO_FACTS });
    expect(missingTagsOf(claimed, program(['staff']))).toBe('9001');
    expect(factsOf(claimed, program(['staff']), asked(['staff']))).toMatchObject({ excludedByTag: true });
  });
});
