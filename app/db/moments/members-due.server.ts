// Members whom a moment of the list may bring something on these days, and who weren't given it: found by their kind's index.
import type { MomentRule } from '#app/core/moments/moment-rule.ts';
import type { Queryable } from '../pool.server.ts';
import { ofShop } from '../shop/of-shop.server.ts';
import type { DueDays } from './finders/finder.server.ts';
import { FINDERS } from './finders/finders.server.ts';

/** Ids above `after`, in their order. */
export async function membersDue(
  db: Queryable,
  shopId: number,
  rule: MomentRule,
  days: DueDays,
  { after, limit }: { after: string; limit: number },
): Promise<string[]> {
  const finder = FINDERS[rule.kind];
  if (!finder) return [];
  const values = [shopId, days.from, days.today, ...finder.values(rule, days)];
  const [key, above, most] = [1, 2, 3].map((place) => `$${values.length + place}`);
  const { rows } = await db.query<{ memberId: string }>({
    name: `members-due-${rule.kind}`,
    text: `with found as materialized (${finder.text}), open as materialized (
        select distinct f.id from found f where f.id > ${above}::bigint and not exists (
          select 1 from "Gift" t where ${ofShop('t', '$1')} and t."memberId" = f.id and t.cause = ${key} || '/' || f.name offset 0)
      )
      select o.id::text as "memberId" from open o cross join lateral (
        select 1 from "Member" m where ${ofShop('m', '$1')} and m.id = o.id and not m.blocked and m."leftAt" is null
          and m."mergedIntoId" is null and m."erasedAt" is null offset 0
      ) as m order by o.id limit ${most}`,
    values: [...values, rule.key, after, limit],
  });
  return rows.map(({ memberId }) => memberId);
}
