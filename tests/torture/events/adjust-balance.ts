// The merchant gives or takes by hand. Of whom is decided by chance; whether they are a member yet, by how far the app is.
import type { TortureEvent } from './torture-event.ts';

export const adjustBalance: TortureEvent = {
  name: 'adjustment',
  weight: 2,
  draw(random, history, { merchant }) {
    const { shop, customers, adjustments } = history;
    if (history.away || customers.length === 0) return null;
    const customerId = random.pick(customers);
    const card = random.chance(0.3) ? random.pick(history.rules.cards) : null;
    const unit = card ? `stamps/${card.key}` : 'points';
    const amount = random.whole(1, card ? 3 : 200) * (random.chance(0.3) ? -1 : 1);
    return async () => {
      if (!(await merchant.adjust(shop.domain, customerId, unit, amount))) return false;
      adjustments.push({ customerId, unit, amount });
      history.tell(`${customerId} gets ${amount} of ${unit} by hand`, [customerId]);
      return true;
    };
  },
};
