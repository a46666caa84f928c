// A checkout's free units, by the metafield that the cart would read and the cards as they are published: what the discount
// function gives, in short. (The function itself is held against the ledger by tests of its own.)
import type { LineTake } from '#tests/local-shopify/shop/cart.ts';
import type { DiscountRequest, OrderRequest } from '#tests/local-shopify/shop/types.ts';
import type { Card } from '../replay/rules.ts';
import type { ShopHistory } from '../shop-history.ts';

type Lines = OrderRequest['lines'];
type Held = Readonly<Record<string, readonly [stamps: number, size: number]>>;

function heldStamps({ shop }: ShopHistory, customerId: string): Held {
  const metafield = shop.customers.get(customerId)?.metafields[`${shop.appNamespace}.stamps`];
  return metafield ? (JSON.parse(metafield.value) as { cards: Held }).cards : {};
}

/** The first card that counts a product. */
function countedBy({ shop, rules }: ShopHistory, variantId: string): Card | null {
  const found = shop.variant(variantId);
  if (!found || found.product.giftCard) return null;
  const { id } = found.product;
  const collections = shop.collectionsOf(id).map((one) => one.id);
  const counts = ({ products }: Card) =>
    products.all ||
    products.productIds.includes(id) ||
    products.collectionIds.some((one) => collections.includes(one));
  return rules.cards.find(counts) ?? null;
}

/** One discount a card, over its cheapest units. */
export function freeUnitsAtCheckout(
  history: ShopHistory,
  customerId: string,
  lines: Lines,
): DiscountRequest[] {
  if (history.paused) return [];
  const held = heldStamps(history, customerId);
  return history.rules.cards.flatMap((card) => {
    const counted = lines
      .map((line, index) => ({
        ...line,
        index,
        priceMinor: history.shop.variant(line.variantId)?.variant.priceMinor ?? 0,
      }))
      .filter(({ variantId, sellingPlan }) => !sellingPlan && countedBy(history, variantId) === card)
      .sort((a, b) => a.priceMinor - b.priceMinor);
    const [stamps, size] = held[card.key] ?? [0, card.size];
    const units = counted.reduce((sum, { quantity }) => sum + quantity, 0);
    let left = Math.max(0, Math.floor((stamps + units) / (size + 1)));
    const takes: LineTake[] = [];
    for (const { index, quantity, priceMinor } of counted) {
      const free = Math.min(left, quantity);
      left -= free;
      if (free > 0) takes.push({ line: index, units: free, amountMinor: free * priceMinor });
    }
    const value = { kind: 'percent', percentBp: 10_000 } as const;
    return takes.length > 0 ? [{ type: 'automatic', title: card.title['en'] ?? '', value, takes }] : [];
  });
}
