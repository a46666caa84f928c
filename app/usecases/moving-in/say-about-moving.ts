// What the merchant says about a file: bring it in, throw it away, take it back. Each only where it makes sense by now.
import { now } from '#app/clock.server.ts';
import type { MovingStep } from '#app/core/moving-in/moving-step.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import {
  changeMoving,
  dropMoving,
  lockMoving,
  movingFile,
  type MovingFile,
} from '#app/db/moving-in/moving-in.server.ts';
import { withTransaction, type Queryable } from '#app/db/pool.server.ts';
import { shopProgram } from '#app/db/program/programs.server.ts';
import type { MovingRefused } from './begin-moving.ts';
import { countFile } from './count-file.ts';

export type SaidAboutMoving = {
  do: 'apply' | 'undo' | 'drop';
  id: string;
  /** So many members who could buy less than before were seen, and it is meant all the same. */
  despite?: number | undefined;
};

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
    const newest = await lockMoving(client, shopId);
    const isOlder = said.do === 'undo' && newest !== null && newest.id !== said.id && isBroughtIn(newest);
    const file = isOlder ? await movingFile(client, shopId, said.id) : newest;
    if (file?.id !== said.id) return said.do === 'drop' ? { ok: true } : { ok: false, refused: 'not-now' };
    if (done.includes(file.step)) return { ok: true };
    if (!from.includes(file.step)) return { ok: false, refused: 'not-now' };
    const refused = to === 'applying' ? await refusedByCount(client, shopId, file, said) : null;
    if (refused !== null) return { ok: false, refused };
    if (to === null) await dropMoving(client, shopId, file.id);
    else {
      await changeMoving(client, shopId, file, { step: to, dueAt: now() });
      await enqueue(client, 'move_in', { shopId });
    }
    return { ok: true };
  });
}

/** While another is under way an older one waits. */
const isBroughtIn = ({ step }: MovingFile) => step === 'applied' || step === 'undone';

/** Whatever happened since it was counted: more members than were seen are none that anybody agreed to. */
async function refusedByCount(
  client: Queryable,
  shopId: number,
  file: MovingFile,
  { despite = 0 }: SaidAboutMoving,
): Promise<'not-now' | 'less' | 'buys-less' | null> {
  const program = await shopProgram(client, shopId);
  if (!program) return 'not-now';
  const { less, buysLess } = await countFile(client, { id: shopId, program }, file);
  if (less > 0) return 'less';
  return (buysLess?.count ?? 0) > despite ? 'buys-less' : null;
}
