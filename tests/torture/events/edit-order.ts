// The merchant edits an order: units up or down, a product on top. What was paid once is paid again by the end, because
// which paid state of it the app was told of depends on what the network lost (decision 051).
import { canBePaid } from '#tests/local-shopify/shop/order-payments.ts';
import { pickOrder, type TortureEvent } from './torture-event.ts';

export const editOrder: TortureEvent = {
  name: 'edit',
  weight: 5,
  draw(random, history) {
    const placed = pickOrder(random, history);
    if (!placed || placed.favoured) return null;
    const order = history.order(placed);
    const lines = order.lines.filter(({ kind, giftCard }) => kind === 'product' && !giftCard);
    const isOver =
      order.cancelledAt !== null || ['refunded', 'voided', 'expired'].includes(order.financialStatus);
    if (isOver || lines.length === 0) return null;
    const line = random.pick(lines);
    const quantity = Math.max(0, line.currentQuantity + random.pick([-2, -1, 1, 2]));
    const added = random.chance(0.3)
      ? [{ variantId: random.pick(random.pick(history.shop.products).variants).id, quantity: 1 }]
      : [];
    return async () => {
      await history.shop.editOrder(placed.id, { lines: [{ lineId: line.id, quantity }], added });
      placed.exchanged = true;
      history.note(
        placed,
        `is edited: line ${line.id} to ${quantity}${added.length > 0 ? ', one more line' : ''}`,
      );
    };
  },
  async close(history) {
    for (const placed of history.orders) {
      if (!placed.everPaid || !canBePaid(history.order(placed))) continue;
      await history.shop.payOrder(placed.id);
      history.note(placed, 'is paid at last');
    }
  },
};
