// The topics that tell the app about itself: uninstalled, scopes_update, and what privacy law asks for.
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import type { Customer } from '#tests/local-shopify/shop/types.ts';

/** A shop's number, which some payloads name beside its domain. */
export function shopNumber(domain: string): number {
  let number = 60_000_000_000;
  for (const letter of domain) number += (number % 9_973) * letter.charCodeAt(0);
  return number;
}

/** app/uninstalled: the shop. */
export function shopPayload(shop: LocalShop): object {
  const { setup } = shop;
  const withCurrency = `${setup.moneyFormat} ${setup.currency}`;
  return {
    ...SHOP_UNTOLD,
    id: shopNumber(shop.domain),
    name: setup.name,
    email: setup.email,
    customer_email: setup.email,
    myshopify_domain: shop.domain,
    domain: shop.domain,
    country: setup.countryCode,
    country_code: setup.countryCode,
    currency: setup.currency,
    enabled_presentment_currencies: [setup.currency],
    iana_timezone: setup.timeZone,
    timezone: setup.timeZone,
    money_format: setup.moneyFormat,
    money_in_emails_format: setup.moneyFormat,
    money_with_currency_format: withCurrency,
    money_with_currency_in_emails_format: withCurrency,
    primary_locale: setup.locales.find((one) => one.primary)?.locale ?? 'en',
    taxes_included: setup.taxesIncluded,
  };
}

const SHOP_UNTOLD = {
  address1: null,
  address2: null,
  auto_configure_tax_inclusivity: null,
  checkout_api_supported: true,
  city: null,
  country_name: null,
  county_taxes: null,
  created_at: null,
  eligible_for_payments: true,
  finances: true,
  google_apps_domain: null,
  google_apps_login_enabled: null,
  has_discounts: false,
  has_gift_cards: true,
  has_storefront: true,
  latitude: null,
  longitude: null,
  marketing_sms_consent_enabled_at_checkout: false,
  multi_location_enabled: true,
  password_enabled: null,
  phone: null,
  plan_display_name: 'Developer Preview',
  plan_name: 'partner_test',
  pre_launch_enabled: false,
  primary_location_id: null,
  province: null,
  province_code: null,
  requires_extra_payments_agreement: false,
  setup_required: false,
  shop_owner: null,
  source: null,
  tax_shipping: null,
  transactional_sms_disabled: false,
  updated_at: null,
  weight_unit: 'kg',
  zip: null,
};

export function scopesUpdatePayload(
  shop: LocalShop,
  previous: string[],
  current: string[],
  at: string,
): object {
  return { id: shopNumber(shop.domain), previous, current, updated_at: at };
}

const named = (shop: LocalShop) => ({ shop_id: shopNumber(shop.domain), shop_domain: shop.domain });

function ordersOf(shop: LocalShop, customerId: string): number[] {
  return [...shop.orders.values()]
    .filter((order) => order.customerId === customerId)
    .map((order) => Number(order.id));
}

function person(shop: LocalShop, customerId: string): object {
  const customer = shop.customers.get(customerId);
  return { id: Number(customerId), email: customer?.email ?? null, phone: customer?.phone ?? null };
}

export function dataRequestPayload(shop: LocalShop, customerId: string): object {
  return {
    ...named(shop),
    orders_requested: ordersOf(shop, customerId),
    customer: person(shop, customerId),
    data_request: { id: Number(customerId) + 1 },
  };
}

export function customerRedactPayload(shop: LocalShop, customerId: string): object {
  return { ...named(shop), customer: person(shop, customerId), orders_to_redact: ordersOf(shop, customerId) };
}

export function shopRedactPayload(shop: LocalShop): object {
  return named(shop);
}

/** customers/merge, once it is through. */
export function mergePayload(keptId: string, deletedId: string): object {
  return {
    admin_graphql_api_customer_kept_id: `gid://shopify/Customer/${keptId}`,
    admin_graphql_api_customer_deleted_id: `gid://shopify/Customer/${deletedId}`,
    admin_graphql_api_job_id: null,
    status: 'completed',
    errors: [],
  };
}

/** customers_email_marketing_consent/update */
export function consentPayload({ id, email, newsletter }: Customer): object {
  return {
    customer_id: Number(id),
    email_address: email,
    email_marketing_consent: {
      state: newsletter?.state.toLowerCase() ?? 'not_subscribed',
      opt_in_level: null,
      consent_updated_at: newsletter?.at ?? null,
    },
  };
}
