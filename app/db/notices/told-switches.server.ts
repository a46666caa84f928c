// What the merchant switched on of that which customers' records at Shopify say of their membership.
import type { MemberNumber } from '#app/core/notices/member-numbers.ts';
import type { MemberTag } from '#app/core/notices/member-tags.ts';
import { ownInOrder } from '../members/members-in-order.server.ts';
import type { Queryable } from '../pool.server.ts';

export type ToldSwitches = { numbers: MemberNumber[]; tags: MemberTag[] };

/** Null where there is no such shop. */
export async function toldSwitches(db: Queryable, shopId: number): Promise<ToldSwitches | null> {
  const { rows } = await db.query<ToldSwitches>(
    'select "toldNumbers" as numbers, "toldTags" as tags from "Shop" where id = $1',
    [shopId],
  );
  return rows[0] ?? null;
}

/** All members reach Shopify again where anything changed. @returns whether anything did */
export async function setToldSwitches(
  db: Queryable,
  shopId: number,
  { numbers, tags }: ToldSwitches,
): Promise<boolean> {
  const { rowCount } = await db.query(
    `update "Shop" set "toldNumbers" = $2, "toldTags" = $3
     where id = $1 and ("toldNumbers" <> $2 or "toldTags" <> $3)`,
    [shopId, numbers, tags],
  );
  if (rowCount === 0) return false;
  await db.query(
    `${ownInOrder('m."shopId" = $1 and m."mergedIntoId" is null and m."erasedAt" is null')}
     update "Member" m set rev = m.rev + 1 from own where m."shopId" = $1 and m.id = own.id`,
    [shopId],
  );
  return true;
}
