// What a voucher has taken for good: DESIGN's worked numbers, and what holds of any order refunded in any order of units.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stillOff, takenForGood, usedUp, type UsedOrder } from '#app/core/rewards/points-back.ts';

const used = (overrides: Partial<UsedOrder> = {}): UsedOrder => ({
  lines: [{ off: 1_234, quantity: 2, kept: 2 }],
  shippingOff: 0,
  over: false,
  inProportion: true,
  rounding: 0,
  ...overrides,
});
const kept = (units: number, order = used()): UsedOrder => ({
  ...order,
  lines: order.lines.map((line) => ({ ...line, kept: units })),
});
const money = { points: 1_234, face: 1_234 };

describe('worked numbers', () => {
  it('C14 1234 points for 12.34: one of two items back brings 617, the other the rest', () => {
    expect([2, 1, 0].map((units) => usedUp(money, kept(units)))).toEqual([1_234, 617, 0]);
  });

  it('C116 20.00 on an order of 15.00: 500 of 2000 points come back at once', () => {
    const order = used({ lines: [{ off: 1_500, quantity: 1, kept: 1 }] });
    expect(usedUp({ points: 2_000, face: 2_000 }, order)).toBe(1_500);
  });

  it('C116 1000 points are 10.00, on a cart of 6.00: 400 points come back', () => {
    const order = used({ lines: [{ off: 600, quantity: 3, kept: 3 }] });
    expect(usedUp({ points: 1_000, face: 1_000 }, order)).toBe(600);
  });

  it('C113 a shopper’s currency that rounds a cent away per line has used all of it, as far as lines go', () => {
    const lines = [412, 411, 410].map((off) => ({ off, quantity: 1, kept: 1 }));
    expect(usedUp(money, used({ lines, rounding: 3 }))).toBe(1_234);
    expect(usedUp(money, used({ lines, rounding: 0 }))).toBe(1_233);
    const less = [412, 408, 410].map((off) => ({ off, quantity: 1, kept: 1 }));
    expect(usedUp(money, used({ lines: less, rounding: 3 }))).toBe(1_230);
  });

  it('C100 an amount that was lowered while its checkout was under way costs what the order took', () => {
    const lowered = { points: 70, face: 350, rate: { points: 100, minor: 500 } };
    const order = used({ lines: [{ off: 600, quantity: 2, kept: 2 }] });
    expect([2, 1, 0].map((units) => usedUp(lowered, kept(units, order)))).toEqual([120, 60, 0]);
    expect(usedUp(lowered, { ...order, over: true })).toBe(0);
    // A cent of another currency's rounding is no other amount.
    const rounded = used({ lines: [{ off: 351, quantity: 1, kept: 1 }], rounding: 1 });
    expect(usedUp(lowered, rounded)).toBe(70);
  });

  it('C100 an amount that was raised meanwhile gets back what the order didn’t take', () => {
    const raised = { points: 120, face: 600, rate: { points: 100, minor: 500 } };
    expect(usedUp(raised, used({ lines: [{ off: 350, quantity: 1, kept: 1 }] }))).toBe(70);
  });

  it('C116 what takes nothing off is used while anything of its order is kept', () => {
    const order = used({ lines: [{ off: 0, quantity: 1, kept: 1 }] });
    expect(usedUp({ points: 300, face: null }, order)).toBe(300);
    expect(usedUp({ points: 300, face: null }, kept(0, order))).toBe(0);
    expect(usedUp({ points: 300, face: null }, { ...order, over: true })).toBe(0);
  });

  it('free shipping is used until the last item goes back', () => {
    const order = used({ lines: [{ off: 0, quantity: 2, kept: 2 }], shippingOff: 490 });
    expect([2, 1, 0].map((units) => usedUp({ points: 300, face: null }, kept(units, order)))).toEqual([
      300, 300, 0,
    ]);
  });

  it('C104 where a refund brings nothing back, an order that never happened still does', () => {
    const order = kept(0, used({ inProportion: false }));
    expect(usedUp(money, order)).toBe(1_234);
    expect(usedUp(money, { ...order, over: true })).toBe(0);
  });

  it('amounts beyond exact products are divided exactly', () => {
    const order = used({ lines: [{ off: 999_999_999, quantity: 3, kept: 2 }] });
    expect(usedUp({ points: 9_999_999, face: null }, order)).toBe(6_666_666);
  });
});

describe('several orders', () => {
  const whole = { ...used(), own: true };
  const voucher = { ...money, released: false };

  it('none: taken while it is held, nothing once it is released', () => {
    expect(takenForGood(voucher, [])).toEqual({ taken: 1_234, beyond: 0 });
    expect(takenForGood({ ...voucher, released: true }, [])).toEqual({ taken: 0, beyond: 0 });
  });

  it('C180 the person’s own count each', () => {
    expect(takenForGood(voucher, [whole, whole])).toEqual({ taken: 2_468, beyond: 0 });
  });

  it('C119 other people’s count until the points are used up, and the rest is nobody’s', () => {
    const other = { ...whole, own: false };
    expect(takenForGood(voucher, [other])).toEqual({ taken: 1_234, beyond: 0 });
    expect(takenForGood(voucher, [whole, other])).toEqual({ taken: 1_234, beyond: 1_234 });
    expect(takenForGood(voucher, [{ ...kept(1), own: true }, other])).toEqual({ taken: 1_234, beyond: 617 });
    expect(takenForGood(voucher, [{ ...whole, over: true }, other])).toEqual({ taken: 1_234, beyond: 0 });
  });

  it('C105 a use after the release is taken as one before', () => {
    const late = takenForGood({ ...voucher, released: true }, [whole]);
    expect(late).toEqual(takenForGood(voucher, [whole]));
  });
});

const anyLine = fc.record({ off: fc.nat(700), quantity: fc.integer({ min: 1, max: 5 }) });
const anyOrder = fc.record({
  lines: fc.array(anyLine, { minLength: 1, maxLength: 4 }),
  shippingOff: fc.constantFrom(0, 0, 0, 490),
  inProportion: fc.boolean(),
});
/** Between 0 and 1 of a line's units, by index. */
const keptShares = fc.array(fc.nat(5), { minLength: 4, maxLength: 4 });

describe('any order', () => {
  it('C14 C104 refunded unit by unit in any order, never takes, never brings more than it took, and all of it brings all', () => {
    const units = fc.array(fc.nat(), { minLength: 20, maxLength: 20 });
    const rest = fc.option(fc.integer({ min: 1, max: 300 }), { nil: null });
    fc.assert(
      fc.property(anyOrder, fc.integer({ min: 1, max: 999 }), rest, units, (drawn, points, beyond, order) => {
        const start: UsedOrder = {
          ...drawn,
          lines: drawn.lines.map((line) => ({ ...line, kept: line.quantity })),
          over: false,
          rounding: 0,
        };
        const off = stillOff(start);
        const face = beyond === null ? null : off + beyond;
        const took = usedUp({ points, face }, start);
        if (face === null && off > 0) expect(took).toBe(points);
        if (face !== null) expect(points - took).toBe(Math.floor((points * (face - off)) / face));
        const queue = start.lines.flatMap((line, index) =>
          Array.from({ length: line.quantity }, () => index),
        );
        queue.sort((a, b) => ((order[a]! + b * 7) % 5) - ((order[b]! + a * 7) % 5));
        let posted = took;
        let now = start;
        for (const index of queue) {
          now = {
            ...now,
            lines: now.lines.map((line, i) => (i === index ? { ...line, kept: line.kept - 1 } : line)),
          };
          const target = usedUp({ points, face }, now);
          expect(target).toBeLessThanOrEqual(posted);
          expect(target).toBeGreaterThanOrEqual(0);
          posted = target;
        }
        expect(posted).toBe(start.inProportion ? 0 : took);
        expect(usedUp({ points, face }, { ...start, over: true })).toBe(0);
      }),
      { numRuns: 2_000 },
    );
  });

  it('C04 C180 several of them end alike in whatever order they were told, and nothing used is forgotten', () => {
    const use = fc.record({ drawn: anyOrder, shares: keptShares, over: fc.boolean(), own: fc.boolean() });
    const uses = fc.array(use, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(uses, fc.integer({ min: 1, max: 50 }), (drawn, points) => {
        const orders = drawn.map(({ drawn: order, shares, ...rest }) => {
          const lines = order.lines.map((line, i) => ({
            ...line,
            kept: Math.min(line.quantity, shares[i]!),
          }));
          return { ...order, ...rest, lines, rounding: 0 };
        });
        const voucher = { points, face: null, released: false };
        const { taken, beyond } = takenForGood(voucher, orders);
        expect(takenForGood({ ...voucher, released: true }, [...orders].reverse())).toEqual({
          taken,
          beyond,
        });
        const worth = (own: boolean) =>
          orders.filter((one) => one.own === own).reduce((sum, one) => sum + usedUp(voucher, one), 0);
        expect(taken + beyond).toBe(worth(true) + worth(false));
        expect(taken).toBeLessThanOrEqual(Math.max(points, worth(true)));
      }),
      { numRuns: 2_000 },
    );
  });
});
