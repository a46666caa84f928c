// The most that a moment gives in all holds exactly, whoever gives at the same time: it is counted under a lock of the moment's own.
import type { PoolClient } from 'pg';
import { dearest, offeredBy } from '#app/core/moments/moment-gift.ts';
import { givenInAll } from '#app/db/moments/moment-counts.server.ts';
import { notYetGiven } from '#app/db/rewards/gifts.server.ts';
import { isDrawnOut } from '../holdouts/drawn-out.ts';
import type { GivingNow, MomentToGive } from './give-moment.ts';

/** Those that are still below it, in the order of these; who was given it before is among them. The members must be locked. */
export async function belowCeilings(
  client: PoolClient,
  shopId: number,
  wanted: readonly MomentToGive[],
  now: GivingNow,
): Promise<MomentToGive[]> {
  const keys = wanted.flatMap(({ rule }) => (rule.ceiling ? [rule.key] : []));
  const over = new Set<MomentToGive>();
  // Always in the same order, so that no two wait for each other in a circle.
  for (const key of [...new Set(keys)].sort()) {
    const ofIt = wanted.filter(({ rule }) => rule.key === key);
    for (const each of await beyond(client, shopId, ofIt, now)) over.add(each);
  }
  return wanted.filter((each) => !over.has(each));
}

async function beyond(
  client: PoolClient,
  shopId: number,
  wanted: readonly MomentToGive[],
  { rewards, today }: GivingNow,
): Promise<MomentToGive[]> {
  const { key, ceiling } = wanted[0]?.rule ?? {};
  if (!key || !ceiling) return [];
  let given = await givenInAll(client, shopId, key, ceiling.of, rewards);
  const causes = wanted.map(({ member, cause }) => ({ memberId: member.id, cause }));
  const fresh = new Set((await notYetGiven(client, shopId, causes)).map(nameOf));
  return wanted.filter(({ member, cause, rule, wordsAlone }) => {
    if (wordsAlone || !fresh.has(nameOf({ memberId: member.id, cause }))) return false;
    const cost = dearest(offeredBy(rule, rewards), ceiling.of, rewards) ?? 0;
    if (given + cost > ceiling.most) return true;
    // Whom the lot holds out costs nothing; past the most nobody is held out either, for nobody is given it.
    if (!isDrawnOut({ member, rule }, today)) given += cost;
    return false;
  });
}

const nameOf = ({ memberId, cause }: { memberId: string; cause: string }) => `${memberId}/${cause}`;
