// "Which units of this cart would be free, and why?": by the same leaf that the discount function runs.
import type { AskedFacts } from '../../orders/facts/freeze-facts.ts';
import type { OrderSnapshot } from '../../snapshots/order-snapshot.ts';
import type { StampCard } from '../../program/card-rules.ts';
import { isNever } from '../../program/never-earns.ts';
import type { ProgramRules } from '../../program/program-rules.ts';
import { freeInCart, type CartLine, type HeldStamps } from '../../stamps/free-in-cart.ts';
import { cardOfUnit } from '../../stamps/eligible-unit.ts';
import { runningCards } from '../../stamps/running-cards.ts';
import type { TrialLine } from './trial-order.ts';

/** One line that a card counts. */
export type TrialFreeLine = {
  lineId: string;
  quantity: number;
  free: number;
  /** Dearer than the card's ceiling: it earns stamps, and is never the free one. */
  tooDear: boolean;
  /** Later cards that include it, too. */
  alsoOn: string[];
};

/** A cart as one card counts it. Stamps are signed. */
export type TrialFreeUnits = {
  cardKey: string;
  stamps: number;
  /** Stamps that a free unit takes. */
  size: number;
  /** Units of the cart that the card counts, the free ones included. */
  units: number;
  free: number;
  /** Full cards that are given as codes once the order is paid; null where the cart gives them. */
  codes: number | null;
  /** Stamps once the order is paid, and full cards are given. */
  after: number;
  lines: TrialFreeLine[];
};

/** The trial's lines as the function sees them. Line ids are 1, 2 …, as `cartAsOrder` has them. */
export function trialFreeLines(
  lines: readonly TrialLine[],
  giftCards: ReadonlySet<string>,
  { collections, productTags }: Pick<AskedFacts, 'collections' | 'productTags'>,
): CartLine[] {
  return lines.map(({ productId, variantId, priceMinor, quantity }, index): CartLine => {
    const id = productId ?? '';
    const unit = {
      hasVariant: variantId !== null,
      productId,
      unitPriceAboveZero: priceMinor > 0,
      giftCard: giftCards.has(id),
      tip: false,
      bundleComponent: false,
    };
    const groups = { collections: collections[id] ?? [], tags: productTags[id] ?? [] };
    const lineId = String(index + 1);
    return { lineId, quantity, unit, groups, price: priceMinor, priceMinor, subscription: false };
  });
}

/** In the program's order; cards that count nothing of the cart are left out. `day` is the shop's, `YYYY-MM-DD`. */
export function trialFreeUnits(
  { cards, paused, neverEarns }: Pick<ProgramRules, 'cards' | 'paused' | 'neverEarns'>,
  held: HeldStamps,
  cart: readonly CartLine[],
  day: string,
): TrialFreeUnits[] {
  const running = runningCards(cards, day);
  const lines = cart.filter(({ unit, groups }) => !isNever(neverEarns, unit.productId, groups.collections));
  return freeInCart(running, held, lines, day, paused).flatMap((ofCard): TrialFreeUnits[] => {
    const at = running.findIndex(({ key }) => key === ofCard.cardKey);
    const card = running[at];
    if (!card) return [];
    const [stamps, size] = held[card.key] ?? [0, card.size];
    const { cardKey, units, free } = ofCard;
    const freeOf = (lineId: string) => ofCard.lines.find((one) => one.lineId === lineId)?.quantity ?? 0;
    const counted = lines.flatMap((line): TrialFreeLine[] => {
      const { lineId, quantity, priceMinor, unit, groups } = line;
      if (cardOfUnit(running, unit, groups)?.key !== cardKey) return [];
      const tooDear = card.maxPriceMinor !== null && priceMinor > card.maxPriceMinor;
      const later = running.slice(at + 1).filter((one) => cardOfUnit([one], unit, groups));
      return [{ lineId, quantity, free: freeOf(lineId), tooDear, alsoOn: later.map(({ key }) => key) }];
    });
    const after = stamps - free * size + (paused ? 0 : units - free);
    return [{ cardKey, stamps, size, units, free, codes: null, after, lines: counted }];
  });
}

/** The cart's order as Shopify would write it with our discounts on its lines. */
export function withFreeUnits(
  order: OrderSnapshot,
  freeUnits: readonly TrialFreeUnits[],
  cards: readonly StampCard[],
): OrderSnapshot {
  const giving = freeUnits.filter(({ free }) => free > 0);
  const titles = giving.map(({ cardKey }) => cards.find(({ key }) => key === cardKey)?.title.en ?? cardKey);
  const lines = order.lines.map((line) => {
    const application = giving.findIndex((ofCard) => freeOn(ofCard, line.lineId) > 0);
    const ofCard = giving[application];
    if (!ofCard) return line;
    const minor = (line.gross[0] / line.quantity) * freeOn(ofCard, line.lineId);
    return { ...line, discounts: [{ application, amount: [minor, minor] as const }] };
  });
  return { ...order, lines, discounts: titles.map((title) => ({ type: 'automatic', title })) };
}

function freeOn({ lines }: TrialFreeUnits, lineId: string): number {
  return lines.find((line) => line.lineId === lineId)?.free ?? 0;
}
