// Which discounts a cart gets: of those that don't combine the set that takes most off, and of several on one line the
// best for the shopper.
import { combine } from './offers.ts';
import type { Offer, OrderOffer, ProductOffer, ShippingOffer } from './offers.ts';
import { offOrder } from './off-order.ts';
import type { LinePrices } from './off-order.ts';
import { sum } from './order-totals.ts';
import type { LineTake } from './cart.ts';
import type { DiscountRequest } from './types.ts';

type Winner = { type: ProductOffer['type']; part: ProductOffer['parts'][number]; take: LineTake };

/** In the order in which Shopify takes them off: from products first, then from the order, then from shipping. */
export function bestDiscounts(offers: readonly Offer[], prices: LinePrices): DiscountRequest[] {
  const chosen = bestSet(offers, prices);
  const won = winners(chosen);
  return [
    ...productRequests(won),
    ...offOrder(chosen.filter(isOnOrder), prices, takesOf(won)).requests,
    ...chosen.filter(isOnShipping).map(shippingRequest),
  ];
}

/** More offers never take less off, so only two that clash force a choice. */
function bestSet(offers: readonly Offer[], prices: LinePrices): readonly Offer[] {
  const clash = firstClash(offers);
  if (!clash) return offers;
  const [first, second] = clash.map((left) =>
    bestSet(
      offers.filter((offer) => offer !== left),
      prices,
    ),
  );
  if (!first || !second) throw new Error('two offers clash, or none');
  // What was listed first stays where both take the same off.
  return takenOff(first, prices) > takenOff(second, prices) ? first : second;
}

function firstClash(offers: readonly Offer[]): [Offer, Offer] | null {
  for (const [index, one] of offers.entries()) {
    const other = offers.slice(index + 1).find((later) => !combine(one, later));
    if (other) return [one, other];
  }
  return null;
}

/** By line of the cart. */
function winners(offers: readonly Offer[]): Map<number, Winner> {
  const best = new Map<number, Winner>();
  for (const { type, parts } of offers.filter(isOnProducts)) {
    for (const part of parts) {
      for (const take of part.takes) {
        if (take.amountMinor > (best.get(take.line)?.take.amountMinor ?? 0)) {
          best.set(take.line, { type, part, take });
        }
      }
    }
  }
  return best;
}

const takesOf = (won: Map<number, Winner>): LineTake[] => [...won.values()].map(({ take }) => take);

function productRequests(best: Map<number, Winner>): DiscountRequest[] {
  const byPart = new Map<Winner['part'], DiscountRequest & { takes: LineTake[] }>();
  for (const [, { type, part, take }] of [...best].sort(([a], [b]) => a - b)) {
    const { takes: _, ...named } = part;
    const request = byPart.get(part) ?? { type, ...named, takes: [] };
    request.takes.push(take);
    byPart.set(part, request);
  }
  return [...byPart.values()];
}

function shippingRequest({ type, title, value, upToMinor }: ShippingOffer): DiscountRequest {
  return { type, title, value, target: 'shipping', ...(upToMinor !== undefined && { upToMinor }) };
}

function takenOff(offers: readonly Offer[], prices: LinePrices): number {
  const takes = takesOf(winners(offers));
  const { takenMinor } = offOrder(offers.filter(isOnOrder), prices, takes);
  return sum(takes.map(({ amountMinor }) => amountMinor)) + takenMinor;
}

const isOnShipping = (offer: Offer): offer is ShippingOffer => offer.on === 'shipping';
const isOnOrder = (offer: Offer): offer is OrderOffer => offer.on === 'order';
const isOnProducts = (offer: Offer): offer is ProductOffer => offer.on === 'products';
