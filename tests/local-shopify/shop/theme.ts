// What a merchant sets in the theme editor: the theme's look, and the app's blocks on its pages.

/** The same theme in three presets that have little in common: fonts, colours, radius and spacing. */
export const LOOKS = ['light', 'dark', 'loud'] as const;
export type Look = (typeof LOOKS)[number];

/**
 * How the theme's own script puts a change into the page: as Dawn 15.4 (only its own parts, no event of Shopify's, a
 * notification) or as Horizon 4.1 (the cart's section whole, standard events, a drawer). Both were read, none is copied.
 */
export const WAYS = ['dawn', 'horizon'] as const;
export type Way = (typeof WAYS)[number];

/** Where a page has room for blocks. No theme of Shopify's has any in its drawer. */
export const AREAS = ['product', 'product-apps', 'cart', 'cart-apps', 'loyalty', 'home'] as const;
export type Area = (typeof AREAS)[number];

export type SettingValue = string | number | boolean | null;

export type PlacedBlock = {
  /** Unique in the shop, e.g. `stamp-card-1`. */
  id: string;
  area: Area;
  /** The block's file in the theme app extension, without `.liquid`. */
  block: string;
  /** A merchant may hide a block and keep its settings. */
  shown: boolean;
  /** What differs from the defaults of the block's schema. */
  settings: Record<string, SettingValue>;
};

/**
 * `blocks` in the order shown; null while the merchant hasn't touched them: then blocks stand in their usual places. `embeds`
 * are the app embeds that are turned on, by their files; none is at first. `embedSettings` is what differs from the defaults of
 * their schemas, kept also while they are off.
 */
export type Theme = {
  look: Look;
  way?: Way;
  blocks: PlacedBlock[] | null;
  embeds?: string[];
  embedSettings?: Record<string, Record<string, SettingValue>>;
};

/** A theme that was kept before there were ways is one like Dawn. */
export const wayOf = ({ way }: Theme): Way => way ?? 'dawn';

export const FRESH_THEME: Theme = { look: 'light', blocks: null };
