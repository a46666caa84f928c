// The sections that the theme's pages are made of. Shopify renders each alone when a script asks for it.
import type { Area } from '#tests/local-shopify/shop/theme.ts';

export type Template = 'index' | 'list-collections' | 'collection' | 'product' | 'cart' | 'page.loyalty';

export type Section = {
  /** As requests name it and `section.id` tells it. */
  id: string;
  /** Its file in the theme's `sections` folder. */
  type: string;
  /** Where it has room for the app's blocks. */
  area?: Area;
};

const inTemplate = (template: string, name: string, type: string, area?: Area): Section => ({
  id: `template--${template}__${name}`,
  type,
  ...(area ? { area } : {}),
});

/** What a JSON template lists, in the order shown. */
export const TEMPLATES: Record<Template, Section[]> = {
  index: [
    inTemplate('index', 'hero', 'hero'),
    inTemplate('index', 'apps', 'apps', 'home'),
    inTemplate('index', 'collections', 'featured-collections'),
  ],
  'list-collections': [inTemplate('list-collections', 'main', 'main-list-collections')],
  collection: [inTemplate('collection', 'main', 'main-collection')],
  product: [
    inTemplate('product', 'main', 'main-product', 'product'),
    inTemplate('product', 'apps', 'apps', 'product-apps'),
  ],
  cart: [inTemplate('cart', 'main', 'main-cart', 'cart'), inTemplate('cart', 'apps', 'apps', 'cart-apps')],
  'page.loyalty': [inTemplate('page', 'main', 'main-loyalty', 'loyalty')],
};

/** In the layout of every page. Their ids are their files' names, as everywhere at Shopify. */
export const HEADER: Section = { id: 'header', type: 'header' };
export const CART_DRAWER: Section = { id: 'cart-drawer', type: 'cart-drawer', area: 'drawer' };
export const CART_COUNT: Section = { id: 'cart-icon-bubble', type: 'cart-icon-bubble' };
