// A file that waits is reckoned by another factor, and counted anew: the file needn't be sent again.
import { changeFactor, lockMoving } from '#app/db/moving-in/moving-in.server.ts';
import { withTransaction } from '#app/db/pool.server.ts';
import { shopProgram } from '#app/db/program/programs.server.ts';
import type { MovingRefused } from './begin-moving.ts';
import { countFile } from './count-file.ts';

export async function reckonAnew(
  shopId: number,
  { id, ours }: { id: string; ours: number },
): Promise<{ ok: true } | MovingRefused> {
  return withTransaction(async (client): Promise<{ ok: true } | MovingRefused> => {
    const file = await lockMoving(client, shopId);
    const program = await shopProgram(client, shopId);
    if (!program || file?.id !== id || file.step !== 'ready') return { ok: false, refused: 'not-now' };
    await changeFactor(client, shopId, id, ours);
    await countFile(client, { id: shopId, program }, { ...file, ours });
    return { ok: true };
  });
}
