// What became of what each moment of the list gave, from the gifts themselves.
import {
  FOLLOWED_WITHIN_DAYS,
  type ChosenGift,
  type MomentFigures,
} from '#app/core/moments/moment-figures.ts';
import { taskFigures, withTasks } from './task-figures.server.ts';
import { offeredGift } from '#app/core/moments/moment-gift.ts';
import type { Queryable } from '../pool.server.ts';
import { ofShop } from '../shop/of-shop.server.ts';
import { orderedAfter } from './ordered-after.server.ts';

type Counted = Omit<MomentFigures, 'chosen' | 'tasks'>;
/** Moments by whose days it is counted; `lately` begins later. */
export type FigureSpan = { since: Date; lately: Date };

const FOLLOWED = orderedAfter({
  memberId: 'g."memberId"',
  at: 'g."givenAt"',
  zone: 'g.zone',
  days: '$4::int',
});

/** Words alone are no gift, but may be followed by an order. $1 shop, $2 since, $3 lately, $4 days. */
const COUNTS = `
  with shop as (select "timeZone" as zone from "Shop" where id = $1), gifts as (
    select g."momentKey" as key, g.state, g."givenAt", g.gives, shop.zone, g."memberId",
      v.id as voucher, v.state as "voucherState", v."releaseWhy",
      g.state in ('given', 'waiting') and g.gives->>'kind' is distinct from 'nothing' as given,
      g.state = 'given' and g.gives->>'kind' = 'nothing' as said
    from "Gift" g cross join shop left join "Voucher" v on ${ofShop('v', '$1')} and v."memberId" = g."memberId" and v.cause = g.cause
    where g."shopId" = $1 and g."momentKey" is not null and g."givenAt" >= $2
  ), uses as (
    select u."voucherId", bool_or(u.counts) as counts, sum(u."offMinor") as off, count(*) filter (where u."offMinor" is null) as unmeasured
    from "VoucherUse" u where ${ofShop('u', '$1')} and u."voucherId" in (select voucher from gifts) group by 1
  )
  select g.key, (count(*) filter (where g.given))::int as given, (count(*) filter (where g.said))::int as said, (count(*) filter (where g.given and g."givenAt" >= $3))::int as lately,
    (count(*) filter (where g.state = 'open'))::int as open, (count(*) filter (where g.state = 'lapsed'))::int as unchosen,
    (count(*) filter (where g.state = 'held-out'))::int as "heldOut", (count(*) filter (where uses.counts))::int as used,
    (count(*) filter (where g."releaseWhy" = 'lapsed' and g."voucherState" <> 'used'))::int as lapsed,
    coalesce(sum((g.gives->>'points')::numeric) filter (where g.given and g.gives->>'kind' = 'points'), 0)::float8 as points,
    coalesce(sum(uses.off), 0)::float8 as "costMinor", coalesce(sum(uses.unmeasured), 0)::int as unmeasured,
    (count(*) filter (where (g.given or g.said) and ${FOLLOWED}))::int as followed
  from gifts g left join uses on uses."voucherId" = g.voucher group by 1`;

export async function momentFigures(
  db: Queryable,
  shopId: number,
  { since, lately }: FigureSpan,
): Promise<Record<string, MomentFigures>> {
  const { rows } = await db.query<Counted & { key: string }>({
    name: 'moment-figures',
    text: COUNTS,
    values: [shopId, since, lately, FOLLOWED_WITHIN_DAYS],
  });
  const chosen = await chosenGifts(db, shopId, since);
  const tasks = await taskFigures(db, shopId, { since, lately });
  const found: Record<string, MomentFigures> = {};
  for (const { key, ...counts } of rows) found[key] = { ...counts, chosen: chosen[key] ?? [], tasks: null };
  for (const [key, counts] of Object.entries(tasks)) found[key] = withTasks(found[key], counts);
  return found;
}

type ChosenRow = { key: string; gives: unknown; count: number };

/** The most chosen first. A reward that changed in the meantime is still one. */
async function chosenGifts(
  db: Queryable,
  shopId: number,
  since: Date,
): Promise<Record<string, ChosenGift[]>> {
  const { rows } = await db.query<ChosenRow>({
    name: 'chosen-gifts',
    text: `select "momentKey" as key, (array_agg(gives order by "givenAt" desc))[1] as gives, count(*)::int as count
      from "Gift" where "shopId" = $1 and "momentKey" is not null and "givenAt" >= $2 and chosen is not null
        and state in ('given', 'waiting')
      group by 1, coalesce("rewardKey", gives::text) order by 3 desc, 2`,
    values: [shopId, since],
  });
  const found: Record<string, ChosenGift[]> = {};
  for (const { key, gives, count } of rows) {
    const read = offeredGift.safeParse(gives);
    if (read.success) found[key] = [...(found[key] ?? []), { gift: read.data, count }];
  }
  return found;
}
