// A customer says yes to the shop's newsletter, or no. Of somebody who is no member yet nobody hears.
import type { TortureEvent } from './torture-event.ts';

export const sayYes: TortureEvent = {
  name: 'yes or no to the newsletter',
  weight: 1.5,
  draw(random, history, { merchant }) {
    const { shop, customers, newsletter } = history;
    if (history.away || customers.length === 0) return null;
    const customerId = random.pick(customers);
    const saysNo = newsletter.has(customerId) && random.chance(0.5);
    return async () => {
      const isMember = await merchant.withMembers(shop.domain, [customerId], () => Promise.resolve(true));
      if (!isMember || !shop.customers.has(customerId)) return false;
      await shop.setNewsletter(customerId, !saysNo);
      newsletter.set(customerId, { saidNo: saysNo || newsletter.get(customerId)?.saidNo === true });
      history.tell(`${customerId} says ${saysNo ? 'no' : 'yes'} to the newsletter`, [customerId]);
      return true;
    };
  },
};
