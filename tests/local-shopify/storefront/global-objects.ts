// The objects that every Liquid template of the shop sees, read afresh for each page.
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import type { Customer, Metafields } from '#tests/local-shopify/shop/types.ts';
import { cartObject } from './product-objects.ts';
import type { Visit } from './visit.ts';

const LANGUAGE_NAMES: Record<string, string> = { en: 'English', fr: 'Français' };

export type PageRequest = { path: string; pageType: string };

export function globalObjects(shop: LocalShop, visit: Visit, { path, pageType }: PageRequest) {
  const languages = shop.locales.map(({ locale }) => languageObject(locale));
  return {
    shop: {
      name: shop.name,
      permanent_domain: shop.domain,
      money_format: shop.moneyFormat,
      money_with_currency_format: `${shop.moneyFormat} ${shop.currency}`,
      currency: shop.currency,
    },
    request: {
      path,
      page_type: pageType,
      design_mode: false,
      locale: languageObject(visit.language),
    },
    localization: { available_languages: languages, language: languageObject(visit.language) },
    routes: routesObject(path),
    customer: visit.customer && customerObject(visit.customer),
    cart: cartObject(shop, visit.cart, visit.language),
    app: { metafields: metafieldsObject(shop.appMetafields) },
  };
}

function languageObject(locale: string) {
  return { iso_code: locale, endonym_name: LANGUAGE_NAMES[locale] ?? locale };
}

function routesObject(path: string) {
  return {
    root_url: '/',
    cart_url: '/cart',
    cart_add_url: '/cart/add',
    cart_change_url: '/cart/change',
    account_logout_url: '/customer_authentication/logout',
    storefront_login_url: `/customer_authentication/login?return_to=${encodeURIComponent(path)}`,
  };
}

function customerObject(customer: Customer) {
  return {
    id: Number(customer.id),
    first_name: customer.firstName,
    last_name: customer.lastName,
    name: `${customer.firstName} ${customer.lastName}`,
    email: customer.email,
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
