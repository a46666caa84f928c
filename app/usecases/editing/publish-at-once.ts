// Publishes a version like the published one but for one thing, and changes the same in the draft. What waits in the draft goes on
// waiting.
import { now } from '#app/clock.server.ts';
import { nextVersion } from '#app/core/program/next-version.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import { upgradeRules } from '#app/core/program/upgrade-rules.ts';
import { lockPublishing } from '#app/db/moments/version-in-force.server.ts';
import { withTransaction } from '#app/db/pool.server.ts';
import {
  insertVersion,
  lockDraft,
  publishedVersion,
  shopProgram,
  writeDraft,
} from '#app/db/program/programs.server.ts';
import { afterPublish } from './after-publish.ts';

type AtOnce = {
  /** Nothing is left to do: asked twice, the second finds it done. */
  isDone: (published: ProgramRules) => boolean;
  change: (rules: ProgramRules) => ProgramRules;
};

/** It never waits for what a publish asks of the rules: these are published already. Null where there is no such shop. */
export async function publishAtOnce(
  shopId: number,
  { isDone, change }: AtOnce,
  publishedBy: string,
): Promise<{ version: number } | null> {
  return withTransaction(async (client) => {
    await lockPublishing(client, shopId);
    const shop = await lockDraft(client, shopId);
    const program = await shopProgram(client, shopId);
    if (!shop || !program) return null;
    const before = publishedVersion(program);
    if (isDone(before.rules)) return { version: before.number };
    const after = change(before.rules);
    const version = { ...nextVersion(before, after, now()), publishedBy };
    await insertVersion(client, shopId, version);
    // With a new revision: whoever edits an older draft is told, and undoes nothing of this.
    await writeDraft(client, shopId, change(upgradeRules(shop.draft)));
    const { timeZone } = program;
    const { publishedAt, number } = version;
    await afterPublish(client, { shopId, timeZone, before: before.rules, after, publishedAt });
    return { version: number };
  });
}
