// Gifts that nobody chose from by their last day are over. Nothing else becomes of it.
import { now } from '#app/clock.server.ts';
import { dayIn } from '#app/core/values/days.ts';
import { choicesThatEnded, lapse } from '#app/db/choosing/choices.server.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { lockMembers, touchMembers } from '#app/db/members/members.server.ts';
import { pool, withTransaction } from '#app/db/pool.server.ts';
import { shopProgram } from '#app/db/program/programs.server.ts';

const BATCH = 200;

/** Safe to run twice, and beside shoppers who choose. Returns how many members lost one. */
export async function lapseChoices(shopId: number, at: Date = now()): Promise<number> {
  const program = await shopProgram(pool(), shopId);
  if (!program) return 0;
  const today = dayIn(program.timeZone, at);
  for (let members = 0; ;) {
    const ended = await choicesThatEnded(pool(), shopId, today, BATCH);
    if (ended.length === 0) return members;
    members += await withTransaction(async (client) => {
      const memberIds = ended.map(({ memberId }) => memberId);
      await lockMembers(client, shopId, { customerIds: [], memberIds }, at);
      const lapsed = await lapse(client, shopId, ended, today);
      await touchMembers(client, shopId, lapsed);
      await enqueue(client, 'sync_members', { shopId });
      return lapsed.length;
    });
  }
}
