// What Shopify received of orders whose refunds gave more than they name: asked before any lock.
import type { AskedFacts } from '#app/core/orders/facts/freeze-facts.ts';
import { orderOfReceivedId } from '#app/core/orders/facts/received-money.ts';
import { minorUnits } from '#app/core/values/money.ts';
import type { Failure } from '#app/errors.ts';
import { askByIds } from '#app/shopify/admin-api/ask-by-ids.ts';
import { digitsOfGid, gid } from '#app/shopify/admin-api/ids.ts';
import { receivedMoney } from '#app/shopify/orders/received-money.ts';

/** An order costs 4 points. */
const MOST_IDS = 50;

type Received = Pick<AskedFacts, 'received'>;
type Node = (typeof receivedMoney.result._output)['nodes'][number];

/**
 * `failure` is set when Shopify couldn't be asked for all; what it had told by then is kept. Null for an order that is gone,
 * or an amount that can't be read.
 */
export async function askReceived(
  shopDomain: string,
  ids: readonly string[],
): Promise<Received & { failure?: Failure }> {
  const told = new Map<string, number | null>();
  const orderIds = [...new Set(ids.map(orderOfReceivedId))].map((id) => gid('Order', id));
  const failure = await askByIds(shopDomain, receivedMoney, orderIds, {
    mostIds: MOST_IDS,
    take: ({ nodes }, batch) => {
      for (const [index, id] of batch.entries())
        told.set(digitsOfGid(id) ?? '', minorOf(nodes[index] ?? null));
    },
  });
  const asked = ids.flatMap((id) => {
    const minor = told.get(orderOfReceivedId(id));
    return minor === undefined ? [] : [[id, minor] as const];
  });
  const received = Object.fromEntries(asked);
  return failure ? { received, failure } : { received };
}

function minorOf(node: Node): number | null {
  if (!node?.totalReceivedSet || !node.presentmentCurrencyCode) return null;
  return minorUnits(node.totalReceivedSet.presentmentMoney.amount, node.presentmentCurrencyCode);
}
