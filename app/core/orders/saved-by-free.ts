// "You saved €9.50": the price of the units that a card made free and that are kept. A whole unit is free, so it saved its price.
import { mulDivFloor } from '../values/money.ts';

/** The parts of a line of one card that matter here. */
type FreeOnLine = { lineId: string; quantity: number; kept: number; free: number; taken: number };
type PricedLine = {
  readonly lineId: string;
  readonly gross: readonly [shopMinor: number, paidMinor: number];
};

/** Free units of a line that are kept: Shopify knows no "the free one", so it goes with the last of them. */
export function freeKept({ free, kept, quantity }: Pick<FreeOnLine, 'free' | 'kept' | 'quantity'>): number {
  return quantity <= 0 ? 0 : Math.ceil((free * kept) / quantity);
}

/** In the shop's money. Lines that no longer take stamps saved nothing. */
export function savedByFree(stamps: readonly FreeOnLine[], lines: readonly PricedLine[]): number {
  return stamps
    .filter(({ taken }) => taken > 0)
    .reduce((sum, line) => {
      const gross = lines.find(({ lineId }) => lineId === line.lineId)?.gross[0] ?? 0;
      return sum + mulDivFloor(gross, freeKept(line), line.quantity);
    }, 0);
}
