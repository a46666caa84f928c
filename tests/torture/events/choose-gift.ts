// A shopper chooses one of the gifts that a moment offers: once, twice the same, or two different ones at the same time; and one that
// nobody chose in time, too late.
import { randomUUID } from 'node:crypto';
import type { TortureEvent } from './torture-event.ts';
import type { ShopHistory } from '../shop-history.ts';
import type { Answer, Shopper } from '../world/shopper.ts';

type Open = { customerId: string; cause: string; offers: number; state: string };

const OPEN = `select m."customerId"::text, g.cause, jsonb_array_length(g.offers) as offers, g.state from "Gift" g
  join "Shop" s on s.id = g."shopId" join "Member" m on m.id = g."memberId"
  where s.domain = $1 and g.state in ('open', 'lapsed') and m."mergedIntoId" is null and m."erasedAt" is null
  order by g.state desc, g."givenAt" desc, m.id limit 12`;

export const chooseGift: TortureEvent = {
  name: 'choice of a gift',
  weight: 5,
  draw(random, history, { merchant, shopper }) {
    if (history.away) return null;
    const [which, first, second, atOnce] = [random.next(), random.whole(0, 1), random.whole(0, 1), random.chance(0.4)];
    return async () => {
      const all = await merchant.look<Open>(OPEN, [history.shop.domain]);
      const open = all.filter(({ customerId }) => history.customers.includes(customerId));
      const one = open[Math.floor(which * open.length)];
      if (!one) return false;
      const offers = atOnce ? [first, second] : [first];
      const answers = await Promise.all(offers.map((offer) => choose(history, shopper, one, offer)));
      return note(history, one, offers, answers);
    };
  },
}; // prettier-ignore

function choose({ shop }: ShopHistory, shopper: Shopper, { customerId, cause }: Open, offer: number) {
  const body = { requestKey: randomUUID(), cause, offer };
  return shopper.answered({ domain: shop.domain, customerId, action: 'choose', body });
}

function note(history: ShopHistory, one: Open, offers: readonly number[], answers: readonly Answer[]) {
  const { customerId, cause, state } = one;
  const said = offers.filter((_, index) => answers[index]?.ok);
  const before = history.chosen.find((each) => each.customerId === customerId && each.cause === cause);
  const all = new Set([...said, ...(before ? [before.offer] : [])]);
  if (all.size > 1) history.mistakes.push(`${customerId} chose ${[...all].join(' and ')} of ${cause}`);
  if (state === 'lapsed' && said.length > 0)
    history.mistakes.push(`${customerId} chose of ${cause} when it was over`);
  const [offer] = said;
  if (offer === undefined) return false;
  if (!before) history.chosen.push({ customerId, cause, offer });
  history.tell(`${customerId} chooses ${offer} of ${cause}`, [customerId]);
  return true;
}
