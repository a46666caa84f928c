// Left out by hand: the member earns nothing from orders placed from now on, and keeps what there is.
import { setBlocked } from '#app/db/members/members.server.ts';
import { withTransaction } from '#app/db/pool.server.ts';
import { afterBlocking } from './after-blocking.ts';

export type BlockResult = { ok: true } | { ok: false; field: null; reason: 'no-member' };

/** `blocked` false takes the member in again. Doing it twice changes nothing more. */
export async function blockMember(shopId: number, memberId: string, blocked: boolean): Promise<BlockResult> {
  return withTransaction(async (client) => {
    const found = await setBlocked(client, shopId, memberId, blocked);
    if (!found) return { ok: false, field: null, reason: 'no-member' };
    await afterBlocking(client, { shopId, memberId, blocked });
    return { ok: true };
  });
}
