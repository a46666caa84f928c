import { describe, expect, test } from 'vitest';
import { decideRelease, needsLook, nextLook, type ReleaseState } from '#app/core/rewards/decide-release.ts';

const minute = (count: number) => new Date(Date.parse('2026-11-21T10:00:00Z') + count * 60_000);

const state = (overrides: Partial<ReleaseState> = {}): ReleaseState => ({
  now: minute(0),
  releasingSince: minute(0),
  goneSince: null,
  there: false,
  openBatch: false,
  reconciledThrough: minute(-30),
  ...overrides,
});

describe('a code that is to go', () => {
  test('is deleted while it is there, whatever was known of it', () => {
    expect(decideRelease(state({ there: true }))).toMatchObject({ step: 'delete' });
    const back = state({ there: true, goneSince: minute(-60), reconciledThrough: minute(0) });
    expect(decideRelease(back)).toMatchObject({ step: 'delete' });
  });

  test('C181 counts as gone when a look shows it, and the wait begins then', () => {
    expect(decideRelease(state())).toEqual({
      step: 'wait',
      goneSince: minute(0),
      lookAt: minute(20),
      reconcile: false,
    });
  });

  test('C181 isn’t gone while a batch may still make it', () => {
    expect(decideRelease(state({ openBatch: true }))).toMatchObject({ step: 'wait', goneSince: null });
    const late = { goneSince: minute(-60), reconciledThrough: minute(0), openBatch: true };
    expect(decideRelease(state(late))).toMatchObject({ step: 'wait', goneSince: null });
  });

  test.each([
    [
      '19 minutes after, with everything read',
      19,
      19,
      { step: 'wait', lookAt: minute(20), reconcile: false },
    ],
    ['20 minutes after, with a reconciliation of before', 20, 19, { step: 'wait', reconcile: true }],
    ['two hours after, with a reconciliation of before', 120, 19, { step: 'wait', reconcile: true }],
    ['20 minutes after, with one that began then', 20, 20, { step: 'release' }],
  ])('C105 %s', (_when, now, through, expected) => {
    const waited = { now: minute(now), goneSince: minute(0), reconciledThrough: minute(through) };
    expect(decideRelease(state(waited))).toMatchObject(expected);
  });
});

test('Shopify is asked at the beginning and at the end of the wait, and not between', () => {
  expect(needsLook(state())).toBe(true);
  const waiting = { goneSince: minute(0), reconciledThrough: minute(60) };
  expect(needsLook({ ...waiting, now: minute(19) })).toBe(false);
  expect(needsLook({ ...waiting, now: minute(60), reconciledThrough: minute(10) })).toBe(false);
  expect(needsLook({ ...waiting, now: minute(60) })).toBe(true);
});

test('it is looked at less and less often, at least every three minutes, and every quarter of an hour after a day', () => {
  const after = (minutes: number) =>
    (nextLook(minute(minutes), minute(0)).getTime() - minute(minutes).getTime()) / 60_000;
  expect([0, 1, 4, 20, 600, 1_441].map(after)).toEqual([0.5, 0.5, 1, 3, 3, 15]);
});
