// How much there is to take out, of what is counted quickly.
import { MOST_COUNTED_ROWS } from '#app/core/taking-out/taken-counts.ts';
import type { TakenName } from '#app/core/taking-out/taken-names.ts';
import { pool } from '#app/db/pool.server.ts';
import { countTaken } from '#app/db/taking-out/taken-pages.server.ts';

export const readTaken = (shopId: number): Promise<Partial<Record<TakenName, number>>> =>
  countTaken(pool(), shopId, MOST_COUNTED_ROWS + 1);
