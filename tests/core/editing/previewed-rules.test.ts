import { describe, expect, test } from 'vitest';
import { previewedRules } from '#app/core/editing/previewed-rules.ts';
import { card, rules } from '#tests/support/factories.ts';

const nothing = { all: false, productIds: [], collectionIds: [], withTags: [], withoutTags: ['sale'] };
const open = card({ key: 'open', products: nothing });
const tagged = card({ key: 'tagged', products: { ...nothing, withTags: ['tea'] } });

describe('the rules that a preview shows', () => {
  test('GIVEN a card without products THEN the made-up product is on it', () => {
    const { cards } = previewedRules(rules({ cards: [open, tagged] }));
    expect(cards).toEqual([{ ...open, products: { ...nothing, all: true } }, tagged]);
  });

  test('GIVEN one card’s page THEN that card alone', () => {
    expect(previewedRules(rules({ cards: [open, tagged] }), 1).cards).toEqual([tagged]);
  });

  test('GIVEN a pause THEN what customers see when it ends', () => {
    expect(previewedRules(rules({ paused: true })).paused).toBeUndefined();
  });
});
