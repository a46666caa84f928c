// A parcel is sent, its day is promised, it comes in time, late, or never, or it wasn't sent after all. No webhook tells what carriers say.
import { isFulfilled } from '#tests/local-shopify/shop/order-totals.ts';
import { pickOrder, type TortureEvent } from './torture-event.ts';

const DAY_MS = 86_400_000;

export const sendParcel: TortureEvent = {
  name: 'parcel',
  weight: 6,
  draw(random, history) {
    const placed = pickOrder(random, history);
    const dice = random.next();
    const days = random.whole(-3, 2);
    if (!placed) return null;
    return async () => {
      const { shop } = history;
      const order = history.order(placed);
      if (order.cancelledAt !== null) return false;
      if (!isFulfilled(order)) await shop.fulfillOrder(placed.id);
      else if (dice < 0.1) await shop.cancelFulfillment(placed.id);
      else if (dice < 0.5) {
        const at = new Date(shop.now().getTime() + days * DAY_MS);
        await shop.tellDelivery(placed.id, { estimatedDeliveryAt: secondOf(at) });
      } else await shop.tellDelivery(placed.id, { deliveredAt: secondOf(shop.now()) });
      history.note(placed, 'has a parcel of which something is told');
      return true;
    };
  },
};

const secondOf = (at: Date): string => at.toISOString().replace(/\.\d+Z$/, 'Z');
