// A shop in memory whose stamp cards have their automatic discounts, as the app would make them, and members' stamps.
import { type StampCard, NO_PRODUCTS, PLAIN_CARD } from '#app/core/program/card-rules.ts';
import type { StampsProjection } from '#app/core/stamps/card-projection.ts';
import { STAMPS_METAFIELD } from '#app/shopify/storefront/metafields.ts';
import {
  CONFIG_METAFIELD,
  functionConfig,
  functionVariables,
  VARIABLES_METAFIELD,
} from '#app/core/stamps/discount-config.ts';
import { resolveNamespace } from '#tests/local-shopify/shop/app-settings.ts';
import type { AutomaticDiscount, CombinesWith } from '#tests/local-shopify/shop/automatic-discount.ts';
import type { Cart } from '#tests/local-shopify/shop/cart.ts';
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import { exponentOf } from '#tests/local-shopify/shop/money.ts';
import { COMBINES } from '#tests/local-shopify/shop/offers.ts';
import type { Metafield, Metafields } from '#tests/local-shopify/shop/types.ts';

const AT = '2026-01-05T09:00:00Z';

export function coffeeCard(shop: LocalShop, change: Partial<StampCard> = {}): StampCard {
  const coffee = shop.collections[0]?.id ?? '';
  return {
    key: 'coffee',
    title: { en: 'Coffee card', fr: 'Carte café' },
    size: 5,
    products: { ...NO_PRODUCTS, collectionIds: [coffee] },
    ...PLAIN_CARD,
    ...change,
  };
}

/** As the app writes them; values are JSON. */
export function metafieldsOf(
  shop: LocalShop,
  held: [{ namespace: string; key: string }, object][],
): Metafields {
  const named = held.map(([{ namespace, key }, value]): [string, Metafield] => {
    const resolved = resolveNamespace({ namespace: shop.appNamespace }, namespace);
    const field = { id: '1', namespace: resolved, key, type: 'json', createdAt: AT, updatedAt: AT };
    return [`${resolved}.${key}`, { ...field, value: JSON.stringify(value) }];
  });
  return Object.fromEntries(named);
}

/** One discount for each card; they combine as the cards say. */
export async function addCardDiscounts(
  shop: LocalShop,
  cards: readonly StampCard[],
): Promise<AutomaticDiscount[]> {
  const added: AutomaticDiscount[] = [];
  for (const { key, title, combinesWith } of cards) {
    const config = functionConfig(cards, key, exponentOf(shop.currency));
    const discount = await shop.automaticDiscounts.add({
      kind: 'app',
      functionHandle: 'loyalty-discount',
      title: title.en,
      discountClasses: ['PRODUCT'],
      combinesWith: {
        productDiscounts: combinesWith.product,
        orderDiscounts: combinesWith.order,
        shippingDiscounts: combinesWith.shipping,
      },
      startsAt: AT,
      endsAt: null,
      appliesOnSubscription: false,
      appliesOnOneTimePurchase: true,
      metafields: metafieldsOf(shop, [
        [CONFIG_METAFIELD, config],
        [VARIABLES_METAFIELD, functionVariables(config)],
      ]),
    });
    added.push(discount);
  }
  return added;
}

/** The merchant's own: so much off a collection's products, or off all when null. */
export function addSale(
  shop: LocalShop,
  percentBp: number,
  collectionId: string | null,
  combinesWith: CombinesWith = COMBINES,
): Promise<AutomaticDiscount> {
  return shop.automaticDiscounts.add({
    kind: 'basic',
    percentBp,
    collectionId,
    title: 'Winter sale',
    discountClasses: ['PRODUCT'],
    combinesWith,
    startsAt: AT,
    endsAt: null,
    appliesOnSubscription: false,
    appliesOnOneTimePurchase: true,
    metafields: {},
  });
}

/** As the app's sync would write it. */
export async function setStamps(
  shop: LocalShop,
  customerId: string,
  cards: StampsProjection['cards'],
  blocked = false,
): Promise<void> {
  const customer = shop.customers.get(customerId);
  if (!customer) throw new Error(`no customer ${customerId}`);
  const projection: StampsProjection = { v: 1, cards, blocked };
  Object.assign(customer.metafields, metafieldsOf(shop, [[STAMPS_METAFIELD, projection]]));
  await shop.saveCustomer(customer);
}

/** A cart of the first customer, signed in, with so many of the first variant of each product. */
export function memberCart(shop: LocalShop, goods: Record<string, number>, change: Partial<Cart> = {}): Cart {
  const lines = Object.entries(goods).map(([handle, quantity]) => ({
    variantId: shop.productByHandle(handle)?.variants[0]?.id ?? '',
    quantity,
  }));
  const customerId = shop.setup.customers[0]?.id ?? null;
  return { lines, customerId, isAuthenticated: true, language: 'en', codes: [], ...change };
}
