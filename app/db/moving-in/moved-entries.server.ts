// Entries of a file that was brought in, so that they can be taken back.
import type { Unit } from '#app/core/values/units.ts';
import type { Queryable } from '../pool.server.ts';
import { ofShop } from '../shop/of-shop.server.ts';

export const movedKey = (id: string): string => `import/${id}`;
export const undoneKey = (id: string): string => `import/${id}/undone`;

/**
 * Of those members, whose birthday the file told, and nobody since. After a merge the log has lines of both halves: the date must be the
 * file's, and nobody's own; a line that the same file told of the other says nothing.
 */
export async function datedByFile(
  db: Queryable,
  shopId: number,
  id: string,
  memberIds: readonly string[],
): Promise<string[]> {
  const { rows } = await db.query<{ memberId: string }>(
    `select b."memberId"::text from "BirthdayChange" b join "Member" m on m."shopId" = $1 and m.id = b."memberId"
     where b."shopId" = $1 and b."memberId" = any($2::bigint[]) and b."requestKey" = $3 and m."erasedAt" is null
       and (b.month, b.day, coalesce(b.year, 0)) = (m."birthMonth", m."birthDay", coalesce(m."birthYear", 0))
       and not exists (select 1 from "BirthdayChange" l where l."shopId" = $1 and l."memberId" = b."memberId"
         and l."requestKey" <> b."requestKey" and l."requestKey" not like b."requestKey" || '/%' and (l."madeAt" >= b."madeAt"
           or l."madeBy" <> 'import' and (l.month, l.day) = (b.month, b.day)))`,
    [shopId, memberIds, movedKey(id)],
  );
  return rows.map(({ memberId }) => memberId);
}

export type MovedEntry = { memberId: string; unit: Unit; seq: number; amount: number };

/** Those that weren't taken back yet. */
export async function movedEntries(
  db: Queryable,
  shopId: number,
  id: string,
  memberIds: readonly string[],
): Promise<MovedEntry[]> {
  const { rows } = await db.query<MovedEntry>(
    `select e."memberId"::text, e.unit, e.seq, e.amount::float8 as amount from "LedgerEntry" e
     where ${ofShop('e', '$1')} and e."memberId" = any($2::bigint[]) and e.kind = 'import' and e."sourceKey" = $3
       and not exists (select 1 from "LedgerEntry" u where ${ofShop('u', '$1')} and u."memberId" = e."memberId" and u.unit = e.unit and u.kind = 'import'
         and u."sourceKey" = $4)`,
    [shopId, memberIds, movedKey(id), undoneKey(id)],
  );
  return rows;
}
