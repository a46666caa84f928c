// Lists of members whom the merchant gives a moment by hand: who is still to be looked at, and how far it is.
import type { Queryable } from '../pool.server.ts';

export type NewList = {
  requestKey: string;
  requestHash: string;
  momentKey: string;
  memberIds: readonly string[];
  madeBy: string;
  reason: string;
  /** Also to who had the moment before. */
  again: boolean;
  madeAt: Date;
};

/** Null where there is none of that request yet. */
export async function listOfRequest(
  db: Queryable,
  shopId: number,
  requestKey: string,
): Promise<{ requestHash: string } | null> {
  const { rows } = await db.query<{ requestHash: string }>(
    'select "requestHash" from "MomentList" where "shopId" = $1 and "requestKey" = $2',
    [shopId, requestKey],
  );
  return rows[0] ?? null;
}

/** Members that the shop has, each once, in the order in which they are locked. False where the request was made before. */
export async function addList(db: Queryable, shopId: number, list: NewList): Promise<boolean> {
  const { requestKey, requestHash, momentKey, memberIds, madeBy, reason, again, madeAt } = list;
  const { rowCount } = await db.query(
    `with members as (
       select coalesce(array_agg(m.id order by m.id), '{}') as ids from "Member" m where m."shopId" = $1 and m.id = any($5::bigint[])
     )
     insert into "MomentList" ("shopId", "requestKey", "requestHash", "momentKey", queue, total, "madeBy", reason, "madeAt", again)
     select $1, $2, $3, $4, ids, cardinality(ids), $6, $7, $8, $9 from members on conflict do nothing`,
    [shopId, requestKey, requestHash, momentKey, memberIds, madeBy, reason, madeAt, again],
  );
  return rowCount === 1;
}

/** What is open: the next of its members, and how many were looked at before them. */
export type OpenList = Omit<NewList, 'memberIds'> & { done: number; next: string[] };

/** The oldest of moments that aren't paused; null where none is open. */
export async function openList(
  db: Queryable,
  shopId: number,
  { limit, paused = [] }: { limit: number; paused?: readonly string[] | undefined },
): Promise<OpenList | null> {
  const { rows } = await db.query<OpenList>(
    `select "requestKey", "requestHash", "momentKey", "madeBy", reason, again, "madeAt", done, queue[1:$2]::text[] as next
     from "MomentList" where "shopId" = $1 and "finishedAt" is null and "momentKey" <> all($3) order by "madeAt", "requestKey" limit 1`,
    [shopId, limit, paused],
  );
  return rows[0] ?? null;
}

/** The next were looked at, and so many of them had it before. */
type Moved = Pick<OpenList, 'requestKey' | 'done' | 'next'> & { had: number };

/** Unless somebody else said so already; with the last of them it is finished, and names nobody any more. */
export async function moveList(
  db: Queryable,
  shopId: number,
  { requestKey, done, next, had }: Moved,
  at: Date,
): Promise<void> {
  await db.query(
    `update "MomentList" l set queue = l.queue[$4 + 1:], done = l.done + $4, had = l.had + $6, given = (
         select count(*) from "Gift" g where g."shopId" = $1 and g."momentKey" = l."momentKey"
           and g.cause = l."momentKey" || '/' || $2 and g.state in ('given', 'waiting', 'open')),
       "finishedAt" = case when cardinality(l.queue) <= $4 then $5::timestamptz end
     where l."shopId" = $1 and l."requestKey" = $2 and l.done = $3 and l."finishedAt" is null`,
    [shopId, requestKey, done, next.length, at, had],
  );
}

/** The moment is gone: nobody else is given it. */
export async function endList(db: Queryable, shopId: number, requestKey: string, at: Date): Promise<void> {
  await db.query(
    `update "MomentList" set queue = '{}', "finishedAt" = $3
     where "shopId" = $1 and "requestKey" = $2 and "finishedAt" is null`,
    [shopId, requestKey, at],
  );
}

export type ListProgress = {
  requestKey: string;
  momentKey: string;
  total: number;
  done: number;
  given: number;
  had: number;
  madeBy: string;
  reason: string;
  madeAt: Date;
  finishedAt: Date | null;
};

/** The newest first. */
export async function listsOf(
  db: Queryable,
  shopId: number,
  momentKey: string | null,
  limit: number,
): Promise<ListProgress[]> {
  const { rows } = await db.query<ListProgress>(
    `select "requestKey", "momentKey", total, done, given, had, "madeBy", reason, "madeAt", "finishedAt" from "MomentList"
     where "shopId" = $1 and ($2::text is null or "momentKey" = $2) order by "madeAt" desc, "requestKey" limit $3`,
    [shopId, momentKey, limit],
  );
  return rows;
}

export async function shopsWithLists(db: Queryable): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>(
    `select s.id from "Shop" s where s."uninstalledAt" is null and s."needsReopenSince" is null
       and s.id in (select l."shopId" from "MomentList" l where l."finishedAt" is null) order by s.id`,
  );
  return rows.map(({ id }) => id);
}
