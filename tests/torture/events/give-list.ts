// The merchant gives a list of members a moment by hand; a second click asks for the same once more.
import { randomUUID } from 'node:crypto';
import { beginList } from '#app/usecases/moments/begin-list.ts';
import { THANKS } from './draw-moments.ts';
import type { TortureEvent } from './torture-event.ts';

const MOST = 6;

export const giveList: TortureEvent = {
  name: 'list given by hand',
  weight: 0.8,
  draw(random, history, { merchant }) {
    const { shop, customers } = history;
    if (history.away || customers.length === 0) return null;
    const wanted = new Set(Array.from({ length: random.whole(1, MOST) }, () => random.pick(customers)));
    const clicks = random.chance(0.3) ? 2 : 1;
    return async () => {
      const customerIds: string[] = [];
      for (const id of wanted)
        if (await merchant.withMembers(shop.domain, [id], () => Promise.resolve(true))) customerIds.push(id);
      const requestKey = randomUUID();
      const list = { momentKey: THANKS, reason: 'torture', requestKey, madeBy: '1', again: true };
      const begun = await merchant.withMembers(shop.domain, customerIds, (shopId, memberIds) =>
        Promise.all(Array.from({ length: clicks }, () => beginList(shopId, { ...list, memberIds }))),
      );
      if (!begun) return false;
      if (!begun.every(({ ok }) => ok)) history.mistakes.push(`${shop.domain}: ${requestKey} is refused`);
      history.lists.push({ momentKey: THANKS, requestKey, customerIds });
      for (const id of customerIds) history.tell(`${id} is given the list ${requestKey}`, [id]);
      return true;
    };
  },
};
