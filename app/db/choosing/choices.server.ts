// Gifts from which the member chooses one. They stand with the member who can choose: a merge hands them over. Members must be locked.
import type { ChoosableGift } from '#app/core/choosing/decide-choice.ts';
import type { MergedPair } from '#app/core/members/merged-pair.ts';
import { offeredGifts, type OfferedGift } from '#app/core/moments/moment-gift.ts';
import type { Queryable } from '../pool.server.ts';
import { ofShop } from '../shop/of-shop.server.ts';
import { shopsHaving } from '../upkeep/shops-having.server.ts';

export type Choice = ChoosableGift & { momentKey: string | null; programVersion: number; on: string };

type Row = Omit<Choice, 'offers'> & { offers: unknown };

/** Of the person, by one cause. */
export async function choicesBy(
  db: Queryable,
  shopId: number,
  memberId: string,
  cause: string,
): Promise<Choice[]> {
  const { rows } = await db.query<Row>({
    name: 'choices-by',
    text: `select g.state, g.offers, g."openUntil"::text, g.chosen, g."momentKey", g."programVersion",
        (g."givenAt" at time zone s."timeZone")::date::text as on
      from "Shop" s cross join lateral person_of(s.id, $2) as p cross join lateral (
        select * from "Gift" g where ${ofShop('g', '$1')} and g."memberId" = p.id and g.cause = $3 offset 0
      ) as g where s.id = $1 order by g."givenAt" desc, g."memberId" desc`,
    values: [shopId, memberId, cause],
  });
  return rows.map(({ offers, ...row }) => ({ ...row, offers: offeredGifts.parse(offers ?? []) }));
}

export type ChosenGift = {
  memberId: string;
  cause: string;
  chosen: number;
  gift: OfferedGift;
  at: Date;
};

/** From now on it is as if it had been given alone. */
export async function setChosen(
  db: Queryable,
  shopId: number,
  { memberId, cause, chosen, gift, at }: ChosenGift,
): Promise<void> {
  const rewardKey = 'key' in gift ? gift.key : null;
  await db.query(
    `update "Gift" set state = 'given', chosen = $4, gives = $5::jsonb, "rewardKey" = $6, "chosenAt" = $7
     where "shopId" = $1 and "memberId" = $2 and cause = $3 and state = 'open'`,
    [shopId, memberId, cause, chosen, JSON.stringify(gift), rewardKey, at],
  );
}

export type OpenChoice = { memberId: string; cause: string };

/** Whose last day is over, the oldest first. */
export async function choicesThatEnded(
  db: Queryable,
  shopId: number,
  today: string,
  limit: number,
): Promise<OpenChoice[]> {
  const { rows } = await db.query<OpenChoice>({
    name: 'choices-that-ended',
    text: `select "memberId"::text, cause from "Gift" where "shopId" = $1 and state = 'open' and "openUntil" < $2::date
      order by "openUntil", "memberId", cause limit $3`,
    values: [shopId, today, limit],
  });
  return rows;
}

/** Those of these that nobody chose meanwhile. Returns the members. */
export async function lapse(
  db: Queryable,
  shopId: number,
  choices: readonly OpenChoice[],
  today: string,
): Promise<string[]> {
  const { rows } = await db.query<{ memberId: string }>({
    name: 'lapse-choices',
    text: `update "Gift" g set state = 'lapsed'
      from jsonb_to_recordset($2::jsonb) as r("memberId" bigint, cause text)
      where g."shopId" = $1 and g."memberId" = r."memberId" and g.cause = r.cause and g.state = 'open'
        and g."openUntil" < $3::date returning g."memberId"::text`,
    values: [shopId, JSON.stringify(choices), today],
  });
  return [...new Set(rows.map(({ memberId }) => memberId))];
}

/** Shops with choices whose last day is over in every time zone's reckoning, or in theirs. */
export async function shopsWithEndedChoices(db: Queryable, at: Date): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>({
    name: 'shops-with-ended-choices',
    text: `select s.id from ${shopsHaving('Gift', 'g', `g.state = 'open'`)} as h join "Shop" s on s.id = h.id
      where (select min(g."openUntil") from "Gift" g where g."shopId" = s.id and g.state = 'open')
        < ($1 at time zone s."timeZone")::date order by s.id`,
    values: [at],
  });
  return rows.map(({ id }) => id);
}

/**
 * Open gifts of the loser become the survivor's; what the person had by the same cause isn't chosen once more. After the loser
 * leads to the survivor.
 */
export async function moveChoices(db: Queryable, { shopId, from, to }: MergedPair): Promise<void> {
  await db.query(
    `update "Gift" g set state = 'withdrawn' where g."shopId" = $1 and g."memberId" in ($2, $3) and g.state = 'open'
       and (exists (select 1 from person_of($1, $3) as p cross join lateral (
           select 1 from "Gift" t where ${ofShop('t', '$1')} and t."memberId" = p.id and t.cause = g.cause
             and t.state in ('given', 'waiting') offset 0) as had)
         or (g."memberId" = $2 and exists (
           select 1 from "Gift" t where ${ofShop('t', '$1')} and t."memberId" = $3 and t.cause = g.cause)))`,
    [shopId, from, to],
  );
  await db.query(
    `update "Gift" g set "memberId" = $3 where g."shopId" = $1 and g."memberId" = $2 and g.state = 'open'`,
    [shopId, from, to],
  );
}
