// "Tips earn nothing unless the merchant says so": which lines of an order are tips. Shopify tells it on the line; where it
// doesn't, the order's `total_tip_received` is all there is to go by, and a line that had a product is never taken for one.
import type { OrderLine } from './order-snapshot.ts';

/** More lines than this are tried one by one and in pairs only. */
const MOST_TRIED = 12;

/** `certain` where no other lines of that number have the same sum. */
export type GuessedTips = { lineIds: readonly string[]; certain: boolean };

const NONE: GuessedTips = { lineIds: [], certain: true };

/**
 * Lines that look like the tips of an order: as few as sum up to what was received, rather those that are kept than those
 * that went back, and rather the later ones, because a tip comes last.
 * @param hadProduct whether a product was once seen on the line
 */
export function guessTips(
  lines: readonly OrderLine[],
  tipMinor: number,
  hadProduct: (lineId: string) => boolean = () => false,
): GuessedTips {
  if (tipMinor <= 0) return NONE;
  const candidates = lines
    .filter((line) => looksLikeTip(line) && !hadProduct(line.lineId))
    .toReversed()
    .toSorted((a, b) => Number(b.currentQuantity > 0) - Number(a.currentQuantity > 0));
  const most = candidates.length > MOST_TRIED ? 2 : candidates.length;
  for (let size = 1; size <= most; size += 1) {
    const found = setsOf(candidates, size, tipMinor);
    const [first] = found;
    if (first) return { lineIds: first.map(({ lineId }) => lineId), certain: found.length === 1 };
  }
  return NONE;
}

function looksLikeTip(line: OrderLine): boolean {
  const { productId, variantId, giftCard, gross } = line;
  return productId === null && variantId === null && !giftCard && gross[0] > 0;
}

/** At most two of the sets of so many lines that sum up to the amount, the preferred one first. */
function setsOf(lines: readonly OrderLine[], size: number, amount: number): OrderLine[][] {
  if (size === 0) return amount === 0 ? [[]] : [];
  const found: OrderLine[][] = [];
  for (const [index, line] of lines.entries()) {
    if (line.gross[0] > amount) continue;
    const rest = setsOf(lines.slice(index + 1), size - 1, amount - line.gross[0]);
    found.push(...rest.map((others) => [line, ...others]));
    if (found.length > 1) return found.slice(0, 2);
  }
  return found;
}
