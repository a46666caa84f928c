// Left out by hand: the member earns nothing from orders placed from now on, and keeps what there is.
import { now } from '#app/clock.server.ts';
import { keepTimeLeftOut } from '#app/db/members/left-out.server.ts';
import { lockBlocked, setBlocked } from '#app/db/members/members.server.ts';
import { withTransaction } from '#app/db/pool.server.ts';
import { afterBlocking } from './after-blocking.ts';

/** `changed` is false where the member was so already. */
export type BlockResult = { ok: true; changed: boolean } | { ok: false; field: null; reason: 'no-member' };

/** `blocked` false takes the member in again. Doing it twice changes nothing more. */
export async function blockMember(
  shopId: number,
  memberId: string,
  blocked: boolean,
  at: Date = now(),
): Promise<BlockResult> {
  return withTransaction(async (client) => {
    const before = await lockBlocked(client, shopId, memberId);
    if (before === null) return { ok: false, field: null, reason: 'no-member' };
    if (before === blocked) return { ok: true, changed: false };
    const change = { shopId, memberId, blocked, at };
    await keepTimeLeftOut(client, change);
    await setBlocked(client, shopId, memberId, blocked);
    await afterBlocking(client, change);
    return { ok: true, changed: true };
  });
}
