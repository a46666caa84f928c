// What each page of the program shows in its preview: the blocks concerned, and the shoppers who meet them.

import type { GuideBlock } from '../../home/theme-blocks.ts';

/** Files of the theme extension, in the order in which they are shown. */
export const PREVIEW_BLOCKS = {
  points: ['points-balance', 'points-for-product', 'points-for-cart'],
  card: ['stamp-card', 'points-for-cart'],
  moment: ['birthday'],
  reward: ['rewards', 'points-balance'],
} as const;

/** Blocks of the theme that show the part, by the guide's names; where none of them stands, the first is offered. */
export const THEME_PLACES = {
  points: ['member', 'balance'],
  card: ['member', 'card'],
  moment: ['birthday'],
  reward: ['rewards', 'member'],
} as const satisfies Record<
  keyof typeof PREVIEW_BLOCKS,
  readonly [GuideBlock['key'], ...GuideBlock['key'][]]
>;

export type PreviewAbout = {
  /** None while the part is off. */
  blocks: readonly string[];
  places: readonly [GuideBlock['key'], ...GuideBlock['key'][]];
  /** The place in the form of the one card that is shown. */
  card?: number;
  /** The place of the one moment that is shown: only its own shoppers meet it. */
  moment?: number;
  /** The shopper whom it begins with. */
  first: string;
  /** Shoppers beside those of every program. */
  shoppers: readonly { label: string; value: string }[];
};
