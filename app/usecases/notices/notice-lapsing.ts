// "Your 5.00 end in 5 days": once for each reward, on that day.
import { DAYS_TO_LAPSE } from '#app/core/notices/when-to-tell.ts';
import { storedReward } from '#app/core/rewards/reward-rules.ts';
import { now } from '#app/clock.server.ts';
import {
  kindsByFlow,
  lapsingRewards,
  type LapsingReward,
  type NewNotice,
} from '#app/db/notices/notices.server.ts';
import { pool, withTransaction } from '#app/db/pool.server.ts';
import { writeNotices } from './write-notices.ts';

const AT_ONCE = 500;

/** @param today in the shop's calendar */
export async function noticeLapsing(shopId: number, today: string): Promise<void> {
  if (!(await kindsByFlow(pool(), shopId)).includes('reward-lapsing')) return;
  for (let found = AT_ONCE; found === AT_ONCE;) {
    const lapsing = await lapsingRewards(pool(), shopId, { today, days: DAYS_TO_LAPSE, limit: AT_ONCE });
    await withTransaction((client) => writeNotices(client, shopId, lapsing.map(noticeOf), now()));
    found = lapsing.length;
  }
}

/** What can't be read any more has no title, and is told all the same. */
function noticeOf({ id, memberId, gives, validUntil }: LapsingReward): NewNotice {
  const title = storedReward.safeParse(gives).data?.title;
  const facts = { ...(title && { title }), until: validUntil };
  return { memberId, kind: 'reward-lapsing', cause: `voucher/${id}`, facts };
}
