// What surrounds every page of the admin: the dark bar above, the navigation at the side.
import { html, NOTHING } from '#tests/local-shopify/desk/html.ts';
import type { Html } from '#tests/local-shopify/desk/html.ts';

export type AdminLocale = 'en' | 'fr';

export type ShellPage = {
  title: string;
  shop: string;
  /** The admin's own words; pages of the orders desk are in English. */
  locale?: AdminLocale;
  content: Html;
  /** The app's frame fills the page and brings its own menu; desk pages bring their style. */
  kind?: 'app' | 'desk' | 'desk wide';
  style?: Html;
};

type Words = Record<AdminLocale, string>;

/** The admin's own pages, in the order of Shopify's menu. */
const LINKS: [path: string, label: Words][] = [
  ['/', { en: 'Home', fr: 'Accueil' }],
  ['/orders', { en: 'Orders', fr: 'Commandes' }],
  ['/drafts', { en: 'Drafts', fr: 'Provisoires' }],
  ['/customers', { en: 'Customers', fr: 'Clients' }],
  ['/segments', { en: 'Segments', fr: 'Segments' }],
  ['/discounts', { en: 'Discounts', fr: 'Réductions' }],
  ['/webhooks', { en: 'Webhooks', fr: 'Webhooks' }],
  ['/flow', { en: 'Flow', fr: 'Flow' }],
  ['/themes/editor', { en: 'Theme', fr: 'Thème' }],
];
const STORE: Words = { en: 'Online Store', fr: 'Boutique en ligne' };
const APPS: Words = { en: 'Apps', fr: 'Applications' };

/** Leads to the storefront, whose address only the router knows. */
export const STOREFRONT_PATH = '/_local/storefront';

export function shellPage(page: ShellPage): string {
  const { locale = 'en', kind, style = NOTHING } = page;
  const app = kind === 'app';
  return html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${page.title} · ${page.shop}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/_local/admin/admin.css" />
        ${style}
        <script type="module" src="/_local/admin/${app ? 'main' : 'side-nav'}.js"></script>
      </head>
      <body class="${app ? 'app' : ''}">
        ${topBar(page.shop, locale)} ${sideNav(locale)}
        <main class="${app ? '' : (kind ?? '')}">${page.content}</main>
      </body>
    </html>`.text;
}

function topBar(shop: string, locale: AdminLocale): Html {
  return html`<header class="top">
    <button type="button" id="menu" aria-controls="side" aria-expanded="false">Menu</button>
    <a class="brand" href="/?locale=${locale}">${BAG} <span>local shopify</span></a>
    <div id="save-bar" role="region" hidden></div>
    <span class="store"><b aria-hidden="true">${initials(shop)}</b> <span>${shop}</span></span>
  </header>`;
}

function sideNav(locale: AdminLocale): Html {
  const links = LINKS.map(
    ([path, label]) => html`<li><a href="${path}?locale=${locale}">${label[locale]}</a></li>`,
  );
  return html`<nav id="side" aria-label="Shopify">
    <ul>
      ${links}
      <li><a href="${STOREFRONT_PATH}" target="_blank">${STORE[locale]}</a></li>
    </ul>
    <h2>${APPS[locale]}</h2>
    <ul>
      <li>
        <a id="app-home" href="/apps/sixth?locale=${locale}"
          ><i aria-hidden="true">6</i> <span>Sixth</span></a
        >
        <ul id="app-menu"></ul>
      </li>
    </ul>
  </nav>`;
}

const initials = (name: string): string =>
  name
    .split(' ')
    .map((word) => word.slice(0, 1))
    .join('')
    .slice(0, 3);

const BAG: Html = {
  text: '<svg width="20" height="22" viewBox="0 0 20 22" aria-hidden="true"><path d="M3 6h14l2 15H1z" fill="#95bf47"/><path d="M6 9V5a4 4 0 0 1 8 0v4" fill="none" stroke="#fff" stroke-width="1.6"/></svg>',
};
