// A change as a line: before and after, in both languages.
import { expect, test } from 'vitest';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import type { Language } from '#app/core/values/languages.ts';
import { changesInShort } from '#app/ui/editing/changes-in-short.ts';
import { card, occasion, rules } from '#tests/support/factories.ts';

const titles = { products: {}, collections: { '71': 'Coffee' } };
const coffee = { all: false, productIds: [], collectionIds: ['71'], withTags: [], withoutTags: [] };
const noun = { en: { one: 'coffee', other: 'coffees' }, fr: { one: 'un café', other: 'cafés' } };
const signature = { en: 'Mara', fr: 'Mara' };

function said(language: Language, before: Partial<ProgramRules>, after: Partial<ProgramRules>): string[] {
  const wording = { language, currency: 'EUR', titles };
  return changesInShort(rules(before), rules(after), wording);
}

const points = (count: number) => ({ occasions: [occasion({ offer: { kind: 'points', points: count } })] });

test.each([
  ['a gift', points(50), points(100), 'Birthday: 50 → 100 points', 'Anniversaire\u00a0: 50 → 100 points'],
  [
    'a gift turned on',
    {},
    points(50),
    'Birthday: off → 50 points',
    'Anniversaire\u00a0: désactivé → 50 points',
  ],
  [
    'the rate',
    {},
    { earn: { points: 2, perMinor: 100 } },
    'Points: 1 point for every €1.00 → 2 points for every €1.00',
    'Points\u00a0: 1 point pour 1,00\u00a0€ → 2 points pour 1,00\u00a0€',
  ],
  [
    'points turned off',
    {},
    { pointsOff: true as const },
    'Points: 1 point for every €1.00 → off',
    'Points\u00a0: 1 point pour 1,00\u00a0€ → désactivés',
  ],
  [
    'a card’s size',
    {},
    { cards: [card({ size: 8 })] },
    'Coffee card: 5 → 8 stamps',
    'Carte café\u00a0: 5 → 8 tampons',
  ],
  [
    'a card’s products',
    {},
    { cards: [card({ products: coffee })] },
    'Coffee card, products: any product → the collection Coffee',
    'Carte café, produits\u00a0: tous les produits → la collection «\u00a0Coffee\u00a0»',
  ],
  [
    'what a card gives',
    {},
    { cards: [card({ noun })] },
    'Coffee card, what it gives: item / items → coffee / coffees',
    'Carte café, ce qu’elle offre\u00a0: un article / articles → un café / cafés',
  ],
  [
    'the picture of a stamp',
    {},
    { cards: [card({ shape: 'cup' })] },
    'Coffee card, picture: Tick → Cup',
    'Carte café, dessin\u00a0: Coche → Tasse',
  ],
  ['a card that ends', {}, { cards: [] }, 'Coffee card: ends', 'Carte café\u00a0: prend fin'],
  [
    'a signature',
    {},
    { signature },
    'Signature: none → “Mara”',
    'Signature\u00a0: vide → «\u00a0Mara\u00a0»',
  ],
  ['a pause', {}, { paused: true as const }, 'Program: Paused', 'Programme\u00a0: En pause'],
])('%s', (_name, before, after, english, french) => {
  expect(said('en', before, after)).toEqual([english]);
  expect(said('fr', before, after)).toEqual([french]);
});

test('nothing where both mean the same: a stamp without a picture shows a tick', () => {
  expect(said('en', {}, {})).toEqual([]);
  expect(said('en', {}, { cards: [card({ shape: 'tick' })] })).toEqual([]);
});
