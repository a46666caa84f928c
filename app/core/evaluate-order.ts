// One order against the rules that were valid when it was placed, with the facts as they were first seen.
import { orderCorrections, type Correction, type PostedByUnit } from './order-corrections.ts';
import { NO_FACTS, type OrderFacts } from './order-facts.ts';
import type { OrderSnapshot } from './order-snapshot.ts';
import { orderTarget } from './order-target.ts';
import { pickVersion } from './pick-version.ts';
import type { ProgramVersion } from './program-rules.ts';
import type { Amounts } from './units.ts';

export type KnownOrder = {
  orderId: string;
  newest: OrderSnapshot | null;
  paid: OrderSnapshot | null;
  deleted: boolean;
  facts: OrderFacts | null;
  programVersion: number | null;
};

/** What the shop's program is and was. */
export type ProgramHistory = { versions: readonly ProgramVersion[]; earnsFrom: Date };

export type Collections = Readonly<Record<string, readonly string[]>>;

/** Frozen once it is known; picked by the order's own time until then. Null before the program's start. */
function versionOfOrder(order: KnownOrder, program: ProgramHistory): ProgramVersion | null {
  if (order.programVersion !== null) {
    return program.versions.find(({ number }) => number === order.programVersion) ?? null;
  }
  if (!order.newest) return null;
  return pickVersion(program.versions, program.earnsFrom, new Date(order.newest.processedAt));
}

/** Products whose collections the order's rules need and nobody has asked for yet. */
export function missingCollections(order: KnownOrder, program: ProgramHistory): string[] {
  const cards = versionOfOrder(order, program)?.rules.cards ?? [];
  if (!cards.some((card) => card.products.collectionIds.length > 0)) return [];
  const known = order.facts?.collections ?? {};
  const products = (order.newest?.lines ?? []).flatMap(({ productId }) => (productId ? [productId] : []));
  return [...new Set(products)].filter((productId) => !(productId in known));
}

/** The facts with what is new about the order added; what was known stays as it was. */
export function freezeFacts(
  order: KnownOrder,
  first: { blocked: boolean; collections: Collections },
): OrderFacts {
  const known = order.facts ?? { ...NO_FACTS, blocked: first.blocked };
  const seen = (order.newest?.lines ?? []).map(({ lineId, productId, variantId }) => {
    const before = known.lines[lineId];
    return [lineId, [before?.[0] ?? productId, before?.[1] ?? variantId]] as const;
  });
  const asked = Object.entries(first.collections).filter(([productId]) =>
    order.newest?.lines.some((line) => line.productId === productId),
  );
  return {
    ...known,
    collections: { ...Object.fromEntries(asked), ...known.collections },
    lines: { ...known.lines, ...Object.fromEntries(seen) },
  };
}

export type Evaluation = {
  version: ProgramVersion | null;
  facts: OrderFacts;
  pending: Amounts;
  corrections: Correction[];
};

export function evaluateOrder(
  order: KnownOrder,
  program: ProgramHistory,
  facts: OrderFacts,
  posted: PostedByUnit,
): Evaluation {
  const version = versionOfOrder(order, program);
  const target = orderTarget(order, version?.rules ?? null, facts);
  const rules = version && { number: version.number, earn: version.rules.earn };
  const evaluated = { orderId: order.orderId, newest: order.newest, version: rules, facts, target };
  return { version, facts, pending: target.pending, corrections: orderCorrections(evaluated, posted) };
}
