// What counts, as one table: each case is an order for the ledger, a cart for the page and an input for the discount
// function, and the three must agree.
import { card } from '#tests/support/factories.ts';
import { CASES_OF_FREE_UNITS } from './free-units.ts';
import type { CountsCase } from './counted-case.ts';
import { ALL, COFFEE, COFFEE_CARD, MUG, only } from './counted-products.ts';

const GIFT_CARD = { id: '503', priceMinor: 2500, giftCard: true };
const SAMPLE = { id: '504', priceMinor: 0, collections: ['71'] };

const COUNTS = { testOrders: true, shipping: false, giftCards: false, tips: false, tax: 'as-shown' } as const;

export const CASES: CountsCase[] = [
  { case: 'one unit', lines: [{ product: COFFEE, quantity: 1 }], points: 14, stamps: { coffee: 1 } },
  {
    case: 'C29 two lines are rounded together, once',
    lines: [
      { product: COFFEE, quantity: 1 },
      { product: { ...MUG, priceMinor: 1450 }, quantity: 1 },
    ],
    points: 29,
    stamps: { coffee: 2 },
  },
  {
    case: 'C29 whole steps only: 5 per 2.50 on 3.00',
    program: { earn: { points: 5, perMinor: 250 } },
    lines: [{ product: { ...MUG, priceMinor: 300 }, quantity: 1 }],
    points: 5,
    stamps: { coffee: 1 },
  },
  {
    case: 'less than a step earns nothing',
    lines: [{ product: { ...MUG, priceMinor: 99 }, quantity: 1 }],
    points: 0,
    stamps: { coffee: 1 },
  },
  {
    case: 'a discount on a line',
    lines: [{ product: COFFEE, quantity: 3, lineDiscountMinor: 435 }],
    points: 39,
    stamps: { coffee: 3 },
  },
  {
    case: 'a discount on the cart, shared among the lines',
    lines: [
      { product: COFFEE, quantity: 2, cartDiscountMinor: 290 },
      { product: MUG, quantity: 1, cartDiscountMinor: 99 },
    ],
    points: 35,
    stamps: { coffee: 3 },
  },
  {
    case: 'C28 C78 a code for 100 % earns no points; the stamps stay',
    lines: [{ product: COFFEE, quantity: 2, cartDiscountMinor: 2900 }],
    points: 0,
    stamps: { coffee: 2 },
  },
  {
    case: 'C78 one line for nothing beside another that is paid',
    lines: [
      { product: MUG, quantity: 1, lineDiscountMinor: 990 },
      { product: COFFEE, quantity: 1 },
    ],
    points: 14,
    stamps: { coffee: 2 },
  },
  {
    case: 'C78 a gift card earns neither',
    lines: [
      { product: GIFT_CARD, quantity: 1 },
      { product: COFFEE, quantity: 1 },
    ],
    points: 14,
    stamps: { coffee: 1 },
  },
  {
    case: 'C32 a product that never counts, by itself or by its collection, beside one that does',
    program: { neverEarns: { productIds: ['502'], collectionIds: ['72'] } },
    lines: [
      { product: MUG, quantity: 2 },
      { product: { ...COFFEE, id: '506', collections: ['71', '72'] }, quantity: 1 },
      { product: COFFEE, quantity: 1 },
    ],
    points: 14,
    stamps: { coffee: 1 },
  },
  {
    case: 'C32 nothing but what never counts, on a card of its collection, with a full card held',
    program: { cards: [COFFEE_CARD], neverEarns: { productIds: [], collectionIds: ['71'] } },
    lines: [{ product: COFFEE, quantity: 6 }],
    held: { coffee: [5, 5] },
    points: 0,
  },
  {
    case: 'C32 five that count make the sixth free, and none of what never does',
    program: { cards: [COFFEE_CARD], neverEarns: { productIds: ['507'], collectionIds: [] } },
    lines: [
      { product: { ...COFFEE, id: '507', priceMinor: 100 }, quantity: 3 },
      { product: COFFEE, quantity: 6, free: 1 },
    ],
    points: 72,
    stamps: { coffee: 5 },
    taken: { coffee: 5 },
  },
  { case: 'C78 a gift card alone', lines: [{ product: GIFT_CARD, quantity: 2 }], points: 0 },
  {
    case: 'C32 a gift card where the merchant counts them: points, never a stamp',
    program: { counts: { ...COUNTS, giftCards: true } },
    lines: [
      { product: GIFT_CARD, quantity: 1 },
      { product: COFFEE, quantity: 1, cartDiscountMinor: 145 },
    ],
    points: 38,
    stamps: { coffee: 1 },
  },
  {
    case: 'C78 a gift card beside a discount on the cart: its share is the checkout’s affair',
    lines: [
      { product: GIFT_CARD, quantity: 1, cartDiscountMinor: 500 },
      { product: COFFEE, quantity: 1, cartDiscountMinor: 290 },
    ],
    points: 11,
    stamps: { coffee: 1 },
    page: 'words',
  },
  {
    case: 'C78 a gift card beside a discount on another line',
    lines: [
      { product: GIFT_CARD, quantity: 1 },
      { product: COFFEE, quantity: 1, lineDiscountMinor: 290 },
    ],
    points: 11,
    stamps: { coffee: 1 },
  },
  {
    case: 'a unit without a price earns no stamp',
    lines: [
      { product: SAMPLE, quantity: 1 },
      { product: COFFEE, quantity: 1 },
    ],
    points: 14,
    stamps: { coffee: 1 },
  },
  {
    case: 'C78 a tip, added at checkout',
    lines: [
      { product: COFFEE, quantity: 1 },
      { product: { priceMinor: 300 }, quantity: 1, later: 'tip' },
    ],
    points: 14,
    stamps: { coffee: 1 },
  },
  {
    case: 'C78 a custom item of a draft order earns points, and no stamp',
    lines: [{ product: { priceMinor: 1200 }, quantity: 1, later: 'custom item' }],
    points: 12,
  },
  {
    case: 'C78 a bundle earns points by its components, and no stamp',
    lines: [
      { product: { id: '505', priceMinor: 3000 }, quantity: 1, components: [COFFEE, MUG] },
      { product: MUG, quantity: 1 },
    ],
    points: 39,
    stamps: { coffee: 1 },
  },
  {
    case: 'C78 a bundle that holds a gift card: its part of the price is unknown',
    lines: [{ product: { id: '505', priceMinor: 3000 }, quantity: 1, components: [MUG, GIFT_CARD] }],
    points: 15,
    page: 'words',
  },
  {
    case: 'a card over a collection counts its products alone',
    program: { cards: [COFFEE_CARD] },
    lines: [
      { product: COFFEE, quantity: 2 },
      { product: MUG, quantity: 3 },
    ],
    points: 58,
    stamps: { coffee: 2 },
  },
  {
    case: 'C54 a product on two cards counts for the first in the program’s order',
    program: { cards: [COFFEE_CARD, card({ ...ALL, products: only({ all: true }) })] },
    lines: [
      { product: COFFEE, quantity: 2 },
      { product: MUG, quantity: 3 },
    ],
    points: 58,
    stamps: { coffee: 2, all: 3 },
  },
  {
    case: 'C54 the same two cards in the other order',
    program: { cards: [card({ ...ALL, products: only({ productIds: ['501', '502'] }) }), COFFEE_CARD] },
    lines: [{ product: COFFEE, quantity: 2 }],
    points: 29,
    stamps: { all: 2 },
  },
  {
    case: 'no card is published',
    program: { cards: [] },
    lines: [{ product: COFFEE, quantity: 2 }],
    points: 29,
  },
  {
    case: 'C30 yen have no decimals',
    currency: 'JPY',
    program: { earn: { points: 1, perMinor: 100 } },
    lines: [{ product: { ...COFFEE, priceMinor: 1450 }, quantity: 3, cartDiscountMinor: 51 }],
    points: 42,
    stamps: { coffee: 3 },
  },
  {
    case: 'C30 dinars have three decimals, of which Liquid knows two',
    currency: 'KWD',
    program: { earn: { points: 1, perMinor: 1000 } },
    lines: [{ product: { ...COFFEE, priceMinor: 4999 }, quantity: 2 }],
    points: 9,
    stamps: { coffee: 2 },
    page: 'words',
  },
  {
    case: 'another currency than the shop’s',
    paysIn: 'USD',
    lines: [{ product: COFFEE, quantity: 2 }],
    points: 29,
    stamps: { coffee: 2 },
    page: 'words',
  },
  {
    case: 'C27 shipping that counts is known at checkout alone',
    program: { counts: { ...COUNTS, shipping: true } },
    lines: [{ product: COFFEE, quantity: 2 }],
    shippingMinor: 490,
    points: 33,
    stamps: { coffee: 2 },
    page: 'words',
  },
  {
    case: 'C27 tax inside the prices that doesn’t count is not shown to Liquid',
    program: { counts: { ...COUNTS, tax: 'without' } },
    lines: [{ product: COFFEE, quantity: 2 }],
    points: 29,
    stamps: { coffee: 2 },
    page: 'words',
  },
  ...CASES_OF_FREE_UNITS,
];
