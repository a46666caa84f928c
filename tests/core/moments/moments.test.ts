import { describe, expect, it } from 'vitest';
import { addDays, dayIn, startOfDay } from '#app/core/values/days.ts';
import { requestProblem, shopperRefusal } from '#app/core/moments/birthday-request.ts';
import { momentDay, momentWindow } from '#app/core/moments/calendar.ts';
import { shopperChangeFrom, type LoggedBirthday } from '#app/core/moments/change-limit.ts';
import { daysToLookAt } from '#app/core/moments/days-to-look-at.ts';
import { dueGifts, type MomentMember } from '#app/core/moments/due-gifts.ts';
import { formOfMoments } from '#app/core/editing/moment-form.ts';
import { nextGiftOn } from '#app/core/moments/next-gift.ts';
import { birthdayOfMetafield, birthdayProblem } from '#app/core/moments/parse-birthday.ts';
import { whoOf } from '#app/core/moments/who-of-moment.ts';
import { isAmong } from '#app/core/who/who.ts';
import { runningMoments } from '#app/core/moments/running-moments.ts';
import type { Moment } from '#app/core/moments/moment-rules.ts';
import { momentMember as member, occasion, rules, version } from '#tests/support/factories.ts';

/** Who ordered last on that day: as the sweep asks the database. */
function buyer(orderedOn: string | null): MomentMember {
  const facts = {
    tags: [],
    birthMonth: null,
    orders: 0,
    uncounted: false,
    lastOn: null,
    orderedOn,
    bought: [],
    collections: {},
  };
  return member({ isFor: (_, day) => isAmong(whoOf({ who: 'ordered' }), facts, day) === true });
}

/** `year on … until …` of what is due, `late` where it is. */
function due(of: MomentMember, rule: Partial<Moment>, sweptThrough: string | null, today: string) {
  const running = [{ occasion: occasion(rule), since: '2026-01-01', version: 2 }];
  return dueGifts(of, running, { sweptThrough, today }).map(
    ({ year, on, until, late }) => `${year} on ${on} until ${until}${late ? ' late' : ''}`,
  );
}

describe('the day of an occasion', () => {
  it.each([
    [2027, '2027-02-28'],
    [2028, '2028-02-29'],
    [2100, '2100-02-28'],
    [2000, '2000-02-29'],
  ])('C55 29 February falls in %i on %s', (year, day) => {
    expect(momentDay({ month: 2, day: 29 }, year)).toBe(day);
  });

  it('C55 a window around 29 February keeps its length in a common year', () => {
    const window = momentWindow({ month: 2, day: 29 }, 2027, { daysBefore: 3, daysAfter: 2 });
    expect(window).toEqual({ year: 2027, from: '2027-02-25', until: '2027-03-02' });
  });

  it('C55 a sweep of 28 February looks at both dates in a common year, at one in a leap year', () => {
    const on = (today: string) => daysToLookAt(occasion(), { sweptThrough: null, today });
    expect(on('2027-02-28')).toEqual([
      { month: 2, day: 28, cause: 'birthday/2027' },
      { month: 2, day: 29, cause: 'birthday/2027' },
    ]);
    expect(on('2028-02-28')).toEqual([{ month: 2, day: 28, cause: 'birthday/2028' }]);
  });

  it('a lead of seven days opens the window of a 3 January in December', () => {
    const born = member({ birthday: { month: 1, day: 3, setOn: '2025-01-01' } });
    expect(due(born, { daysBefore: 7 }, '2027-12-26', '2027-12-27')).toEqual([
      '2028 on 2027-12-27 until 2028-01-03',
    ]);
  });
});

describe('a day of the shop', () => {
  it('C56 begins a day earlier in Auckland’s summer than in Honolulu', () => {
    const instant = new Date('2027-01-09T11:30:00Z');
    expect(dayIn('Pacific/Auckland', instant)).toBe('2027-01-10');
    expect(dayIn('Pacific/Honolulu', instant)).toBe('2027-01-09');
    expect(startOfDay('Pacific/Auckland', '2027-01-10').toISOString()).toBe('2027-01-09T11:00:00.000Z');
    expect(startOfDay('Pacific/Honolulu', '2027-01-09').toISOString()).toBe('2027-01-09T10:00:00.000Z');
  });

  it.each(['Asia/Beirut', 'Africa/Cairo', 'America/Santiago', 'Asia/Kathmandu', 'Pacific/Kiritimati'])(
    'C56 every day of a year begins at the first instant that is of it, in %s',
    (timeZone) => {
      for (let day = '2026-01-01'; day < '2027-01-01'; day = addDays(day, 1)) {
        const start = startOfDay(timeZone, day);
        const before = new Date(start.getTime() - 60_000);
        expect([dayIn(timeZone, before), dayIn(timeZone, start)]).toEqual([addDays(day, -1), day]);
      }
    },
  );
});

describe('what is due', () => {
  it('is given on the window’s first day, once in the occasion’s year', () => {
    const rule = { daysBefore: 3, daysAfter: 7 };
    expect(due(member(), rule, '2027-04-28', '2027-04-29')).toEqual([]);
    expect(due(member(), rule, '2027-04-29', '2027-04-30')).toEqual(['2027 on 2027-04-30 until 2027-05-10']);
    const given = member({ given: [{ occasion: 'birthday', year: 2027 }] });
    expect(due(given, rule, '2027-04-30', '2027-05-01')).toEqual([]);
    expect(due(given, rule, '2028-04-29', '2028-04-30')).toEqual(['2028 on 2028-04-30 until 2028-05-10']);
  });

  it('C57 after an outage is what its windows held, on their own days', () => {
    expect(due(member(), {}, '2027-05-01', '2027-05-05')).toEqual(['2027 on 2027-05-03 until 2027-05-03']);
    expect(due(member(), {}, '2027-05-01', '2029-05-04')).toHaveLength(3);
  });

  it('C58 a date told within its window waits, and brings nothing where the wait outlasts the window', () => {
    const told = member({ birthday: { month: 5, day: 3, setOn: '2027-05-02' } });
    const rule = { daysAfter: 7, waitDays: 5 };
    expect(due(told, rule, '2027-05-05', '2027-05-06')).toEqual([]);
    expect(due(told, rule, '2027-05-06', '2027-05-07')).toEqual(['2027 on 2027-05-07 until 2027-05-10']);
    expect(due(told, { ...rule, waitDays: 9 }, '2027-05-10', '2027-05-12')).toEqual([]);
  });

  it('with the wait that a new gift has, a date told more than 30 days ahead brings it by the day, in that very year', () => {
    const first = formOfMoments([]).birthday;
    const rule = { daysBefore: Number(first.daysBefore), daysAfter: 30, waitDays: Number(first.waitDays) };
    expect(rule).toMatchObject({ daysBefore: 0, waitDays: 30 });
    const toldOn = (setOn: string) => member({ birthday: { month: 5, day: 3, setOn } });
    expect(due(toldOn('2027-04-02'), rule, '2027-05-02', '2027-05-03')).toEqual([
      '2027 on 2027-05-03 until 2027-06-02',
    ]);
    expect(due(toldOn('2027-05-03'), rule, '2027-05-02', '2027-05-03')).toEqual([]);
  });

  it('C58 a date changed to the other side of New Year brings no second gift', () => {
    const given = [{ occasion: 'birthday', year: 2028 } as const];
    const changed = member({ birthday: { month: 12, day: 30, setOn: '2027-12-28' }, given });
    expect(due(changed, {}, '2027-12-29', '2027-12-30')).toEqual([]);
    expect(due(changed, {}, '2028-12-29', '2028-12-30')).toEqual([]);
    expect(due(changed, {}, '2029-12-29', '2029-12-30')).toHaveLength(1);
  });

  it('C99 a date changed to the other side of New Year brings nothing within 270 days of the last gift', () => {
    const given = [{ occasion: 'birthday', year: 2026, on: '2026-12-30', until: '2027-01-06' } as const];
    const changed = member({ birthday: { month: 1, day: 2, setOn: '2026-12-31' }, given });
    expect(due(changed, { daysAfter: 7 }, '2027-01-01', '2027-01-02')).toEqual([]);
    expect(due(changed, { daysAfter: 7 }, '2027-01-08', '2027-01-09')).toEqual([]);
    expect(due(changed, { daysAfter: 7 }, '2028-01-01', '2028-01-02')).toHaveLength(1);
    const nearer = member({ birthday: { month: 9, day: 20, setOn: '2026-12-31' }, given });
    expect(due(nearer, { daysAfter: 7 }, '2027-09-19', '2027-09-20')).toEqual([]);
    expect(due(nearer, { daysAfter: 7 }, '2027-09-25', '2027-09-26')).toEqual([
      '2027 on 2027-09-26 until 2027-09-27',
    ]);
  });

  it('C99 a year’s last day and the next one’s first are too far apart to meet it', () => {
    const given = [{ occasion: 'birthday', year: 2027, on: '2027-04-29', until: '2027-04-29' } as const];
    const leap = member({ birthday: { month: 2, day: 29, setOn: '2020-01-01' }, given });
    const widest = { daysBefore: 30, daysAfter: 60 };
    expect(due(leap, widest, '2028-01-29', '2028-01-30')).toEqual(['2028 on 2028-01-30 until 2028-04-29']);
  });

  it('within an open window that was swept already is late, and given today', () => {
    expect(due(member(), { daysAfter: 7 }, '2027-05-05', '2027-05-06')).toEqual([
      '2027 on 2027-05-06 until 2027-05-10 late',
    ]);
  });

  it('the anniversary begins a year after joining', () => {
    const rule = { kind: 'anniversary', asksYear: false } as const;
    const joined = member({ joinedOn: '2026-06-15', birthday: null });
    expect(due(joined, rule, '2026-06-14', '2026-06-15')).toEqual([]);
    expect(due(joined, rule, '2027-06-14', '2027-06-15')).toEqual(['2027 on 2027-06-15 until 2027-06-15']);
    expect(due(joined, { ...rule, daysBefore: 30 }, '2026-06-14', '2026-06-15')).toEqual([]);
  });

  it('for those who ordered asks for an order within the year before the window', () => {
    const of = (orderedOn: string | null) =>
      due(buyer(orderedOn), { who: 'ordered' }, '2027-05-02', '2027-05-03');
    expect(of(null)).toEqual([]);
    expect(of('2026-05-02')).toEqual([]);
    expect(of('2026-05-03')).toHaveLength(1);
  });

  it('an occasion that began after the window gives nothing for it', () => {
    const running = [{ occasion: occasion(), since: '2027-05-04', version: 2 }];
    expect(dueGifts(member(), running, { sweptThrough: '2027-05-01', today: '2027-05-05' })).toEqual([]);
  });

  it('an occasion that was ended and published anew runs from then', () => {
    const published = (number: number, publishedAt: string, occasions: Moment[]) =>
      version({ number, publishedAt: new Date(publishedAt), rules: rules({ occasions }) });
    const versions = [
      published(1, '2026-01-01T12:00:00Z', [occasion()]),
      published(2, '2026-03-01T12:00:00Z', []),
      published(3, '2026-06-01T23:30:00Z', [occasion()]),
      published(4, '2026-07-01T12:00:00Z', [occasion({ daysAfter: 3 })]),
    ];
    expect(runningMoments(versions, 4, 'Europe/Paris')).toEqual([
      { occasion: occasion({ daysAfter: 3 }), since: '2026-06-02', version: 4 },
    ]);
    expect(runningMoments(versions, 2, 'Europe/Paris')).toEqual([]);
    expect(runningMoments(versions, 1, 'Europe/Paris')).toMatchObject([{ since: '2026-01-01' }]);
  });
});

describe('the next gift', () => {
  const told = { month: 5, day: 3, setOn: '2025-01-01', givenYear: null };
  it.each([
    ['ahead this year', told, {}, '2027-02-01', '2027-05-03'],
    ['today', told, {}, '2027-05-03', '2027-05-03'],
    ['over this year', told, {}, '2027-05-04', '2028-05-03'],
    ['given this year', { ...told, givenYear: 2027 }, { daysAfter: 7 }, '2027-05-04', '2028-05-03'],
    ['in December', { ...told, month: 1 }, { daysBefore: 7 }, '2027-12-01', '2027-12-27'],
    ['waits', { ...told, setOn: '2027-05-01' }, { daysAfter: 7, waitDays: 4 }, '2027-05-01', '2027-05-05'],
    ['waits a year', { ...told, setOn: '2027-05-01' }, { waitDays: 365 }, '2027-05-01', '2028-05-03'],
    ['C55 on the 28th', { ...told, month: 2, day: 29 }, {}, '2027-01-01', '2027-02-28'],
    ['C99 rests', { ...told, month: 1, restUntil: '2027-09-26' }, {}, '2026-12-31', '2028-01-03'],
    [
      'C99 rests into its window',
      { ...told, restUntil: '2027-05-05' },
      { daysAfter: 7 },
      '2027-02-01',
      '2027-05-05',
    ],
    ['two years on', { ...told, setOn: '2027-05-04', givenYear: 2028 }, {}, '2027-05-04', '2029-05-03'],
  ])('%s', (_name, birthday, rule, today, expected) => {
    expect(nextGiftOn(birthday, occasion(rule), today)).toBe(expected);
  });
});

describe('C60 dates as people type them', () => {
  const today = '2027-05-03';
  it.each([
    [{ month: 2, day: 29, year: null }, null],
    [{ month: 2, day: 29, year: 2024 }, null],
    [{ month: 12, day: 31, year: 1907 }, null],
    [{ month: 5, day: 3, year: 2027 }, null],
    [
      { month: 2, day: 30, year: null },
      { field: 'day', reason: 'impossible' },
    ],
    [
      { month: 4, day: 31, year: null },
      { field: 'day', reason: 'impossible' },
    ],
    [
      { month: 4, day: 0, year: null },
      { field: 'day', reason: 'impossible' },
    ],
    [
      { month: 4, day: 1.5, year: null },
      { field: 'day', reason: 'impossible' },
    ],
    [
      { month: 13, day: 1, year: null },
      { field: 'month', reason: 'impossible' },
    ],
    [
      { month: 0, day: 1, year: null },
      { field: 'month', reason: 'impossible' },
    ],
    [
      { month: Number.NaN, day: 1, year: null },
      { field: 'month', reason: 'impossible' },
    ],
    [
      { month: 2, day: 29, year: 2026 },
      { field: 'day', reason: 'impossible' },
    ],
    [
      { month: 5, day: 4, year: 2027 },
      { field: 'year', reason: 'year-range' },
    ],
    [
      { month: 5, day: 3, year: 2028 },
      { field: 'year', reason: 'year-range' },
    ],
    [
      { month: 5, day: 3, year: 1906 },
      { field: 'year', reason: 'year-range' },
    ],
  ])('%j: %j', (birthday, problem) => {
    expect(birthdayProblem(birthday, today)).toEqual(problem);
  });

  it('Shopify’s metafield is taken where it is a date of a living person', () => {
    expect(birthdayOfMetafield('1990-05-03', today)).toEqual({ month: 5, day: 3, year: 1990 });
    for (const text of ['1990-02-30', '1800-01-01', '2030-01-01', '03/05/1990', '']) {
      expect(birthdayOfMetafield(text, today)).toBeNull();
    }
  });

  it('the merchant says why, within 200 characters', () => {
    const by = (reason: string) => ({ kind: 'merchant', userId: '1', reason }) as const;
    expect(requestProblem(null, by('  '), today)).toEqual({ field: 'reason', reason: 'required' });
    expect(requestProblem(null, by('x'.repeat(201)), today)).toEqual({ field: 'reason', reason: 'too-long' });
    expect(requestProblem(null, by('typed wrongly'), today)).toBeNull();
  });
});

describe('C58 the shopper’s change', () => {
  const log = (...lines: [madeOn: string, month: number | null, byShopper?: boolean][]): LoggedBirthday[] =>
    lines.map(([madeOn, month, byShopper = true]) => ({
      madeOn,
      byShopper,
      date: month === null ? null : { month, day: 1 },
    }));
  it.each([
    ['nothing told yet', log(), null],
    ['first told', log(['2027-01-01', 5]), null],
    ['changed', log(['2027-01-01', 5], ['2027-02-01', 6]), '2028-02-01'],
    ['told the same again', log(['2027-01-01', 5], ['2027-02-01', 5]), null],
    ['set by the merchant, then told', log(['2027-01-01', 5, false], ['2027-02-01', 6]), null],
    ['corrected by the merchant', log(['2027-01-01', 5], ['2027-02-01', 6, false]), null],
    [
      'taken away and told anew',
      log(['2027-01-01', 5], ['2027-02-01', null], ['2027-03-01', 5]),
      '2028-02-29',
    ],
    ['changed in two years', log(['2026-01-01', 5], ['2027-02-01', 6], ['2028-02-01', 7]), '2029-01-31'],
  ])('%s', (_name, lines, changeFrom) => {
    expect(shopperChangeFrom(lines)).toBe(changeFrom);
  });

  it('is refused until a year after the last, and the same day is no change', () => {
    const changed = log(['2027-01-01', 5], ['2027-02-01', 6]);
    const known = { blocked: false, birthday: { month: 6, day: 1 }, log: changed };
    const wish = (month: number, today: string) =>
      shopperRefusal({ month, day: 1, year: null }, known, today);
    expect(wish(7, '2028-01-31')).toEqual({ field: null, reason: 'too-soon', changeFrom: '2028-02-01' });
    expect(wish(7, '2028-02-01')).toBeNull();
    expect(wish(6, '2027-02-02')).toBeNull();
    expect(shopperRefusal(null, known, '2027-02-02')).toBeNull();
    expect(shopperRefusal(null, { ...known, blocked: true }, '2027-02-02')).toMatchObject({
      reason: 'blocked',
    });
  });
});
