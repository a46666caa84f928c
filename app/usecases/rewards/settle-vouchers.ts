// What vouchers should have taken, minus what they have: by orders that were applied, a release, a merge, an erasure.
import type { PoolClient } from 'pg';
import { settleVoucher, type SettledPart } from '#app/core/rewards/settle-voucher.ts';
import { writeLedger, type Posting } from '#app/db/ledger/ledger.server.ts';
import { lockMembers, type LockedMember } from '#app/db/members/members.server.ts';
import {
  settledVouchers,
  type UseRow,
  type SettledVoucherRow,
} from '#app/db/rewards/settled-vouchers.server.ts';
import { giveAgain } from './give-again.ts';
import { flagVouchers, type NewFlag } from '#app/db/rewards/voucher-uses.server.ts';

/** An order's member where the row doesn't say it yet; null for nobody. */
type NewOwners = ReadonlyMap<string, string | null>;

type Settling = {
  shopId: number;
  voucherIds: readonly string[];
  /** Locked, the vouchers' persons among them. */
  members: readonly LockedMember[];
  at: Date;
  owners?: NewOwners;
};

/** Entries that the vouchers lack, not written yet; flags, and gifts that are given once more, are. `theirs` are the vouchers' persons. */
export async function settlementOf(
  client: PoolClient,
  { shopId, voucherIds, members, at, owners = new Map() }: Settling,
): Promise<{ postings: Posting[]; theirs: LockedMember[] }> {
  const postings: Posting[] = [];
  const flags: NewFlag[] = [];
  const theirs = new Set<LockedMember>();
  for (const row of await settledVouchers(client, shopId, voucherIds, at)) {
    const person = members.find(({ id }) => id === row.personId);
    if (!person) throw new Error('a voucher’s member isn’t locked');
    theirs.add(person);
    const memberOf = ({ orderId, memberId }: UseRow) =>
      owners.has(orderId) ? owners.get(orderId) : memberId;
    const uses = row.uses.map((use) => ({ ...use, own: memberOf(use) === person.id }));
    const { title, refund } = row.gives;
    const voucher = { ...row, title, uses, inProportion: refund !== 'nothing' };
    const { parts, flag, again } = settleVoucher(voucher, row.today);
    postings.push(...parts.map((part) => postingOf(part, row, person, at)));
    if (again) await giveAgain(client, shopId, row, person, at);
    if (uses.length > 0) flags.push({ voucherId: row.id, flag });
  }
  await flagVouchers(client, shopId, flags);
  return { postings, theirs: [...theirs] };
}

function postingOf(part: SettledPart, row: SettledVoucherRow, member: LockedMember, at: Date): Posting {
  const { unit, programVersion } = row;
  return { ...part, member, unit, programVersion, cardSize: null, occurredAt: at };
}

/**
 * Brings the ledger to what the vouchers' states say, in the caller's transaction. Safe to repeat. `memberIds` are the vouchers'
 * owners, or those into whom they were merged: locked already, or the only members that the transaction locks. Returns whether
 * anything was written.
 */
export async function settleVouchers(
  client: PoolClient,
  shopId: number,
  { voucherIds, memberIds, at }: { voucherIds: readonly string[]; memberIds: readonly string[]; at: Date },
): Promise<boolean> {
  if (voucherIds.length === 0) return false;
  const members = await lockMembers(client, shopId, { customerIds: [], memberIds }, at);
  const { postings } = await settlementOf(client, { shopId, voucherIds, members, at });
  return writeLedger(client, shopId, { postings, pending: [] }, at);
}
