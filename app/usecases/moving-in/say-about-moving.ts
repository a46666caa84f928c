// What the merchant says about a file: bring it in, throw it away, take it back. Each only where it makes sense by now.
import { now } from '#app/clock.server.ts';
import type { MovingStep } from '#app/core/moving-in/moving-step.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { keepPreview } from '#app/db/moving-in/moved-rows.server.ts';
import { changeMoving, dropMoving, lockMoving } from '#app/db/moving-in/moving-in.server.ts';
import { withTransaction } from '#app/db/pool.server.ts';
import type { MovingRefused } from './begin-moving.ts';

export type SaidAboutMoving = { do: 'apply' | 'undo' | 'drop'; id: string };

type Change = { from: readonly MovingStep[]; done: readonly MovingStep[]; to: 'applying' | 'undoing' | null };

/** `done`: a second click, or a second tab. */
const CHANGES: Readonly<Record<SaidAboutMoving['do'], Change>> = {
  apply: { from: ['ready'], done: ['applying', 'applied'], to: 'applying' },
  undo: { from: ['applied'], done: ['undoing', 'undone'], to: 'undoing' },
  drop: { from: ['uploading', 'ready', 'failed', 'joining'], done: [], to: null },
};

export async function sayAboutMoving(
  shopId: number,
  said: SaidAboutMoving,
): Promise<{ ok: true } | MovingRefused> {
  const { from, done, to } = CHANGES[said.do];
  return withTransaction(async (client): Promise<{ ok: true } | MovingRefused> => {
    const file = await lockMoving(client, shopId);
    if (file?.id !== said.id) return said.do === 'drop' ? { ok: true } : { ok: false, refused: 'not-now' };
    if (done.includes(file.step)) return { ok: true };
    if (!from.includes(file.step)) return { ok: false, refused: 'not-now' };
    // Whatever happened since it was counted.
    if (to === 'applying' && (await keepPreview(client, shopId, file.id)).less > 0)
      return { ok: false, refused: 'less' };
    if (to === null) await dropMoving(client, shopId, file.id);
    else {
      await changeMoving(client, shopId, file, { step: to, dueAt: now() });
      await enqueue(client, 'move_in', { shopId });
    }
    return { ok: true };
  });
}
