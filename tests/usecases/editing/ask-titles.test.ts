import { expect, it } from 'vitest';
import { picksOf } from '#app/usecases/editing/ask-titles.ts';
import { NO_PRODUCTS } from '#app/core/program/card-rules.ts';
import { card, rules } from '#tests/support/factories.ts';
import { momentRule } from '#tests/support/moment-rules.ts';

it('names are wanted of what a card counts, and of what members must have bought', () => {
  const bought = { kind: 'bought', productIds: ['7', '1'], withinDays: 90 } as const;
  const who = { conditions: [{ ...bought, productIds: [...bought.productIds] }] };
  const asked = rules({
    cards: [card({ products: { ...NO_PRODUCTS, productIds: ['1'] } })],
    moments: [momentRule('by-hand', { who })],
  });
  expect(picksOf(asked).productIds).toEqual(['1', '7']);
});
