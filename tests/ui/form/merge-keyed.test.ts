// Two people edit the stamp cards: what both did is kept, card by card.
import { expect, test } from 'vitest';
import { mergeEdits } from '#app/ui/form/merge-edits.ts';

type Card = { key: string; title: string; size: string };
const card = (key: string, fields: Partial<Card> = {}): Card => ({ key, title: key, size: '5', ...fields });

const [a, b, c] = [card('a'), card('b'), card('c')];
const fresh = card('', { title: 'new' });

test.each<[what: string, mine: Card[], theirs: Card[], merged: Card[]]>([
  [
    'a card that they added stays',
    [card('a', { size: '8' }), b],
    [a, b, c],
    [card('a', { size: '8' }), b, c],
  ],
  ['cards that both added are both there', [a, b, fresh], [a, b, c], [a, b, c, fresh]],
  ['two that I added are both there', [a, b, fresh, fresh], [a, b], [a, b, fresh, fresh]],
  [
    'two fields of one card',
    [card('a', { size: '8' }), b],
    [card('a', { title: 'A' }), b],
    [card('a', { title: 'A', size: '8' }), b],
  ],
  ['what I removed stays removed', [b], [card('a', { title: 'A' }), b, c], [b, c]],
  [
    'what they removed is gone where I left it alone',
    [a, card('b', { size: '8' })],
    [b],
    [card('b', { size: '8' })],
  ],
  [
    'what they removed comes back where I changed it',
    [card('a', { size: '8' }), b],
    [b],
    [b, card('a', { size: '8' })],
  ],
  [
    'their order stays where I moved nothing',
    [a, card('b', { size: '8' })],
    [b, a],
    [card('b', { size: '8' }), a],
  ],
  ['my order stays where I moved something', [b, a], [a, b, c], [b, a, c]],
  ['nothing of mine: theirs comes whole', [a, b], [c, b], [c, b]],
])('%s', (_, mine, theirs, merged) => {
  const base = { cards: [a, b] };
  expect(mergeEdits(base, { cards: mine }, { cards: theirs })).toEqual({ cards: merged });
});

test('a first card of both', () => {
  expect(mergeEdits<Card[]>([], [fresh], [a])).toEqual([a, fresh]);
});
