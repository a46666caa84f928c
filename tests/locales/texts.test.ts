// The admin's texts: complete in both languages, all of them used, and none in the code.
import { beforeAll, expect, test } from 'vitest';
import { en } from '#app/locales/en.ts';
import { fr } from '#app/locales/fr.ts';
import { textsOf } from '#app/locales/texts.ts';
import { leaves } from './leaves.ts';
import { readTextUse } from './text-use.ts';
import type { TextUse } from './text-use.ts';

let use: TextUse;

beforeAll(() => {
  use = readTextUse();
}, 60_000);

test('French has exactly the keys that English has', () => {
  const keys = (texts: unknown) => leaves(texts).map(([key]) => key);
  expect(keys(fr).sort()).toEqual(keys(en).sort());
});

test('no text is empty, or English in French where it has words of its own', () => {
  const french = new Map(leaves(fr));
  const sentences = leaves(en).filter(([, text]) => typeof text === 'string');
  expect(sentences.filter(([, text]) => (text as string).trim() === '')).toEqual([]);
  const same = sentences.filter(([key, text]) => french.get(key) === text && (text as string).includes(' '));
  expect(same).toEqual([]);
});

test('every text is used', () => {
  expect(use.keys.length).toBeGreaterThan(20);
  expect(use.unused).toEqual([]);
});

test('no sentence stands in the code of a screen', () => {
  expect(use.sentences).toEqual([]);
});

test('no French line breaks before its punctuation, in a text or around what is put into one', () => {
  const french = textsOf('fr');
  const said = leaves(french).map(([, text]) => (typeof text === 'string' ? text : ''));
  expect(said.filter((text) => / [:;?!»]|« /.test(text))).toEqual([]);
  expect(french.explain.shipping('4,90')).toBe('Livraison\u00a0: 4,90');
});
