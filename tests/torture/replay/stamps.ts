// "A stamp for each unit of the card's products; a free unit takes the card's size": decision 020 has the formula. Of a line
// of Q units, f of them free and k kept, floor(((Q − f) − N·f) × k / Q) in all, of which floor(−N·f × k / Q) doesn't wait.
import type { Order, OrderLine, Product } from '#tests/local-shopify/shop/types.ts';
import type { Card, Rules } from './rules.ts';

/** Of one card: what the order brings once it is paid, and what its free units take. */
export type Stamps = { brings: number; takes: number };

/** A product with what decides which card counts it; null for one that nobody knows. */
export type Catalogue = (productId: string) => { product: Product; collectionIds: readonly string[] } | null;

const folded = (text: string): string => text.trim().toLowerCase();

function hasOneOf(tags: readonly string[], wanted: readonly string[]): boolean {
  return wanted.some((one) => tags.some((tag) => folded(tag) === folded(one)));
}

/** The first card of the program that counts the line's units. */
function cardOfLine(line: OrderLine, cards: readonly Card[], catalogue: Catalogue): Card | null {
  if (line.kind !== 'product' || line.giftCard || line.groupId !== null || line.unitPriceMinor <= 0)
    return null;
  const known = catalogue(line.productId ?? '');
  if (!known) return null;
  const { product, collectionIds } = known;
  const counts = ({ products }: Card): boolean => {
    if (hasOneOf(product.tags, products.withoutTags)) return false;
    if (products.all || products.productIds.includes(product.id)) return true;
    return (
      collectionIds.some((id) => products.collectionIds.includes(id)) ||
      hasOneOf(product.tags, products.withTags)
    );
  };
  return cards.find(counts) ?? null;
}

/** Units that the card's own discount made free: whole ones, by its title. */
function freeUnits(order: Order, line: OrderLine, card: Card): number {
  const titles = Object.values(card.title).map(folded);
  const taken = line.allocations
    .filter(({ application }) => {
      const discount = order.discounts[application];
      return discount?.type === 'automatic' && titles.includes(folded(discount.title));
    })
    .reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  return taken % line.unitPriceMinor === 0 ? taken / line.unitPriceMinor : 0;
}

/** @param sizeOf stamps of a free unit of this order, by card: the running card's when it first took any */
export function stampsOf(
  order: Order,
  { cards }: Rules,
  catalogue: Catalogue,
  sizeOf: (card: Card) => number,
): Map<string, Stamps> {
  const sums = new Map<string, Stamps>();
  for (const line of order.lines) {
    const { quantity, currentQuantity } = line;
    const card = currentQuantity > 0 ? cardOfLine(line, cards, catalogue) : null;
    if (!card) continue;
    const free = freeUnits(order, line, card);
    const cost = sizeOf(card) * free;
    const takes = Math.ceil((cost * currentQuantity) / quantity);
    const brings = Math.floor(((quantity - free - cost) * currentQuantity) / quantity) + takes;
    const before = sums.get(card.key) ?? { brings: 0, takes: 0 };
    sums.set(card.key, { brings: before.brings + brings, takes: before.takes + takes });
  }
  return sums;
}
