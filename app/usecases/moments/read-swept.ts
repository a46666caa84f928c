// Members as a sweep decides of them: their dates, and where the list has moments, what is known of them for those.
import { dueGifts, type DueGift } from '#app/core/moments/due-gifts.ts';
import { dueMoments, type CauseMember, type DueMoment } from '#app/core/moments/due-moments.ts';
import { causeOf } from '#app/core/moments/causes/cause-kinds.ts';
import { whoOf } from '#app/core/moments/who-of-moment.ts';
import { asksTags } from '#app/core/who/who.ts';
import { addDays } from '#app/core/values/days.ts';
import { causeFactsOf } from '#app/db/moments/cause-facts.server.ts';
import { sweptMembers, type SweptMember } from '#app/db/moments/moments.server.ts';
import type { Queryable } from '#app/db/pool.server.ts';
import { membersAmong } from '#app/db/who/members-among.server.ts';
import type { Sweep } from './give-gifts.ts';
import { withWhoGetsGifts } from './who-gets-gifts.ts';

/** Longer than anything is given late. */
const ORDERS_OF_DAYS = 250;

export type Swept = SweptMember & { causes: CauseMember | null };

/** What a member is due: of yearly dates, and of the list. */
export type Due = { gifts: DueGift[]; moments: DueMoment[] };

/** With their orders only where a rule asks for them. */
export async function readSwept(db: Queryable, sweep: Sweep, memberIds: readonly string[]): Promise<Swept[]> {
  const { shopId, rules, days, at } = sweep;
  const members = await withWhoGetsGifts(db, sweep, await sweptMembers(db, shopId, memberIds, days.today));
  if (rules.length === 0) return members.map((member) => ({ ...member, causes: null }));
  const needsOrders = rules.some(({ rule }) => causeOf(rule.kind).needs.includes('orders'));
  const ordersFrom = needsOrders ? addDays(days.today, -ORDERS_OF_DAYS) : null;
  const facts = await causeFactsOf(db, shopId, memberIds, { ordersFrom, at });
  const among = await amongOf(db, shopId, rules, memberIds, days.today);
  return members.map((member) => {
    const notFor = new Set([...among].flatMap(([key, ids]) => (ids.has(member.id) ? [] : [key])));
    const causes = facts.get(member.id);
    return { ...member, causes: causes ? { ...causes, notFor } : null };
  });
}

/** By the key of each moment that isn't for everybody. Tags are asked for apart. */
async function amongOf(
  db: Queryable,
  shopId: number,
  rules: Sweep['rules'],
  memberIds: readonly string[],
  today: string,
): Promise<Map<string, ReadonlySet<string>>> {
  const among = new Map<string, ReadonlySet<string>>();
  for (const { rule } of rules) {
    if (rule.who.conditions.length === 0) continue;
    among.set(rule.key, await membersAmong(db, shopId, rule.who, memberIds, today));
  }
  return among;
}

export const NOTHING: Due = { gifts: [], moments: [] };

/** Nothing for who is out. Looks at the member's own days as well: since something of theirs changed. */
export function dueOf(member: Swept, { running, rules, days }: Sweep): Due {
  if (member.out) return NOTHING;
  const { causes, leftOut = [], lookFrom } = member;
  const own = { ...days, lookFrom };
  const gifts = dueGifts(member, running, own);
  return { gifts, moments: causes ? dueMoments({ ...causes, leftOut }, rules, own) : [] };
}

export const isDue = ({ gifts, moments }: Due): boolean => gifts.length + moments.length > 0;

/** Whether the customer's tags decide of it. */
export function needsTags({ gifts, moments }: Due, { leftOutTags }: Sweep): boolean {
  if (gifts.length + moments.length === 0) return false;
  const whos = [...gifts.map(({ occasion }) => whoOf(occasion)), ...moments.map(({ rule }) => rule.who)];
  return leftOutTags.length > 0 || whos.some(asksTags);
}
