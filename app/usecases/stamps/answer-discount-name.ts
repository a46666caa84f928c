// "Is 'Winter sale' your own discount?": asked once for each name, however many orders bear it. Yes holds for orders to come,
// too; no counts the whole items that it made free on the orders that wait.
import { now } from '#app/clock.server.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { withTransaction } from '#app/db/pool.server.ts';
import { decideSameTitle, lockFlag, type FlagCursor } from '#app/db/stamps/order-flags.server.ts';

type NameAnswer = { isOwn: boolean; decidedBy: string };

type AnswerResult = { ok: true } | { ok: false; field: null; reason: 'no-flag' };

/** @param flag of any order that bears the name */
export async function answerDiscountName(
  shopId: number,
  flag: FlagCursor,
  answer: NameAnswer,
): Promise<AnswerResult> {
  return withTransaction(async (client) => {
    const locked = await lockFlag(client, shopId, flag);
    if (locked?.reason !== 'foreign-title') return { ok: false, field: null, reason: 'no-flag' };
    // Answered meanwhile, perhaps otherwise: that is changed order by order.
    if (locked.freeUnits !== null) return { ok: true };
    await decideSameTitle(client, shopId, flag, answer, now());
    await enqueue(client, 'apply_orders', { shopId });
    return { ok: true };
  });
}
