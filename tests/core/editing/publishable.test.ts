import { describe, expect, it } from 'vitest';
import { functionsAvailable } from '#app/core/discounts/functions-available.ts';
import { NO_PRODUCTS, type StampCard } from '#app/core/program/card-rules.ts';
import { publishErrors, publishProblems } from '#app/core/editing/publishable.ts';
import type { PublishContext } from '#app/core/editing/publish-context.ts';
import { card, rules } from '#tests/support/factories.ts';

const fresh: PublishContext = { before: { cards: [] }, currency: 'EUR', functionsRun: true };
const problems = (cards: StampCard[], context: Partial<PublishContext> = {}) =>
  publishProblems(rules({ cards }), { ...fresh, ...context });
const tea = card({ key: 'tea', title: { en: 'Tea card', fr: 'Carte thé' } });

describe('what can be published', () => {
  it('a card that names products, by themselves, by collection or by tag', () => {
    expect(problems([card({ products: NO_PRODUCTS })])).toEqual([
      { field: 'cards.0.products', reason: 'noProducts' },
    ]);
    for (const named of [
      { all: true },
      { productIds: ['1'] },
      { collectionIds: ['1'] },
      { withTags: ['tea'] },
    ]) {
      expect(problems([card({ products: { ...NO_PRODUCTS, ...named } })])).toEqual([]);
    }
    expect(problems([card({ products: { ...NO_PRODUCTS, withoutTags: ['tea'] } })])).toHaveLength(1);
  });

  it('C89 points that the largest order can’t make too many to count', () => {
    const earning = (points: number, perMinor: number) =>
      publishProblems(rules({ earn: { points, perMinor } }), fresh);
    expect(earning(1_000, 1)).toEqual([]);
    expect(earning(100_000, 100)).toEqual([]);
    expect(earning(1_001, 1)).toEqual([{ field: 'points', reason: 'tooManyPoints' }]);
    expect(publishErrors(earning(100_000, 1))).toEqual({ points: 'tooManyPoints' });
  });

  it('cards with keys of their own', () => {
    expect(problems([card(), { ...tea, key: 'coffee' }])).toEqual([
      { field: 'cards.1.key', reason: 'malformed' },
    ]);
  });

  it('C69 cards whose titles no order can take for another’s, in whatever language and case', () => {
    const crossed = { ...tea, title: { en: ' carte CAFÉ ', fr: 'Carte thé' } };
    expect(problems([card(), crossed])).toEqual([{ field: 'cards.1.title.en', reason: 'titleTwice' }]);
    const french = { ...tea, title: { en: 'Tea card', fr: 'coffee card' } };
    expect(publishErrors(problems([card(), french]))).toEqual({ 'cards.1.title.fr': 'titleTwice' });
    expect(problems([card({ title: { en: 'Kafé', fr: 'Kafé' } }), tea])).toEqual([]);
  });

  it('no more products than the discount’s function is shown', () => {
    const ids = Array.from({ length: 250 }, (_, index) => String(7_300_000_000_000 + index));
    const products = { ...NO_PRODUCTS, productIds: ids };
    const [one, two] = [card({ products }), { ...tea, products }];
    expect(problems([one, two])).toEqual([]);
    const third = card({ key: 'third', title: { en: 'Third', fr: 'Tiers' }, products });
    expect(problems([one, two, third])).toEqual([{ field: 'cards.2.products', reason: 'tooMuchForCart' }]);
  });

  it('where functions can’t run, what a code needs; a card that is published holds nothing up', () => {
    const none = { functionsRun: false };
    expect(publishErrors(problems([tea], none))).toEqual({ 'cards.0.maxPrice': 'codeNeedsPrice' });
    expect(problems([{ ...tea, size: 7 }], { ...none, before: { cards: [tea] } })).toEqual([]);
    expect(problems([tea, card()], { ...none, before: { cards: [tea] } })).toHaveLength(1);
    expect(problems([{ ...tea, maxPriceMinor: 500 }], none)).toEqual([]);
    const chosen = (products: Partial<StampCard['products']>) =>
      problems(
        [card({ maxPriceMinor: 500, products: { ...NO_PRODUCTS, productIds: ['7'], ...products } })],
        none,
      );
    expect(chosen({})).toEqual([]);
    expect(chosen({ withTags: ['bean'] })).toEqual([
      { field: 'cards.0.withTags', reason: 'codeTakesNoTags' },
    ]);
    expect(chosen({ withoutTags: ['old'] })).toMatchObject([{ field: 'cards.0.withoutTags' }]);
    expect(chosen({ collectionIds: ['9'] })).toEqual([{ field: 'cards.0.products', reason: 'eitherKind' }]);
    const many = Array.from({ length: 51 }, (_, index) => String(index + 1));
    expect(chosen({ productIds: many })).toMatchObject([{ reason: 'tooManyForReward' }]);
    expect(problems([], none)).toEqual([]);
  });
});

describe('where functions run', () => {
  it.each([
    ['from the App Store, on any plan', { category: 'PUBLIC' }, true],
    ['of an unknown kind', { category: 'OTHER' }, true],
    ['made for one merchant, below Plus', { category: 'CUSTOM' }, false],
    ['private, below Plus', { category: 'PRIVATE' }, false],
    ['made for one merchant, on Plus', { category: 'CUSTOM', plus: true }, true],
    ['made for one merchant, on a development store', { category: 'CUSTOM', development: true }, true],
    ['refused by Shopify, whatever it looked like', { category: 'PUBLIC', refused: true }, false],
    ['refused, then moved to Plus', { category: 'CUSTOM', refused: true, plus: true }, true],
  ])('an app %s', (_what, conditions, runs) => {
    const usual = { plus: false, development: false, refused: false };
    expect(functionsAvailable({ ...usual, ...conditions })).toBe(runs);
  });
});
