// The merchant gives a member a reward, or takes one back.
import { randomUUID } from 'node:crypto';
import { pickReward } from './redeem.ts';
import type { TortureEvent } from './torture-event.ts';

export const giveReward: TortureEvent = {
  name: 'reward given by hand',
  weight: 1.5,
  draw(random, history, { merchant }) {
    const { shop, customers, rules } = history;
    if (history.away || customers.length === 0 || !rules.rewards?.length) return null;
    const customerId = random.pick(customers);
    const reward = random.pick(rules.rewards);
    return async () => {
      const requestKey = randomUUID();
      if (!(await merchant.giveReward(shop.domain, customerId, reward.key, requestKey))) return false;
      const face = reward.gives.kind === 'amount' ? reward.gives.minor : null;
      const unknown = { id: null, code: null, until: null, asked: null };
      const terms = { price: 0, face, inProportion: reward.refund === 'in-proportion', ended: false };
      history.rewards.push({ cause: `hand/${requestKey}`, customerId, ...terms, ...unknown });
      history.tell(`${customerId} is given ${reward.key}`, [customerId]);
      return true;
    };
  },
};

export const takeBackReward: TortureEvent = {
  name: 'reward taken back',
  weight: 0.7,
  draw(random, history, { merchant }) {
    const taken = pickReward(random, history);
    if (history.away || !taken) return null;
    return async () => {
      const { customerId, cause, code } = taken;
      if (!history.customers.includes(customerId)) return false;
      if (!(await merchant.takeRewardBack(history.shop.domain, customerId, cause))) return false;
      taken.ended = true;
      history.tell(`${code ?? cause} is taken back from ${customerId}`, [customerId]);
      return true;
    };
  },
};
