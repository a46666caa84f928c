// "Try it": what a made-up cart or a real order would earn under rules that are still being typed. Writes nothing.
import type { OrderExplanation } from '#app/core/order-corrections.ts';
import type { OrderSnapshot } from '#app/core/order-snapshot.ts';
import type { ProgramRules } from '#app/core/program-rules.ts';
import {
  cartAsOrder,
  explainTrial,
  trialOrder,
  trialProgram,
  type TrialLine,
} from '#app/core/trial-order.ts';
import type { Unit } from '#app/core/units.ts';
import { isBlockedCustomer } from '#app/db/blocked-customer.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { callAdmin } from '#app/shopify/admin.server.ts';
import { fetchOrder } from '#app/shopify/fetch-order.ts';
import { digitsOfGid } from '#app/shopify/ids.ts';
import { findOrder } from '#app/shopify/operations/find-order.ts';
import { readCartFacts } from './read-cart-facts.ts';
import { readFacts } from './read-facts.ts';

type TrialShop = { id: number; domain: string; currency: string };

export type Trial = {
  units: { unit: Unit; explanation: OrderExplanation }[];
  /** What the order's lines are called, by line id. */
  lineTitles: Record<string, string>;
  /** The rules count prices without tax, and the tax inside these prices isn't known: they count in full. */
  taxUnknown: boolean;
};

/** Throws a Failure when Shopify can't be asked for what the rules need. */
export async function tryCart(
  shop: TrialShop,
  rules: ProgramRules,
  lines: readonly (TrialLine & { title: string })[],
): Promise<Trial> {
  const productIds = new Set(lines.flatMap(({ productId }) => productId ?? []));
  const { giftCards, taxUnknown } = await readCartFacts(shop.domain, rules, [...productIds]);
  const units = await tryOrder(shop, rules, cartAsOrder(lines, shop.currency, giftCards));
  const lineTitles = Object.fromEntries(lines.map(({ title }, index) => [String(index + 1), title]));
  return { units, lineTitles, taxUnknown };
}

/** Null when the shop has no such order, or Shopify shows it no longer. Throws a Failure when it can't be asked. */
export async function tryOrderByName(
  shop: TrialShop,
  rules: ProgramRules,
  name: string,
): Promise<Trial | null> {
  const { orders } = await callAdmin(shop.domain, findOrder, { query: `name:"${searchable(name)}"` });
  const found = orders.nodes[0];
  const orderId = found ? digitsOfGid(found.id) : null;
  if (!found || !orderId) return null;
  const snapshot = await fetchOrder(shop.domain, orderId);
  if (!snapshot) return null;
  const titles = found.lineItems.nodes.flatMap(({ id, title }) => {
    const lineId = digitsOfGid(id);
    return lineId ? [[lineId, title] as const] : [];
  });
  const units = await tryOrder(shop, rules, snapshot);
  return { units, lineTitles: Object.fromEntries(titles), taxUnknown: false };
}

/** Quotes and backslashes would end the quoted name of Shopify's search language. */
function searchable(name: string): string {
  return name.trim().replace(/["\\]/g, '');
}

async function tryOrder(
  shop: TrialShop,
  rules: ProgramRules,
  snapshot: OrderSnapshot,
): Promise<Trial['units']> {
  const order = trialOrder(snapshot);
  const { asked, failure } = await readFacts({ domain: shop.domain, ...trialProgram(rules) }, [order]);
  if (failure) throw failure;
  const blocked = snapshot.customerId ? await isBlockedCustomer(pool(), shop.id, snapshot.customerId) : false;
  return explainTrial(order, rules, { blocked, asked });
}
