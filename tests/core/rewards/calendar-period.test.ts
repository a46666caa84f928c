import { expect, test } from 'vitest';
import { calendarPeriod } from '#app/core/rewards/calendar-period.ts';

test.each([
  ['day', '2026-06-30', '2026-06-30', '2026-06-30'],
  ['week', '2026-06-29', '2026-06-29', '2026-07-05'],
  ['week', '2026-07-05', '2026-06-29', '2026-07-05'],
  ['week', '2027-01-01', '2026-12-28', '2027-01-03'],
  ['month', '2026-06-30', '2026-06-01', '2026-06-30'],
  ['month', '2026-07-01', '2026-07-01', '2026-07-31'],
  ['month', '2028-02-29', '2028-02-01', '2028-02-29'],
  ['month', '2026-12-31', '2026-12-01', '2026-12-31'],
  ['year', '2026-12-31', '2026-01-01', '2026-12-31'],
  ['year', '2027-01-01', '2027-01-01', '2027-12-31'],
] as const)('C37 the %s of %s goes from %s to %s', (period, day, from, until) => {
  expect(calendarPeriod(period, day)).toEqual({ from, until });
});
