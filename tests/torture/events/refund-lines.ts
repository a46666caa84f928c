// Units go back: of a paid order with their money, at times without it; the shipping with them, at times.
import { keptShipping } from '#tests/local-shopify/shop/order-totals.ts';
import { pickOrder, type TortureEvent } from './torture-event.ts';

export const refundLines: TortureEvent = {
  name: 'refund of lines',
  weight: 9,
  draw(random, history) {
    const placed = pickOrder(random, history);
    if (!placed || placed.favoured) return null;
    const order = history.order(placed);
    const kept = order.lines.filter(({ currentQuantity }) => currentQuantity > 0);
    if (order.cancelledAt !== null || !['paid', 'partially_refunded'].includes(order.financialStatus))
      return null;
    if (kept.length === 0) return null;
    const line = random.pick(kept);
    const quantity = random.whole(1, line.currentQuantity);
    const withMoney = placed.exchanged || random.chance(0.9);
    const shipping = keptShipping(order).netMinor;
    const shippingMinor = withMoney && shipping > 0 && random.chance(0.3) ? shipping : 0;
    return async () => {
      await history.shop.refundOrder(placed.id, {
        lines: [{ lineId: line.id, quantity }],
        shippingMinor,
        withMoney,
      });
      placed.exchanged ||= !withMoney;
      const how = withMoney ? '' : ' without money';
      history.note(
        placed,
        `gives back ${quantity} of line ${line.id}${how}${shippingMinor > 0 ? ' and shipping' : ''}`,
      );
    };
  },
};
