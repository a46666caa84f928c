// A shopper gives a reward back for its points; at times it is another's, and nothing comes of it.
import { randomUUID } from 'node:crypto';
import { pickReward } from './redeem.ts';
import type { TortureEvent } from './torture-event.ts';

export const giveBack: TortureEvent = {
  name: 'giving back',
  weight: 3,
  draw(random, history, { shopper }) {
    const taken = pickReward(random, history);
    if (history.away || !taken?.id) return null;
    const other = random.chance(0.1) && history.customers.length > 0 ? random.pick(history.customers) : null;
    const { id } = taken;
    return async () => {
      if (!history.customers.includes(taken.customerId)) return false;
      const customerId = other ?? taken.customerId;
      const { domain } = history.shop;
      const body = { requestKey: randomUUID(), voucher: id };
      const { ok } = await shopper.answered({ domain, customerId, action: 'give-back', body });
      if (!ok) return false;
      if (customerId !== taken.customerId)
        history.mistakes.push(`${domain}: ${customerId} gave back ${id}, which is another's`);
      taken.ended = true;
      history.tell(`${customerId} gives ${taken.code ?? id} back`, [customerId]);
      return true;
    };
  },
};
