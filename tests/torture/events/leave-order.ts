// Authorized money is let go, or nobody captures it in time.
import { openAuthorization } from '#tests/local-shopify/shop/order-totals.ts';
import type { TortureEvent } from './torture-event.ts';

export const leaveOrder: TortureEvent = {
  name: 'authorization that ends',
  weight: 1,
  draw(random, history) {
    const open = history.orders.slice(-200).filter((one) => {
      const order = history.order(one);
      return order.cancelledAt === null && openAuthorization(order) !== null;
    });
    const isVoid = random.chance(0.5);
    const placed = open.length > 0 ? random.pick(open) : null;
    if (!placed) return null;
    return async () => {
      await (isVoid ? history.shop.voidOrder(placed.id) : history.shop.expireOrder(placed.id));
      history.note(placed, isVoid ? 'is voided' : 'expires');
    };
  },
};
