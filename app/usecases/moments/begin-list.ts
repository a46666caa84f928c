// The merchant gives a list of members a moment. It is noted here and given by a job, so that a long list keeps nobody waiting.
import { now } from '#app/clock.server.ts';
import { listProblems, type ListProblem, type WantedList } from '#app/core/moments/hand-list.ts';
import { withoutPaused } from '#app/core/moments/paused-moments.ts';
import { shortHash } from '#app/core/rewards/reward-value.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { addList, listOfRequest } from '#app/db/moments/moment-lists.server.ts';
import { pool, withTransaction } from '#app/db/pool.server.ts';
import { publishedVersion, shopProgram } from '#app/db/program/programs.server.ts';

export type BegunList = { ok: true } | { ok: false; problems: ListProblem[] };

/** Safe to run twice and in parallel: the request key is the cause's last part. */
export async function beginList(shopId: number, wanted: WantedList, at = now()): Promise<BegunList> {
  const program = await shopProgram(pool(), shopId);
  const moments = program ? withoutPaused(publishedVersion(program).rules).moments : [];
  const problems = listProblems(wanted, moments);
  if (problems.length > 0) return { ok: false, problems };
  const requestKey = wanted.requestKey.toLowerCase();
  const { momentKey, memberIds, madeBy, again } = wanted;
  const reason = wanted.reason.trim();
  const requestHash = shortHash(
    JSON.stringify([momentKey, [...memberIds].sort(), reason, ...(again ? ['again'] : [])]),
  );
  const list = { requestKey, requestHash, momentKey, memberIds, madeBy, reason, again, madeAt: at };
  return withTransaction(async (client): Promise<BegunList> => {
    const isNew = await addList(client, shopId, list);
    const before = isNew ? null : await listOfRequest(client, shopId, requestKey);
    if (before && before.requestHash !== requestHash) {
      return { ok: false, problems: [{ field: null, reason: 'other-request' }] };
    }
    await enqueue(client, 'give_lists', { shopId });
    return { ok: true };
  });
}
