// Points or stamps given or taken by hand, with a reason. The request key is made once per dialog, so that a double
// click or a repeated request adjusts once.
import type { PoolClient } from 'pg';
import { now } from '#app/clock.server.ts';
import { isErasedCustomer } from '#app/core/members/erased-customer.ts';
import {
  adjustmentProblems,
  noteOf,
  type AdjustProblem,
  type WantedAdjustment,
} from '#app/core/ledger/adjustment.ts';
import { sized, sizeNow } from '#app/core/stamps/card-life.ts';
import { isUnit, cardKeyOf, type Unit } from '#app/core/values/units.ts';
import {
  addAdjustment,
  adjustmentKey,
  balanceBefore,
  findAdjustment,
  type Adjustment,
} from '#app/db/ledger/adjustments.server.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { balanceOf, writeLedger, type CardChange } from '#app/db/ledger/ledger.server.ts';
import { lockMembers, type LockedMember } from '#app/db/members/members.server.ts';
import { withTransaction } from '#app/db/pool.server.ts';
import { publishedVersion, shopProgram } from '#app/db/program/programs.server.ts';

export type AdjustResult =
  { ok: true; balanceAfter: number } | { ok: false; reason: 'refused'; problems: AdjustProblem[] };

const refuse = (...problems: AdjustProblem[]): AdjustResult => ({ ok: false, reason: 'refused', problems });

export async function adjustMember(
  shopId: number,
  memberId: string,
  wanted: WantedAdjustment,
): Promise<AdjustResult> {
  const problems = adjustmentProblems(wanted);
  if (problems.length > 0) return refuse(...problems);
  return withTransaction(async (client) => {
    const locked = await lockMembers(client, shopId, { customerIds: [], memberIds: [memberId] }, now());
    const member = locked.find(({ id }) => id === memberId);
    // Whoever was merged or erased, or left, has nothing of their own to change.
    if (!member || member.mergedIntoId !== null || member.isLeft || isErased(member)) {
      return refuse({ field: null, reason: 'no-member' });
    }
    const before = await findAdjustment(client, shopId, memberId, wanted.requestKey);
    if (before) return again(before, member, wanted);
    return adjust(client, shopId, member, wanted);
  });
}

const isErased = (member: LockedMember): boolean => isErasedCustomer(member.customerId);

/**
 * The same key and the same content: the same answer. Anything else under that key is another request: nobody shall think that
 * another sentence was said to the customer.
 */
function again(before: Adjustment, member: LockedMember, wanted: WantedAdjustment): AdjustResult {
  const { unit, amount, note } = wanted;
  const same = before.unit === unit && before.amount === amount && before.note === noteOf(note);
  if (!same || !isUnit(wanted.unit)) return refuse({ field: null, reason: 'other-request' });
  return { ok: true, balanceAfter: balanceOf(member, wanted.unit) };
}

async function adjust(
  client: PoolClient,
  shopId: number,
  member: LockedMember,
  wanted: WantedAdjustment,
): Promise<AdjustResult> {
  const { unit, amount, requestKey, madeBy } = wanted;
  const cardSize = isUnit(unit) ? await sizeOf(client, shopId, member, unit) : undefined;
  if (!isUnit(unit) || cardSize === undefined) return refuse({ field: 'unit', reason: 'no-card' });
  const balanceAfter = balanceOf(member, unit) + amount;
  const isTooLow = amount < 0 && balanceAfter < 0 && !wanted.belowZero;
  if (isTooLow && balanceAfter < (await debtBefore(client, shopId, member, wanted))) {
    return refuse({ field: 'amount', reason: 'below-zero', balanceAfter });
  }
  const at = now();
  const source = { kind: 'adjustment', sourceKey: adjustmentKey(requestKey), orderId: null } as const;
  const posting = { member, unit, cardSize, ...source, amount, programVersion: null };
  const cards = amount > 0 ? newCard(member, unit, cardSize) : [];
  const change = { postings: [{ ...posting, explanation: { v: 1 }, occurredAt: at }], pending: [], cards };
  await writeLedger(client, shopId, change, at);
  const [reason, note] = [wanted.reason.trim(), noteOf(wanted.note)];
  const made = { memberId: member.id, requestKey, unit, amount, reason, note, madeBy };
  await addAdjustment(client, shopId, made, at);
  await enqueue(client, 'sync_members', { shopId });
  return { ok: true, balanceAfter };
}

/** What the member owed before the adjustment that is being taken back: 0, or below it. */
async function debtBefore(
  client: PoolClient,
  shopId: number,
  { id }: LockedMember,
  { undoes }: WantedAdjustment,
): Promise<number> {
  return undoes === undefined ? 0 : Math.min(0, await balanceBefore(client, shopId, id, undoes));
}

/** Stamps given by hand begin a new card where the last one is over, as an order's would. */
function newCard(member: LockedMember, unit: Unit, size: number | null): CardChange[] {
  const cardKey = cardKeyOf(unit) ?? '';
  const card = member.cards.get(cardKey);
  const isOver = card !== undefined && card.endedBy !== null && card.stamps < card.size;
  return isOver && size !== null ? [{ member, cardKey, life: { size, endedBy: null } }] : [];
}

/** Null for points, undefined for a card that the member doesn't have and the program doesn't run. */
async function sizeOf(
  client: PoolClient,
  shopId: number,
  member: LockedMember,
  unit: Unit,
): Promise<number | null | undefined> {
  const cardKey = cardKeyOf(unit);
  if (cardKey === null) return null;
  const card = member.cards.get(cardKey);
  const program = await shopProgram(client, shopId);
  const cards = program ? publishedVersion(program).rules.cards : [];
  const published = cards.find(({ key }) => key === cardKey)?.size ?? card?.size;
  return published === undefined ? undefined : sizeNow(card && sized(card), published);
}
