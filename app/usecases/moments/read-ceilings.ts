// How much of its most each moment has given, and whether that has stopped it, for the merchant's screens.
import type { CeilingState } from '#app/core/moments/ceiling-state.ts';
import { dearest, offeredBy } from '#app/core/moments/moment-gift.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import { countGiven } from '#app/db/moments/moment-counts.server.ts';
import { pool } from '#app/db/pool.server.ts';

/** By the moment's key; without those that have no most. @param published the rules by which moments are given */
export async function readCeilings(
  shopId: number,
  { moments = [], rewards = [] }: Pick<ProgramRules, 'moments' | 'rewards'>,
): Promise<Record<string, CeilingState>> {
  const known: Record<string, CeilingState> = {};
  for (const rule of moments) {
    const { key, ceiling } = rule;
    if (!ceiling) continue;
    const { of, most } = ceiling;
    const given = await countGiven(pool(), shopId, key, of, rewards);
    const cost = dearest(offeredBy(rule, rewards), of, rewards) ?? 0;
    known[key] = { of, most, given, reached: given + cost > most };
  }
  return known;
}
