// Edits the draft, and publishes it, by the use cases that the merchant's screens call.
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import { upgradeRules } from '#app/core/program/upgrade-rules.ts';
import { pool } from '#app/db/pool.server.ts';
import { publishProgram } from '#app/usecases/editing/publish-program.ts';
import { saveDraft } from '#app/usecases/editing/save-draft.ts';

type Edit = (rules: ProgramRules) => ProgramRules;

/** @throws Error when the shop isn't installed, or somebody else edits at the same time */
export async function changeDraft(
  domain: string,
  edit: Edit,
): Promise<{ shopId: number; draftRevision: number }> {
  const { rows } = await pool().query<{ id: number; draft: unknown; draftRevision: number }>(
    'select id, draft, "draftRevision" from "Shop" where domain = $1',
    [domain],
  );
  const [shop] = rows;
  if (!shop) throw new Error(`${domain} has not installed the app`);
  const rules = edit(upgradeRules(shop.draft));
  const saved = await saveDraft(shop.id, { rules, draftRevision: shop.draftRevision });
  if (!saved.ok) throw new Error(`the draft was not saved: ${saved.reason}`);
  return { shopId: shop.id, draftRevision: saved.draftRevision };
}

/**
 * @returns the published version's number
 * @throws Error when the draft can't be saved or published
 */
export async function publishDraft(domain: string, edit: Edit): Promise<number> {
  const { shopId, draftRevision } = await changeDraft(domain, edit);
  const published = await publishProgram(shopId, { draftRevision, publishedBy: 'merchant' });
  if (!published.ok) throw new Error(`the draft was not published: ${published.reason}`);
  return published.version;
}
