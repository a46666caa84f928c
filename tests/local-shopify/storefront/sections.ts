// The sections that the theme's pages are made of. Shopify renders each alone when a script asks for it.
import type { Area, Way } from '#tests/local-shopify/shop/theme.ts';

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

/** Dawn has the cart's lines and its sums in two sections, and the blocks in the second; Horizon has one. */
const CART: Record<Way, Section[]> = {
  dawn: [
    inTemplate('cart', 'cart-items', 'main-cart-items'),
    inTemplate('cart', 'cart-footer', 'main-cart-footer', 'cart'),
  ],
  horizon: [inTemplate('cart', 'main', 'main-cart', 'cart')],
};

const TEMPLATES: Record<Template, Section[]> = {
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
  cart: [inTemplate('cart', 'apps', 'apps', 'cart-apps')],
  'page.loyalty': [inTemplate('page', 'main', 'main-loyalty', 'loyalty')],
};

export const isTemplate = (name: string): name is Template => Object.hasOwn(TEMPLATES, name);

/** What a JSON template lists, in the order shown. */
export function sectionsOfTemplate(template: Template, way: Way): Section[] {
  return template === 'cart' ? [...CART[way], ...TEMPLATES.cart] : TEMPLATES[template];
}

/** In the layout of every page. Their ids are their files' names, as everywhere at Shopify. */
export const HEADER: Section = { id: 'header', type: 'header' };
/** What comes over the page when the cart changed. */
export const CART_OVER_PAGE: Record<Way, Section> = {
  dawn: { id: 'cart-notification', type: 'cart-notification' },
  horizon: { id: 'cart-drawer', type: 'cart-drawer' },
};
export const CART_COUNT: Section = { id: 'cart-icon-bubble', type: 'cart-icon-bubble' };
