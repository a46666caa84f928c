// The merchant gives a list of members a moment by hand; a second click asks for the same once more, and a colleague may paste the same
// list at the same time. By a tick it goes to whoever had the moment, too.
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
    const [clicks, people, again] = [
      random.chance(0.3) ? 2 : 1,
      random.chance(0.4) ? 2 : 1,
      random.chance(0.4),
    ];
    return async () => {
      const customerIds: string[] = [];
      for (const id of wanted)
        if (await merchant.withMembers(shop.domain, [id], () => Promise.resolve(true))) customerIds.push(id);
      const keys = Array.from({ length: people }, () => randomUUID());
      const begun = await merchant.withMembers(shop.domain, customerIds, (shopId, memberIds) => {
        const list = { momentKey: THANKS, reason: 'torture', madeBy: '1', again, memberIds };
        const presses = keys.flatMap((requestKey) => Array.from({ length: clicks }, () => requestKey));
        return Promise.all(presses.map((requestKey) => beginList(shopId, { ...list, requestKey })));
      });
      if (!begun) return false;
      if (!begun.every(({ ok }) => ok)) history.mistakes.push(`${shop.domain}: ${keys.join()} is refused`);
      for (const requestKey of keys) {
        history.lists.push({ momentKey: THANKS, requestKey, customerIds, again });
        const said = `${requestKey}${again ? ', whoever had it' : ''}`;
        for (const id of customerIds) history.tell(`${id} is given the list ${said}`, [id]);
      }
      return true;
    };
  },
};
