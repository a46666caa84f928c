// The pace of many calls, against a bucket as Shopify keeps it and a clock that stands still between them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cost } from '#app/errors.ts';
import { paceAfter } from '#app/shopify/admin-api/pace.ts';
import { Throttle } from '#tests/local-shopify/shop/throttle.ts';

const MOST = 8;
const COST = 10;
const SMALLEST = 100;
const LARGEST = 1_000;
const FREE = 1_000;

type Shop = { perSecond: number; full: boolean; answerMs: number };
type Run = { ms: number; refused: number; least: number; mostAtOnce: number };

/** The calls that are made until `wanted` were answered. `others` ask for points after each round, and are refused or not. */
function run(
  { perSecond, full, answerMs }: Shop,
  wanted: number,
  others: (take: Take) => void = () => {},
): Run {
  const bucket = new Throttle(perSecond);
  let ms = 0;
  const at = () => new Date(ms);
  const left = () => bucket.status(at()).currentlyAvailable;
  if (!full) bucket.take(left(), at());
  const seen = { refused: 0, least: left(), mostAtOnce: 0 };
  let calls = 1;
  for (let made = 0; made < wanted;) {
    const begunMs = ms;
    seen.mostAtOnce = Math.max(seen.mostAtOnce, calls);
    for (let call = 0; call < Math.min(calls, wanted); call += 1) {
      if (bucket.take(COST, at())) made += 1;
      else seen.refused += 1;
    }
    seen.least = Math.min(seen.least, left());
    const cost = said(bucket, at());
    ms += answerMs;
    others((points) => bucket.take(points, at()));
    const pace = paceAfter(cost, MOST, ms - begunMs);
    ms += pace.waitMs;
    calls = pace.calls;
  }
  return { ms, ...seen };
}

type Take = (points: number) => boolean;

function said(bucket: Throttle, at: Date): Cost {
  const { currentlyAvailable: available, maximumAvailable: capacity, restoreRate } = bucket.status(at);
  return { requested: COST, available, capacity, restoreRate };
}

describe('the pace of many calls', () => {
  it('of an empty bucket: only the first, which can’t know, is refused, and most of what it gains is used', () => {
    const { ms, refused } = run({ perSecond: SMALLEST, full: false, answerMs: 0 }, 200);
    expect(refused).toBe(1);
    expect((200 * COST * 1_000) / ms).toBeGreaterThanOrEqual(0.84 * SMALLEST);
  });

  it('once there is enough for others, all that the bucket gains is used', () => {
    const answers = [0, 100, 300].map((answerMs) => {
      const { ms, refused, least } = run({ perSecond: SMALLEST, full: true, answerMs }, 1_100);
      expect(refused).toBe(0);
      expect(least).toBeGreaterThanOrEqual(FREE);
      return ((1_100 * COST - FREE) * 1_000) / ms;
    });
    for (const pointsPerSecond of answers) expect(pointsPerSecond).toBeGreaterThanOrEqual(0.97 * SMALLEST);
  });

  it('the largest plan’s calls are made as many at once as may be, from the second on', () => {
    const full = run({ perSecond: LARGEST, full: true, answerMs: 100 }, 161);
    expect(full).toMatchObject({ refused: 0, mostAtOnce: MOST, ms: 2_100 });
    const empty = run({ perSecond: LARGEST, full: false, answerMs: 100 }, 160);
    // The first, refused, and what is waited for then.
    expect(empty).toMatchObject({ refused: 1, ms: 100 + 80 + 2_000 });
  });

  it('whoever asks for the dearest question meanwhile gets an answer, again and again', () => {
    let answered = 0;
    run({ perSecond: SMALLEST, full: false, answerMs: 100 }, 2_000, (take) => {
      if (take(FREE)) answered += 1;
    });
    expect(answered).toBeGreaterThanOrEqual(3);
  });

  it('somebody else at the bucket keeps nobody from the end, whatever they take', () => {
    const taking = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 20 });
    const shop = fc.record({
      perSecond: fc.constantFrom(100, 200, 1_000, 2_000),
      full: fc.boolean(),
      answerMs: fc.integer({ min: 0, max: 400 }),
    });
    fc.assert(
      fc.property(shop, taking, fc.integer({ min: 1, max: 300 }), (of, points, wanted) => {
        let turn = 0;
        const { refused } = run(of, wanted, (take) => take(points[turn++ % points.length] ?? 0));
        // Each may cost as many calls as are made at once.
        expect(refused).toBeLessThanOrEqual(1 + MOST * turn);
      }),
    );
  });

  it('one at a time, and at once, where Shopify doesn’t say what a call costs', () => {
    expect(paceAfter(null, MOST, 0)).toEqual({ calls: 1, waitMs: 0 });
    expect(paceAfter({ requested: 0, available: 5, restoreRate: 1 }, MOST, 0)).toEqual({
      calls: 1,
      waitMs: 0,
    });
  });

  it('a bucket that never holds so much leaves half of it', () => {
    const cost = { requested: 10, available: 60, capacity: 80, restoreRate: 10 };
    expect(paceAfter(cost, MOST, 0)).toEqual({ calls: 2, waitMs: 0 });
    expect(paceAfter({ ...cost, available: 40 }, MOST, 0)).toEqual({ calls: 1, waitMs: 1_177 });
    expect(paceAfter({ ...cost, available: 40 }, MOST, 1_000)).toEqual({ calls: 1, waitMs: 177 });
    expect(paceAfter({ ...cost, available: 0 }, MOST, 5_000)).toEqual({ calls: 1, waitMs: 1_000 });
  });
});
