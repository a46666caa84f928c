// "Try it" on the program's page: the rules as they are typed, an order or a cart as it is typed.
import { readTrialLines, trialForm, type TrialErrors } from '#app/core/read-trial-form.ts';
import { readProgramForm } from '#app/core/read-program-form.ts';
import type { ProgramRules } from '#app/core/program-rules.ts';
import { readDraft } from './read-program.ts';
import { tryCart, tryOrderByName, type Trial } from './try-program.ts';

export type TypedTrialResult =
  ({ ok: true; rules: ProgramRules; madeUp: boolean } & Trial) | { ok: false; errors: TrialErrors };

/** @param sent as it came from the page. Throws a Failure when Shopify can't be asked. */
export async function tryTypedProgram(shopId: number, sent: unknown): Promise<TypedTrialResult> {
  const parsed = trialForm.safeParse(sent);
  if (!parsed.success) return { ok: false, errors: { rules: 'fixRules' } };
  const { kind, orderName, lines } = parsed.data;
  const program = await readDraft(shopId);
  const read = readProgramForm(parsed.data.rules, { ...program, base: program.draft });
  if (!read.ok) return { ok: false, errors: { rules: 'fixRules' } };
  const shop = { id: shopId, domain: program.domain, currency: program.currency };
  if (kind === 'cart') {
    const cart = readTrialLines(lines, program.currency);
    if (!cart.ok) return cart;
    const trial = await tryCart(shop, read.rules, cart.lines);
    return { ok: true, rules: read.rules, madeUp: true, ...trial };
  }
  const trial = orderName.trim() === '' ? null : await tryOrderByName(shop, read.rules, orderName);
  if (!trial) return { ok: false, errors: { orderName: 'noOrder' } };
  return { ok: true, rules: read.rules, madeUp: false, ...trial };
}
