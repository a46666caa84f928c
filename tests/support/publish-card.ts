// Publishes the draft's stamp card by the use cases that the merchant's screen calls.
import { programRules } from '#app/core/program-rules.ts';
import type { StampCard } from '#app/core/program-rules.ts';
import { pool } from '#app/db/pool.server.ts';
import { publishProgram } from '#app/usecases/publish-program.ts';
import { saveDraft } from '#app/usecases/save-draft.ts';

/**
 * @param change of the draft's first card: its title, size or products
 * @returns the published version's number
 * @throws Error when the shop isn't installed, or the draft can't be published
 */
export async function publishCard(domain: string, change: Partial<StampCard>): Promise<number> {
  const shop = await readDraft(domain);
  const [card, ...others] = shop.rules.cards;
  if (!card) throw new Error(`${domain} has no card in its draft`);
  const rules = { ...shop.rules, cards: [{ ...card, ...change }, ...others] };
  const saved = await saveDraft(shop.id, { rules, draftRevision: shop.draftRevision });
  if (!saved.ok) throw new Error(`the draft was not saved: ${saved.reason}`);
  const wanted = { draftRevision: saved.draftRevision, publishedBy: 'merchant' };
  const published = await publishProgram(shop.id, wanted);
  if (!published.ok) throw new Error(`the draft was not published: ${published.reason}`);
  return published.version;
}

async function readDraft(domain: string) {
  const { rows } = await pool().query<{ id: number; draft: unknown; draftRevision: number }>(
    'select id, draft, "draftRevision" from "Shop" where domain = $1',
    [domain],
  );
  const row = rows[0];
  if (!row) throw new Error(`${domain} has not installed the app`);
  return { ...row, rules: programRules.parse(row.draft) };
}
