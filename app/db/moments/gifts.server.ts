// The gifts that occasions brought: entries of a person, who may have been merged out of several members.
import { giftExplanation, type GiftExplanation } from '#app/core/moments/gift-explanation.ts';
import type { Queryable } from '../pool.server.ts';
import { ofShop } from '../shop/of-shop.server.ts';

/**
 * An entry `g` that is a gift. The kind is selected, because PostgreSQL would walk the index of all gifts for each member: it
 * takes it for empty until the entries are analyzed after the first gifts.
 */
export const IS_GIFT = `g.unit = 'points' and g.kind = (select 'occasion')`;

/** A lateral lookup, because the planner expects many members, and would read every entry. */
const GIFTS = `
  select root::text as "memberId", e.explanation
  from unnest($2::bigint[]) as root cross join lateral person_of($1, root) as p
  cross join lateral (
    select explanation from "LedgerEntry" g
    where ${ofShop('g', '$1')} and g."memberId" = p.id and ${IS_GIFT} offset 0
  ) as e`;

/** Gifts of each member and of those who were merged into it; a member without gifts is missing. */
export async function giftsOf(
  db: Queryable,
  shopId: number,
  memberIds: readonly string[],
): Promise<Map<string, GiftExplanation[]>> {
  const { rows } = await db.query<{ memberId: string; explanation: unknown }>({
    name: 'gifts-of',
    text: GIFTS,
    values: [shopId, memberIds],
  });
  const gifts = new Map<string, GiftExplanation[]>();
  for (const { memberId, explanation } of rows) {
    gifts.set(memberId, [...(gifts.get(memberId) ?? []), giftExplanation.parse(explanation)]);
  }
  return gifts;
}
