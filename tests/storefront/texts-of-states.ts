// What a reader reads in each state, by block.
import type { Block } from './render-block.ts';
import { BALANCE_TEXTS } from './texts-of-balances.ts';
import { BIRTHDAY_TEXTS } from './texts-of-birthday.ts';
import { CARD_TEXTS } from './texts-of-cards.ts';
import { CART_TEXTS } from './texts-of-carts.ts';
import { HOW_TEXTS } from './texts-of-how.ts';
import { PRODUCT_TEXTS } from './texts-of-products.ts';

export type Texts = Record<string, { en: string; fr: string }>;

export const TEXTS: Record<Block, Texts> = {
  birthday: BIRTHDAY_TEXTS,
  'points-for-product': PRODUCT_TEXTS,
  'stamp-card': CARD_TEXTS,
  'points-balance': BALANCE_TEXTS,
  'points-for-cart': CART_TEXTS,
  'how-it-works': HOW_TEXTS,
};
