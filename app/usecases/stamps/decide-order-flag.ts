// "Count these units as free" or "this wasn't ours": the merchant decides what an order's discount was, and the ledger
// follows. A decision may be changed; the same one twice changes nothing.
import { now } from '#app/clock.server.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { decideFlag, lockFlag, type FlagCursor } from '#app/db/stamps/order-flags.server.ts';
import { withTransaction } from '#app/db/pool.server.ts';

/** `freeUnits` of the line take stamps; 0 means that the discount wasn't ours. */
export type FlagDecision = { freeUnits: number; decidedBy: string };

export type DecideResult =
  | { ok: true }
  | { ok: false; field: null; reason: 'no-flag' }
  | { ok: false; field: 'freeUnits'; reason: 'not-units-of-line' };

export async function decideOrderFlag(
  shopId: number,
  flag: FlagCursor,
  decision: FlagDecision,
): Promise<DecideResult> {
  return withTransaction(async (client) => {
    const locked = await lockFlag(client, shopId, flag);
    if (!locked) return { ok: false, field: null, reason: 'no-flag' };
    const { freeUnits } = decision;
    if (!Number.isInteger(freeUnits) || freeUnits < 0 || freeUnits > locked.quantity) {
      return { ok: false, field: 'freeUnits', reason: 'not-units-of-line' };
    }
    if (locked.freeUnits === freeUnits) return { ok: true };
    await decideFlag(client, shopId, flag, decision, now());
    await enqueue(client, 'apply_orders', { shopId });
    return { ok: true };
  });
}
