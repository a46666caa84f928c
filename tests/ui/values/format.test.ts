import { pick } from '#app/locales/plural.ts';
import { describe, expect, test } from 'vitest';
import {
  formatAhead,
  formatBirthday,
  formatChange,
  formatDay,
  formatInstant,
  formatMoney,
  formatNumber,
  formatSigned,
  pluralForm,
} from '#app/ui/values/format.ts';

/** As people read it: no-break spaces are spaces. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

test('numbers are grouped as the language groups them', () => {
  expect(formatNumber(1_234_567, 'en')).toBe('1,234,567');
  expect(plain(formatNumber(1_234_567n, 'fr'))).toBe('1 234 567');
});

test('a day to come is told by how far it is', () => {
  const from = (day: string, language: 'en' | 'fr') => plain(formatAhead(day, '2026-11-26', language));
  expect([from('2026-11-29', 'en'), from('2026-11-29', 'fr')]).toEqual(['in 3 days', 'dans 3 jours']);
  expect([from('2026-11-27', 'en'), from('2026-11-27', 'fr')]).toEqual(['tomorrow', 'demain']);
});

test('what is below zero has a minus sign and no hyphen, and what is added a plus', () => {
  expect([formatNumber(-442, 'en'), formatNumber(-442, 'fr')]).toEqual(['\u2212442', '\u2212442']);
  expect([formatMoney(-950, 'EUR', 'en'), plain(formatMoney(-950, 'EUR', 'fr'))]).toEqual([
    '\u2212€9.50',
    '\u22129,50 €',
  ]);
  expect([formatChange(-4, 'en'), plain(formatChange(-4, 'fr'))]).toEqual(['\u22124%', '\u22124 %']);
  expect([48, -5, 0].map((amount) => formatSigned(amount, 'en'))).toEqual(['+48', '\u22125', '0']);
});

test.each([
  [1250, 'EUR', 'en', '€12.50'],
  [1250, 'EUR', 'fr', '12,50 €'],
  [1250, 'JPY', 'en', '¥1,250'],
  [1250, 'KWD', 'en', 'KWD 1.250'],
] as const)('%i minor units of %s in %s are %s', (minor, currency, language, text) => {
  expect(plain(formatMoney(minor, currency, language))).toBe(text);
});

test('every space is of one kind, so that server and browser write the same', () => {
  const texts = [formatNumber(1234, 'fr'), formatMoney(123_456, 'EUR', 'fr')];
  const instant = formatInstant('2026-11-21T22:30:00Z', 'Europe/Paris', 'fr');
  expect([...texts, instant].join('')).not.toMatch(/[\u2009\u202f]/);
});

test('a calendar day is that day everywhere', () => {
  expect(formatDay('2026-02-01', 'en')).toBe('1 February 2026');
  expect(plain(formatDay('2026-02-01', 'fr'))).toMatch(/^1(er)? février 2026$/);
});

test('an instant is told in the shop’s time zone', () => {
  expect(formatInstant('2026-11-21T22:30:00Z', 'Pacific/Auckland', 'en')).toBe('22 Nov 2026, 11:30');
  expect(plain(formatInstant(new Date('2026-11-21T22:30:00Z'), 'Europe/Paris', 'fr'))).toContain('23:30');
});

test('the first of a month is written as French says it', () => {
  expect(plain(formatDay('2026-12-01', 'fr'))).toBe('1er décembre 2026');
  expect(plain(formatDay('2026-12-11', 'fr'))).toBe('11 décembre 2026');
  expect(plain(formatInstant('2026-12-01T09:00:00Z', 'Europe/Paris', 'fr'))).toBe('1er déc. 2026, 10:00');
  expect(plain(formatBirthday({ month: 5, day: 1, year: null }, 'fr'))).toBe('1er mai');
  expect(plain(formatDay('2026-12-01', 'en'))).toBe('1 December 2026');
});

describe('one or many', () => {
  test.each([
    [0, 'other', 'one'],
    [1, 'one', 'one'],
    [2, 'other', 'other'],
  ])('%i is %s in English, %s in French', (count, english, french) => {
    expect([pluralForm(count, 'en'), pluralForm(count, 'fr')]).toEqual([english, french]);
  });

  test('a form that a text doesn’t tell apart is said as the other ones', () => {
    expect(pick('one', { one: 'stamp', other: 'stamps' })).toBe('stamp');
    expect(pick('few', { one: 'stamp', other: 'stamps' })).toBe('stamps');
    expect(pick('few', { one: 'znaczek', few: 'znaczki', other: 'znaczków' })).toBe('znaczki');
  });
});
