// A file with members, a step further. Safe to run twice, and to stop anywhere: what is applied is so whole.
import type { MovingWork } from '#app/core/moving-in/moving-step.ts';
import { isMovingWork } from '#app/core/moving-in/moving-step.ts';
import { withShopLock } from '#app/db/discounts/discount-lock.server.ts';
import { changeMoving, newestMoving, type MovingFile } from '#app/db/moving-in/moving-in.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { shopProgram, type ShopProgram } from '#app/db/program/programs.server.ts';
import { isValueRefused } from '#app/errors.ts';
import { log } from '#app/log.server.ts';
import { applyMoving } from './apply-moving.ts';
import { joinCustomers } from './join-customers.ts';
import { undoMoving } from './undo-moving.ts';

type Work = (shop: { id: number; domain: string; program: ShopProgram }, file: MovingFile) => Promise<void>;

const WORK: Readonly<Record<MovingWork, Work>> = {
  joining: joinCustomers,
  applying: applyMoving,
  undoing: undoMoving,
};

export async function goOnMoving(shopId: number): Promise<void> {
  await withShopLock('moving', shopId, async () => {
    const file = await newestMoving(pool(), shopId);
    const program = file && (await shopProgram(pool(), shopId));
    if (!file || !program || !isMovingWork(file.step)) return;
    try {
      await WORK[file.step]({ id: shopId, domain: program.domain, program }, file);
    } catch (error) {
      await stopUnlessLater(shopId, file, error);
    }
  });
}

/** More points than can be kept will be too many the next time as well: nothing of it is there, and the merchant can throw the file away. */
async function stopUnlessLater(shopId: number, file: MovingFile, error: unknown): Promise<void> {
  if (file.step !== 'applying' || !isValueRefused(error)) throw error;
  log.error({ err: error, shopId, movingId: file.id }, 'a file could not be applied');
  await changeMoving(pool(), shopId, file, { step: 'failed', why: 'not-applied', dueAt: null });
}
