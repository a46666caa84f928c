import { describe, expect, it } from 'vitest';
import { FEWEST_PEOPLE, holdoutResult, type Arm } from '#app/core/holdouts/holdout-result.ts';
import { intervalOfDifference, intervalOfMean } from '#app/core/holdouts/intervals.ts';
import { studentT } from '#app/core/holdouts/student-t.ts';
import { sampleOf } from './simulated-holdout.ts';

const UNTIL = '2027-03-31';
const arm = (people: number, mean: number, variance: number): Arm => ({
  people,
  orders: { mean: mean / 1_000, variance: variance / 1_000_000 },
  kept: { mean, variance },
});
const AFTER = '2027-04-01';

describe('bounds', () => {
  it('are those of Student’s table', () => {
    const table: [degrees: number, t: number][] = [
      [4, 2.776],
      [10, 2.228],
      [30, 2.042],
      [100, 1.984],
      [1_000, 1.962],
    ];
    for (const [degrees, t] of table) expect(studentT(degrees)).toBeCloseTo(t, 2);
  });

  it('are as worked out in the decision', () => {
    // 10, 20, 30 and 40 euro; 10, 10, 20 and 20: means 25 and 15, squares 500 and 100 about them, six degrees of freedom.
    const given = sampleOf([1_000, 2_000, 3_000, 4_000]);
    const heldOut = sampleOf([1_000, 1_000, 2_000, 2_000]);
    expect(given).toMatchObject({ people: 4, mean: 2_500 });
    // Pooled variance 100 €², standard error √(100·(1/4 + 1/4)) = 7.07 €, times t(6) = 2.447: 17.30 €.
    const difference = intervalOfDifference(given, heldOut);
    expect(Math.round(difference!.middle)).toBe(1_000);
    expect(Math.round(difference!.low)).toBe(-730);
    expect(Math.round(difference!.high)).toBe(2_730);
  });

  it('aren’t known of fewer than two people', () => {
    expect(intervalOfMean({ people: 1, mean: 5, variance: null })).toBeNull();
    expect(intervalOfDifference(sampleOf([1, 2]), { people: 1, mean: 5, variance: null })).toBeNull();
  });
});

describe('what a comparison says', () => {
  const [more, less] = [arm(900, 3_000, 1_000_000), arm(100, 2_000, 1_000_000)];

  it('tells both groups before the planned day, and no difference', () => {
    const told = holdoutResult({ given: more, heldOut: less }, UNTIL, UNTIL);
    expect(told.state).toBe('running');
    expect(told).not.toHaveProperty('verdict');
    expect(told).toMatchObject({ given: { people: 900 }, heldOut: { people: 100 } });
  });

  it('decides by money kept alone, once the planned day is over', () => {
    expect(holdoutResult({ given: more, heldOut: less }, UNTIL, AFTER)).toMatchObject({ verdict: 'more' });
    const turned = { given: { ...less, people: 900 }, heldOut: { ...more, people: 100 } };
    expect(holdoutResult(turned, UNTIL, AFTER)).toMatchObject({ verdict: 'less' });
    const alike = { given: more, heldOut: arm(100, 2_990, 1_000_000) };
    expect(holdoutResult(alike, UNTIL, AFTER)).toMatchObject({ state: 'measured', verdict: 'unsure' });
  });

  it('says nothing of groups that are too small', () => {
    const few = { given: more, heldOut: { ...less, people: FEWEST_PEOPLE - 1 } };
    expect(holdoutResult(few, UNTIL, AFTER).state).toBe('too-few');
  });
});
