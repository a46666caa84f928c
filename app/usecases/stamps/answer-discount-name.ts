// "Is 'Winter sale' your own discount?": asked once for each name, however many orders bear it. The answer decides the orders
// that wait, by the whole items that it made free, and holds for those to come.
import { now } from '#app/clock.server.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { withTransaction } from '#app/db/pool.server.ts';
import { sayCardTitles } from '#app/db/stamps/card-titles.server.ts';
import { cardsAskedOf } from '#app/db/stamps/discount-names.server.ts';
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
    // Answered meanwhile, perhaps otherwise: that is changed where the answers stand.
    if (locked.freeUnits !== null) return { ok: true };
    if (!answer.isOwn) {
      await sayCardTitles(client, shopId, await cardsAskedOf(client, shopId, locked.title), now());
    }
    await decideSameTitle(client, shopId, flag, answer, now());
    await enqueue(client, 'apply_orders', { shopId });
    return { ok: true };
  });
}
