// Pauses the program, or starts it again: a version like the published one, and the same flag in the draft. What waits in
// the draft goes on waiting.
import { now } from '#app/clock.server.ts';
import { nextVersion } from '#app/core/program/next-version.ts';
import { pausedAs } from '#app/core/program/paused.ts';
import { upgradeRules } from '#app/core/program/upgrade-rules.ts';
import { withTransaction } from '#app/db/pool.server.ts';
import {
  insertVersion,
  lockDraft,
  publishedVersion,
  shopProgram,
  writeDraft,
} from '#app/db/program/programs.server.ts';
import { afterPublish } from './after-publish.ts';

export type PauseResult = { ok: true; version: number } | { ok: false; reason: 'no-shop' };

/** Asked twice, the second finds it done. It never waits for what a publish asks of the rules: these are published already. */
export async function pauseProgram(
  shopId: number,
  paused: boolean,
  publishedBy: string,
): Promise<PauseResult> {
  return withTransaction(async (client) => {
    const shop = await lockDraft(client, shopId);
    const program = await shopProgram(client, shopId);
    if (!shop || !program) return { ok: false, reason: 'no-shop' };
    const before = publishedVersion(program);
    if ((before.rules.paused ?? false) === paused) return { ok: true, version: before.number };
    const rules = pausedAs(before.rules, paused);
    const version = { ...nextVersion(before, rules, now()), publishedBy };
    await insertVersion(client, shopId, version);
    // With a new revision: whoever edits an older draft is told, and undoes nothing of this.
    await writeDraft(client, shopId, pausedAs(upgradeRules(shop.draft), paused));
    const { timeZone } = program;
    const change = { before: before.rules, after: rules, publishedAt: version.publishedAt };
    await afterPublish(client, { shopId, timeZone, ...change });
    return { ok: true, version: version.number };
  });
}
