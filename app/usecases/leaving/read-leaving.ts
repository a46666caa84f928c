// Whether a shopper takes part, and what leaving would take from them.
import { heldByCustomer, type HeldByCustomer } from '#app/db/leaving/held-by-customer.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { publishedVersion, shopProgram } from '#app/db/program/programs.server.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';

export type ReadLeaving = HeldByCustomer & { names: ProgramRules['names'] };

const NOTHING: HeldByCustomer = { leftAt: null, points: 0, stamps: 0, rewards: 0, gifts: 0 };

/** Null when there is no such shop. */
export async function readLeaving(shopId: number, customerId: string): Promise<ReadLeaving | null> {
  const program = await shopProgram(pool(), shopId);
  if (!program) return null;
  const held = (await heldByCustomer(pool(), shopId, customerId)) ?? NOTHING;
  return { ...held, names: publishedVersion(program).rules.names };
}
