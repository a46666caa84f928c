// The setup guide's shortcut: the stamp card that waits in the draft gets its products, and is published.
// Only while nothing else waits in the draft: whoever edits on the Program page publishes there, seeing what changes.
import { onlyFirstCardWaits } from '#app/core/editing/first-card.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import { upgradeRules } from '#app/core/program/upgrade-rules.ts';
import { pool, withTransaction } from '#app/db/pool.server.ts';
import { lockDraft, publishedVersion, shopProgram } from '#app/db/program/programs.server.ts';
import { askFunctionsRun } from '../discounts/ask-functions-run.ts';
import { publishDraft, type PublishResult } from './publish-program.ts';
import { saveDraft } from './save-draft.ts';

/** Shopify's numeric ids. */
export type ChosenProducts = { productIds: string[]; collectionIds: string[] };

export type PublishFirstCardResult = { ok: true; version: number } | { ok: false; reason: FirstCardRefusal };

/** `edited-elsewhere`: the draft holds more, or something else, than the card of the first minute. */
type FirstCardRefusal = 'no-products' | 'edited-elsewhere' | 'tooMuchForCart' | 'functionsNotAvailable';

/** Asked twice, the second is told of the same version, or as `edited-elsewhere` that no card waits any more. */
export async function publishFirstCard(
  shopId: number,
  chosen: ChosenProducts,
  publishedBy: string,
): Promise<PublishFirstCardResult> {
  if (chosen.productIds.length + chosen.collectionIds.length === 0)
    return { ok: false, reason: 'no-products' };
  const canRun = await canGiveInCart(shopId);
  const draft = await waitingDraft(shopId);
  if (!draft) return { ok: false, reason: 'edited-elsewhere' };
  const cards = draft.rules.cards.map((card) => ({
    ...card,
    products: { ...card.products, all: false, ...chosen },
  }));
  const saved = await saveDraft(shopId, { ...draft, rules: { ...draft.rules, cards } });
  if (!saved.ok) return { ok: false, reason: 'edited-elsewhere' };
  const published = await publishDraft(shopId, { draftRevision: saved.draftRevision, publishedBy }, canRun);
  return published.ok ? published : { ok: false, reason: refusalOf(published) };
}

function refusalOf(published: Extract<PublishResult, { ok: false }>): FirstCardRefusal {
  if (published.reason !== 'incomplete') return 'edited-elsewhere';
  const reasons = published.problems.map(({ reason }) => reason);
  return REFUSALS.find((reason) => reasons.includes(reason)) ?? 'edited-elsewhere';
}

const REFUSALS = ['functionsNotAvailable', 'tooMuchForCart'] as const;

/** Asked first: from the look at the draft to its publication nothing else is waited for. */
async function canGiveInCart(shopId: number): Promise<boolean> {
  const program = await shopProgram(pool(), shopId);
  return program !== null && askFunctionsRun(shopId, program.domain);
}

type WaitingDraft = { rules: ProgramRules; draftRevision: number };

async function waitingDraft(shopId: number): Promise<WaitingDraft | null> {
  return withTransaction(async (client) => {
    const shop = await lockDraft(client, shopId);
    const program = await shopProgram(client, shopId);
    if (!shop || !program) return null;
    const rules = upgradeRules(shop.draft);
    const waits = onlyFirstCardWaits(rules, publishedVersion(program).rules);
    return waits ? { rules, draftRevision: shop.draftRevision } : null;
  });
}
