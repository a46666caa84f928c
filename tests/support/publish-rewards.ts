// Publishes a program with exactly these rewards, what comes with them, and no card, by the use cases that the merchant's screens call.
import type { Moment } from '#app/core/moments/moment-rules.ts';
import type { Reward } from '#app/core/rewards/reward-rules.ts';
import { upgradeRules } from '#app/core/program/upgrade-rules.ts';
import { pool } from '#app/db/pool.server.ts';
import { draftOf } from '#app/db/program/programs.server.ts';
import { publishProgram } from '#app/usecases/editing/publish-program.ts';
import { saveDraft } from '#app/usecases/editing/save-draft.ts';

/** @throws Error when there is no such shop, or the draft isn't taken */
export async function publishRewards(
  shopId: number,
  rewards: Reward[],
  occasions: Moment[] = [],
): Promise<void> {
  const stored = await draftOf(pool(), shopId);
  if (!stored) throw new Error(`there is no shop ${shopId}`);
  const rules = { ...upgradeRules(stored.draft), cards: [], rewards, occasions };
  const saved = await saveDraft(shopId, { rules, draftRevision: stored.draftRevision });
  if (!saved.ok) throw new Error(`the draft was not saved: ${saved.reason}`);
  const published = await publishProgram(shopId, {
    draftRevision: saved.draftRevision,
    publishedBy: 'merchant',
  });
  if (!published.ok) throw new Error(`the draft was not published: ${JSON.stringify(published)}`);
}
