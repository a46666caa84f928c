// A customer who is here already, locked for what needs their points alone: cards and times left out aren't read.
import type { Queryable } from '../pool.server.ts';
import type { LockedCard, LockedMember } from './members.server.ts';

/** What isn't read can't be asked for, nor written over. */
class UnreadCards extends Map<string, LockedCard> {
  override get(): never {
    throw new Error('the cards of this member were not read');
  }

  override set(): never {
    return this.get();
  }
}

type Row = Omit<LockedMember, 'points' | 'pendingPoints' | 'cards' | 'leftOut'> & {
  points: string;
  pendingPoints: string;
};

/** Null where the customer is no member, or was merged into another: `lockMembers` knows of those. */
export async function lockKnownMember(
  db: Queryable,
  shopId: number,
  customerId: string,
): Promise<LockedMember | null> {
  const { rows } = await db.query<Row>({
    name: 'lock-known-member',
    text: `select id::text, "customerId"::text, points::text, "pendingPoints"::text, blocked or "leftAt" is not null as blocked,
        "leftAt" is not null as "isLeft", "returnedAt", seq, null as "mergedIntoId",
        ("syncTryAt" is not null or "goneAt" is not null) as waits
      from "Member" where "shopId" = $1 and "customerId" = $2 and "mergedIntoId" is null for update`,
    values: [shopId, customerId],
  });
  if (!rows[0]) return null;
  const { points, pendingPoints, ...row } = rows[0];
  const sums = { points: Number(points), pendingPoints: Number(pendingPoints) };
  return { ...row, ...sums, leftOut: [], cards: new UnreadCards() };
}
