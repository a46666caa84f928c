// The shop, and the app's installation on it.
import { inZone } from '#tests/local-shopify/shop/times.ts';
import { shopNumber } from '#tests/local-shopify/webhooks/app-payloads.ts';
import type { AdminContext } from './context.ts';
import { gid } from './global-ids.ts';
import { metafieldFields } from './metafield-view.ts';

const PLANS = { development: 'Development', basic: 'Basic', plus: 'Shopify Plus' };

export function shopView(context: AdminContext): object {
  const { shop } = context;
  const { setup } = shop;
  const url = `https://${shop.domain}`;
  return {
    __typename: 'Shop',
    ...metafieldFields(context, {}, 'SHOP'),
    id: gid('Shop', String(shopNumber(shop.domain))),
    name: shop.name,
    email: setup.email,
    contactEmail: setup.email,
    myshopifyDomain: shop.domain,
    url,
    primaryDomain: { host: shop.domain, url, sslEnabled: true },
    currencyCode: shop.currency,
    enabledPresentmentCurrencies: [shop.currency],
    currencyFormats: {
      moneyFormat: shop.moneyFormat,
      moneyInEmailsFormat: shop.moneyFormat,
      moneyWithCurrencyFormat: `${shop.moneyFormat} ${shop.currency}`,
      moneyWithCurrencyInEmailsFormat: `${shop.moneyFormat} ${shop.currency}`,
    },
    ianaTimezone: shop.timeZone,
    timezoneOffset: inZone(context.at.toISOString(), shop.timeZone).slice(-6),
    shopAddress: {
      __typename: 'ShopAddress',
      countryCodeV2: shop.place.country,
      provinceCode: shop.place.province,
    },
    taxesIncluded: setup.taxesIncluded,
    weightUnit: 'KILOGRAMS',
    unitSystem: 'METRIC_SYSTEM',
    plan: {
      publicDisplayName: PLANS[shop.plan],
      partnerDevelopment: shop.plan === 'development',
      shopifyPlus: shop.plan === 'plus',
    },
    customerAccountsV2: {
      customerAccountsVersion: 'NEW_CUSTOMER_ACCOUNTS',
      loginLinksVisibleOnStorefrontAndCheckout: shop.signInLinks,
      loginRequiredAtCheckout: false,
      url,
    },
  };
}

export function installationView(context: AdminContext): object {
  const { installation, shop, shopify } = context;
  return {
    __typename: 'AppInstallation',
    ...metafieldFields(context, shop.appMetafields, 'APP_INSTALLATION'),
    id: gid('AppInstallation', installation.id),
    accessScopes: installation.scopes.map((handle) => ({ handle, description: handle.replaceAll('_', ' ') })),
    activeSubscriptions: [],
    launchUrl: `https://${shop.domain}/admin/apps/${shopify.app.apiKey}`,
    app: appView(context),
  };
}

export function appView({ shopify: { app } }: AdminContext): object {
  const { name, handle, apiKey, publicCategory } = app;
  const id = gid('App', '1');
  return { __typename: 'App', id, title: name, handle, apiKey, embedded: true, publicCategory };
}
