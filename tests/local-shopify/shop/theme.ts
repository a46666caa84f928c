// What a merchant sets in the theme editor: the theme's look, and the app's blocks on its pages.

/** The same theme in three presets that have little in common: fonts, colours, radius and spacing. */
export const LOOKS = ['light', 'dark', 'loud'] as const;
export type Look = (typeof LOOKS)[number];

/** Where a page has room for blocks. `product` and `cart` lie inside the section that the theme renders again. */
export const AREAS = ['product', 'product-apps', 'cart', 'cart-apps', 'drawer', 'loyalty', 'home'] as const;
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

/** `blocks` in the order shown; null while the merchant hasn't touched them: then every block has its usual place. */
export type Theme = { look: Look; blocks: PlacedBlock[] | null };

export const FRESH_THEME: Theme = { look: 'light', blocks: null };
