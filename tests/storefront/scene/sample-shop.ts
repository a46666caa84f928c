// A small shop for storefront tests: one coffee in two sizes, a mug, a gift card; two customers.
import { NO_PRODUCTS, PLAIN_CARD } from '#app/core/program/card-rules.ts';
import { LocalShopify } from '#tests/local-shopify/shop/local-shopify.ts';
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import type { Customer, Metafield, Product, ShopSetup } from '#tests/local-shopify/shop/types.ts';
import type { MemberProjection, ProgramProjection } from '#app/core/storefront/projection.ts';
import { MEMBER_METAFIELD, PROGRAM_METAFIELD } from '#app/shopify/storefront/metafields.ts';
import { resolveNamespace } from '#tests/local-shopify/shop/app-settings.ts';

const AT = '2026-11-21T09:00:00Z';
export const SAMPLE_DOMAIN = 'sample.myshopify.com';
export const COFFEE = '7300000000001';
export const MUG = '7300000000002';
export const GIFT_CARD = '7300000000003';
const COFFEE_COLLECTION = '7300000000009';
export const ANNA = '7300000000011';

function product(id: string, handle: string, title: string, prices: number[]): Product {
  return {
    id,
    handle,
    title,
    vendor: 'Sample',
    productType: 'Coffee',
    descriptionHtml: '<p>Sweet and clear.</p>',
    tags: [],
    giftCard: id === GIFT_CARD,
    optionName: 'Size',
    variants: prices.map((priceMinor, index) => ({
      id: `${id}${index}`,
      title: index === 0 ? '250 g' : '1 kg',
      sku: `${handle}-${index}`,
      priceMinor,
      compareAtPriceMinor: null,
      grams: 250,
      taxable: true,
      requiresShipping: id !== GIFT_CARD,
      available: true,
    })),
    pictureSvg: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>',
    pictureAlt: title,
    createdAt: AT,
    updatedAt: AT,
  };
}

function customer(id: string, firstName: string, locale: string): Customer {
  const email = `${firstName.toLowerCase()}@example.com`;
  const known = { lastName: 'Sample', phone: null, tags: [], address: null, metafields: {} };
  return { id, firstName, email, locale, ...known, createdAt: AT, updatedAt: AT };
}

const SETUP: ShopSetup = {
  domain: SAMPLE_DOMAIN,
  name: 'Sample Coffee',
  currency: 'EUR',
  timeZone: 'Europe/Paris',
  countryCode: 'FR',
  email: 'shop@example.com',
  locales: [
    { locale: 'en', primary: true },
    { locale: 'fr', primary: false },
  ],
  moneyFormat: '€{{amount}}',
  taxesIncluded: true,
  taxTitle: 'VAT',
  taxRateBp: 550,
  products: [
    product(COFFEE, 'guji', 'Guji & friends', [900, 3200]),
    product(MUG, 'mug', 'Mug', [1400]),
    product(GIFT_CARD, 'gift-card', 'Gift card', [2500]),
  ],
  collections: [
    { id: COFFEE_COLLECTION, handle: 'coffee', title: 'Coffee', descriptionHtml: '', productIds: [COFFEE] },
    { id: '7300000000010', handle: 'more', title: 'More', descriptionHtml: '', productIds: [MUG, GIFT_CARD] },
  ],
  customers: [customer(ANNA, 'Anna', 'en'), customer('7300000000012', 'Benoît', 'fr')],
};

/** Forgets everything with the process; nothing listens to its webhooks. */
export function openSampleShopify(): Promise<LocalShopify> {
  return LocalShopify.open({ apiKey: 'key', apiSecret: 'secret', shops: [SETUP], retriesMs: [] });
}

export const SAMPLE_PROGRAM: ProgramProjection = {
  v: 1,
  version: 2,
  names: { en: { one: 'bean', other: 'beans' }, fr: { one: 'grain', other: 'grains' } },
  earn: { points: 1, perMinor: 100, currency: 'EUR', exponent: 2 },
  counts: { shipping: false, giftCards: false, tips: false, tax: 'as-shown' },
  cards: [
    {
      key: 'coffee',
      title: { en: 'Coffee card', fr: 'Carte café' },
      size: 5,
      products: { ...NO_PRODUCTS, collectionIds: [COFFEE_COLLECTION] },
      ...PLAIN_CARD,
    },
  ],
  occasions: [],
  proxyPath: '/apps/sixth',
};

/** A member with the sample's card; what matters to a test is given. */
export function sampleMember(
  change: Partial<MemberProjection> = {},
  card: Partial<MemberProjection['cards'][number]> = {},
): MemberProjection {
  const held = {
    key: 'coffee',
    title: { en: 'Coffee card', fr: 'Carte café' },
    have: 0,
    size: 5,
    free: 0,
    coming: 0,
    owed: 0,
  };
  return {
    v: 1,
    points: 0,
    pending: 0,
    owed: 0,
    blocked: false,
    rev: 1,
    cards: [{ ...held, stamps: (card.have ?? 0) - (card.owed ?? 0), ...card }],
    gifts: [],
    birthday: null,
    ...change,
  };
}

/** Writes the app metafield as `metafieldsSet` would. */
export function writeProgram(shop: LocalShop, program: ProgramProjection): Promise<void> {
  return shop.saveAppMetafield(metafield(PROGRAM_METAFIELD.namespace, PROGRAM_METAFIELD.key, program));
}

/** Writes the member's metafield as `metafieldsSet` would. */
export async function writeMember(
  shopify: LocalShopify,
  customerId: string,
  member: MemberProjection,
): Promise<void> {
  const shop = shopify.firstShop;
  const owner = shop.customers.get(customerId);
  if (!owner) throw new Error(`no customer ${customerId}`);
  const field = metafield(
    resolveNamespace(shopify.app, MEMBER_METAFIELD.namespace),
    MEMBER_METAFIELD.key,
    member,
  );
  owner.metafields[`${field.namespace}.${field.key}`] = field;
  await shop.saveCustomer(owner);
}

function metafield(namespace: string, key: string, value: object): Metafield {
  return {
    id: '1',
    namespace,
    key,
    type: 'json',
    value: JSON.stringify(value),
    createdAt: AT,
    updatedAt: AT,
  };
}
