// Members: the row is the lock of everything that is theirs.
import type { Queryable } from './pool.server.ts';

export type LockedMember = {
  id: string;
  customerId: string;
  points: number;
  pendingPoints: number;
  blocked: boolean;
  seq: number;
  cards: Map<string, LockedCard>;
};

export type LockedCard = { stamps: number; coming: number; size: number };

type MemberRow = {
  id: string;
  customerId: string;
  points: string;
  pendingPoints: string;
  blocked: boolean;
  seq: number;
};
type CardRow = { memberId: string; cardKey: string; stamps: string; coming: string; size: number };

/**
 * First contact from many sides at once makes one member: the unique key decides, not a look before. A member
 * without anything counts as synced: the storefront shows the same without a metafield.
 */
async function createMissing(
  db: Queryable,
  shopId: number,
  customerIds: readonly string[],
  now: Date,
): Promise<void> {
  await db.query(
    `insert into "Member" ("shopId", "customerId", "joinedAt", "syncedRev")
     select $1, c, $3, 1 from unnest($2::bigint[]) as c order by c
     on conflict ("shopId", "customerId") do nothing`,
    [shopId, customerIds, now],
  );
}

/**
 * Creates and locks the members of these customers, and locks those of `memberIds`, in id order, so that two
 * transactions never wait for each other in a circle. Locked until the transaction ends.
 */
export async function lockMembers(
  db: Queryable,
  shopId: number,
  wanted: { customerIds: readonly string[]; memberIds: readonly string[] },
  now: Date,
): Promise<LockedMember[]> {
  if (wanted.customerIds.length > 0) await createMissing(db, shopId, wanted.customerIds, now);
  const members = await db.query<MemberRow>(
    `select id::text, "customerId"::text, points::text, "pendingPoints"::text, blocked, seq from "Member"
     where "shopId" = $1 and ("customerId" = any($2::bigint[]) or id = any($3::bigint[]))
     order by id for update`,
    [shopId, wanted.customerIds, wanted.memberIds],
  );
  const cards = await db.query<CardRow>(
    `select "memberId"::text, "cardKey", stamps::text, coming::text, size from "MemberCard"
     where "memberId" = any($1::bigint[])`,
    [members.rows.map(({ id }) => id)],
  );
  const byId = new Map(members.rows.map((row) => [row.id, lockedMember(row)]));
  for (const card of cards.rows) {
    const { stamps, coming, size } = card;
    byId
      .get(card.memberId)
      ?.cards.set(card.cardKey, { stamps: Number(stamps), coming: Number(coming), size });
  }
  return [...byId.values()];
}

function lockedMember(row: MemberRow): LockedMember {
  return {
    id: row.id,
    customerId: row.customerId,
    points: Number(row.points),
    pendingPoints: Number(row.pendingPoints),
    blocked: row.blocked,
    seq: row.seq,
    cards: new Map(),
  };
}
