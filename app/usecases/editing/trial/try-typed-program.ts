// "Try it" on the program's page: the rules as they are typed, an order or a cart as it is typed.
import { projectStamps } from '#app/core/storefront/project-cards.ts';
import {
  parseTrialLines,
  parseTrialStamps,
  trialForm,
  type TrialErrors,
  type TrialShopperForm,
} from '#app/core/editing/trial/parse-trial-form.ts';
import { parseProgramForm } from '#app/core/editing/parse-program-form.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import { findMembers } from '#app/db/members/member-list.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { readDraft } from '../read-program.ts';
import { tryCart, tryOrderByName, type Trial, type TrialShopper } from './try-program.ts';

export type TypedTrialResult =
  | ({ ok: true; rules: ProgramRules; madeUp: boolean; blocked: boolean; withoutProduct: boolean } & Trial)
  | { ok: false; errors: TrialErrors };

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
    const found = await readShopper(shopId, parsed.data.shopper, read.rules);
    if (!cart.ok || !found.ok) return { ok: false, errors: { ...errorsOf(cart), ...errorsOf(found) } };
    const trial = await tryCart(shop, read.rules, cart.lines, found.shopper);
    const withoutProduct = cart.lines.some(({ productId }) => productId === null);
    const blocked = found.shopper.blocked;
    return { ok: true, rules: read.rules, madeUp: true, blocked, withoutProduct, ...trial };
  }
  const trial = orderName.trim() === '' ? null : await tryOrderByName(shop, read.rules, orderName);
  if (!trial) return { ok: false, errors: { orderName: 'noOrder' } };
  const plain = { madeUp: false, blocked: false, withoutProduct: false };
  return { ok: true, rules: read.rules, ...plain, ...trial };
}

function errorsOf(read: { ok: true } | { ok: false; errors: TrialErrors }): TrialErrors {
  return read.ok ? {} : read.errors;
}

type FoundShopper = { ok: true; shopper: TrialShopper } | { ok: false; errors: TrialErrors };

/** With the stamps that were typed, or a member's own. Two members of one number are nobody in particular. */
async function readShopper(
  shopId: number,
  { kind, stamps: typed, member: text }: TrialShopperForm,
  { cards }: ProgramRules,
): Promise<FoundShopper> {
  if (kind === 'typed') {
    const read = parseTrialStamps(typed.slice(0, cards.length));
    if (!read.ok) return read;
    const held = cards.map(({ key, size }, index) => [key, [read.stamps[index] ?? 0, size]] as const);
    return { ok: true, shopper: { held: Object.fromEntries(held), blocked: false } };
  }
  const members = text.trim() === '' ? [] : await findMembers(pool(), shopId, text.trim());
  const [member] = members;
  if (!member || members.length > 1) return { ok: false, errors: { 'shopper.member': 'noMember' } };
  const shrunk = member.cards.map((card) => ({ ...card, size: smallerOf(card, cards) }));
  const held = projectStamps({ ...member, cards: shrunk }, cards).cards;
  return { ok: true, shopper: { held, blocked: member.blocked } };
}

/** Published, a smaller size would be the member's at once. */
function smallerOf({ key, size }: { key: string; size: number }, cards: ProgramRules['cards']): number {
  return Math.min(size, cards.find((card) => card.key === key)?.size ?? size);
}
