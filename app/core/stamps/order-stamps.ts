// "A stamp for every unit of the card's products that is paid and kept."
import type { OrderFacts } from '../order-facts.ts';
import type { OrderLine, OrderSnapshot } from '../order-snapshot.ts';
import { cardOfUnit, type CardProducts, type UnitOfLine } from './eligible-unit.ts';

export type StampsOfLine = { lineId: string; cardKey: string; units: number };

function unitOfLine(line: OrderLine, facts: OrderFacts): UnitOfLine {
  const known = facts.lines[line.lineId];
  return {
    hasVariant: (line.variantId ?? known?.[1] ?? null) !== null,
    productId: line.productId ?? known?.[0] ?? null,
    unitPriceAboveZero: line.gross[0] > 0,
    giftCard: line.giftCard,
    tip: line.tip,
    bundleComponent: line.bundleGroup !== null,
  };
}

/** What each line of the order brings to which card, as if it were paid. Lines without stamps are left out. */
export function orderStamps(
  snapshot: OrderSnapshot,
  cards: readonly { readonly key: string; readonly products: CardProducts }[],
  facts: OrderFacts,
): StampsOfLine[] {
  return snapshot.lines.flatMap((line) => {
    const unit = unitOfLine(line, facts);
    const card = cardOfUnit(cards, unit, facts.collections[unit.productId ?? ''] ?? []);
    return card && line.currentQuantity > 0
      ? [{ lineId: line.lineId, cardKey: card.key, units: line.currentQuantity }]
      : [];
  });
}
