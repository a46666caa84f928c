// "The sixth is free at once": which units of a cart are free now, the cheapest first.
import { cardOfUnit, type CardProducts, type ProductGroups, type UnitOfLine } from './eligible-unit.ts';
import { freeUnits, readyUnits } from './free-units.ts';
import { runningCards, type CardDates } from './running-cards.ts';

export type CardInCart = CardDates & {
  readonly key: string;
  /** The size in the published version; a member's running card keeps its own. */
  readonly size: number;
  /** Minor units of the shop's currency. */
  readonly maxPriceMinor: number | null;
  readonly products: CardProducts;
};

export type CartLine = {
  lineId: string;
  quantity: number;
  unit: UnitOfLine;
  groups: ProductGroups;
  /** The price of one unit before discounts, in any steps that order the cart's prices: the shopper's currency, say. */
  price: number;
  /** The same in minor units of the shop's currency. Only price ceilings ask. */
  priceMinor: number;
  /** Bought on a selling plan: such units earn stamps, but none of them is the free one. */
  subscription: boolean;
};

/** Signed stamps and the running card's size, by card; a card that isn't here has no stamps yet. */
export type HeldStamps = Readonly<Record<string, readonly [stamps: number, size: number]>>;

export type FreeOfCard = {
  cardKey: string;
  /** Units of the cart that the card counts, the free ones included. */
  units: number;
  free: number;
  /** The lines in which the free units lie, the cheapest first. */
  lines: { lineId: string; quantity: number }[];
};

/**
 * Each card's units in a cart, counted and free, on a day (`YYYY-MM-DD` in the shop's time zone), in the program's
 * order. Cards that count nothing of it are left out. While the program is `paused` only full cards give.
 */
export function freeInCart(
  cards: readonly CardInCart[],
  held: HeldStamps,
  lines: readonly CartLine[],
  day: string,
  paused?: boolean,
): FreeOfCard[] {
  const running = runningCards(cards, day);
  const counted = new Map<string, CartLine[]>();
  for (const line of lines) {
    const card = cardOfUnit(running, line.unit, line.groups);
    if (!card) continue;
    const before = counted.get(card.key);
    if (before) before.push(line);
    else counted.set(card.key, [line]);
  }
  return running.flatMap((card) => {
    const ofCard = counted.get(card.key);
    return ofCard ? [freeOfCard(card, held[card.key], ofCard, paused)] : [];
  });
}

function freeOfCard(
  card: CardInCart,
  held: HeldStamps[string] | undefined,
  lines: CartLine[],
  paused: boolean | undefined,
): FreeOfCard {
  const [stamps, size] = held ?? [0, card.size];
  const candidates = lines.filter((line) => mayBeFree(line, card));
  const units = sumOfUnits(lines);
  const mayFree = sumOfUnits(candidates);
  const free = paused
    ? readyUnits({ stamps, size, mayBeFree: mayFree })
    : freeUnits({ stamps, size, units, mayBeFree: mayFree });
  return { cardKey: card.key, units, free, lines: cheapestUnits(candidates, free) };
}

function mayBeFree(line: CartLine, { maxPriceMinor }: CardInCart): boolean {
  return !line.subscription && (maxPriceMinor === null || line.priceMinor <= maxPriceMinor);
}

function sumOfUnits(lines: readonly CartLine[]): number {
  return lines.reduce((sum, { quantity }) => sum + quantity, 0);
}

/** Lines of one price keep the cart's order. */
function cheapestUnits(lines: readonly CartLine[], free: number): FreeOfCard['lines'] {
  const chosen: FreeOfCard['lines'] = [];
  let left = free;
  for (const { lineId, quantity } of [...lines].sort((a, b) => a.price - b.price)) {
    if (left <= 0) break;
    chosen.push({ lineId, quantity: Math.min(quantity, left) });
    left -= quantity;
  }
  return chosen;
}
