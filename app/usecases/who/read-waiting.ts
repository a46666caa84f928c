// What a moment's page says of collections that its conditions wait for: those that are published, or the draft's where nothing is.
import { momentsOf } from '#app/core/moments/moments-of.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import type { WaitingCollection } from '#app/core/who/kept-collection.ts';
import { pool } from '#app/db/pool.server.ts';
import { waitingFor } from './waiting-rules.ts';

/** @param versions the first that has the moment counts */
export async function readWaiting(
  shopId: number,
  momentKey: string,
  versions: readonly ProgramRules[],
): Promise<WaitingCollection[]> {
  const rules = versions.flatMap(momentsOf).filter(({ key }) => key === momentKey);
  return rules[0] ? waitingFor(pool(), shopId, rules[0].who) : [];
}
