import { expect, test } from 'vitest';
import { dayIn, endOfDay, startOfDay } from '#app/core/values/days.ts';

test.each([
  ['Europe/Paris', '2026-11-21', '2026-11-20T23:00:00.000Z'],
  ['Europe/Paris', '2026-07-01', '2026-06-30T22:00:00.000Z'],
  ['Pacific/Auckland', '2026-12-31', '2026-12-30T11:00:00.000Z'],
  ['Pacific/Kiritimati', '2026-01-01', '2025-12-31T10:00:00.000Z'],
  ['Pacific/Pago_Pago', '2026-01-01', '2026-01-01T11:00:00.000Z'],
  ['Asia/Kathmandu', '2026-03-01', '2026-02-28T18:15:00.000Z'],
  // Clocks go forward at midnight: the day begins at one.
  ['Africa/Cairo', '2026-04-24', '2026-04-23T22:00:00.000Z'],
])('C56 a day in %s begins at its own midnight: %s', (timeZone, day, instant) => {
  const start = startOfDay(timeZone, day);
  expect(start.toISOString()).toBe(instant);
  expect(dayIn(timeZone, start)).toBe(day);
  expect(dayIn(timeZone, new Date(start.getTime() - 1000))).not.toBe(day);
});

test('C34 a day is over when the next begins, also where it has 23 or 25 hours', () => {
  const hours = (day: string) =>
    (endOfDay('Europe/Paris', day).getTime() - startOfDay('Europe/Paris', day).getTime()) / 3_600_000;
  expect([hours('2026-03-29'), hours('2026-10-25'), hours('2026-11-21')]).toEqual([23, 25, 24]);
});
