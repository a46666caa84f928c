// Gifts that found no code ready are served once there are some: who came first, first. Each in a transaction of its own.
import { now } from '#app/clock.server.ts';
import type { Reward } from '#app/core/rewards/reward-rules.ts';
import { rewardValueHash } from '#app/core/rewards/reward-value.ts';
import { dayIn } from '#app/core/values/days.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { touchMembers } from '#app/db/members/members.server.ts';
import { isOfValues } from '#app/db/orders/of-values.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { shopProgram } from '#app/db/program/programs.server.ts';
import { setGiftState } from '#app/db/rewards/gifts.server.ts';
import { stillWaits, waitingGifts, type WaitingGift } from '#app/db/rewards/waiting-gifts.server.ts';
import { log } from '#app/log.server.ts';
import { changeMember } from '../members/change-member.ts';
import { handOutCode, type CodeWanted } from './hand-out-code.ts';

const AT_ONCE = 100;

/** Of one run: values of which no code is ready. */
type Run = { shopId: number; today: string; at: Date; without: Set<string> };

/** Returns how many were served. One whose reward has no code still waits, and holds up no other. Safe to run twice. */
export async function serveWaitingGifts(shopId: number, at = now()): Promise<number> {
  const program = await shopProgram(pool(), shopId);
  if (!program) return 0;
  const run = { shopId, today: dayIn(program.timeZone, at), at, without: new Set<string>() };
  let served = 0;
  for (let after: WaitingGift | undefined; ;) {
    const page = await waitingGifts(pool(), shopId, { after, limit: AT_ONCE });
    for (const gift of page) if (await serveOne(run, gift)) served += 1;
    after = page.at(-1);
    if (page.length < AT_ONCE) return served;
  }
}

/** Whether it was. One that can't be is told of, and looked at again with the next run. */
async function serveOne(run: Run, { reward, ...gift }: WaitingGift): Promise<boolean> {
  const { shopId, today, at, without } = run;
  const named = { shopId, memberId: gift.memberId, cause: gift.cause };
  if (!reward) log.error(named, 'a gift that waits for its code can’t be read');
  if (!reward || without.has(valueOf(reward))) return false;
  try {
    const outcome = await serve(shopId, { ...gift, reward, today, at });
    if (outcome === 'no-code') without.add(valueOf(reward));
    return outcome === 'served';
  } catch (err) {
    if (!isOfValues(err)) throw err;
    log.error({ ...named, err }, 'a gift could not be served');
    return false;
  }
}

const valueOf = (reward: Reward): string => `${reward.key}/${rewardValueHash(reward)}`;

function serve(shopId: number, gift: CodeWanted): Promise<'served' | 'no-code' | 'gone'> {
  return changeMember(shopId, { memberId: gift.memberId }, gift.at, async (client, of) => {
    if (!of || !(await stillWaits(client, shopId, gift))) return 'gone';
    if (!(await handOutCode(client, shopId, gift))) return 'no-code';
    await setGiftState(client, shopId, gift, 'given');
    await touchMembers(client, shopId, [of.member.id]);
    await enqueue(client, 'sync_members', { shopId });
    // A value that is published no more was there for it alone.
    await enqueue(client, 'sync_discounts', { shopId });
    return 'served';
  });
}
