// Pauses the program, or starts it again: a version like the published one, and the same flag in the draft.
import { pausedAs } from '#app/core/program/paused.ts';
import { publishAtOnce } from './publish-at-once.ts';

export type PauseResult = { ok: true; version: number } | { ok: false; reason: 'no-shop' };

export async function pauseProgram(
  shopId: number,
  paused: boolean,
  publishedBy: string,
): Promise<PauseResult> {
  const done = await publishAtOnce(
    shopId,
    {
      isDone: (rules) => (rules.paused ?? false) === paused,
      change: (rules) => pausedAs(rules, paused),
    },
    publishedBy,
  );
  return done ? { ok: true, ...done } : { ok: false, reason: 'no-shop' };
}
