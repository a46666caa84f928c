// What a reader reads in each state, by block.
import type { Block } from '#tests/storefront/scene/render-block.ts';
import { BALANCE_TEXTS } from './balances.ts';
import { BIRTHDAY_TEXTS } from './birthday.ts';
import { CODE_CARD_TEXTS } from './card-codes.ts';
import { CARD_TEXTS } from './cards.ts';
import { CART_TEXTS } from './carts.ts';
import { FREE_PRODUCT_TEXTS } from './free-products.ts';
import { HOW_TEXTS } from './how.ts';
import { LAUNCHER_TEXTS } from './launcher.ts';
import { MEMBER_TEXTS } from './member.ts';
import { PRODUCT_TEXTS } from './products.ts';
import { REWARD_TEXTS } from './rewards.ts';

export type Texts = Record<string, { en: string; fr: string }>;

export const TEXTS: Record<Block, Texts> = {
  birthday: BIRTHDAY_TEXTS,
  'points-for-product': PRODUCT_TEXTS,
  'stamp-card': { ...CARD_TEXTS, ...CODE_CARD_TEXTS },
  'points-balance': BALANCE_TEXTS,
  'points-for-cart': CART_TEXTS,
  'how-it-works': HOW_TEXTS,
  member: MEMBER_TEXTS,
  rewards: { ...REWARD_TEXTS, ...FREE_PRODUCT_TEXTS },
  launcher: LAUNCHER_TEXTS,
};
