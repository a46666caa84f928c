// "These never count": the lines of an order that hold a product on the merchant's list, by itself or by a collection.
import { isNever } from '../program/never-earns.ts';
import type { ProgramRules } from '../program/program-rules.ts';
import type { OrderFacts } from '../snapshots/order-facts.ts';
import type { OrderSnapshot } from '../snapshots/order-snapshot.ts';

/** Ids of the lines. A product that is gone by now is known from when the order was first seen. */
export function neverLines(
  { lines }: Pick<OrderSnapshot, 'lines'>,
  { neverEarns }: Pick<ProgramRules, 'neverEarns'>,
  facts: Pick<OrderFacts, 'lines' | 'collections'>,
): ReadonlySet<string> {
  const never = lines.filter(({ lineId, productId }) => {
    const id = productId ?? facts.lines[lineId]?.[0] ?? null;
    return isNever(neverEarns, id, facts.collections[id ?? ''] ?? []);
  });
  return new Set(never.map(({ lineId }) => lineId));
}
