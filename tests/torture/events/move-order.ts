// An order becomes another customer's, a guest's becomes somebody's, or it is taken off its customer.
import { pickOrder, type TortureEvent } from './torture-event.ts';

export const moveOrder: TortureEvent = {
  name: 'change of customer',
  weight: 3,
  draw(random, history) {
    const placed = pickOrder(random, history);
    const isTakenOff = random.chance(0.2);
    if (!placed || history.customers.length === 0) return null;
    const to = isTakenOff ? null : random.pick(history.customers);
    const from = history.order(placed).customerId;
    if (from === to || (from !== null && history.departed.has(from))) return null;
    return async () => {
      history.note(placed, to === null ? 'is taken off' : `becomes that of ${to}`);
      placed.moved = true;
      await history.shop.moveOrder(placed.id, to);
      if (from !== null && to === null) history.unmergeable.add(from);
      if (from !== null) history.lostOrders.add(from);
      history.note(placed, 'is theirs');
    };
  },
};
