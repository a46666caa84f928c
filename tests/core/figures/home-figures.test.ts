import { describe, expect, it, test } from 'vitest';
import { addDays, dayIn } from '#app/core/values/days.ts';
import { cardsFilled, figuresOfEntry, freedMinor } from '#app/core/figures/daily-figures.ts';
import {
  changePercent,
  redemptionPercent,
  firstDayNeeded,
  homeFigures,
  type DayFigures,
} from '#app/core/figures/home-figures.ts';

const day = (on: string, given: number, taken = 0, spent = 0): DayFigures => ({
  day: on,
  given,
  taken,
  spent,
  orders: 1,
  filled: 0,
  freed: 1,
  freedMinor: 950,
  unpriced: 0,
  gifts: 1,
  joined: 1,
  returned: 1,
  rewardedOrders: 0,
  rewardsUsed: 0,
  rewardMinor: 0,
  rewardsUnmeasured: 0,
  rewardsGiven: 0,
  rewardsLapsed: 0,
  cardCodes: 0,
  cardCodesMinor: 0,
});
const STANDING = { outstanding: 100, members: 10, cameBack: 3 };

describe('the figures of a period', () => {
  const today = '2026-11-21';

  it.each([
    [30, '2026-10-23', 30],
    [90, '2026-08-24', 13],
    [365, '2025-12-01', 12],
  ] as const)('of %i days begin on %s, and have %i bars that leave out no day', (period, first, bars) => {
    const { buckets, current } = homeFigures(period, today, [day(first, 7), day(today, 5)], STANDING);
    expect(buckets).toHaveLength(bars);
    expect(buckets[0]).toMatchObject({ from: first, given: 7 });
    expect(buckets.at(-1)).toMatchObject({ to: today, given: 5, outstanding: 112, members: 12, cameBack: 5 });
    for (const [index, bucket] of buckets.slice(1).entries()) {
      expect(bucket.from).toBe(addDays(buckets[index]!.to, 1));
    }
    expect(current).toMatchObject({ given: 12, orders: 2, gifts: 2, joined: 2, outstanding: 112 });
    expect(current).toMatchObject({ freed: 2, freedMinor: 1_900, unpriced: 0, returned: 2, cameBack: 5 });
  });

  it('stand beside those of the period before, which ends the day before', () => {
    const first = firstDayNeeded(today, 30);
    expect(first).toBe('2026-09-23');
    const days = [day(first, 50), day('2026-10-22', 30, 20), day('2026-10-23', 40)];
    const { previous, current } = homeFigures(30, today, days, { ...STANDING, outstanding: 5 });
    expect(previous).toMatchObject({ given: 80, taken: 20, outstanding: 65 });
    expect(current).toMatchObject({ given: 40, taken: 0, outstanding: 105 });
  });

  it('count what was spent on rewards as outstanding no more, and what came back of them as outstanding again', () => {
    const days = [day('2026-11-01', 40), day('2026-11-02', 0, 0, 30), day('2026-11-03', 0, 0, -10)];
    const { current, buckets } = homeFigures(30, today, days, { ...STANDING, outstanding: 0 });
    expect(current).toMatchObject({ given: 40, spent: 20, outstanding: 20 });
    expect(buckets.find(({ to }) => to === '2026-11-02')).toMatchObject({ outstanding: 10 });
  });

  it('of a year are whole months and this one so far, compared with the same days a year before', () => {
    const first = firstDayNeeded(today, 365);
    expect(first).toBe('2024-12-01');
    const days = ['2024-12-01', '2025-11-21', '2025-11-22', '2025-12-01', '2026-11-01'].map((on) =>
      day(on, 1),
    );
    const { buckets, previous, current } = homeFigures(365, today, days, STANDING);
    expect(buckets.map(({ from }) => from.slice(8))).toEqual(Array(12).fill('01'));
    expect(buckets[0]).toMatchObject({ from: '2025-12-01', to: '2025-12-31', given: 1 });
    expect(buckets.at(-1)).toMatchObject({ from: '2026-11-01', to: today, given: 1, outstanding: 105 });
    expect([previous.given, current.given, current.outstanding]).toEqual([2, 2, 105]);
  });

  it('of a year that ends on 29 February are compared with days until the 28th', () => {
    const days = ['2027-02-28', '2027-03-01'].map((on) => day(on, 1));
    const { previous, current } = homeFigures(365, '2028-02-29', days, STANDING);
    expect([previous.given, current.given]).toEqual([1, 1]);
  });

  it.each([
    [15, 10, 50],
    [5, 10, -50],
    [10, 10, 0],
    [10, 0, null],
    [10, -5, null],
  ])('%i after %i is a change of %s percent', (now, before, percent) => {
    expect(changePercent(now, before)).toBe(percent);
  });
});

describe('a day', () => {
  it.each([
    ['Pacific/Tongatapu', '2026-11-21T10:59:59Z', '2026-11-21'],
    ['Pacific/Tongatapu', '2026-11-21T11:00:00Z', '2026-11-22'],
    ['Pacific/Honolulu', '2026-11-21T09:59:59Z', '2026-11-20'],
    ['Europe/Paris', '2026-10-25T22:59:59Z', '2026-10-25'],
  ])('C56 in %s at %s is %s', (timeZone, instant, on) => {
    expect(dayIn(timeZone, new Date(instant))).toBe(on);
  });

  it('is followed by the next one over the end of a leap year’s February', () => {
    expect([addDays('2028-02-28', 1), addDays('2028-02-29', 1), addDays('2028-03-01', -1)]).toEqual([
      '2028-02-29',
      '2028-03-01',
      '2028-02-29',
    ]);
  });
});

describe('an entry', () => {
  it.each([
    [4, 5, 1],
    [5, 4, -1],
    [0, 12, 2],
    [-3, 4, 0],
    [-3, 5, 1],
    [6, -1, -1],
  ])('from %i to %i stamps fills %i cards of five', (before, after, filled) => {
    expect(cardsFilled(before, after, 5)).toBe(filled);
  });

  it.each([
    [{ v: 1, target: -5, savedMinor: 950 }, 950],
    [{ v: 1, target: 0 }, 0],
    [{ v: 1, target: -5 }, null],
    [{ v: 1, target: -5, savedMinor: '950' }, null],
    [null, null],
  ])('of free items that says %j says a price of %s', (explanation, minor) => {
    expect(freedMinor(explanation)).toBe(minor);
  });

  it('C36 that moves points to the survivor of a merge is neither given nor taken back', () => {
    const entry = { unit: 'points', amount: -20, filled: 0, freed: 0 } as const;
    expect(figuresOfEntry({ ...entry, kind: 'merge' })).toEqual([]);
    expect(figuresOfEntry({ ...entry, kind: 'order' })).toEqual([{ kind: 'points-taken', amount: 20 }]);
  });
});

test.each([
  [{ given: 100, taken: 20, spent: 20 }, 25],
  [{ given: 10, taken: 0, spent: 30 }, 300],
  [{ given: 10, taken: 0, spent: -5 }, 0],
  [{ given: 10, taken: 10, spent: 5 }, null],
])('of the points of %o so many percent were spent: %s', (totals, percent) => {
  expect(redemptionPercent(totals)).toBe(percent);
});
