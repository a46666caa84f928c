// Keeps the settings in the draft, beside the points rule and the cards that another page edits.
import { upgradeRules } from '#app/core/program/upgrade-rules.ts';
import { parseSettings, withSettings, type SettingsErrors } from '#app/core/editing/settings-form.ts';
import { draftOf } from '#app/db/program/programs.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { saveDraft } from './save-draft.ts';

export type SaveSettingsResult =
  | { ok: true }
  | { ok: false; reason: 'invalid'; errors: SettingsErrors }
  | { ok: false; reason: 'draft-changed' | 'no-shop' };

/** @param sent as it came from the page */
export async function saveSettings(shopId: number, sent: unknown): Promise<SaveSettingsResult> {
  const read = parseSettings(sent);
  if (!read.ok) return { ok: false, reason: 'invalid', errors: read.errors };
  const stored = await draftOf(pool(), shopId);
  if (!stored) return { ok: false, reason: 'no-shop' };
  const rules = withSettings(upgradeRules(stored.draft), read.value);
  // The lock compares revisions: a draft that changed since it was read here is refused like any other.
  const saved = await saveDraft(shopId, { rules, draftRevision: read.revision });
  return saved.ok ? { ok: true } : saved;
}
