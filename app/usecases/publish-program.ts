// The draft becomes the next version; from its second on, orders earn under it, and the storefront shows it.
import { now } from '#app/clock.server.ts';
import { programRules } from '#app/core/program-rules.ts';
import { changedCards, publishProblems, type PublishProblem } from '#app/core/publishable.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { withTransaction } from '#app/db/pool.server.ts';
import {
  insertVersion,
  lockDraft,
  publishedVersion,
  shopProgram,
  touchCardHolders,
} from '#app/db/programs.server.ts';
import { restartSweep } from './restart-sweep.ts';

export type PublishResult =
  | { ok: true; version: number }
  | { ok: false; reason: 'draft-changed' | 'no-shop' }
  | { ok: false; reason: 'incomplete'; problems: PublishProblem[] };

/** Publishing the same draft twice makes one version: the second finds nothing new, and gets the same number. */
export async function publishProgram(
  shopId: number,
  wanted: { draftRevision: number; publishedBy: string },
): Promise<PublishResult> {
  return withTransaction(async (client) => {
    const shop = await lockDraft(client, shopId);
    const program = await shopProgram(client, shopId);
    if (!shop || !program) return { ok: false, reason: 'no-shop' };
    if (shop.draftRevision !== wanted.draftRevision) return { ok: false, reason: 'draft-changed' };
    const rules = programRules.parse(shop.draft);
    const before = publishedVersion(program);
    if (JSON.stringify(rules) === JSON.stringify(before.rules)) return { ok: true, version: before.number };
    const problems = publishProblems(rules);
    if (problems.length > 0) return { ok: false, reason: 'incomplete', problems };

    const version = {
      number: before.number + 1,
      rules,
      publishedAt: toSecond(now()),
      publishedBy: wanted.publishedBy,
    };
    await insertVersion(client, shopId, version);
    await touchCardHolders(client, shopId, changedCards(before.rules, rules));
    const { timeZone } = program;
    const changed = { before: before.rules, after: rules };
    await restartSweep(client, { id: shopId, timeZone }, changed, version.publishedAt);
    await enqueue(client, 'sync_program', { shopId });
    await enqueue(client, 'sync_members', { shopId });
    return { ok: true, version: version.number };
  });
}

/** Shopify's times have no fractions: an order of this second belongs to the new version. */
function toSecond(instant: Date): Date {
  return new Date(Math.floor(instant.getTime() / 1000) * 1000);
}
