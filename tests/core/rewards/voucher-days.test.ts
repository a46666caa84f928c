import { expect, test } from 'vitest';
import { voucherDays } from '#app/core/rewards/voucher-days.ts';

const plain = { lastsDays: 30, usable: 'at-once' } as const;

test('it is good from the day of taking it for as many days as it lasts', () => {
  expect(voucherDays(plain, '2026-11-24')).toEqual({ validFrom: '2026-11-24', validUntil: '2026-12-24' });
});

test('"from your next order" is the day after, and has the same last day', () => {
  const days = voucherDays({ ...plain, usable: 'next-day' }, '2026-12-31');
  expect(days).toEqual({ validFrom: '2027-01-01', validUntil: '2027-01-30' });
});

test.each([
  ['before them', '2026-11-24', { validFrom: '2026-12-03', validUntil: '2026-12-05' }],
  ['within them', '2026-12-04', { validFrom: '2026-12-04', validUntil: '2026-12-05' }],
  ['on the last', '2026-12-05', { validFrom: '2026-12-05', validUntil: '2026-12-05' }],
  ['after them', '2026-12-06', null],
])('named days, taken %s', (_when, day, expected) => {
  const usableOn = { from: '2026-12-03', until: '2026-12-05' };
  expect(voucherDays({ ...plain, usableOn }, day)).toEqual(expected);
});

test('what is good from the day after has no day left on the last named one', () => {
  const usableOn = { from: '2026-12-03', until: '2026-12-05' };
  expect(voucherDays({ ...plain, usable: 'next-day', usableOn }, '2026-12-05')).toBeNull();
});
