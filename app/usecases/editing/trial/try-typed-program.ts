// "Try it" on the program's page: the rules as they are typed, an order or a cart as it is typed.
import { parseTrialLines, trialForm, type TrialErrors } from '#app/core/editing/trial/parse-trial-form.ts';
import { parseProgramForm } from '#app/core/editing/parse-program-form.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import { readDraft } from '../read-program.ts';
import { readTrialShopper } from './read-trial-shopper.ts';
import { tryCart, tryOrderByName, type Trial } from './try-program.ts';

type Tried = {
  rules: ProgramRules;
  madeUp: boolean;
  /** The member whose stamps were tried is excluded. */
  blocked: boolean;
  /** That member's, where a name found them. */
  name: string | null;
  withoutProduct: boolean;
};

export type TypedTrialResult = ({ ok: true } & Tried & Trial) | { ok: false; errors: TrialErrors };

/** @param sent as it came from the page. Throws a Failure when Shopify can't be asked. */
export async function tryTypedProgram(shopId: number, sent: unknown): Promise<TypedTrialResult> {
  const parsed = trialForm.safeParse(sent);
  if (!parsed.success) return { ok: false, errors: { rules: 'fixRules' } };
  const { kind, orderName, lines } = parsed.data;
  const program = await readDraft(shopId);
  const read = parseProgramForm(parsed.data.rules, { ...program, base: program.draft });
  if (!read.ok) return { ok: false, errors: { rules: 'fixRules' } };
  const { domain, currency, timeZone } = program;
  const shop = { id: shopId, domain, currency, timeZone };
  if (kind === 'cart') {
    const cart = parseTrialLines(lines, program.currency);
    const found = await readTrialShopper(shop, parsed.data.shopper, read.rules);
    if (!cart.ok || !found.ok) return { ok: false, errors: { ...errorsOf(cart), ...errorsOf(found) } };
    const trial = await tryCart(shop, read.rules, cart.lines, found.shopper);
    const withoutProduct = cart.lines.some(({ productId }) => productId === null);
    const { blocked } = found.shopper;
    return { ok: true, rules: read.rules, madeUp: true, blocked, name: found.name, withoutProduct, ...trial };
  }
  const trial = orderName.trim() === '' ? null : await tryOrderByName(shop, read.rules, orderName);
  if (!trial) return { ok: false, errors: { orderName: 'noOrder' } };
  const plain = { madeUp: false, blocked: false, name: null, withoutProduct: false };
  return { ok: true, rules: read.rules, ...plain, ...trial };
}

function errorsOf(read: { ok: true } | { ok: false; errors: TrialErrors }): TrialErrors {
  return read.ok ? {} : read.errors;
}
