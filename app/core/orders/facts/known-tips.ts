// "Tips earn nothing": which lines are tips, as the order says it now and as it was known before. Shopify tells it on one
// way only, and of the other it is guessed; a line that once had a product is no tip, whatever it costs.
import type { OrderFacts } from '../../snapshots/order-facts.ts';
import type { OrderLine, OrderSnapshot } from '../../snapshots/order-snapshot.ts';
import { guessTips } from '../../snapshots/tip-lines.ts';

type Known = Pick<OrderFacts, 'lines' | 'tips'>;

const idsOf = (lines: readonly OrderLine[]): string[] =>
  lines.filter(({ tip }) => tip).map(({ lineId }) => lineId);

function hadProductIn({ lines }: Known): (lineId: string) => boolean {
  return (lineId) => (lines[lineId] ?? []).some((id) => id !== null);
}

/** The order with its tips as they are known. */
export function withKnownTips(snapshot: OrderSnapshot, facts: Known): OrderSnapshot {
  const hadProduct = hadProductIn(facts);
  const marked = idsOf(snapshot.lines);
  const tips = facts.tips ?? (marked.some(hadProduct) ? guessed(snapshot, hadProduct) : marked);
  const lines = snapshot.lines.map((line) => {
    const tip = tips.includes(line.lineId);
    return tip === line.tip ? line : { ...line, tip };
  });
  return { ...snapshot, lines };
}

function guessed({ lines, tipMinor }: OrderSnapshot, hadProduct?: (lineId: string) => boolean) {
  return guessTips(lines, tipMinor, hadProduct).lineIds;
}

/**
 * Facts that keep tips which are certain: what the snapshot says otherwise than its guess would was told by Shopify, and
 * a guess is certain where no other lines could be meant.
 */
export function withTipFacts(facts: OrderFacts, newest: OrderSnapshot | null): OrderFacts {
  // Older snapshots were guessed in another way.
  if (!newest?.total) return facts;
  const hadProduct = hadProductIn(facts);
  const marked = idsOf(newest.lines).filter((lineId) => !hadProduct(lineId));
  const isTold = newest.tipsTold || [...marked].sort().join() !== [...guessed(newest)].sort().join();
  if (marked.length > 0 && isTold) return { ...facts, tips: marked };
  const { lineIds, certain } = guessTips(newest.lines, newest.tipMinor, hadProduct);
  return facts.tips || lineIds.length === 0 || !certain ? facts : { ...facts, tips: lineIds };
}
