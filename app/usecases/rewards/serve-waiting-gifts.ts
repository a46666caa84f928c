// Gifts that found no code ready are served once there are some: who came first, first. Each in a transaction of its own.
import { now } from '#app/clock.server.ts';
import { dayIn } from '#app/core/values/days.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { touchMembers } from '#app/db/members/members.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { shopProgram } from '#app/db/program/programs.server.ts';
import { setGiftState } from '#app/db/rewards/gifts.server.ts';
import { stillWaits, waitingGifts } from '#app/db/rewards/waiting-gifts.server.ts';
import { log } from '#app/log.server.ts';
import { changeMember } from '../members/change-member.ts';
import { handOutCode, type CodeWanted } from './hand-out-code.ts';

const AT_ONCE = 100;

/** Returns how many were served. One whose reward has no code still waits, and holds up no other. Safe to run twice. */
export async function serveWaitingGifts(shopId: number, at = now()): Promise<number> {
  const program = await shopProgram(pool(), shopId);
  if (!program) return 0;
  const today = dayIn(program.timeZone, at);
  let served = 0;
  for (const { reward, ...gift } of await waitingGifts(pool(), shopId, AT_ONCE)) {
    if (!reward) log.error({ shopId, ...gift }, 'a gift that waits for its code can’t be read');
    else if (await serve(shopId, { ...gift, reward, today, at })) served += 1;
  }
  return served;
}

function serve(shopId: number, gift: CodeWanted): Promise<boolean> {
  return changeMember(shopId, { memberId: gift.memberId }, gift.at, async (client, of) => {
    const isDue = of && (await stillWaits(client, shopId, gift));
    if (!isDue || !(await handOutCode(client, shopId, gift))) return false;
    await setGiftState(client, shopId, gift, 'given');
    await touchMembers(client, shopId, [of.member.id]);
    await enqueue(client, 'sync_members', { shopId });
    // A value that is published no more was there for it alone.
    await enqueue(client, 'sync_discounts', { shopId });
    return true;
  });
}
