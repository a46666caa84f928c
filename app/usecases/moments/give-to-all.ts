// The merchant gives a moment by hand to everybody whom it is for.
import { now } from '#app/clock.server.ts';
import { MOST_IN_LIST, type WantedList } from '#app/core/moments/hand-list.ts';
import { EVERYBODY } from '#app/core/who/who.ts';
import { dayIn } from '#app/core/values/days.ts';
import { listOfRequest } from '#app/db/moments/moment-lists.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { pageAmong } from '#app/db/who/members-among.server.ts';
import { readPublished } from '../editing/read-published.ts';
import { waitingFor } from '../who/waiting-rules.ts';
import { beginList, type BegunList } from './begin-list.ts';

type ShopOfHand = { id: number; timeZone: string; currency: string };

/** A press that is sent again is done already, whoever joined in the meantime. */
export async function giveToAll(shop: ShopOfHand, wanted: Omit<WantedList, 'memberIds'>): Promise<BegunList> {
  if (await listOfRequest(pool(), shop.id, wanted.requestKey.toLowerCase())) return { ok: true };
  const { rules } = await readPublished(shop);
  const who = rules.moments?.find(({ key }) => key === wanted.momentKey)?.who ?? EVERYBODY;
  const waiting = await waitingFor(pool(), shop.id, who);
  if (waiting.length > 0) return { ok: false, problems: [{ field: 'members', reason: 'collection' }] };
  const page = { today: dayIn(shop.timeZone, now()), after: '0', limit: MOST_IN_LIST + 1 };
  const memberIds = await pageAmong(pool(), shop.id, who, page);
  return beginList(shop.id, { ...wanted, memberIds });
}
