// The setup guide's shortcut: what the merchant typed goes into the draft of the first minute, and is published.
// Only while nothing else waits in the draft: whoever edits on the Program page publishes there, seeing what changes.
import { onlyFirstCardWaits } from '#app/core/editing/first-card.ts';
import { publishProblems } from '#app/core/editing/publishable.ts';
import type { PublishProblem } from '#app/core/editing/section.ts';
import { setUp, type SetupErrors, type SetupForm } from '#app/core/editing/setup/first-setup.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import { upgradeRules } from '#app/core/program/upgrade-rules.ts';
import { pool, withTransaction } from '#app/db/pool.server.ts';
import { lockDraft, publishedVersion, shopProgram } from '#app/db/program/programs.server.ts';
import { askFunctionsRun } from '../discounts/ask-functions-run.ts';
import { publishDraft } from './publish-program.ts';
import { saveDraft } from './save-draft.ts';

export type PublishSetupResult =
  | { ok: true; version: number }
  | { ok: false; reason: 'invalid'; errors: SetupErrors }
  | { ok: false; reason: SetupRefusal };

/** `edited-elsewhere`: the draft holds more, or something else, than the card of the first minute. */
export type SetupRefusal = 'edited-elsewhere' | 'tooMuchForCart' | 'functionsNotAvailable';

/** Asked twice, the second is told of the same version, or as `edited-elsewhere` that no card waits any more. */
export async function publishSetup(
  shopId: number,
  form: SetupForm,
  publishedBy: string,
): Promise<PublishSetupResult> {
  const functionsRun = !form.cardOn || (await canGiveInCart(shopId));
  const waiting = await waitingDraft(shopId);
  if (!waiting) return { ok: false, reason: 'edited-elsewhere' };
  const { rules, errors } = setUp(waiting.draft, form);
  if (Object.keys(errors).length > 0) return { ok: false, reason: 'invalid', errors };
  // Looked at before it is saved: a draft that holds what was refused would wait for its own page.
  const refusal = refusalOf(publishProblems(rules, { ...waiting, functionsRun }));
  if (refusal) return { ok: false, reason: refusal };
  const saved = await saveDraft(shopId, { draftRevision: waiting.draftRevision, rules });
  if (!saved.ok) return { ok: false, reason: 'edited-elsewhere' };
  const { draftRevision } = saved;
  const published = await publishDraft(shopId, { draftRevision, publishedBy }, functionsRun);
  return published.ok ? published : { ok: false, reason: 'edited-elsewhere' };
}

function refusalOf(problems: readonly PublishProblem[]): SetupRefusal | null {
  if (problems.length === 0) return null;
  const isOf = (reasons: readonly string[]) => problems.some(({ reason }) => reasons.includes(reason));
  if (isOf(OF_PLAN)) return 'functionsNotAvailable';
  return isOf(['tooMuchForCart']) ? 'tooMuchForCart' : 'edited-elsewhere';
}

/** The guide asks for no price and for nothing else that a card needs where functions can't run. */
const OF_PLAN = ['codeNeedsPrice', 'codeTakesNoTags', 'eitherKind', 'tooManyForReward'];

/** Asked first: from the look at the draft to its publication nothing else is waited for. */
async function canGiveInCart(shopId: number): Promise<boolean> {
  const program = await shopProgram(pool(), shopId);
  return program !== null && askFunctionsRun(shopId, program.domain);
}

type WaitingDraft = {
  draft: ProgramRules;
  draftRevision: number;
  before: ProgramRules;
  currency: string;
};

async function waitingDraft(shopId: number): Promise<WaitingDraft | null> {
  return withTransaction(async (client) => {
    const shop = await lockDraft(client, shopId);
    const program = await shopProgram(client, shopId);
    if (!shop || !program) return null;
    const draft = upgradeRules(shop.draft);
    const before = publishedVersion(program).rules;
    const { draftRevision } = shop;
    const { currency } = program;
    return onlyFirstCardWaits(draft, before) ? { draft, draftRevision, before, currency } : null;
  });
}
