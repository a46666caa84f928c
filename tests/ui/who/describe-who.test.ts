// Who is meant, in the merchant's words.
import { expect, it } from 'vitest';
import type { Who } from '#app/core/who/who.ts';
import { textsOf } from '#app/locales/texts.ts';
import { describeWho } from '#app/ui/who/describe-who.ts';
import { waitingInWords } from '#app/ui/who/waiting-in-words.ts';

const TITLES = { products: { '1': 'Beans' }, collections: { '21': 'Coffee' } };

it.each([
  ['en', 'customers who bought Beans and the collection Coffee in the last 90 days'],
  ['fr', 'clients qui ont acheté Beans et la collection «\u00a0Coffee\u00a0» ces 90 derniers jours'],
] as const)('names products, and collections as such (%s)', (language, said) => {
  const who: Who = {
    conditions: [{ kind: 'bought', productIds: ['1'], collectionIds: ['21'], withinDays: 90 }],
  };
  expect(describeWho(who, { language, titles: TITLES })).toBe(said);
});

it.each([
  ['en', 'customers who bought the collection No longer in your store'],
  ['fr', 'clients qui ont acheté la collection «\u00a0N’existe plus dans votre boutique\u00a0»'],
] as const)('says of a collection that is gone that it is (%s)', (language, said) => {
  const who: Who = {
    conditions: [{ kind: 'bought', productIds: [], collectionIds: ['22'], withinDays: null }],
  };
  expect(describeWho(who, { language, titles: TITLES })).toBe(said);
});

it('says once why nobody is meant yet, and of what can’t be read which it is', () => {
  const { who } = textsOf('en');
  const lines = waitingInWords(
    [
      { collectionId: '1', title: null, lack: null },
      { collectionId: '2', title: null, lack: null },
      { collectionId: '3', title: 'Summer', lack: 'gone' },
      { collectionId: '4', title: null, lack: 'too-large' },
    ],
    who,
  );
  expect(lines).toEqual([
    who.waiting.soon,
    'The collection “Summer” isn’t in your store any more. Choose another one, and publish.',
    who.waiting['too-large'](who.waiting.unnamed),
  ]);
});

it.each([
  ['en', 1, 1, 'customers with 1 order and whose last order was 1 day ago'],
  ['en', 3, 3, 'customers with 3 orders and whose last order was 3 days ago'],
  ['en', 1, null, 'customers with 1 or more orders and whose last order was 1 or more days ago'],
  ['fr', 1, 1, 'clients avec 1 commande et dont la dernière commande date de 1 jour'],
  ['fr', 2, 3, 'clients avec 2 à 3 commandes et dont la dernière commande date de 2 à 3 jours'],
] as const)('says one number where both bounds are it (%s, %s to %s)', (language, least, most, said) => {
  const bounds = { least, most };
  const who: Who = {
    conditions: [
      { kind: 'orders', ...bounds },
      { kind: 'last-order', ...bounds },
    ],
  };
  expect(describeWho(who, { language, titles: TITLES })).toBe(said);
});
