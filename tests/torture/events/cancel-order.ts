import { pickOrder, type TortureEvent } from './torture-event.ts';

export const cancelOrder: TortureEvent = {
  name: 'cancellation',
  weight: 3,
  draw(random, history) {
    const placed = pickOrder(random, history);
    if (!placed || history.order(placed).cancelledAt !== null) return null;
    return async () => {
      await history.shop.cancelOrder(placed.id);
      history.note(placed, 'is cancelled');
    };
  },
};
