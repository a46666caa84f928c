import { describe, expect, it } from 'vitest';
import { renewBefore, stampsUntil, toldOn } from '#app/core/storefront/stamps-until.ts';
import { askAgainAt, tryAgainAt } from '#app/core/storefront/next-try.ts';
import type { StampsProjection } from '#app/core/stamps/card-projection.ts';

const stamps = (cards: StampsProjection['cards'], blocked = false): StampsProjection => ({
  v: 1,
  cards,
  blocked,
});

describe('the last day on which stamps are given', () => {
  it.each([
    ['five of five', stamps({ coffee: [5, 5] }), '2026-12-03'],
    ['one of five: a cart may bring the others', stamps({ coffee: [1, 5] }), '2026-12-03'],
    ['one card of two', stamps({ tea: [0, 5], coffee: [2, 5] }), '2026-12-03'],
    ['no card', stamps({}), null],
    ['none', stamps({ coffee: [0, 5] }), null],
    ['owed ones', stamps({ coffee: [-3, 5] }), null],
    ['those of a member who is left out', stamps({ coffee: [5, 5] }, true), null],
  ])('with %s', (_name, held, until) => {
    expect(stampsUntil(held, '2026-11-26')).toBe(until);
  });

  it('is moved on once fewer than four days are left', () => {
    const until = '2026-12-03';
    const due = ['2026-11-26', '2026-11-29', '2026-11-30', '2026-12-03', '2026-12-20'].map(
      (today) => until < renewBefore(today),
    );
    expect(due).toEqual([false, false, true, true, true]);
    expect(toldOn(until)).toBe('2026-11-26');
  });
});

describe('a member whom Shopify refuses', () => {
  const now = new Date('2026-11-26T10:00:00Z');
  it.each([
    [1, '2026-11-26T10:01:00.000Z'],
    [2, '2026-11-26T10:02:00.000Z'],
    [5, '2026-11-26T10:16:00.000Z'],
    [10, '2026-11-26T16:00:00.000Z'],
    [5_000, '2026-11-26T16:00:00.000Z'],
  ])('is tried again after %i refusals in a row', (refusals, at) => {
    expect(tryAgainAt(refusals, now).toISOString()).toBe(at);
  });

  it('and whose customer is gone is asked for the next day', () => {
    expect(askAgainAt(now).toISOString()).toBe('2026-11-27T10:00:00.000Z');
  });
});
