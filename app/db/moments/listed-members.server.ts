// Members whom customers' ids stand for, by whoever they are now.
import type { Queryable } from '../pool.server.ts';
import { hadMoment } from './had-moment.server.ts';
import { TAKES_PART } from '../who/members-among.server.ts';

export type ListedCustomer = {
  customerId: string;
  memberId: string;
  takesPart: boolean;
  /** The person was given this moment before. */
  had: boolean;
};

/** Customers who are no members aren't there. */
export async function listedMembers(
  db: Queryable,
  shopId: number,
  customerIds: readonly string[],
  momentKey: string,
): Promise<ListedCustomer[]> {
  const { rows } = await db.query<ListedCustomer>({
    name: 'listed-members',
    text: `select c."customerId"::text, m.id::text as "memberId", ${TAKES_PART} as "takesPart",
        ${hadMoment('m.id', '$3')} as had
      from "Member" c
      cross join lateral (
        select c.id where c."mergedIntoId" is null
        union all
        select l.id from survivors_of($1, c."mergedIntoId") as l where c."mergedIntoId" is not null and l."mergedIntoId" is null
      ) as p
      join "Member" m on m."shopId" = $1 and m.id = p.id
      where c."shopId" = $1 and c."customerId" = any($2::bigint[]) order by m.id`,
    values: [shopId, customerIds, momentKey],
  });
  return rows;
}
