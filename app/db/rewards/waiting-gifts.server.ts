// Gifts that wait for a code: who came first is served first.
import type { Reward } from '#app/core/rewards/reward-rules.ts';
import type { Queryable } from '../pool.server.ts';
import { ofShop } from '../shop/of-shop.server.ts';
import { readReward } from './read-reward.server.ts';

export type WaitingGift = { memberId: string; cause: string; reward: Reward; programVersion: number };

type Row = Omit<WaitingGift, 'reward'> & { gives: unknown };

const COLUMNS = 'g."memberId"::text, g.cause, g.gives, g."programVersion"';

const read = ({ gives, ...row }: Row): WaitingGift => ({ ...row, reward: readReward(gives) });

export async function waitingGifts(db: Queryable, shopId: number, limit: number): Promise<WaitingGift[]> {
  const { rows } = await db.query<Row>(
    `select ${COLUMNS} from "Gift" g where g."shopId" = $1 and g.state = 'waiting' order by g."givenAt", g.cause limit $2`,
    [shopId, limit],
  );
  return rows.map(read);
}

/** One of them, as it is under its member's lock; null where it waits no more. */
export async function stillWaiting(
  db: Queryable,
  shopId: number,
  { memberId, cause }: Pick<WaitingGift, 'memberId' | 'cause'>,
): Promise<WaitingGift | null> {
  const { rows } = await db.query<Row>(
    `select ${COLUMNS} from "Gift" g
     where ${ofShop('g', '$1')} and g."memberId" = $2 and g.cause = $3 and g.state = 'waiting'`,
    [shopId, memberId, cause],
  );
  return rows[0] ? read(rows[0]) : null;
}
