// Money is given back as a favour. Only of an order of which goods went back for their money, if any: what it means beside
// an exchange is a table of its own (decision 031, `tests/core/points`).
import { heldMinor } from '#tests/local-shopify/shop/order-totals.ts';
import { pickOrder, type TortureEvent } from './torture-event.ts';

export const giveFavour: TortureEvent = {
  name: 'refund of money alone',
  weight: 2,
  draw(random, history) {
    const placed = pickOrder(random, history);
    if (!placed || placed.favoured || placed.exchanged) return null;
    const order = history.order(placed);
    const most = Math.floor(heldMinor(order) / 3);
    if (
      order.cancelledAt !== null ||
      !['paid', 'partially_refunded'].includes(order.financialStatus) ||
      most < 1
    )
      return null;
    const customMinor = random.whole(1, most);
    return async () => {
      await history.shop.refundOrder(placed.id, { lines: [], customMinor });
      placed.favoured = true;
      history.note(placed, `gives ${customMinor} back as a favour`);
    };
  },
};
