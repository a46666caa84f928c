// The merchant has past orders read, worked out, given and taken back, each where it makes sense by now; stops in the middle, and goes on.
import { sayAboutPast, type SaidAboutPast } from '#app/usecases/past-orders/say-about-past.ts';
import type { Random } from '../random.ts';
import { dayIn, daysLater } from '../replay/terms.ts';
import type { ShopHistory } from '../shop-history.ts';
import type { Merchant } from '../world/merchant.ts';
import type { TortureEvent } from './torture-event.ts';

type Row = {
  shopId: number;
  published: number;
  step: string | null;
  version: number | null;
  awardsFrom: string | null;
  counted: { orders: number; points: number } | null;
};

const ROW = `select s.id as "shopId", s."publishedVersion" as published, p.step, p.version, p."awardsFrom"::text, p.counted
  from "Shop" s left join "PastOrders" p on p."shopId" = s.id where s.domain = $1`;

/** By chance, before it is known how far they are. */
type Drawn = { stops: boolean; again: boolean; daysBack: number | null };

export const pastOrders: TortureEvent = {
  name: 'word about past orders',
  weight: 2.5,
  draw(random, history, { merchant }) {
    if (history.away) return null;
    const drawn = drawnBy(random);
    return async () => {
      const row = await rowOf(merchant, history);
      const said = row && whatToSay(row, drawn, history);
      return said ? say(merchant, history, row, said) : false;
    };
  },
};

const drawnBy = (random: Random): Drawn => ({
  stops: random.chance(0.25),
  again: random.chance(0.5),
  daysBack: random.chance(0.3) ? random.whole(2, 20) : null,
});

async function rowOf(merchant: Merchant, { shop }: ShopHistory): Promise<Row | undefined> {
  return (await merchant.look<Row>(ROW, [shop.domain]))[0];
}

function whatToSay(
  { step, published, version, awardsFrom, counted }: Row,
  { stops, again, daysBack }: Drawn,
  { shop }: ShopHistory,
): SaidAboutPast | null {
  const today = dayIn(shop.setup.timeZone, shop.now());
  const from = daysBack === null ? null : daysLater(today, -daysBack);
  const count: SaidAboutPast = { do: 'count', version: published, awardsFrom: from };
  switch (step) {
    case null:
      return { do: 'read', sinceDay: null };
    case 'read':
    case 'undone':
      return again ? count : { do: 'read', sinceDay: null };
    case 'counted':
      if (!counted || version === null) return null;
      return { do: 'award', seen: { version, awardsFrom, orders: counted.orders, points: counted.points } };
    case 'awarded':
      return again ? { do: 'undo' } : null;
    case 'stopped':
    case 'failed':
      return { do: 'go-on' };
    default:
      return stops ? { do: 'stop' } : null;
  }
}

async function say(merchant: Merchant, history: ShopHistory, { shopId }: Row, said: SaidAboutPast) {
  const { shop } = history;
  const { ok } = await merchant.whileUp(() => sayAboutPast({ id: shopId, domain: shop.domain }, said, '1'));
  if (ok && said.do === 'award') history.wasAwarded = true;
  if (ok) history.tell(`past orders: ${JSON.stringify(said)}`, []);
  return ok;
}
