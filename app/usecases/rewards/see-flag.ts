// A merchant has looked at what happened with a reward. Safe to run twice.
import { pool } from '#app/db/pool.server.ts';
import { setFlagSeen } from '#app/db/rewards/flagged-vouchers.server.ts';

/** @param flag as the page showed it: what happened since isn't seen by it */
export async function seeFlag(shopId: number, shown: { id: string; flag: string }): Promise<{ ok: true }> {
  await setFlagSeen(pool(), shopId, shown);
  return { ok: true };
}
