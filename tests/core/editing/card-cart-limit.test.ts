import { expect, test } from 'vitest';
import { cardCartLimit } from '#app/core/editing/card-cart-limit.ts';
import { card } from '#tests/support/factories.ts';

const ids = (count: number, from: number) =>
  Array.from({ length: count }, (_one, index) => String(7_300_000_000_000 + from + index));
const NONE = { all: false, productIds: [], collectionIds: [], withTags: [], withoutTags: [] };
const ofCollections = (count: number, index: number) =>
  card({ key: `card-${index}`, products: { ...NONE, collectionIds: ids(count, index * 1_000) } });
const THREE = [ofCollections(3, 0), ofCollections(3, 1), ofCollections(3, 2)];
const fresh = { currency: 'EUR', before: { cards: [] } };

test('C97 a card says how long a cart it serves once it asks, with those before it, for too much', () => {
  expect(THREE.map((_card, index) => cardCartLimit({ cards: THREE }, index, fresh))).toEqual([
    null,
    null,
    { lines: 158, refused: true },
  ]);
});

test('it serves every cart again when it, or a card before it, asks for less', () => {
  expect(cardCartLimit({ cards: [...THREE.slice(0, 2), ofCollections(0, 2)] }, 2, fresh)).toBeNull();
  expect(cardCartLimit({ cards: [ofCollections(0, 0), ...THREE.slice(1)] }, 2, fresh)).toBeNull();
});

test('what is published holds nothing up, and still says how long a cart it serves', () => {
  const published = { ...fresh, before: { cards: THREE } };
  expect(cardCartLimit({ cards: THREE }, 2, published)).toEqual({ lines: 158, refused: false });
  const more = [...THREE.slice(0, 2), ofCollections(4, 2)];
  expect(cardCartLimit({ cards: more }, 2, published)).toMatchObject({ refused: true });
});

test('more products than the function is shown are too many for any cart', () => {
  const many = THREE.map((one) => ({ ...one, products: { ...NONE, productIds: ids(250, 0) } }));
  expect(cardCartLimit({ cards: many }, 2, fresh)).toEqual({ lines: 0, refused: true });
});
