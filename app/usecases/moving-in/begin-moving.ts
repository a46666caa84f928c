// A file with members is sent: what it is first, then its rows, then that these were all. Addresses never come: the browser sends their
// hashes, by a key that is made here for this file and goes once customers are found.
import { randomBytes } from 'node:crypto';
import { now } from '#app/clock.server.ts';
import { MOST_ROWS } from '#app/core/moving-in/moving-step.ts';
import type { MovedRow } from '#app/core/moving-in/moved-row.ts';
import { dayIn } from '#app/core/values/days.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { addMovedRows, countMovedRows, markRows } from '#app/db/moving-in/moved-rows.server.ts';
import {
  addMoving,
  changeMoving,
  dropMoving,
  lockMoving,
  wasMovedIn,
} from '#app/db/moving-in/moving-in.server.ts';
import { withTransaction } from '#app/db/pool.server.ts';
import { publishedVersion, shopProgram } from '#app/db/program/programs.server.ts';

export type SentFile = {
  fileName: string;
  /** SHA-256 of its text, in hex. */
  fileHash: string;
  way: 'add' | 'set';
  byEmail: boolean;
  theirs: number;
  ours: number;
  /** In minor units, what `theirs` of their points were worth. */
  worthMinor?: number | null | undefined;
  /** Their points were spent in steps of so many. */
  stepThere?: number | null | undefined;
};
/** `refused` is a key of `texts.movingIn.refused`. */
export type MovingRefused = {
  ok: false;
  refused: 'under-way' | 'same-file' | 'not-now' | 'not-whole' | 'less' | 'buys-less';
};
export type BeginAnswer = { ok: true; id: string; key: string } | MovingRefused;

type ShopOfFile = { id: number; timeZone: string };

/** A file that was left half sent is thrown away for the next. */
export async function beginMoving(shop: ShopOfFile, file: SentFile, madeBy: string): Promise<BeginAnswer> {
  return withTransaction(async (client): Promise<BeginAnswer> => {
    const before = await lockMoving(client, shop.id);
    if (before && !['applied', 'undone', 'uploading'].includes(before.step))
      return { ok: false, refused: 'under-way' };
    if (await wasMovedIn(client, shop.id, file.fileHash)) return { ok: false, refused: 'same-file' };
    if (before?.step === 'uploading') await dropMoving(client, shop.id, before.id);
    const key = randomBytes(32).toString('hex');
    const at = now();
    const id = await addMoving(client, shop.id, { ...file, key, madeBy, at, day: dayIn(shop.timeZone, at) });
    return { ok: true, id, key };
  });
}

export async function sendRows(
  shopId: number,
  id: string,
  rows: readonly MovedRow[],
): Promise<{ ok: true } | MovingRefused> {
  return withTransaction(async (client) => {
    const file = await lockMoving(client, shopId);
    if (file?.id !== id || file.step !== 'uploading') return { ok: false, refused: 'not-now' };
    await addMovedRows(client, shopId, id, rows);
    return { ok: true };
  });
}

/** Begins to look for customers, if all rows came. */
export async function endSending(
  shopId: number,
  id: string,
  count: number,
): Promise<{ ok: true } | MovingRefused> {
  return withTransaction(async (client) => {
    const file = await lockMoving(client, shopId);
    if (file?.id !== id || file.step !== 'uploading') return { ok: false, refused: 'not-now' };
    const came = await countMovedRows(client, shopId, id);
    if (came !== count || count > MOST_ROWS) return { ok: false, refused: 'not-whole' };
    const program = await shopProgram(client, shopId);
    const cards = program ? publishedVersion(program).rules.cards : [];
    await markRows(
      client,
      shopId,
      id,
      cards.map(({ key }) => key),
    );
    await changeMoving(client, shopId, file, { step: 'joining', dueAt: now() });
    await enqueue(client, 'move_in', { shopId });
    return { ok: true };
  });
}
