// What the theme editor shows: which page, how wide, in which language, which block open. It travels in the address.
import type { Request } from 'express';
import { html } from '#tests/local-shopify/desk/html.ts';
import type { Html } from '#tests/local-shopify/desk/html.ts';
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import type { Area } from '#tests/local-shopify/shop/theme.ts';
import type { EditorLocale } from './schema-texts.ts';

type EditedPage = { name: string; areas: Area[]; path: (shop: LocalShop) => string };
type PageName = 'product' | 'cart' | 'loyalty' | 'home';

export const PAGES: Record<PageName, EditedPage> = {
  product: {
    name: 'Product',
    areas: ['product', 'product-apps'],
    path: (shop) => `/products/${shop.products[0]?.handle ?? ''}`,
  },
  cart: { name: 'Cart', areas: ['cart', 'cart-apps'], path: () => '/cart' },
  loyalty: { name: 'Loyalty page', areas: ['loyalty'], path: () => '/pages/loyalty' },
  home: { name: 'Home', areas: ['home'], path: () => '/' },
};

export type View = { page: PageName; width: 'wide' | 'phone'; locale: EditorLocale; open: string };

/** From an address's query or a form's fields; what is missing or unknown becomes usual. */
export function readView(fields: Request['query']): View {
  const { page, width, locale, open } = fields;
  return {
    page: isPage(page) ? page : 'product',
    width: width === 'phone' ? 'phone' : 'wide',
    locale: locale === 'fr' ? 'fr' : 'en',
    open: typeof open === 'string' && /^[a-z0-9-]{1,80}$/.test(open) ? open : '',
  };
}

function isPage(value: unknown): value is PageName {
  return typeof value === 'string' && Object.hasOwn(PAGES, value);
}

export function viewLink(view: View): string {
  return `/themes/editor?${new URLSearchParams(view).toString()}`;
}

/** So that a form leads back to where it was sent from. */
export function viewFields(view: View): Html {
  const fields = Object.entries(view).filter(([name]) => name !== 'open');
  return {
    text: fields
      .map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`.text)
      .join(''),
  };
}
