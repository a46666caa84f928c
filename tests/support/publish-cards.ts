// Publishes a program with exactly these cards, by the use cases that the merchant's screens call.
import type { StampCard } from '#app/core/program/card-rules.ts';
import { pool } from '#app/db/pool.server.ts';
import { draftOf } from '#app/db/program/programs.server.ts';
import { upgradeRules } from '#app/core/program/upgrade-rules.ts';
import { publishProgram, type PublishResult } from '#app/usecases/editing/publish-program.ts';
import { saveDraft } from '#app/usecases/editing/save-draft.ts';

/** @throws Error when there is no such shop, or somebody else edits its draft */
export async function publishCards(shopId: number, cards: StampCard[]): Promise<PublishResult> {
  const stored = await draftOf(pool(), shopId);
  if (!stored) throw new Error(`there is no shop ${shopId}`);
  const rules = { ...upgradeRules(stored.draft), cards };
  const saved = await saveDraft(shopId, { rules, draftRevision: stored.draftRevision });
  if (!saved.ok) throw new Error(`the draft was not saved: ${saved.reason}`);
  return publishProgram(shopId, { draftRevision: saved.draftRevision, publishedBy: 'merchant' });
}
