// What moments gave, day by day and moment by moment: points, rewards and tasks. What is still to be chosen, or waits for a code, isn't
// given yet. Read from the rows themselves, each by an index that begins with the shop.
import { MOMENTS } from '#app/core/moments/kinds/moment-kinds.ts';
import type { Queryable } from '../pool.server.ts';

/** `YYYY-MM-DD` in the shop's time zone; `key` is the moment's. */
export type GiftsOfDay = { day: string; key: string; gifts: number };

/** $1 shop, $2 first day, $3 last, $4 time zone, $5 moments that aren't of the list. */
const GIFTS = `
  select to_char(day, 'YYYY-MM-DD') as day, key, count(*)::int as gifts from (
    select (e."occurredAt" at time zone $4)::date as day, split_part(e."sourceKey", '/', 1) as key from "LedgerEntry" e
    where e."shopId" = $1 and e.kind = 'occasion' and e."occurredAt" >= $2::date::timestamp at time zone $4
    union all
    select (v."heldAt" at time zone $4)::date, split_part(v.cause, '/', 1) from "Voucher" v
    where v."shopId" = $1 and v."heldAt" >= $2::date::timestamp at time zone $4 and v.price = 0
      and split_part(v.cause, '/', 1) = any($5)
    union all
    select (g."givenAt" at time zone $4)::date, g."momentKey" from "Gift" g
    where g."shopId" = $1 and g."momentKey" is not null and g."givenAt" >= $2::date::timestamp at time zone $4
      and g.state = 'given' and g.gives->>'kind' is distinct from 'nothing'
  ) as gifts where day between $2::date and $3::date group by 1, 2`;

export async function giftsOfMoments(
  db: Queryable,
  shop: { id: number; timeZone: string },
  { from, to }: { from: string; to: string },
): Promise<GiftsOfDay[]> {
  const { rows } = await db.query<GiftsOfDay>({
    name: 'gifts-of-moments',
    text: GIFTS,
    values: [shop.id, from, to, shop.timeZone, MOMENTS],
  });
  return rows;
}
