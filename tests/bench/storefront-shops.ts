// The demo's shop twice, with the app's blocks in their usual places and without any; else the same to the byte.
import { createServer } from 'node:http';
import express from 'express';
import type { MemberProjection, ProgramProjection } from '#app/core/storefront/projection.ts';
import { coffeeRoaster } from '#tests/local-shopify/shop/coffee-roaster.ts';
import { LocalShopify } from '#tests/local-shopify/shop/local-shopify.ts';
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import type { PlacedBlock } from '#tests/local-shopify/shop/theme.ts';
import { findPage } from '#tests/local-shopify/storefront/find-page.ts';
import { renderPage } from '#tests/local-shopify/storefront/page.ts';
import { storefrontRouter } from '#tests/local-shopify/storefront/router.ts';
import { writeCart } from '#tests/local-shopify/storefront/cart-cookie.ts';
import type { Visit } from '#tests/local-shopify/storefront/visit.ts';
import {
  SAMPLE_PROGRAM,
  sampleMember,
  writeMember,
  writeProgram,
} from '#tests/storefront/scene/sample-shop.ts';
import { CREDENTIALS } from './bench.ts';

export const PRODUCT_PAGE = '/products/morning-house';
export const CART_PAGE = '/cart';
export const LOYALTY_PAGE = '/pages/loyalty';

/** The standard state: a member with points, three stamps of five, and something on its way. */
const MEMBER: MemberProjection = sampleMember({ points: 1_240, pending: 30 }, { have: 3 });

export type Storefront = {
  shop: LocalShop;
  url: string;
  /** Names the member, and what is in the cart. */
  cookies: Record<string, string>;
  /** In this process. @throws Error for a page that the shop doesn't have */
  render(path: string): string;
  stop(): Promise<void>;
};

type Extras = {
  /** App embeds that are on. */
  embeds?: string[];
  /** Of the program, beside the standard one. */
  program?: Partial<ProgramProjection>;
};

async function openShop(change: Partial<ProgramProjection>): Promise<LocalShopify> {
  const shopify = await LocalShopify.open({ ...CREDENTIALS, shops: [coffeeRoaster()], retriesMs: [] });
  const shop = shopify.firstShop;
  const [collection] = shop.collections;
  const [card] = SAMPLE_PROGRAM.cards;
  if (!collection || !card) throw new Error('the standard state needs a card and a collection');
  const products = { ...card.products, collectionIds: [collection.id] };
  const program: ProgramProjection = { ...SAMPLE_PROGRAM, cards: [{ ...card, products }], ...change };
  await writeProgram(shop, program);
  await writeMember(shopify, memberOf(shop), MEMBER);
  return shopify;
}

function memberOf(shop: LocalShop): string {
  const [customer] = shop.customers.keys();
  if (customer === undefined) throw new Error('the shop has no customers');
  return customer;
}

function standardVisit(shop: LocalShop): Visit {
  const cart = ['morning-house', 'cone-dripper'].map((handle) => ({
    variantId: shop.productByHandle(handle)?.variants[0]?.id ?? '',
    quantity: 2,
  }));
  return { customer: shop.customers.get(memberOf(shop)) ?? null, language: 'en', cart };
}

/** @param blocks as the theme editor keeps them; null for the usual places */
export async function openStorefront(
  blocks: PlacedBlock[] | null,
  { embeds = [], program = {} }: Extras = {},
): Promise<Storefront> {
  const shopify = await openShop(program);
  const shop = shopify.firstShop;
  await shop.saveTheme({ look: 'light', blocks, embeds });
  const visit = standardVisit(shop);
  const server = createServer(express().use(storefrontRouter(shopify)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server listens on no port');
  const stop = async () => {
    await shopify.stop();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  const render = (path: string) => {
    const page = findPage(shop, visit, new URL(path, 'http://localhost'));
    if (!page) throw new Error(`the shop has no page ${path}`);
    return renderPage(shop, visit, page);
  };
  const cookies = { customer: memberOf(shop), language: 'en', cart: writeCart(visit.cart) };
  return { shop, url: `http://127.0.0.1:${address.port}`, cookies, render, stop };
}

/** The other's page has blocks, this one's doesn't. @throws Error when what is compared isn't what it should be */
export function checkPair(withBlocks: string, without: string): void {
  if (!withBlocks.includes('shopify-app-block')) throw new Error('a page that should hold blocks holds none');
  if (without.includes('shopify-app-block')) throw new Error('a page that should hold no blocks holds some');
}
