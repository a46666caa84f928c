// The objects that every Liquid template of the shop sees, read afresh for each page.
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import type { Customer, Metafields } from '#tests/local-shopify/shop/types.ts';
import { AllProducts } from './all-products.ts';
import { cartObject } from './cart-object.ts';
import { cartOfVisit } from './visit.ts';
import type { Visit } from './visit.ts';

const LANGUAGE_NAMES: Record<string, string> = { en: 'English', fr: 'Français' };

/** `path` with its query, as the shopper's address bar shows it. */
export type PageRequest = { path: string; pageType: string };

export function globalObjects(shop: LocalShop, visit: Visit, { path, pageType }: PageRequest) {
  return {
    clock: { at: shop.now(), timeZone: shop.setup.timeZone },
    shop: shopObject(shop),
    request: {
      path: path.split('?')[0] ?? path,
      page_type: pageType,
      design_mode: visit.designMode ?? false,
      locale: languageObject(shop, visit.language),
    },
    localization: localizationObject(shop, visit),
    routes: routesObject(path),
    customer: visit.customer && customerObject(shop, visit.customer),
    cart: cartObject(shop, cartOfVisit(visit)),
    all_products: new AllProducts(shop, visit.language),
    app: { metafields: metafieldsObject(shop.appMetafields) },
  };
}

function shopObject(shop: LocalShop) {
  return {
    name: shop.name,
    email: shop.setup.email,
    permanent_domain: shop.domain,
    domain: shop.domain,
    currency: shop.currency,
    enabled_currencies: [{ iso_code: shop.currency }],
    money_format: shop.moneyFormat,
    money_with_currency_format: `${shop.moneyFormat} ${shop.currency}`,
    customer_accounts_enabled: true,
    products_count: shop.products.length,
    collections_count: shop.collections.length,
  };
}

function languageObject(shop: LocalShop, locale: string) {
  const primary = shop.locales.some((one) => one.locale === locale && one.primary);
  const name = LANGUAGE_NAMES[locale] ?? locale;
  return { iso_code: locale, name, endonym_name: name, primary, root_url: '/' };
}

function localizationObject(shop: LocalShop, visit: Visit) {
  const country = { iso_code: shop.setup.countryCode, currency: { iso_code: shop.currency } };
  return {
    available_languages: shop.locales.map(({ locale }) => languageObject(shop, locale)),
    language: languageObject(shop, visit.language),
    available_countries: [country],
    country,
  };
}

function routesObject(path: string) {
  return {
    root_url: '/',
    collections_url: '/collections',
    all_products_collection_url: '/collections/all',
    cart_url: '/cart',
    cart_add_url: '/cart/add',
    cart_change_url: '/cart/change',
    cart_update_url: '/cart/update',
    account_logout_url: '/customer_authentication/logout',
    account_login_url: '/customer_authentication/login',
    storefront_login_url: `/customer_authentication/login?return_to=${encodeURIComponent(path)}`,
  };
}

function customerObject(shop: LocalShop, customer: Customer) {
  const orders = [...shop.orders.values()].filter((order) => order.customerId === customer.id);
  return {
    id: Number(customer.id),
    first_name: customer.firstName,
    last_name: customer.lastName,
    name: `${customer.firstName} ${customer.lastName}`,
    email: customer.email,
    has_account: true,
    orders_count: orders.length,
    tags: customer.tags,
    metafields: metafieldsObject(customer.metafields),
  };
}

/** Liquid addresses our own namespace as `$app`, whatever number the app has in it. */
function metafieldsObject(metafields: Metafields) {
  const byNamespace: Record<string, Record<string, { value: unknown; type: string }>> = {};
  for (const { namespace, key, type, value } of Object.values(metafields)) {
    const fields = (byNamespace[namespace.replace(/^app--\d+(--)?/, appNamespace)] ??= {});
    fields[key] = { value: type === 'json' ? parseJson(value) : value, type };
  }
  return byNamespace;
}

function appNamespace(_: string, rest: string | undefined): string {
  return rest === undefined ? '$app' : '$app:';
}

function parseJson(text: string): unknown {
  return JSON.parse(text);
}
