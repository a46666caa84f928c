// An older version's rules become the draft; nothing is published by it, and what is paused stays so.
import { pausedLike } from '#app/core/program/paused.ts';
import { upgradeRules } from '#app/core/program/upgrade-rules.ts';
import { withTransaction } from '#app/db/pool.server.ts';
import { lockDraft, oneVersion, writeDraft } from '#app/db/program/programs.server.ts';

export type RestoreResult =
  { ok: true; draftRevision: number } | { ok: false; reason: 'draft-changed' | 'no-version' };

/** Cards keep the keys that they had, and with them their members' stamps. */
export async function restoreVersion(
  shopId: number,
  wanted: { number: number; draftRevision: number },
): Promise<RestoreResult> {
  return withTransaction(async (client) => {
    const shop = await lockDraft(client, shopId);
    const version = await oneVersion(client, shopId, wanted.number);
    if (!shop || !version) return { ok: false, reason: 'no-version' };
    if (shop.draftRevision !== wanted.draftRevision) return { ok: false, reason: 'draft-changed' };
    const rules = pausedLike(version.rules, upgradeRules(shop.draft));
    return { ok: true, draftRevision: await writeDraft(client, shopId, rules) };
  });
}
