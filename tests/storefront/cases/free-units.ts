// The part of the table of what counts where a unit is free, or where cards end, cost or choose.
import { card } from '#tests/support/factories.ts';
import type { CountsCase } from './counted-case.ts';
import { ALL, COFFEE, COFFEE_CARD, MUG, only } from './counted-products.ts';

const TAGGED = card({ products: only({ withTags: ['Beans'], withoutTags: ['sale'] }) });

export const CASES_OF_FREE_UNITS: CountsCase[] = [
  {
    case: 'C49 six at once: the sixth is free, and its stamps are the order’s own',
    lines: [{ product: COFFEE, quantity: 6, free: 1 }],
    points: 72,
    stamps: { coffee: 5 },
    taken: { coffee: 5 },
  },
  {
    case: 'C50 five stamps and one unit: it is free, and earns none itself',
    held: { coffee: [5, 5] },
    lines: [{ product: COFFEE, quantity: 1, free: 1 }],
    points: 0,
    taken: { coffee: 5 },
  },
  {
    case: 'C54 three stamps and three units: the cheapest is free',
    held: { coffee: [3, 5] },
    lines: [
      { product: COFFEE, quantity: 2 },
      { product: MUG, quantity: 1, free: 1 },
    ],
    points: 29,
    stamps: { coffee: 2 },
    taken: { coffee: 5 },
  },
  {
    case: 'C49 twelve: two are free, over two lines',
    lines: [
      { product: COFFEE, quantity: 11, free: 1 },
      { product: MUG, quantity: 1, free: 1 },
    ],
    points: 145,
    stamps: { coffee: 10 },
    taken: { coffee: 10 },
  },
  {
    case: 'C70 stamps owed are repaid before a unit is free',
    held: { coffee: [-2, 5] },
    lines: [{ product: COFFEE, quantity: 7 }],
    points: 101,
    stamps: { coffee: 7 },
  },
  {
    case: 'C52 a running card keeps its own size',
    held: { coffee: [0, 3] },
    lines: [{ product: COFFEE, quantity: 4, free: 1 }],
    points: 43,
    stamps: { coffee: 3 },
    taken: { coffee: 3 },
  },
  {
    case: 'the merchant’s own sale is better: no stamps are taken',
    lines: [{ product: COFFEE, quantity: 6, lineDiscountMinor: 1740 }],
    inVain: { coffee: 1 },
    points: 69,
    stamps: { coffee: 6 },
  },
  {
    case: 'a price ceiling: dearer units earn stamps, and are never the free one',
    program: { cards: [card({ maxPriceMinor: 1_000 })] },
    lines: [
      { product: COFFEE, quantity: 5 },
      { product: MUG, quantity: 1, free: 1 },
    ],
    points: 72,
    stamps: { coffee: 5 },
    taken: { coffee: 5 },
  },
  {
    case: 'a price ceiling below every unit of the cart',
    program: { cards: [card({ maxPriceMinor: 1_000 })] },
    lines: [{ product: COFFEE, quantity: 7 }],
    points: 101,
    stamps: { coffee: 7 },
  },
  {
    case: 'tags choose, and tags leave out; their case doesn’t matter',
    program: { cards: [TAGGED] },
    lines: [
      { product: { ...COFFEE, tags: ['beans', 'Washed'] }, quantity: 2 },
      { product: { ...MUG, tags: ['Beans', 'SALE'] }, quantity: 3 },
      { product: { ...MUG, id: '506' }, quantity: 1 },
    ],
    points: 68,
    stamps: { coffee: 2 },
  },
  {
    case: 'cards before their first and after their last day count nothing',
    program: {
      cards: [
        card({ key: 'over', endsOn: '2001-12-31' }),
        card({ key: 'coming', startsOn: '2999-01-01' }),
        card(),
      ],
    },
    lines: [{ product: COFFEE, quantity: 2 }],
    points: 29,
    stamps: { coffee: 2 },
  },
  {
    case: 'C73 units on a subscription earn stamps, and are never the free one',
    lines: [
      { product: COFFEE, quantity: 5, subscribed: true },
      { product: { ...COFFEE, id: '507' }, quantity: 1, free: 1 },
    ],
    points: 72,
    stamps: { coffee: 5 },
    taken: { coffee: 5 },
  },
  {
    case: 'C54 two cards, a free unit on each',
    program: {
      cards: [COFFEE_CARD, card({ ...ALL, size: 3, products: only({ all: true }) })],
    },
    lines: [
      { product: COFFEE, quantity: 6, free: 1 },
      { product: MUG, quantity: 4, free: 1, freeTitle: 'Everything card' },
    ],
    points: 102,
    stamps: { coffee: 5, all: 3 },
    taken: { coffee: 5, all: 3 },
  },
  {
    case: 'C30 a free unit in yen',
    currency: 'JPY',
    program: { earn: { points: 1, perMinor: 100 } },
    lines: [{ product: COFFEE, quantity: 6, free: 1 }],
    points: 72,
    stamps: { coffee: 5 },
    taken: { coffee: 5 },
  },
];
