// What differs between two sets of rules.
import { describe, expect, it } from 'vitest';
import { programChanges } from '#app/core/editing/program-changes.ts';
import { programRules } from '#app/core/program/program-rules.ts';
import { card, occasion, rules } from '#tests/support/factories.ts';

const some = { all: false, productIds: ['1', '2'], collectionIds: [], withTags: [], withoutTags: [] };
const birthday = occasion();
const other = card({ key: 'beans', title: { en: 'Beans', fr: 'Grains' } });

describe('the differences of two programs', () => {
  it.each([
    ['nothing', {}, {}, []],
    ['the rate', {}, { earn: { points: 2, perMinor: 100 } }, [{ kind: 'earn' }]],
    ['points turned on', { pointsOff: true as const }, {}, [{ kind: 'points-on' }]],
    ['points turned off', {}, { pointsOff: true as const }, [{ kind: 'points-off' }]],
    [
      'points turned on at another rate',
      { pointsOff: true as const },
      { earn: { points: 2, perMinor: 100 } },
      [{ kind: 'points-on' }],
    ],
    ['a new card', {}, { cards: [card(), other] }, [{ kind: 'card-added', key: 'beans' }]],
    ['an ended card', {}, { cards: [] }, [{ kind: 'card-ended', key: 'coffee' }]],
    ['a size', {}, { cards: [card({ size: 8 })] }, [{ kind: 'card-size', key: 'coffee' }]],
    ['products', {}, { cards: [card({ products: some })] }, [{ kind: 'card-products', key: 'coffee' }]],
    [
      'a title in one language',
      {},
      { cards: [card({ title: { en: 'Coffee card', fr: 'Café' } })] },
      [{ kind: 'card-title', key: 'coffee' }],
    ],
    ['the order', { cards: [card(), other] }, { cards: [other, card()] }, [{ kind: 'card-order' }]],
    ['tags', {}, { leftOutTags: ['staff'] }, [{ kind: 'left-out-tags' }]],
    ['tags in another order', { leftOutTags: ['a', 'b'] }, { leftOutTags: ['b', 'a'] }, []],
    [
      'what counts',
      {},
      { counts: { ...rules().counts, shipping: true, tax: 'without' as const } },
      [
        { kind: 'counts', setting: 'shipping' },
        { kind: 'counts', setting: 'tax' },
      ],
    ],
    [
      'the word for points',
      {},
      { names: { ...rules().names, en: { one: 'bean', other: 'beans' } } },
      [{ kind: 'names' }],
    ],
    ['an occasion', {}, { occasions: [birthday] }, [{ kind: 'occasion-added', occasion: 'birthday' }]],
    ['an ended occasion', { occasions: [birthday] }, {}, [{ kind: 'occasion-ended', occasion: 'birthday' }]],
    [
      'an occasion’s window',
      { occasions: [birthday] },
      { occasions: [{ ...birthday, daysAfter: 7 }] },
      [{ kind: 'occasion-changed', occasion: 'birthday' }],
    ],
  ])('%s', (_, before, after, changes) => {
    expect(programChanges(rules(before), rules(after))).toEqual(changes);
  });

  it('a choice of products in another order is the same choice', () => {
    const turned = { ...some, productIds: ['2', '1'] };
    const [one, two] = [some, turned].map((products) => rules({ cards: [card({ products })] }));
    expect(programChanges(one!, two!)).toEqual([]);
  });

  it('a version from before tax and tags means what it meant', () => {
    const { leftOutTags: _, counts, ...rest } = rules();
    const { tax: __, ...older } = counts;
    expect(programRules.parse({ ...rest, counts: older })).toEqual(rules());
  });
});

describe('the terms of a card', () => {
  const changed = (change: Parameters<typeof card>[0]) =>
    programChanges(rules({ cards: [card()] }), rules({ cards: [card(change)] })).map(({ kind }) => kind);

  it('differ by ceiling, days and combination, each by its own name', () => {
    expect(changed({ maxPriceMinor: 500 })).toEqual(['card-ceiling']);
    expect(changed({ endsOn: '2026-12-31' })).toEqual(['card-days']);
    expect(changed({ combinesWith: { product: true, order: false, shipping: true } })).toEqual([
      'card-combination',
    ]);
  });

  it('tags in another order or case are the same', () => {
    const tagged = (withoutTags: string[]) => card({ products: { ...card().products, withoutTags } });
    const changes = programChanges(
      rules({ cards: [tagged(['sale', 'Tea'])] }),
      rules({ cards: [tagged(['tea', 'sale'])] }),
    );
    expect(changes).toEqual([]);
    expect(changed({ products: { ...card().products, withoutTags: ['sale'] } })).toEqual(['card-products']);
  });
});
