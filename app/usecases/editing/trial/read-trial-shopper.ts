// Whose stamps a made-up cart is tried with: typed ones, or a member's own, found as in the list of members.
import {
  parseTrialStamps,
  type TrialErrors,
  type TrialProblem,
  type TrialShopperForm,
} from '#app/core/editing/trial/parse-trial-form.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import { projectStamps } from '#app/core/storefront/project-cards.ts';
import { searchMembers, type FoundMembers } from '../../members/search-members.ts';
import type { TrialShopper } from './try-program.ts';

/** `name` as Shopify gives it; null where it doesn't, and of stamps that were typed. */
export type FoundShopper =
  { ok: true; shopper: TrialShopper; name: string | null } | { ok: false; errors: TrialErrors };

export async function readTrialShopper(
  shop: { id: number; domain: string },
  { kind, stamps: typed, member: text }: TrialShopperForm,
  { cards }: ProgramRules,
): Promise<FoundShopper> {
  if (kind === 'typed') {
    const read = parseTrialStamps(typed.slice(0, cards.length));
    if (!read.ok) return read;
    const held = cards.map(({ key, size }, index) => [key, [read.stamps[index] ?? 0, size]] as const);
    return { ok: true, shopper: { held: Object.fromEntries(held), blocked: false }, name: null };
  }
  const q = text.trim().slice(0, 100);
  const found = q === '' ? { members: [], search: null } : await searchMembers(shop, q);
  const [member] = found.members;
  const problem = whyNobody(found);
  if (!member || problem) return { ok: false, errors: { 'shopper.member': problem ?? 'noMember' } };
  const shrunk = member.cards.map((card) => ({ ...card, size: smallerOf(card, cards) }));
  const held = projectStamps({ ...member, cards: shrunk }, cards).cards;
  const name = found.search?.names[member.customerId] ?? null;
  return { ok: true, shopper: { held, blocked: member.blocked }, name };
}

/** Two members of one name are nobody in particular; nor is the only one among the first of many customers. */
function whyNobody({ members, search }: FoundMembers): TrialProblem | null {
  if (members.length > 1 || (members.length === 1 && search?.more)) return 'severalMembers';
  if (members.length === 1) return null;
  if (search?.byName === 'refused') return 'namesRefused';
  return search?.byName === 'failed' ? 'namesFailed' : 'noMember';
}

/** Published, a smaller size would be the member's at once. */
function smallerOf({ key, size }: { key: string; size: number }, cards: ProgramRules['cards']): number {
  return Math.min(size, cards.find((card) => card.key === key)?.size ?? size);
}
