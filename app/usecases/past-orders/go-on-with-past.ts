// Past orders, a step further: the job reads where they are, and does what is due there. Safe to stop anywhere, to run twice and in
// parallel, over a restart, a publish or an uninstall.
import { withShopLock } from '#app/db/discounts/discount-lock.server.ts';
import type { PastStep, WorkingStep } from '#app/core/past-orders/past-step.ts';
import { goOnFrom, isWorking } from '#app/core/past-orders/past-step.ts';
import {
  changePastOrders,
  pastOrdersOf,
  type PastOrdersRow,
} from '#app/db/past-orders/past-orders.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { shopProgram, type ShopProgram } from '#app/db/program/programs.server.ts';
import { AdminRefused } from '#app/errors.ts';
import { awardPast } from './award-past.ts';
import { countPast } from './count-past.ts';
import { askForFile, waitForFile } from './get-past-file.ts';
import { readAlone } from './read-alone.ts';
import { readFile } from './read-past-file.ts';
import { settleAwards, settleReading } from './settle-past.ts';
import { undoPast } from './undo-past.ts';

export type PastShop = { id: number; domain: string; program: ShopProgram };

/** Does what it can now. @returns false where the next step is for later, or for the merchant */
export type WorkOnPast = (shop: PastShop, row: PastOrdersRow) => Promise<boolean>;

const WORK: Record<WorkingStep, WorkOnPast> = {
  asked: askForFile,
  made: waitForFile,
  reading: readFile,
  alone: readAlone,
  settling: settleReading,
  counting: countPast,
  awarding: awardPast,
  'settling-awards': settleAwards,
  undoing: undoPast,
};

/** Throws a Failure when Shopify can't be asked: the queue tries again, from where it is. */
export async function goOnWithPast(shopId: number): Promise<void> {
  await withShopLock('past', shopId, async () => {
    for (let before: PastStep | null = null; ;) {
      const row = await pastOrdersOf(pool(), shopId);
      const program = row && (await shopProgram(pool(), shopId));
      if (!row || !program || !isWorking(row.step)) return;
      const shop = { id: shopId, domain: program.domain, program };
      const { step } = row;
      if (!(await WORK[step](shop, row).catch((error: unknown) => refused(shopId, step, error)))) return;
      // A step that leads to itself is for later.
      if (row.step === before) return;
      before = row.step;
    }
  });
}

/** What Shopify refuses for good is the merchant's to know: asking again by itself would never end. */
async function refused(shopId: number, step: WorkingStep, error: unknown): Promise<false> {
  if (!(error instanceof AdminRefused)) throw error;
  const why = step === 'counting' ? 'facts-refused' : 'refused';
  const failed = { step: 'failed', goesOnWith: goOnFrom(step), why, dueAt: null } as const;
  await changePastOrders(pool(), shopId, step, failed);
  return false;
}
