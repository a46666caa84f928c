// Keeps what the merchant edits beside the published version. Of two people editing, the second is told.
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import { upgradeRules } from '#app/core/program/upgrade-rules.ts';
import { withTransaction } from '#app/db/pool.server.ts';
import { lockDraft, writeDraft } from '#app/db/program/programs.server.ts';
import { wantCollectionsOf } from '../who/want-collections.ts';

export type SaveDraftResult =
  { ok: true; draftRevision: number } | { ok: false; reason: 'draft-changed' | 'no-shop' };

/** `draftRevision` is the one the edit began with. Throws UnreadableRules for rules that are none. */
export async function saveDraft(
  shopId: number,
  edit: { rules: ProgramRules; draftRevision: number },
): Promise<SaveDraftResult> {
  const rules = upgradeRules(edit.rules);
  return withTransaction(async (client) => {
    const shop = await lockDraft(client, shopId);
    if (!shop) return { ok: false, reason: 'no-shop' };
    if (shop.draftRevision !== edit.draftRevision) return { ok: false, reason: 'draft-changed' };
    await wantCollectionsOf(client, shopId, rules);
    return { ok: true, draftRevision: await writeDraft(client, shopId, rules) };
  });
}
