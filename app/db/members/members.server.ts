// Members: the row is the lock of everything that is theirs.
import type { CardLife } from '#app/core/stamps/card-life.ts';
import type { TimeLeftOut } from '#app/core/members/left-out.ts';
import { addJoined } from '../figures/daily-figures.server.ts';
import type { Queryable } from '../pool.server.ts';

export type LockedMember = {
  id: string;
  customerId: string;
  points: number;
  pendingPoints: number;
  blocked: boolean;
  leftOut: TimeLeftOut[];
  /** Left the program themselves; `blocked` is true then, too. */
  isLeft: boolean;
  /** When they last came back to it. */
  returnedAt: Date | null;
  seq: number;
  /** The survivor, who has everything since Shopify merged the customer. */
  mergedIntoId: string | null;
  /** Shopify isn't told of them before a later time, or was found to have no such customer. */
  waits: boolean;
  cards: Map<string, LockedCard>;
};

export type LockedCard = CardLife & {
  stamps: number;
  coming: number;
  /** Stamps that free units took since the card has this size. */
  taken: number;
};

type MemberRow = {
  id: string;
  customerId: string;
  points: string;
  pendingPoints: string;
  blocked: boolean;
  isLeft: boolean;
  returnedAt: Date | null;
  seq: number;
  mergedIntoId: string | null;
  waits: boolean;
};
type CardRow = {
  cardKey: string;
  stamps: string;
  coming: string;
  size: number;
  taken: string;
  endedBy: string | null;
};
type TimeRow = TimeLeftOut & { cardKey: null };
type BelongingRow = { memberId: string } & (CardRow | TimeRow);

/**
 * First contact from many sides at once makes one member: the unique key decides, the look before only spares those who are
 * there. A member without anything counts as synced: the storefront shows the same without a metafield. Returns how many it made.
 */
export async function createMissing(
  db: Queryable,
  shopId: number,
  customerIds: readonly string[],
  now: Date,
): Promise<number> {
  const { rowCount } = await db.query({
    name: 'create-missing-members',
    text: `insert into "Member" ("shopId", "customerId", "joinedAt", "syncedRev", "stampsUntil")
      select $1, c, $3, 1, null from unnest($2::bigint[]) as c
      where (select m.id from "Member" m where m."shopId" = $1 and m."customerId" = c) is null order by c
      on conflict ("shopId", "customerId") do nothing`,
    values: [shopId, customerIds, now],
  });
  await addJoined(db, shopId, rowCount ?? 0, now);
  return rowCount ?? 0;
}

/**
 * The wanted members and whoever they were merged into, in id order. Who was merged into nobody costs one look. Each by a key
 * of their own (`offset 0`, `+ 0`): in a table that was never analyzed all members of the shop would be walked for a few. A plain `id`
 * would be the text that is answered: 1000 before 999.
 */
const LOCK = `
  with wanted as (
    select m.* from unnest($2::bigint[]) as c cross join lateral (
      select id, "mergedIntoId" from "Member" where "shopId" = $1 and "customerId" = c offset 0
    ) as m
    union all
    select id, "mergedIntoId" from "Member" where "shopId" + 0 = $1 and id = any($3::bigint[])
  ), led_to as (
    select s.id from wanted w cross join lateral survivors_of($1, w."mergedIntoId") as s where w."mergedIntoId" is not null
  )
  select id::text, "customerId"::text, points::text, "pendingPoints"::text, blocked or "leftAt" is not null as blocked,
    "leftAt" is not null as "isLeft", "returnedAt", seq, "mergedIntoId"::text,
    ("syncTryAt" is not null or "goneAt" is not null) as waits
  from "Member"
  where "shopId" + 0 = $1 and id = any(array(select id from wanted union all select id from led_to)) order by "Member".id for update`;

/** What is theirs in other tables. Asked for once they are locked: what waits for a lock shows only the locked row as it is. */
const BELONGINGS = `
  select "memberId"::text, "cardKey", stamps::text, coming::text, size, taken::text, "endedBy"::text,
    null::timestamptz as from, null::timestamptz as until
  from "MemberCard" where "shopId" = $1 and "memberId" = any($2::bigint[])
  union all
  select "memberId"::text, null, null, null, null, null, null, "from", until
  from "LeftOut" where "shopId" = $1 and "memberId" = any($2::bigint[])`;

/** `onlyKnown`: customers who are no members don't become any. */
type WantedMembers = {
  customerIds: readonly string[];
  memberIds: readonly string[];
  onlyKnown?: true | undefined;
};

/**
 * Creates and locks the members of these customers, and locks those of `memberIds`, with those they were merged into,
 * in id order, so that two transactions never wait for each other in a circle. Locked until the transaction ends.
 */
export async function lockMembers(
  db: Queryable,
  shopId: number,
  wanted: WantedMembers,
  now: Date,
): Promise<LockedMember[]> {
  if (wanted.customerIds.length > 0 && !wanted.onlyKnown)
    await createMissing(db, shopId, wanted.customerIds, now);
  const members = await db.query<MemberRow>({
    name: 'lock-members',
    text: LOCK,
    values: [shopId, wanted.customerIds, wanted.memberIds],
  });
  const byId = new Map(members.rows.map((row) => [row.id, lockedMember(row)]));
  const belongings = await db.query<BelongingRow>({
    name: 'belongings',
    text: BELONGINGS,
    values: [shopId, [...byId.keys()]],
  });
  for (const row of belongings.rows) give(byId.get(row.memberId), row);
  return [...byId.values()];
}

function give(member: LockedMember | undefined, row: BelongingRow): void {
  if (row.cardKey === null) {
    member?.leftOut.push({ from: row.from, until: row.until });
    return;
  }
  const { cardKey, stamps, coming, taken, size, endedBy } = row;
  const sums = { stamps: Number(stamps), coming: Number(coming), taken: Number(taken) };
  member?.cards.set(cardKey, { ...sums, size, endedBy });
}

function lockedMember({ points, pendingPoints, ...row }: MemberRow): LockedMember {
  return {
    ...row,
    points: Number(points),
    pendingPoints: Number(pendingPoints),
    leftOut: [],
    cards: new Map(),
  };
}

/** Whether the member is left out, locked. Null when the shop has no such member (any more). */
export async function lockBlocked(db: Queryable, shopId: number, memberId: string): Promise<boolean | null> {
  const { rows } = await db.query<{ blocked: boolean }>(
    `select blocked from "Member"
     where "shopId" = $1 and id = $2 and "mergedIntoId" is null and "erasedAt" is null for update`,
    [shopId, memberId],
  );
  return rows[0]?.blocked ?? null;
}

/** `rev` grows, so that the storefront hears of it. The member must be locked. */
export async function setBlocked(
  db: Queryable,
  shopId: number,
  memberId: string,
  blocked: boolean,
): Promise<void> {
  await db.query(`update "Member" set rev = rev + 1, blocked = $3 where "shopId" = $1 and id = $2`, [
    shopId,
    memberId,
    blocked,
  ]);
}

/** Whether the merchant left the customer out by hand; false for one who is no member yet. */
export async function isBlockedCustomer(db: Queryable, shopId: number, customerId: string): Promise<boolean> {
  const { rows } = await db.query<{ blocked: boolean }>(
    'select blocked from "Member" where "shopId" = $1 and "customerId" = $2',
    [shopId, customerId],
  );
  return rows[0]?.blocked ?? false;
}

/** Something of theirs that pages show has changed, though no number did. They must be locked. */
export async function touchMembers(
  db: Queryable,
  shopId: number,
  memberIds: readonly string[],
): Promise<void> {
  await db.query({
    name: 'touch-members',
    text: 'update "Member" set rev = rev + 1 where "shopId" = $1 and id = any($2::bigint[])',
    values: [shopId, memberIds],
  });
}
