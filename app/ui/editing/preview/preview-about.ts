// What each page of the program shows in its preview: the blocks concerned, and the shoppers who meet them.

/** Files of the theme extension, in the order in which they are shown. */
export const PREVIEW_BLOCKS = {
  points: ['points-balance', 'points-for-product', 'points-for-cart'],
  card: ['stamp-card', 'points-for-cart'],
  moment: ['birthday'],
} as const;

export type PreviewAbout = {
  blocks: readonly string[];
  /** The place in the form of the one card that is shown. */
  card?: number;
  /** The shopper whom it begins with. */
  first: string;
  /** Shoppers beside those of every program. */
  shoppers: readonly { label: string; value: string }[];
};
