// Which page an address leads to, with the objects that Shopify gives it. Scripts ask for sections by the same addresses.
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import type { Collection, Product } from '#tests/local-shopify/shop/types.ts';
import type { Page } from './page.ts';
import { collectionObject, isOnSale, productObject } from './product-objects.ts';
import type { Visit } from './visit.ts';

/** @param url of any origin: path and query count */
export function findPage(shop: LocalShop, visit: Visit, url: URL): Page | null {
  const [folder = '', handle, ...rest] = url.pathname.split('/').slice(1);
  if (rest.length > 0) return null;
  const found = handle === undefined ? topPage(shop, visit, folder) : null;
  const page = found ?? namedPage(shop, visit, folder, handle ?? '', url.searchParams);
  return page && { ...page, path: url.pathname + queryOf(url) };
}

/** What a script or the theme editor added to ask for it is no part of the page's own address. */
function queryOf(url: URL): string {
  const query = new URLSearchParams(url.search);
  for (const name of ['section_id', 'sections', 'editor']) query.delete(name);
  return query.size === 0 ? '' : `?${query.toString()}`;
}

type Found = Omit<Page, 'path'>;

function topPage(shop: LocalShop, visit: Visit, name: string): Found | null {
  const collections = () => shop.collections.map((one) => collectionObject(shop, one, visit.language));
  switch (name) {
    case '':
      return {
        template: 'index',
        title: { key: 'index.page_title' },
        objects: { collections: collections() },
      };
    case 'collections':
      return {
        template: 'list-collections',
        title: { key: 'collections.page_title' },
        objects: { collections: collections() },
      };
    case 'cart':
      return { template: 'cart', title: { key: 'cart.page_title' } };
    default:
      return null;
  }
}

function namedPage(
  shop: LocalShop,
  visit: Visit,
  folder: string,
  handle: string,
  query: URLSearchParams,
): Found | null {
  switch (folder) {
    case 'products':
      return productPage(shop, visit, handle, query.get('variant'));
    case 'collections':
      return collectionPage(shop, visit, handle);
    case 'pages':
      return handle === 'loyalty' ? { template: 'page.loyalty', title: { key: 'loyalty.page_title' } } : null;
    default:
      return null;
  }
}

function productPage(shop: LocalShop, visit: Visit, handle: string, variantId: string | null): Found | null {
  const found = shop.productByHandle(handle);
  if (!found || !isOnSale(found)) return null;
  const product = productObject(shop, found, visit.language, variantId);
  return {
    template: 'product',
    title: product.title,
    objects: { product, siblings: siblingsOf(shop, found, visit) },
  };
}

/** Two products that the theme can put in this one's place: the next ones of the catalogue. */
function siblingsOf(shop: LocalShop, product: Product, { language }: Visit) {
  const at = shop.products.indexOf(product);
  const next = [...shop.products.slice(at + 1), ...shop.products.slice(0, at)];
  return next.slice(0, 2).map((one) => productObject(shop, one, language));
}

/** `all` is Shopify's own collection of everything. */
function collectionPage(shop: LocalShop, visit: Visit, handle: string): Found | null {
  const named = shop.collections.find((one) => one.handle === handle);
  if (!named && handle !== 'all') return null;
  const collection = named ? collectionObject(shop, named, visit.language) : everything(shop, visit);
  const title = named ? collection.title : { key: 'collections.all' };
  return { template: 'collection', title, objects: { collection } };
}

function everything(shop: LocalShop, visit: Visit) {
  const productIds = shop.products.map((product) => product.id);
  const all: Collection = { id: '0', handle: 'all', title: '', descriptionHtml: '', productIds };
  return collectionObject(shop, all, visit.language);
}
