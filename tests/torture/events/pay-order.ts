// Money comes later, in whole or in part.
import { outstandingMinor } from '#tests/local-shopify/shop/order-totals.ts';
import { canBePaid } from '#tests/local-shopify/shop/order-payments.ts';
import { pickOrder, type TortureEvent } from './torture-event.ts';

export const payOrder: TortureEvent = {
  name: 'payment',
  weight: 9,
  draw(random, history) {
    const open = history.orders.slice(-200).filter((one) => canBePaid(history.order(one)));
    const placed = open.length > 0 ? random.pick(open) : pickOrder(random, history);
    const isPart = random.chance(0.15);
    if (!placed || !canBePaid(history.order(placed))) return null;
    const outstanding = outstandingMinor(history.order(placed));
    const amount = isPart && outstanding > 1 ? Math.floor(outstanding / 2) : outstanding;
    return async () => {
      await history.shop.payOrder(placed.id, amount);
      history.note(placed, `is paid ${amount} of ${outstanding}`);
    };
  },
};
