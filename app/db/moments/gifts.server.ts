// The gifts that moments brought a person, who may have been merged out of several members. Most are entries; the row of a gift
// that has none is believed as well, and so is an entry without a row, which a process of the release before has written.
import type { GivenGift } from '#app/core/moments/last-given.ts';
import { giftExplanation } from '#app/core/moments/gift-explanation.ts';
import { MOMENTS } from '#app/core/moments/kinds/moment-kinds.ts';
import { givenUnder } from '#app/core/moments/moment-cause.ts';
import type { Queryable } from '../pool.server.ts';
import { ofShop } from '../shop/of-shop.server.ts';

/**
 * An entry `g` that is a gift. The kind is selected, because PostgreSQL would walk the index of all gifts for each member: it
 * takes it for empty until the entries are analyzed after the first gifts.
 */
export const IS_GIFT = `g.unit = 'points' and g.kind = (select 'occasion')`;

/** Of a member `p`: the rows of moments' gifts that brought no points. `zone` is the shop's. */
export function giftsWithoutEntry(shopId: string, zone: string): string {
  const kinds = MOMENTS.map((kind) => `'${kind}'`).join(', ');
  return `select json_build_object('cause', t.cause, 'on', (t."givenAt" at time zone ${zone})::date,
      'waits', t.state = 'waiting') as gift
    from "Gift" t
    where ${ofShop('t', shopId)} and t."memberId" = p.id and split_part(t.cause, '/', 1) in (${kinds})
      and not exists (select 1 from "LedgerEntry" g
        where ${ofShop('g', shopId)} and g."memberId" = t."memberId" and ${IS_GIFT} and g."sourceKey" = t.cause offset 0)
    offset 0`;
}

/** A row that `giftsWithoutEntry` finds. */
export type GiftWithoutEntry = { cause: string; on: string; waits: boolean };

export function readWithoutEntry({ cause, on, waits }: GiftWithoutEntry): GivenGift[] {
  const given = givenUnder(cause, on);
  return given ? [{ ...given, ...(waits && { waits }) }] : [];
}

/** Lateral lookups, because the planner expects many members, and would read every entry. */
const GIFTS = `
  select root::text as "memberId", e.explanation, e.gift
  from unnest($2::bigint[]) as root cross join lateral person_of($1, root) as p
  cross join lateral (
    (select g.explanation, null::json as gift from "LedgerEntry" g
      where ${ofShop('g', '$1')} and g."memberId" = p.id and ${IS_GIFT} offset 0)
    union all
    (select null, w.gift from (${giftsWithoutEntry('$1', '(select s."timeZone" from "Shop" s where s.id = $1)')}) as w)
  ) as e`;

type Row = { memberId: string; explanation: unknown; gift: GiftWithoutEntry | null };

/** Gifts of each member and of those who were merged into it; a member without gifts is missing. */
export async function giftsOf(
  db: Queryable,
  shopId: number,
  memberIds: readonly string[],
): Promise<Map<string, GivenGift[]>> {
  const { rows } = await db.query<Row>({ name: 'gifts-of', text: GIFTS, values: [shopId, memberIds] });
  const gifts = new Map<string, GivenGift[]>();
  for (const { memberId, explanation, gift } of rows) {
    const given = gift ? readWithoutEntry(gift) : [giftExplanation.parse(explanation)];
    gifts.set(memberId, [...(gifts.get(memberId) ?? []), ...given]);
  }
  return gifts;
}
