// A merchant asks what became of an order. Shopify is asked where the app has none of that name.
import { foldName, possibleNames } from '#app/core/order-answers/asked-name.ts';
import type { AskedOrderAnswer } from '#app/core/order-answers/merchants-answer.ts';
import { newestOrderName, orderOfName } from '#app/db/order-answers/asked-orders.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { publishedVersion, shopProgram, type ShopProgram } from '#app/db/program/programs.server.ts';
import { callPatiently } from '#app/shopify/admin-api/call-patiently.ts';
import { digitsOfGid } from '#app/shopify/admin-api/ids.ts';
import { findOrder } from '#app/shopify/orders/find-order.ts';
import { orderQuery } from '#app/shopify/orders/order-query.ts';
import { fetchOrder } from '#app/shopify/snapshots/fetch-order.ts';
import { answerAbout } from './answer-about.ts';

/** @param memberId whose page it is asked on. Throws a Failure where Shopify can't be asked. Null where there is no such shop. */
export async function askOrder(
  shop: { id: number },
  typed: string,
  memberId: string | null,
): Promise<AskedOrderAnswer | null> {
  const program = await shopProgram(pool(), shop.id);
  if (!program) return null;
  const { currency, timeZone, versions } = program;
  const { names } = publishedVersion(program).rules;
  const titles = new Map(versions.flatMap(({ rules }) => rules.cards.map(({ key, title }) => [key, title])));
  const cards = [...titles].map(([key, title]) => ({ key, title }));
  const said = { currency, timeZone, names, cards };
  const called = possibleNames(typed, await newestOrderName(pool(), shop.id));
  if (called.length === 0) return { ...said, known: 'nowhere' };
  const row = await orderOfName(pool(), shop.id, called);
  const answer = await answerAbout(shop.id, program, row, { kind: 'merchant', memberId });
  if (answer.found) return { ...said, known: 'here', order: answer };
  return { ...said, ...(await askShopify(program, called)) };
}

async function askShopify(program: ShopProgram, called: readonly [string, ...string[]] | string[]) {
  const { domain, earnsFrom } = program;
  const { orders } = await callPatiently(domain, findOrder, { query: orderQuery(called[0] ?? '') });
  const [found] = orders.nodes;
  const orderId = found ? digitsOfGid(found.id) : null;
  // Its search knows more than names.
  const isMeant = found !== undefined && called.map(foldName).includes(foldName(found.name));
  if (!isMeant || orderId === null) return { known: 'nowhere' as const };
  const snapshot = await fetchOrder(domain, orderId);
  if (!snapshot) return { known: 'nowhere' as const };
  const isBefore = new Date(snapshot.processedAt) < earnsFrom;
  const why = isBefore ? ('before-program' as const) : ('not-told' as const);
  return { known: 'at-shopify' as const, orderId, name: found.name, why };
}
