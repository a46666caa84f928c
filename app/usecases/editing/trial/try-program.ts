// "Try it": what a made-up cart or a real order would earn under rules that are still being typed. Writes nothing.
import { now } from '#app/clock.server.ts';
import { dayIn } from '#app/core/values/days.ts';
import type { AskedFacts } from '#app/core/orders/facts/freeze-facts.ts';
import type { OrderExplanation } from '#app/core/orders/order-explanation.ts';
import type { OrderSnapshot } from '#app/core/snapshots/order-snapshot.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import type { HeldStamps } from '#app/core/stamps/free-in-cart.ts';
import { asCodes, cardsAsCodes } from '#app/core/editing/trial/trial-codes.ts';
import {
  trialFreeLines,
  trialFreeUnits,
  withFreeUnits,
  type TrialFreeUnits,
} from '#app/core/editing/trial/trial-free-units.ts';
import {
  cartAsOrder,
  explainTrial,
  trialOrder,
  trialProgram,
  trialReading,
  type TrialLine,
} from '#app/core/editing/trial/trial-order.ts';
import type { Unit } from '#app/core/values/units.ts';
import { isBlockedCustomer } from '#app/db/members/members.server.ts';
import { decisionsOf } from '#app/db/stamps/order-flags.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { shopProgram } from '#app/db/program/programs.server.ts';
import { readTitleBook } from '#app/db/stamps/card-titles.server.ts';
import { callAdmin } from '#app/shopify/admin-api/admin.server.ts';
import { fetchOrder } from '#app/shopify/snapshots/fetch-order.ts';
import { digitsOfGid } from '#app/shopify/admin-api/ids.ts';
import { findOrder } from '#app/shopify/orders/find-order.ts';
import { orderQuery } from '#app/shopify/orders/order-query.ts';
import { readCardWays } from '../../stamps/read-card-ways.ts';
import { askCartFacts } from './ask-cart-facts.ts';
import { askFacts } from '../../orders/ask-facts.ts';

type TrialShop = { id: number; domain: string; currency: string; timeZone: string };

export type Trial = {
  units: { unit: Unit; explanation: OrderExplanation }[];
  /** Each card's result for a made-up cart; empty for an order, whose cart is long gone. */
  freeUnits: TrialFreeUnits[];
  /** The titles of the order's lines, by line id. */
  lineTitles: Record<string, string>;
  /** The rules count prices without tax, and the tax inside these prices isn't known: they count in full. */
  taxUnknown: boolean;
};

/** The cart's shopper: signed stamps and the running cards' sizes. A shopper who is left out gets no free unit. */
export type TrialShopper = { held: HeldStamps; blocked: boolean };

/** Throws a Failure when Shopify can't be asked for what the rules need. */
export async function tryCart(
  shop: TrialShop,
  rules: ProgramRules,
  lines: readonly (TrialLine & { title: string })[],
  { held, blocked }: TrialShopper,
): Promise<Trial> {
  const productIds = new Set(lines.flatMap(({ productId }) => productId ?? []));
  const { giftCards, taxUnknown } = await askCartFacts(shop.domain, rules, [...productIds]);
  const { timeZone, currency } = shop;
  const cart = cartAsOrder(lines, currency, giftCards, now());
  const asked = await askedOf(shop, rules, cart);
  const inCart = trialFreeLines(lines, giftCards, asked);
  const ofCodes = cardsAsCodes(rules.cards, await readCardWays(shop.id));
  const ofCart = blocked ? [] : trialFreeUnits(rules, held, inCart, dayIn(timeZone, now()));
  const freeUnits = ofCart.map((one) => (ofCodes.has(one.cardKey) ? asCodes(one, rules.paused) : one));
  const order = trialOrder(withFreeUnits(cart, freeUnits, rules.cards));
  const reading = trialReading(rules, held);
  const units = explainTrial(order, rules, { blocked, asked, timeZone, reading, held });
  const lineTitles = Object.fromEntries(lines.map(({ title }, index) => [String(index + 1), title]));
  return { units, freeUnits, lineTitles, taxUnknown };
}

/** Null when the shop has no such order, or Shopify shows it no longer. Throws a Failure when it can't be asked. */
export async function tryOrderByName(
  shop: TrialShop,
  rules: ProgramRules,
  name: string,
): Promise<Trial | null> {
  const { orders } = await callAdmin(shop.domain, findOrder, { query: orderQuery(name) });
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
  return { units, freeUnits: [], lineTitles: Object.fromEntries(titles), taxUnknown: false };
}

async function tryOrder(
  shop: TrialShop,
  rules: ProgramRules,
  snapshot: OrderSnapshot,
): Promise<Trial['units']> {
  const { id, timeZone } = shop;
  const { customerId, orderId } = snapshot;
  const asked = await askedOf(shop, rules, snapshot);
  const blocked = customerId ? await isBlockedCustomer(pool(), id, customerId) : false;
  const decisions = await decisionsOf(pool(), id, [orderId]);
  const program = await shopProgram(pool(), id);
  const book = await readTitleBook(pool(), id, program?.versions ?? []);
  const before = { book, decided: decisions.get(orderId) ?? {} };
  const reading = trialReading(rules, {}, before);
  return explainTrial(trialOrder(snapshot), rules, { blocked, asked, timeZone, reading });
}

async function askedOf(shop: TrialShop, rules: ProgramRules, snapshot: OrderSnapshot): Promise<AskedFacts> {
  const { domain, timeZone } = shop;
  const program = { domain, ...trialProgram(rules, timeZone) };
  const { asked, failure } = await askFacts(program, [trialOrder(snapshot)]);
  if (failure) throw failure;
  return asked;
}
