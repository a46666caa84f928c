// Who could buy less here than there, beside a reckoning that tries every number.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leastFactor, neededOf } from '#app/core/moving-in/buying-less.ts';
import { oursOf } from '#app/core/moving-in/factor.ts';
import { waysToSpend, type WayToSpend } from '#app/core/moving-in/ways-to-spend.ts';
import { reward } from '#tests/support/factories.ts';

const FIVE: WayToSpend = { points: 100, minor: 500, leastMinor: 500, times: null, isWhole: true };
const ANY: WayToSpend = { points: 100, minor: 500, leastMinor: 1, times: null, isWhole: false };
/** 500 of theirs were 5.00. */
const worth = { theirs: 500, minor: 500, step: null };
const needed = (points: number, more: Partial<Parameters<typeof neededOf>[1]> = {}, has = 0) =>
  neededOf({ points, has }, { way: 'add', worth, ways: [FIVE], ...more });

describe('S-34 members who could buy less here than there', () => {
  it('480 that bought something there are 96 that buy nothing here', () => {
    expect(oursOf(480, { theirs: 500, ours: 100 })).toBe(96);
    expect(needed(480)).toBe(100);
    expect(leastFactor(480, 100, 500)).toBe(104);
    expect(oursOf(480, { theirs: 500, ours: 104 })).toBe(100);
    expect(oursOf(480, { theirs: 500, ours: 103 })).toBeLessThan(100);
  });

  it('where only steps of 500 bought something there, 480 bought nothing', () => {
    const inSteps = { worth: { ...worth, step: 500 } };
    expect(needed(480, inSteps)).toBe(96);
    expect(needed(980, inSteps)).toBe(196);
    expect(needed(1_000, inSteps)).toBe(200);
  });

  it('any number of ours that is worth as much buys as much', () => {
    expect(needed(480, { ways: [ANY] })).toBe(96);
    expect(needed(480, { ways: [{ ...ANY, leastMinor: 1_000 }] })).toBe(200);
  });

  it('what a member has here counts, added or set', () => {
    expect(needed(480, {}, 20)).toBe(96);
    expect(needed(480, { way: 'set' }, 20)).toBe(100);
    expect(needed(480, { way: 'set' }, 100)).toBe(0);
    expect(needed(480, {}, -50)).toBe(150);
  });

  it('no number is enough where a reward may be taken once only', () => {
    expect(needed(1_000, { ways: [{ ...FIVE, times: 1 }] })).toBe(Infinity);
    expect(leastFactor(1_000, Infinity, 500)).toBeNull();
    expect(leastFactor(1, 10_000_000, 1_000)).toBeNull();
  });

  it('rewards of today that are money are ways to spend points', () => {
    const ended = reward({ key: 'gone', endsOn: '2026-01-01' });
    const percent = reward({ gives: { kind: 'percent', percent: 10, of: 'order', mostMinor: null } });
    expect(waysToSpend([reward(), ended, percent], '2026-11-27')).toEqual([FIVE]);
  });
});

const way = fc.record({
  points: fc.integer({ min: 1, max: 60 }),
  minor: fc.integer({ min: 1, max: 60 }),
  leastMinor: fc.integer({ min: 1, max: 80 }),
  times: fc.option(fc.integer({ min: 1, max: 4 })),
  isWhole: fc.boolean(),
});
const ways = fc
  .array(way, { minLength: 1, maxLength: 3 })
  .map((all) => all.map((one) => (one.isWhole ? { ...one, leastMinor: one.minor } : one)));

/** By trying: the most money that one way takes off. */
function bought(points: number, all: readonly WayToSpend[]): number {
  return all.reduce((most, { points: cost, minor, leastMinor, times, isWhole }) => {
    if (!isWhole) {
      const off = Math.floor((Math.max(points, 0) * minor) / cost);
      return off >= leastMinor ? Math.max(most, off) : most;
    }
    let [left, off] = [points, 0];
    for (let nr = 0; left >= cost && (times === null || nr < times); nr += 1)
      [left, off] = [left - cost, off + minor];
    return Math.max(most, off);
  }, 0);
}

it('S-34 the fewest points with which somebody can buy as much, and their factor, are the fewest', () => {
  const row = fc.record({ points: fc.integer({ min: 1, max: 80 }), has: fc.integer({ min: -30, max: 90 }) });
  const there = fc.record({
    theirs: fc.integer({ min: 1, max: 9 }),
    minor: fc.integer({ min: 1, max: 9 }),
    step: fc.option(fc.integer({ min: 1, max: 30 })),
  });
  fc.assert(
    fc.property(row, there, ways, fc.constantFrom('add' as const, 'set' as const), (of, worth, all, how) => {
      const { points, has } = of;
      const least = neededOf(of, { way: how, worth, ways: all });
      const spent = worth.step === null ? points : Math.floor(points / worth.step) * worth.step;
      const was = Math.floor((spent * worth.minor) / worth.theirs);
      const enough = (gets: number) => {
        const after = how === 'add' ? has + gets : Math.max(has, gets);
        const before = how === 'add' ? was + bought(has, all) : was;
        const brought = how === 'add' ? gets : after;
        const isWorth = all.some(
          (one) => brought * one.minor * worth.theirs >= points * worth.minor * one.points,
        );
        return isWorth && bought(after, all) >= before;
      };
      if (!Number.isFinite(least)) return void expect(enough(200_000)).toBe(false);
      expect(enough(least)).toBe(true);
      if (least > 0) expect(enough(least - 1)).toBe(false);
      const ours = leastFactor(points, least, worth.theirs)!;
      expect(oursOf(points, { theirs: worth.theirs, ours })).toBeGreaterThanOrEqual(least);
      if (ours > 1) expect(oursOf(points, { theirs: worth.theirs, ours: ours - 1 })).toBeLessThan(least);
    }),
  );
});
