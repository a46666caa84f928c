// What Shopify's copy lacks: members whose `syncedRev` is behind their `rev`, and the program's version.
import type { MemberState } from '#app/core/storefront/project-member.ts';
import { shopperChangeFrom } from '#app/core/moments/change-limit.ts';
import type { GiftExplanation } from '#app/core/moments/gift-explanation.ts';
import { lastGivenYear } from '#app/core/moments/last-given.ts';
import type { BirthdayProjection, GiftProjection } from '#app/core/storefront/projection.ts';
import { CARDS } from '../members/member-cards.server.ts';
import { birthdaysOf, type StoredBirthday } from '../moments/birthdays.server.ts';
import { giftsOf } from '../moments/gifts.server.ts';
import type { Queryable } from '../pool.server.ts';

export type UnsyncedMember = MemberState & { id: string; customerId: string };

type Row = {
  id: string;
  customerId: string;
  points: string;
  pendingPoints: string;
  blocked: boolean;
  rev: number;
  cards: MemberState['cards'];
  /** Whether there may be a birthday or a gift to look for. */
  yearly: boolean;
};

/** A date, a gift, or somebody who was merged into the member and may have had one. */
const YEARLY = `m."birthMonth" is not null
  or exists (select 1 from "LedgerEntry" e where e."memberId" = m.id and e.unit = 'points' and e.kind = 'occasion')
  or exists (select 1 from "Member" l where l."mergedIntoId" = m.id)`;

/** Whose members they are, and by which calendar. Null for a shop that is gone. */
export async function placeOfShop(
  db: Queryable,
  shopId: number,
): Promise<{ id: number; domain: string; timeZone: string } | null> {
  const { rows } = await db.query<{ id: number; domain: string; timeZone: string }>({
    name: 'place-of-shop',
    text: 'select id, domain, "timeZone" from "Shop" where id = $1',
    values: [shopId],
  });
  return rows[0] ?? null;
}

/** Members that changed since Shopify was told, oldest id first. `today` is a day of the shop's calendar. */
export async function unsyncedMembers(
  db: Queryable,
  shopId: number,
  limit: number,
  today: string,
): Promise<UnsyncedMember[]> {
  const { rows } = await db.query<Row>({
    name: 'unsynced-members',
    text: `select m.id::text, m."customerId"::text, m.points::text, m."pendingPoints"::text, m.blocked, m.rev,
        ${CARDS} as cards,
        ${YEARLY} as yearly
      from "Member" m where m."shopId" = $1 and m."syncedRev" < m.rev and m."goneAt" is null and m."mergedIntoId" is null and m."erasedAt" is null
      order by m.id limit $2`,
    values: [shopId, limit],
  });
  const ids = rows.flatMap(({ id, yearly }) => (yearly ? [id] : []));
  const birthdays = ids.length > 0 ? await birthdaysOf(db, shopId, ids) : new Map<string, StoredBirthday>();
  const gifts = ids.length > 0 ? await giftsOf(db, shopId, ids) : new Map<string, GiftExplanation[]>();
  return rows.map(({ yearly: _, ...row }) => ({
    ...row,
    points: Number(row.points),
    pendingPoints: Number(row.pendingPoints),
    gifts: openGifts(gifts.get(row.id) ?? [], today),
    birthday: birthdayProjection(birthdays.get(row.id), gifts.get(row.id) ?? []),
  }));
}

/** Gifts whose window isn't over, oldest first. */
function openGifts(gifts: readonly GiftExplanation[], today: string): GiftProjection[] {
  return gifts
    .filter(({ until }) => until >= today)
    .map(({ occasion, points, on, until }) => ({ kind: occasion, points, on, until }))
    .sort((a, b) => a.on.localeCompare(b.on));
}

function birthdayProjection(
  told: StoredBirthday | undefined,
  gifts: readonly GiftExplanation[],
): BirthdayProjection | null {
  if (!told?.birthday) return null;
  const { month, day, setOn } = told.birthday;
  const changeFrom = shopperChangeFrom(told.log) ?? setOn;
  return { month, day, setOn, givenYear: lastGivenYear(gifts, 'birthday'), changeFrom };
}

/**
 * A member that changed meanwhile stays behind, and is synced again. So is one that somebody marked further meanwhile:
 * what we wrote may have landed last.
 * @returns whether any stays behind
 */
export async function markSynced(
  db: Queryable,
  members: readonly { id: string; rev: number }[],
): Promise<boolean> {
  const { rows } = await db.query<{ behind: boolean }>({
    name: 'mark-synced',
    text: `update "Member" set "syncedRev" = case when "syncedRev" > r then 0 else r end from unnest($1::bigint[], $2::int[]) as s(m, r)
      where id = m returning "syncedRev" < rev as behind`,
    values: [members.map(({ id }) => id), members.map(({ rev }) => rev)],
  });
  return rows.some(({ behind }) => behind);
}

/** Shopify has no such customer any more: left alone until a reinstall asks again. */
export async function markGone(db: Queryable, memberId: string, at: Date): Promise<void> {
  await db.query('update "Member" set "goneAt" = $2 where id = $1', [memberId, at]);
}

export async function markProgramSynced(db: Queryable, shopId: number, version: number): Promise<void> {
  await db.query('update "Shop" set "syncedVersion" = greatest("syncedVersion", $2) where id = $1', [
    shopId,
    version,
  ]);
}

/** Shops that Shopify can be asked for, and whose published version it doesn't have yet. */
export async function shopsBehindProgram(db: Queryable): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>(
    `select id from "Shop" where "syncedVersion" < "publishedVersion" and "uninstalledAt" is null
       and "needsReopenSince" is null order by id`,
  );
  return rows.map(({ id }) => id);
}
