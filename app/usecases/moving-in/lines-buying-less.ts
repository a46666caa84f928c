// All rows whose members could buy less than before, of a file that waits.
import { newestMoving } from '#app/db/moving-in/moving-in.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { shopProgram } from '#app/db/program/programs.server.ts';
import { rowsBuyingLess, type RowBuyingLess } from './buying-less.ts';

export async function* linesBuyingLess(shopId: number, id: string): AsyncGenerator<RowBuyingLess> {
  const file = await newestMoving(pool(), shopId);
  const program = await shopProgram(pool(), shopId);
  if (program && file?.id === id) yield* rowsBuyingLess(pool(), { id: shopId, program }, file);
}
