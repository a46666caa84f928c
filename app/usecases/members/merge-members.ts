// Two customers became one at Shopify: points with their lots, stamps, debts, pending amounts, orders and the birthday move to the
// one that is kept, in the caller's transaction. Entries are never changed, so each lot leaves the loser by one entry
// and reaches the survivor by another.
import type { PoolClient } from 'pg';
import { now } from '#app/clock.server.ts';
import { movedParts, type MovedPart } from '#app/core/ledger/merge-books.ts';
import { lifeOfBoth } from '#app/core/stamps/card-life.ts';
import { POINTS, cardKeyOf, stampsOf, type Unit } from '#app/core/values/units.ts';
import {
  writeLedger,
  type CardChange,
  type PendingChange,
  type Posting,
} from '#app/db/ledger/ledger.server.ts';
import { loadLotBooks, lotBookKey } from '#app/db/ledger/lots.server.ts';
import { lockMembers, type LockedMember } from '#app/db/members/members.server.ts';
import { survivorOf } from '#app/core/members/survivor-of.ts';
import { afterMerge } from './after-merge.ts';

type Pair = { loser: LockedMember; survivor: LockedMember };

/** Told twice, or the other way round later, it changes nothing more. Both become members if they weren't. */
export async function mergeMembers(
  client: PoolClient,
  shopId: number,
  { keptId, deletedId, toldAt = now() }: { keptId: string; deletedId: string; toldAt?: Date },
): Promise<void> {
  const customerIds = [keptId, deletedId];
  const members = await lockMembers(client, shopId, { customerIds, memberIds: [] }, now());
  const loser = members.find(({ customerId }) => customerId === deletedId);
  const kept = members.find(({ customerId }) => customerId === keptId);
  const survivor = survivorOf(kept, members);
  // A merge that came between the look and the lock: the job runs again and sees it.
  if (!loser || !survivor) throw new Error('a member was merged meanwhile');
  if (loser.mergedIntoId !== null || loser === survivor) return;
  const parts = movedParts(await booksOf(client, shopId, loser));
  const pair = { loser, survivor };
  const postings = parts.flatMap((part) => postingsOf(part, pair));
  const change = { postings, pending: pendingOf(pair), cards: cardsOf(pair) };
  await writeLedger(client, shopId, change, now());
  await afterMerge(client, { shopId, from: loser.id, to: survivor.id, at: now(), toldAt });
}

async function booksOf(client: PoolClient, shopId: number, member: LockedMember) {
  const units: Unit[] = [POINTS, ...[...member.cards.keys()].sort().map(stampsOf)];
  const { books } = await loadLotBooks(
    client,
    shopId,
    units.map((unit) => ({ member, unit })),
  );
  return new Map(
    units.flatMap((unit) => {
      const open = books.get(lotBookKey(member.id, unit));
      return open ? [[unit, open.book] as const] : [];
    }),
  );
}

/** Cards of which something moves. */
function cardsOf({ loser, survivor }: Pair): CardChange[] {
  const moving = [...loser.cards].filter(([, { stamps, coming }]) => stamps !== 0 || coming !== 0);
  return moving.map(([cardKey, gone]) => {
    return { member: survivor, cardKey, life: lifeOfBoth(survivor.cards.get(cardKey), gone) };
  });
}

/** A new card of the survivor takes the loser's size. */
function sizeOf({ loser }: Pair, unit: Unit): number | null {
  return loser.cards.get(cardKeyOf(unit) ?? '')?.size ?? null;
}

function postingsOf({ seq, amount, ...lot }: MovedPart, pair: Pair): Posting[] {
  const { unit } = lot;
  const common = {
    ...lot,
    cardSize: sizeOf(pair, unit),
    kind: 'merge',
    sourceKey: `merge/${pair.loser.id}/${seq}`,
    programVersion: null,
    explanation: { v: 1 },
    occurredAt: now(),
  } as const;
  return [
    { ...common, member: pair.loser, amount: -amount },
    { ...common, member: pair.survivor, amount },
  ];
}

function pendingOf(pair: Pair): PendingChange[] {
  const { loser, survivor } = pair;
  const amounts: [Unit, number][] = [
    [POINTS, loser.pendingPoints],
    ...[...loser.cards].map(([key, { coming }]): [Unit, number] => [stampsOf(key), coming]),
  ];
  return amounts
    .filter(([, amount]) => amount !== 0)
    .flatMap(([unit, amount]) => [
      { member: loser, unit, cardSize: null, delta: -amount },
      { member: survivor, unit, cardSize: sizeOf(pair, unit), delta: amount },
    ]);
}
