// "Your gift comes on 3 May": the block works it out in Liquid, and must say what the rules of the core say.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '#app/core/values/days.ts';
import { momentDay } from '#app/core/moments/calendar.ts';
import { nextGiftOn } from '#app/core/moments/next-gift.ts';
import { renderSnippet } from './scene/render-snippet.ts';

const render = (snippet: string, locals: object) => renderSnippet(snippet, {}, locals);

const anyDay = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1999-12-25', days));
const monthDay = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2000-12-31'), noInvalidDate: true })
  .map((date) => ({ month: date.getUTCMonth() + 1, day: date.getUTCDate() }));
/** Those where most goes wrong come often. */
const born = fc.oneof(
  monthDay,
  fc.constantFrom({ month: 2, day: 29 }, { month: 1, day: 1 }, { month: 12, day: 31 }),
);
const settings = fc.record({
  daysBefore: fc.integer({ min: 0, max: 30 }),
  daysAfter: fc.integer({ min: 0, max: 60 }),
  waitDays: fc.integer({ min: 0, max: 365 }),
});
const since = fc.constantFrom(0, 1, 7, 30, 200, 365, 2_000);
const given = fc.constantFrom(null, -2, -1, 0, 1);
/** Days from today. */
const rest = fc.constantFrom(null, -300, -1, 0, 3, 40, 270);
/** Days from today on which the program was paused, and for how long; over by now. */
const paused = fc.array(
  fc.record({ ago: fc.integer({ min: 1, max: 120 }), days: fc.integer({ min: 0, max: 60 }) }),
  { maxLength: 2 },
);

test('the block names the same day as the core, for any birthday, settings, day, gift and pause before', () => {
  fc.assert(
    fc.property(
      born,
      settings,
      anyDay,
      since,
      given,
      rest,
      paused,
      (date, occasion, today, daysSince, ahead, days, times) => {
        const givenYear = ahead === null ? null : Number(today.slice(0, 4)) + ahead;
        const restUntil = days !== null && { restUntil: addDays(today, days) };
        const birthday = { ...date, setOn: addDays(today, -daysSince), givenYear, ...restUntil };
        const pauses = times.map(({ ago, days: long }) => {
          return { from: addDays(today, -ago), until: addDays(today, Math.min(0, long - ago)) };
        });
        const said = render('next-gift', { birthday, occasion, pauses, today });
        expect(said).toBe(nextGiftOn(birthday, occasion, today, pauses));
      },
    ),
    { numRuns: 1_500 },
  );
});

test('C55 29 February falls on the 28th in the same years', () => {
  for (let year = 1890; year <= 2110; year += 1) {
    const date = { month: 2, day: 29 };
    expect(render('occasion-day', { date, year })).toBe(momentDay(date, year));
  }
});

test('a day counted is the same day again, and the next one is one more', () => {
  const count = (date: string) => Number(render('day-number', { date }));
  for (let day = '1999-01-01'; day < '2005-01-01'; day = addDays(day, 1)) {
    expect(render('day-of-number', { number: count(day) })).toBe(day);
    expect(count(addDays(day, 1))).toBe(count(day) + 1);
  }
  for (const day of ['1900-02-28', '2000-02-29', '2100-03-01', '2399-12-31', '2400-02-29'])
    expect(render('day-of-number', { number: count(day) })).toBe(day);
});
