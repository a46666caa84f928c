// Gifts that wait for a code: who came first is served first.
import type { Reward } from '#app/core/rewards/reward-rules.ts';
import type { Queryable } from '../pool.server.ts';
import { ofShop } from '../shop/of-shop.server.ts';
import { readableReward } from './read-reward.server.ts';

export type WaitingGift = {
  memberId: string;
  cause: string;
  /** Null where it can't be read. */
  reward: Reward | null;
  programVersion: number;
  givenAt: Date;
};

/** Where a page ends. */
export type WaitingPlace = Pick<WaitingGift, 'givenAt' | 'memberId' | 'cause'>;

const FIRST: WaitingPlace = { givenAt: new Date(0), memberId: '0', cause: '' };

type Row = Omit<WaitingGift, 'reward'> & { gives: unknown };

const COLUMNS = 'g."memberId"::text, g.cause, g.gives, g."programVersion", g."givenAt"';

const read = ({ gives, ...row }: Row): WaitingGift => ({ ...row, reward: readableReward(gives) });

/** A page of them: the first, or what comes after the last of another. */
export async function waitingGifts(
  db: Queryable,
  shopId: number,
  { after = FIRST, limit }: { after?: WaitingPlace | undefined; limit: number },
): Promise<WaitingGift[]> {
  const { givenAt, memberId, cause } = after;
  const { rows } = await db.query<Row>(
    `select ${COLUMNS} from "Gift" g where g."shopId" = $1 and g.state = 'waiting' and g."givenAt" >= $2
       and (g."givenAt", g."memberId", g.cause) > ($2, $3, $4)
     order by g."givenAt", g."memberId", g.cause limit $5`,
    [shopId, givenAt, memberId, cause, limit],
  );
  return rows.map(read);
}

/** Whether one of them still waits, under its member's lock. What it gives never changes. */
export async function stillWaits(
  db: Queryable,
  shopId: number,
  { memberId, cause }: Pick<WaitingGift, 'memberId' | 'cause'>,
): Promise<boolean> {
  const { rowCount } = await db.query(
    `select 1 from "Gift" g
     where ${ofShop('g', '$1')} and g."memberId" = $2 and g.cause = $3 and g.state = 'waiting'`,
    [shopId, memberId, cause],
  );
  return rowCount === 1;
}

/** What they give, each value once per wording. Whoever serves them tells of those that can't be read. */
export async function rewardsOfWaitingGifts(db: Queryable, shopId: number): Promise<Reward[]> {
  const { rows } = await db.query<{ gives: unknown }>(
    `select distinct g.gives from "Gift" g where g."shopId" = $1 and g.state = 'waiting'`,
    [shopId],
  );
  return rows.flatMap(({ gives }) => readableReward(gives) ?? []);
}

/** Every so many minutes: what keeps a gift waiting, a Shopify that makes no discount, may last. */
const EVERY_MINUTES = 10;

/** Shops with gifts that wait for a code. */
export async function shopsWithWaitingGifts(db: Queryable, at: Date): Promise<number[]> {
  if (at.getUTCMinutes() % EVERY_MINUTES !== 0) return [];
  const { rows } = await db.query<{ id: number }>(
    `select s.id from "Shop" s where s."uninstalledAt" is null and s."needsReopenSince" is null
       and s.id in (select g."shopId" from "Gift" g where g.state = 'waiting') order by s.id`,
  );
  return rows.map(({ id }) => id);
}
