// Two who were made one are one in everything: nothing is left with the half that is gone, each move of it has its other side, and by no
// cause that either half had before was anything given again.
import type { ShopHistory } from '../../shop-history.ts';
import type { Looked } from '../members.ts';
import type { TortureCheck } from '../torture-check.ts';
import { giftsOf, type StoredGift } from './gifts-of.ts';

const GONE = `from "Member" m where m."mergedIntoId" is not null`;

/** What a half that is gone may have no more. */
const LEFT: Record<string, string> = {
  'has points still': `select m.id ${GONE} and (m.points <> 0 or m."pendingPoints" <> 0)`,
  'has stamps still': `select m.id ${GONE} and exists (select 1 from "MemberCard" c where c."memberId" = m.id and (c.stamps <> 0 or c.coming <> 0))`,
  'has orders still': `select m.id ${GONE} and (exists (select 1 from "Order" o where o."shopId" = m."shopId" and o."memberId" = m.id)
    or exists (select 1 from "KeptOrder" k where k."memberId" = m.id) or m."keptOrders" <> 0)`,
  'has a gift to choose still': `select m.id ${GONE} and exists (select 1 from "Gift" g where g."memberId" = m.id and g.state = 'open')`,
  'has a task still': `select m.id ${GONE} and exists (select 1 from "Task" t where t."memberId" = m.id and t.state = 'open')`,
  'said yes to the newsletter, which is the other’s word': `select m.id ${GONE} and m."newsletterOn" is not null`,
  'is looked at still': `select m.id ${GONE} and (m."lookAgain" or m."lookFrom" is not null)`,
  'has a notice that nobody is told': `select m.id ${GONE} and exists (select 1 from "Notice" n where n."memberId" = m.id and n.state = 'waiting')`,
  'has a move without its other side': `select e."memberId" as id from "LedgerEntry" e where e.kind = 'merge' and 0 <> (
    select sum(o.amount) from "LedgerEntry" o where o."shopId" = e."shopId" and o.kind = 'merge' and o.unit = e.unit and o."sourceKey" = e."sourceKey")`,
  'has entries that don’t follow each other': `select m.id from "Member" m where m.seq <> (
    select count(*) from "LedgerEntry" e where e."memberId" = m.id)`,
};

type Merge = { gone: string; kept: string; doneAt: Date };

const MERGES = `select r."customerId"::text as kept, r."otherCustomerId"::text as gone, r."doneAt" from "PeopleRequest" r
  join "Shop" s on s.id = r."shopId" where s.domain = $1 and r.kind = 'merge' and r."doneAt" is not null order by r."doneAt"`;

export const mergedCheck = {
  name: 'people who were made one',
  async look(world: Looked) {
    const wrong: string[] = [];
    let compared = 0;
    for (const [what, sql] of Object.entries(LEFT)) {
      const rows = await world.database.ask<{ id: string }>(sql);
      wrong.push(...rows.map(({ id }) => `member ${id} ${what}`));
    }
    for (const history of world.histories) {
      const merges = await world.database.ask<Merge>(MERGES, [history.shop.domain]);
      compared += merges.length;
      const gifts = await giftsOf(world, history);
      wrong.push(...again(gifts, await bearersOf(world, history), merges));
    }
    return { compared, wrong };
  },
} satisfies TortureCheck;

/** Whose gift a row was when it came: members by their customers. */
async function bearersOf({ database }: Looked, { shop }: ShopHistory): Promise<Map<string, string>> {
  const rows = await database.ask<{ id: string; customerId: string }>(
    `select m.id::text, m."customerId"::text from "Member" m join "Shop" s on s.id = m."shopId" where s.domain = $1`,
    [shop.domain],
  );
  return new Map(rows.map(({ id, customerId }) => [id, customerId]));
}

function again(
  gifts: readonly StoredGift[],
  bearers: ReadonlyMap<string, string>,
  merges: readonly Merge[],
): string[] {
  const said: string[] = [];
  const inOrder = [...gifts].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  for (const [place, gift] of inOrder.entries()) {
    const [of, at] = [bearers.get(gift.memberId) ?? '', Date.parse(gift.at)];
    const had = inOrder.slice(0, place).find((one) => {
      if (one.cause !== gift.cause || one.personId !== gift.personId) return false;
      return one.memberId === gift.memberId || areOne(bearers.get(one.memberId) ?? '', of, merges, at);
    });
    if (had) said.push(`gift ${gift.cause} of member ${gift.memberId} came when member ${had.memberId}, who was one with them, had it`);
  }
  return said;
} // prettier-ignore

/** Whether two customers were one by then, as far as the app knew. */
function areOne(one: string, other: string, merges: readonly Merge[], atMs: number): boolean {
  const became = new Map(
    merges.filter(({ doneAt }) => doneAt.getTime() < atMs).map(({ gone, kept }) => [gone, kept]),
  );
  const rootOf = (id: string): string => (became.has(id) ? rootOf(became.get(id) ?? '') : id);
  return rootOf(one) === rootOf(other);
}
