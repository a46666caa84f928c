// The draft becomes the next version; from its second on, orders earn under it, and the storefront shows it.
import { now } from '#app/clock.server.ts';
import { freezeHoldouts } from '#app/core/holdouts/freeze-holdouts.ts';
import { nextVersion } from '#app/core/program/next-version.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import { upgradeRules } from '#app/core/program/upgrade-rules.ts';
import { publishProblems } from '#app/core/editing/publishable.ts';
import { needsFunctions } from '#app/core/editing/needs-functions.ts';
import type { PublishProblem } from '#app/core/editing/section.ts';
import { lockPublishing } from '#app/db/moments/version-in-force.server.ts';
import { kindsByFlow } from '#app/db/notices/notices.server.ts';
import { pool, withTransaction } from '#app/db/pool.server.ts';
import {
  draftOf,
  insertVersion,
  lockDraft,
  publishedVersion,
  rewriteDraft,
  shopProgram,
} from '#app/db/program/programs.server.ts';
import { askFunctionsRun } from '../discounts/ask-functions-run.ts';
import { afterPublish } from './after-publish.ts';

export type PublishResult =
  | { ok: true; version: number }
  | { ok: false; reason: 'draft-changed' | 'no-shop' }
  | { ok: false; reason: 'incomplete'; problems: PublishProblem[] };

/** `note` says why, in the merchant's words. */
type WantedPublish = { draftRevision: number; publishedBy: string; note?: string };

/** Publishing the same draft twice makes one version: the second finds nothing new, and gets the same number. */
export async function publishProgram(shopId: number, wanted: WantedPublish): Promise<PublishResult> {
  return publishDraft(shopId, wanted, await whatIsNewCanRun(shopId));
}

/** @param canRun whether functions run on the store, where the draft brings what needs them */
export async function publishDraft(
  shopId: number,
  wanted: WantedPublish,
  canRun: boolean,
): Promise<PublishResult> {
  return withTransaction(async (client) => {
    await lockPublishing(client, shopId);
    const shop = await lockDraft(client, shopId);
    const program = await shopProgram(client, shopId);
    if (!shop || !program) return { ok: false, reason: 'no-shop' };
    if (shop.draftRevision !== wanted.draftRevision) return { ok: false, reason: 'draft-changed' };
    const before = publishedVersion(program);
    const draft = upgradeRules(shop.draft);
    const rules = freezeHoldouts(draft, before.rules, before.number + 1);
    // What is published is what the draft says from now on, or it would look changed.
    const keepDraft = () => (rules === draft ? null : rewriteDraft(client, shopId, rules));
    if (JSON.stringify(rules) === JSON.stringify(before.rules)) {
      await keepDraft();
      return { ok: true, version: before.number };
    }
    const problems = publishProblems(rules, {
      before: before.rules,
      currency: program.currency,
      functionsRun: canRun,
      tellsOutside: (await kindsByFlow(client, shopId)).includes('silent'),
    });
    if (problems.length > 0) return { ok: false, reason: 'incomplete', problems };

    const version = {
      ...nextVersion(before, rules, now()),
      publishedBy: wanted.publishedBy,
      note: wanted.note?.trim() || null,
    };
    await keepDraft();
    await insertVersion(client, shopId, version);
    const { timeZone } = program;
    const { publishedAt } = version;
    await afterPublish(client, { shopId, timeZone, before: before.rules, after: rules, publishedAt });
    return { ok: true, version: version.number };
  });
}

/** Asked before anything is locked, and only where the draft brings what needs a function and isn't published yet. */
async function whatIsNewCanRun(shopId: number): Promise<boolean> {
  const [program, stored] = [await shopProgram(pool(), shopId), await draftOf(pool(), shopId)];
  if (!program || !stored) return true;
  const draft: ProgramRules = upgradeRules(stored.draft);
  if (!needsFunctions(publishedVersion(program).rules, draft)) return true;
  return askFunctionsRun(shopId, program.domain);
}
