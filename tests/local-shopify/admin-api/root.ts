// The queries and mutations that the stand-in can carry out. Any other that the schema has is a loud error.
import { wholeSecond } from '#tests/local-shopify/shop/times.ts';
import type { AutomaticDiscount } from '#tests/local-shopify/shop/automatic-discount.ts';
import type { CodeDiscount } from '#tests/local-shopify/shop/code-discount.ts';
import type { Customer, Order, Product } from '#tests/local-shopify/shop/types.ts';
import { CODE_DISCOUNT_MUTATIONS, CODE_DISCOUNT_QUERIES } from './code-discount-mutations.ts';
import { codeDiscountNode, listedCodeDiscount } from './code-discount-nodes.ts';
import { byId, connection } from './connections.ts';
import type { PageArgs, Row } from './connections.ts';
import { hasScope } from './context.ts';
import type { AdminContext } from './context.ts';
import { customerFields, customerWords } from './customer-search.ts';
import { customerView } from './customer-view.ts';
import { DISCOUNT_MUTATIONS } from './discount-mutations.ts';
import { automaticDiscountNode, discountNode } from './discount-nodes.ts';
import { FLOW_MUTATIONS } from './flow-mutations.ts';
import { idOf, parseGid } from './global-ids.ts';
import { metafieldsDelete } from './metafields-delete.ts';
import { metafieldsSet } from './metafields-set.ts';
import { orderView } from './order-view.ts';
import { collectionView, productView, variantView } from './product-view.ts';
import { refundView } from './refund-view.ts';
import { matching } from './search-query.ts';
import type { Fields } from './search-query.ts';
import { installationView, shopView } from './shop-view.ts';
import { SUBSCRIPTION_MUTATIONS, SUBSCRIPTION_QUERIES } from './subscription-mutations.ts';
import { TAG_MUTATIONS } from './tag-mutations.ts';
import { THEME_QUERIES } from './theme-view.ts';

type ById = { id: string };
type Listed = PageArgs & { query?: string | null; sortKey?: string | null };

/** `read_orders` alone reaches back so far. */
const REACH_MS = 60 * 24 * 3_600_000;

const ORDER_FIELDS: Fields<Order> = {
  id: (order) => order.id,
  name: (order) => order.name,
  customer_id: (order) => order.customerId,
  created_at: (order) => order.createdAt,
  processed_at: (order) => order.processedAt,
  updated_at: (order) => order.updatedAt,
  financial_status: (order) => order.financialStatus,
  test: (order) => String(order.test),
  /** The first one that was used on it. */
  discount_code: ({ discounts }) => discounts.find(({ type }) => type === 'discount_code')?.title ?? null,
};

const PRODUCT_FIELDS: Fields<Product> = {
  id: (product) => product.id,
  handle: (product) => product.handle,
  bundles: (product) => String(product.bundle ?? false),
  title: (product) => product.title,
  updated_at: (product) => product.updatedAt,
};

type AnyDiscount = AutomaticDiscount | CodeDiscount;

const DISCOUNT_FIELDS: Fields<AnyDiscount> = {
  id: (discount) => discount.id,
  method: (discount) => ('gives' in discount ? 'code' : 'automatic'),
  /** One tag of the app's, which it writes first. */
  tag: (discount) => ('gives' in discount ? (discount.tags[0] ?? null) : null),
  title: (discount) => discount.title,
  created_at: (discount) => discount.createdAt,
  updated_at: (discount) => discount.updatedAt,
};

/** Rows in the order of a sort key; the id decides between equals. */
function sortedBy<T extends { id: string }>(
  items: T[],
  key: string,
  keys: Fields<T>,
  view: (item: T) => object,
): Row<object>[] {
  const field = key.toLowerCase();
  const value = keys[field];
  if (!value) throw new Error(`the stand-in can't sort by ${key}`);
  const place = (item: T) => (field === 'id' ? '' : `${value(item) ?? ''} `);
  return items.map((item) => ({ key: `${place(item)}${item.id.padStart(20, '0')}`, node: () => view(item) }));
}

/** Null beyond the reach of the token. */
function reachable(context: AdminContext, order: Order | undefined): Order | null {
  if (!order) return null;
  const old = context.at.getTime() - new Date(order.createdAt).getTime() > REACH_MS;
  return old && !hasScope(context, 'read_all_orders') ? null : order;
}

function allOrders(context: AdminContext): Order[] {
  return [...context.shop.orders.values()].filter((order) => reachable(context, order));
}

/** A search doesn't know yet what has just happened. */
function searchableOrders(context: AdminContext, query: string | null | undefined): Order[] {
  const until = wholeSecond(new Date(context.at.getTime() - context.shop.searchLagMs));
  return allOrders(context).filter(({ updatedAt }) => !query || updatedAt <= until);
}

function refundById(context: AdminContext, id: string): object | null {
  for (const order of allOrders(context)) {
    const refund = order.refunds.find((one) => one.id === id);
    if (refund) return refundView(context, order, refund);
  }
  return null;
}

function orderById(context: AdminContext, id: string): object | null {
  const order = reachable(context, context.shop.orders.get(id));
  return order ? orderView(context, order) : null;
}

function customerById(context: AdminContext, id: string): object | null {
  const customer = context.shop.customers.get(id);
  return customer ? customerView(context, customer) : null;
}

function productById(context: AdminContext, id: string): object | null {
  const product = context.shop.product(id);
  return product ? productView(context, product) : null;
}

function variantById(context: AdminContext, id: string): object | null {
  const found = context.shop.variant(id);
  return found ? variantView(context, found.product, found.variant) : null;
}

function collectionById(context: AdminContext, id: string): object | null {
  const collection = context.shop.collections.find((one) => one.id === id);
  return collection ? collectionView(context, collection) : null;
}

function automaticDiscountById(context: AdminContext, id: string): object | null {
  const discount = context.shop.automaticDiscounts.get(id);
  return discount ? automaticDiscountNode(context, discount) : null;
}

function codeDiscountById(context: AdminContext, id: string): object | null {
  const discount = context.shop.codeDiscounts.get(id);
  return discount ? codeDiscountNode(context, discount) : null;
}

const NODES: Record<string, (context: AdminContext, id: string) => object | null> = {
  Collection: collectionById,
  Customer: customerById,
  DiscountAutomaticNode: automaticDiscountById,
  DiscountCodeNode: codeDiscountById,
  Order: orderById,
  Product: productById,
  ProductVariant: variantById,
  Refund: refundById,
};

function node(context: AdminContext, text: string): object | null {
  const { type, id } = parseGid(text);
  const read = NODES[type];
  if (!read) throw new Error(`the stand-in has no nodes of type ${type}`);
  return read(context, id);
}

export const QUERIES = {
  ...CODE_DISCOUNT_QUERIES,
  ...SUBSCRIPTION_QUERIES,
  ...THEME_QUERIES,
  shop: (_args: object, context: AdminContext) => shopView(context),
  currentAppInstallation: (_args: object, context: AdminContext) => installationView(context),
  appInstallation: (_args: object, context: AdminContext) => installationView(context),
  node: (args: ById, context: AdminContext) => node(context, args.id),
  nodes: (args: { ids: string[] }, context: AdminContext) => args.ids.map((id) => node(context, id)),
  order: (args: ById, context: AdminContext) => orderById(context, idOf('Order', args.id)),
  refund: (args: ById, context: AdminContext) => refundById(context, idOf('Refund', args.id)),
  customer: (args: ById, context: AdminContext) => customerById(context, idOf('Customer', args.id)),
  product: (args: ById, context: AdminContext) => productById(context, idOf('Product', args.id)),
  productVariant: (args: ById, context: AdminContext) =>
    variantById(context, idOf('ProductVariant', args.id)),
  collection: (args: ById, context: AdminContext) => collectionById(context, idOf('Collection', args.id)),
  /** Of what the token reaches. */
  ordersCount: ({ query, limit }: Listed & { limit?: number | null }, context: AdminContext) => {
    const found = matching(searchableOrders(context, query), query, ORDER_FIELDS).length;
    const most = limit ?? found;
    return { count: Math.min(found, most), precision: found > most ? 'AT_LEAST' : 'EXACT' };
  },
  orders: (args: Listed, context: AdminContext) => {
    const found = matching(searchableOrders(context, args.query), args.query, ORDER_FIELDS);
    const view = (order: Order) => orderView(context, order);
    return connection(sortedBy(found, args.sortKey ?? 'PROCESSED_AT', ORDER_FIELDS, view), args);
  },
  customers: (args: Listed, context: AdminContext) => {
    const all = [...context.shop.customers.values()];
    const fields = customerFields(context.shop);
    const found = matching(all, args.query, fields, customerWords(context.shop));
    const view = (customer: Customer) => customerView(context, customer);
    return connection(sortedBy(found, args.sortKey ?? 'ID', fields, view), args);
  },
  products: (args: Listed, context: AdminContext) => {
    const found = matching(context.shop.products, args.query, PRODUCT_FIELDS);
    const view = (product: Product) => productView(context, product);
    return connection(sortedBy(found, args.sortKey ?? 'ID', PRODUCT_FIELDS, view), args);
  },
  discountNodes: (args: Listed, context: AdminContext) => {
    const all = [...context.shop.automaticDiscounts.values(), ...context.shop.codeDiscounts.values()];
    const found = matching(all, args.query, DISCOUNT_FIELDS);
    const view = (discount: AnyDiscount) =>
      'gives' in discount ? listedCodeDiscount(context, discount) : discountNode(context, discount);
    return connection(sortedBy(found, args.sortKey ?? 'ID', DISCOUNT_FIELDS, view), args);
  },
  collections: (args: Listed, context: AdminContext) =>
    connection(
      byId(context.shop.collections, (one) => collectionView(context, one)),
      args,
    ),
};

export const MUTATIONS = {
  metafieldsSet,
  metafieldsDelete,
  ...TAG_MUTATIONS,
  ...DISCOUNT_MUTATIONS,
  ...CODE_DISCOUNT_MUTATIONS,
  ...SUBSCRIPTION_MUTATIONS,
  ...FLOW_MUTATIONS,
};
