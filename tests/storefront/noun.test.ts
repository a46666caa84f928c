// A card's noun in sentences: the merchant's word, and in French what goes by its gender.
import { expect, test } from 'vitest';
import { createEngine } from '#app/liquid/engine.ts';
import type { CardNoun } from '#app/core/program/card-rules.ts';
import { smallFile, writtenFiles } from '#tests/tools/make-theme.ts';

const TEXTS = {
  en: {
    language: 'en',
    noun: { one: 'item', other: 'items' },
    free: { one: 'One [one] is free, of {{ size }}.', other: '{{ count }} [other] are free.' },
  },
  fr: {
    language: 'fr',
    noun: { one: 'un article', other: 'articles' },
    free: {
      one: '[Un] [one] est offert[e] : [un] seul[e], [celui]-ci.',
      other: '{{ count }} [other] sont offert[e]s.',
    },
  },
};

const noun = (one: string, other: string): CardNoun => ({
  en: { one: 'coffee', other: 'coffees' },
  fr: { one, other },
});

function said(language: string, count: number, card: object): string {
  const written = "{% render 'noun', card: card, key: 'free', count: count, size: 6 %}";
  const noun = smallFile('snippets/noun.liquid', writtenFiles()['snippets/noun.liquid'] ?? '');
  const engine = createEngine({
    templates: { noun, page: smallFile('page.liquid', written) },
    translations: TEXTS,
    assetUrl: (name) => name,
  });
  return engine.render('page', { request: { locale: { iso_code: language } }, card, count }).trim();
}

test.each([
  ['en', 1, {}, 'One item is free, of 6.'],
  ['en', 2, {}, '2 items are free.'],
  ['fr', 1, {}, 'Un article est offert : un seul, celui-ci.'],
  ['fr', 2, {}, '2 articles sont offerts.'],
  ['en', 1, { noun: noun('un café', 'cafés') }, 'One coffee is free, of 6.'],
  ['en', 2, { noun: noun('un café', 'cafés') }, '2 coffees are free.'],
  ['fr', 1, { noun: noun('un café', 'cafés') }, 'Un café est offert : un seul, celui-ci.'],
  ['fr', 2, { noun: noun('un café', 'cafés') }, '2 cafés sont offerts.'],
  ['fr', 1, { noun: noun('une brioche', 'brioches') }, 'Une brioche est offerte : une seule, celle-ci.'],
  ['fr', 2, { noun: noun(' Une brioche', 'brioches ') }, '2 brioches sont offertes.'],
  ['fr', 1, { noun: noun('une part de tarte', 'parts de tarte') }, /^Une part de tarte est offerte/],
  ['fr', 1, { noun: noun('café', 'cafés') }, /^Un café est offert /],
  ['fr', 1, { noun: noun('une', 'unes') }, /^Un une est offert /],
  ['de', 1, { noun: noun('un café', 'cafés') }, 'One coffee is free, of 6.'],
])('in %s, %i of %j', (language, count, card, expected) => {
  const text = said(language, count, card);
  if (typeof expected === 'string') expect(text).toBe(expected);
  else expect(text).toMatch(expected);
});

test('a noun is text, never HTML', () => {
  const card = { noun: noun('un <i>café</i> & co', 'cafés') };
  expect(said('fr', 1, card)).toMatch(/^Un &lt;i&gt;café&lt;\/i&gt; &amp; co est offert/);
});
