// The merchant's dialog: what a typed birthday means, and everything that is wrong with it at once.
import { describe, expect, it } from 'vitest';
import { parseBirthdayForm, type BirthdayForm } from '#app/core/moments/birthday-form.ts';
import { comingDays, yearOfGift } from '#app/core/moments/coming-gifts.ts';
import type { GiftExplanation } from '#app/core/moments/gift-explanation.ts';
import { explainGift } from '#app/ui/moments/explain-gift.ts';
import { formatBirthday, formatMonth } from '#app/ui/values/format.ts';
import { birthdayErrors } from '#app/ui/moments/birthdays/birthday-errors.ts';

const form = (changes: Partial<BirthdayForm> = {}): BirthdayForm => ({
  remove: false,
  month: '5',
  day: '3',
  year: '',
  reason: 'told by phone',
  ...changes,
});
const read = (changes: Partial<BirthdayForm>) => parseBirthdayForm(form(changes), '42', '2027-01-01');
const problems = (changes: Partial<BirthdayForm>) => {
  const result = read(changes);
  return result.ok ? [] : result.problems.map(({ field, reason }) => `${field ?? 'whole'}: ${reason}`);
};

describe('a birthday that the merchant types', () => {
  it.each([
    [{}, { month: 5, day: 3, year: null }],
    [
      { day: ' 03 ', year: '1990' },
      { month: 5, day: 3, year: 1990 },
    ],
    [
      { month: '2', day: '29' },
      { month: 2, day: 29, year: null },
    ],
    [{ remove: true, month: '', day: '' }, null],
  ])('is read: %j', (changes, date) => {
    expect(read(changes)).toEqual({ ok: true, date });
  });

  it.each([
    [{ month: '', day: '', reason: ' ' }, ['month: required', 'day: required', 'reason: required']],
    [{ month: '2', day: '30', reason: '' }, ['day: impossible', 'reason: required']],
    [{ month: '13' }, ['month: impossible']],
    [{ day: 'third' }, ['day: impossible']],
    [{ day: '1e1' }, ['day: impossible']],
    [{ month: '2', day: '29', year: '1990' }, ['day: impossible']],
    [{ year: '90' }, ['year: year-range']],
    [{ year: '2028' }, ['year: year-range']],
    [{ year: 'nineteen' }, ['year: year-range']],
    [{ reason: 'x'.repeat(201) }, ['reason: too-long']],
    [{ remove: true, month: 'x', reason: '' }, ['reason: required']],
  ])('is refused with all that is wrong: %j', (changes, said) => {
    expect(problems(changes)).toEqual(said);
  });

  it('each refusal is said beside its field', () => {
    const result = read({ month: '', day: '', reason: '' });
    const answer = { ok: false, reason: 'refused', problems: result.ok ? [] : result.problems } as const;
    expect(birthdayErrors(answer, 'en')).toEqual({
      month: 'Choose a month',
      day: 'Enter a day',
      reason: 'Enter a reason',
    });
  });
});

describe('a date in words', () => {
  it.each([
    ['en', { month: 5, day: 3, year: null }, '3 May'],
    ['fr', { month: 5, day: 3, year: null }, '3 mai'],
    ['en', { month: 2, day: 29, year: null }, '29 February'],
    ['fr', { month: 12, day: 31, year: 1990 }, '31 décembre 1990'],
  ] as const)('%s: %j is %s', (language, date, words) => {
    expect(formatBirthday(date, language)).toBe(words);
  });

  it('months have names in both languages', () => {
    expect([formatMonth(1, 'en'), formatMonth(8, 'fr')]).toEqual(['January', 'août']);
  });
});

describe('the why of a gift', () => {
  const why: GiftExplanation = {
    v: 1,
    occasion: 'birthday',
    year: 2027,
    on: '2027-04-30',
    until: '2027-05-10',
    points: 50,
    daysBefore: 3,
    daysAfter: 7,
    version: 2,
    late: false,
  };

  it('says for which year, on which day and why then, under which version', () => {
    const { summary, reasons } = explainGift(why, '+50 points', 'en');
    expect(summary).toBe('Birthday 2027: +50 points');
    expect(reasons[0]).toBe('Given on 30 April 2027, 3 days before the day, as the program says.');
    expect(reasons[1]).toContain('10 May 2027');
    expect(reasons[2]).toContain('version 2');
  });

  it.each([
    [{ daysBefore: 0 }, 'Attribué le 30 avril 2027, le jour même.'],
    [{ daysBefore: 1 }, 'Attribué le 30 avril 2027, 1 jour avant, comme le prévoit le programme.'],
    [{ late: true }, 'Attribué en retard, le 30 avril 2027\u00a0: la date'],
  ])('in French, too: %j', (changes, said) => {
    expect(explainGift({ ...why, ...changes }, '+50 points', 'fr').reasons[0]).toContain(said);
  });
});

describe('the next 30 days', () => {
  const offer = { daysBefore: 7, daysAfter: 2, waitDays: 5 };

  it('C57 the window of a 3 January opens in December', () => {
    const day = comingDays(offer, '2027-12-20').find(({ opens }) =>
      opens.some(({ month, day }) => month === 1 && day === 3),
    );
    expect(day).toMatchObject({ on: '2027-12-27', toldBy: '2027-12-22' });
    expect(yearOfGift({ month: 1, day: 3 }, offer, '2027-12-27')).toBe(2028);
    expect(yearOfGift({ month: 1, day: 3 }, offer, '2027-12-26')).toBeNull();
  });

  it('C55 who was born on 29 February stands beside those of the 28th in common years', () => {
    const opensOn = (today: string) => comingDays({ ...offer, daysBefore: 0 }, today)[0]!.opens;
    expect(opensOn('2027-02-28')).toEqual([
      { month: 2, day: 28 },
      { month: 2, day: 29 },
    ]);
    expect(opensOn('2028-02-28')).toEqual([{ month: 2, day: 28 }]);
    expect(opensOn('2028-02-29')).toEqual([{ month: 2, day: 29 }]);
  });
});
