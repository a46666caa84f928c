import { expect, test } from 'vitest';
import { mergeEdits } from '#app/ui/form/merge-edits.ts';

const base = { counts: { tips: false, shipping: false }, tags: ['a'], names: { en: 'points' } };

test('what each of two people changed is kept from both', () => {
  const mine = { ...base, names: { en: 'beans' } };
  const theirs = { ...base, counts: { tips: true, shipping: false } };
  expect(mergeEdits(base, mine, theirs)).toEqual({ ...theirs, names: { en: 'beans' } });
});

test('inside a group fields are merged one by one', () => {
  const mine = { ...base, counts: { tips: false, shipping: true } };
  const theirs = { ...base, counts: { tips: true, shipping: false } };
  expect(mergeEdits(base, mine, theirs).counts).toEqual({ tips: true, shipping: true });
});

test('the same field changed by both is mine: I was told', () => {
  const theirs = { ...base, names: { en: 'grains' } };
  expect(mergeEdits(base, { ...base, names: { en: 'beans' } }, theirs).names).toEqual({ en: 'beans' });
});

test('a list is one field', () => {
  const merged = mergeEdits(base, { ...base, tags: ['a', 'b'] }, { ...base, tags: ['a', 'c'] });
  expect(merged.tags).toEqual(['a', 'b']);
});

test('without changes of mine theirs comes whole', () => {
  const theirs = { counts: { tips: true, shipping: true }, tags: [], names: { en: 'x' } };
  expect(mergeEdits(base, base, theirs)).toEqual(theirs);
});
