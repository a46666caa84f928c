import { describe, expect, test } from 'vitest';
import { firstProgram } from '#app/core/program/first-program.ts';
import { parseSettings, settingsOf, withSettings } from '#app/core/editing/settings-form.ts';
import { rules } from '#tests/support/factories.ts';

const value = settingsOf(firstProgram('EUR').draft);
const read = (change: object, revision: unknown = 3) =>
  parseSettings({ value: { ...value, ...change }, revision });

test('what the page shows of the rules is read back as it was', () => {
  expect(read({})).toEqual({ ok: true, value, revision: 3 });
});

test('names are trimmed, and a tag that differs by capitals alone is kept once', () => {
  const names = { ...value.names, en: { one: ' bean ', other: 'beans' } };
  const result = read({ names, leftOutTags: ['Staff', 'staff', ' VIP '] });
  expect(result).toMatchObject({ value: { names: { en: { one: 'bean' } }, leftOutTags: ['staff', 'VIP'] } });
});

describe('what is wrong is said by its field', () => {
  const many = Array.from({ length: 21 }, (_, index) => `tag-${index}`);
  const named = (one: unknown) => ({ names: { ...value.names, fr: { one, other: 'points' } } });
  test.each([
    ['an empty name', named('  '), { 'names.fr.one': 'required' }],
    ['a name of 31 letters', named('x'.repeat(31)), { 'names.fr.one': 'tooLong' }],
    ['a name that is no text', named(7), { 'names.fr.one': 'malformed' }],
    ['no name', named(undefined), { 'names.fr.one': 'malformed' }],
    ['a tag with a comma', { leftOutTags: ['a,b'] }, { leftOutTags: 'comma' }],
    ['a tag of 41 letters', { leftOutTags: ['x'.repeat(41)] }, { leftOutTags: 'tooLong' }],
    ['21 tags', { leftOutTags: many }, { leftOutTags: 'tooMany' }],
    ['tags that are no list', { leftOutTags: 'staff' }, { leftOutTags: 'malformed' }],
    [
      'a switch that is no switch',
      { counts: { ...value.counts, tips: 'yes' } },
      { 'counts.tips': 'malformed' },
    ],
    [
      'a tax rule that there isn’t',
      { counts: { ...value.counts, tax: 'half' } },
      { 'counts.tax': 'malformed' },
    ],
  ])('%s', (_, change, errors) => {
    expect(read(change)).toEqual({ ok: false, errors });
  });

  test.each([null, 'text', 7, [], {}, { value: null, revision: 1 }])('%j is no form at all', (sent) => {
    expect(parseSettings(sent).ok).toBe(false);
  });

  test.each([-1, 1.5, '3', undefined])('a revision %j is none', (revision) => {
    expect(parseSettings({ value, revision }).ok).toBe(false);
  });
});

describe('the signature', () => {
  const signed = (signature: { en: string; fr: string }) => {
    const read = parseSettings({ value: { ...settingsOf(rules()), signature }, revision: 1 });
    return read.ok ? withSettings(rules(), read.value).signature : read.errors;
  };

  test('is the same in both languages where it is typed in one, and none where it is empty', () => {
    expect(signed({ en: ' Mara ', fr: '' })).toEqual({ en: 'Mara', fr: 'Mara' });
    expect(signed({ en: 'Mara and us', fr: 'Mara et nous' })).toEqual({
      en: 'Mara and us',
      fr: 'Mara et nous',
    });
    expect(signed({ en: ' ', fr: '' })).toBeUndefined();
    expect(signed({ en: 'x'.repeat(61), fr: '' })).toEqual({ 'signature.en': 'tooLong' });
  });

  test('stays where a page of an older version says nothing', () => {
    const before = rules({ signature: { en: 'Mara', fr: 'Mara' } });
    const { signature: _, ...older } = settingsOf(before);
    expect(withSettings(before, older)).toEqual(before);
  });
});
