// What vouchers should have taken, minus what they have: by orders that were applied, a release, a merge, an erasure.
import type { PoolClient } from 'pg';
import {
  comesBack,
  flagAfter,
  settleVoucher,
  type SettledPart,
  type SettledVoucher,
} from '#app/core/rewards/settle-voucher.ts';
import { writeLedger, type Posting } from '#app/db/ledger/ledger.server.ts';
import { lockMembers, type LockedMember } from '#app/db/members/members.server.ts';
import {
  entriesOfVouchers,
  settledVouchers,
  type UseRow,
  type SettledVoucherRow,
} from '#app/db/rewards/settled-vouchers.server.ts';
import { POINTS } from '#app/core/values/units.ts';
import { giveAgain } from './give-again.ts';
import { flagVouchers, type NewFlag } from '#app/db/rewards/voucher-uses.server.ts';

/** Orders whose state the caller has, as it becomes: the row doesn't say their member yet. */
type KnownOrders = ReadonlyMap<string, Omit<UseRow, 'orderId'>>;

type Settling = {
  shopId: number;
  voucherIds: readonly string[];
  /** Locked, the vouchers' persons among them. */
  members: ReadonlyMap<string, LockedMember>;
  at: Date;
  known?: KnownOrders;
};

type Settlement = { postings: Posting[]; theirs: LockedMember[] };

/** Entries that the vouchers lack, not written yet; flags, and gifts given once more, are. `theirs` are the vouchers' persons. */
export async function settlementOf(client: PoolClient, settling: Settling): Promise<Settlement> {
  const { shopId, voucherIds, members, at, known = new Map() } = settling;
  const rows = await settledVouchers(client, shopId, { voucherIds, known: [...known.keys()], at });
  const read = rows.map((row) => {
    const person = members.get(row.personId);
    if (!person) throw new Error('a voucher’s member isn’t locked');
    return { row, person, voucher: voucherOf(row, known) };
  });
  const back = read.filter(({ voucher }) => comesBack(voucher)).map(({ row }) => row.id);
  const entries = await entriesOfVouchers(client, shopId, back);
  const postings: Posting[] = [];
  const flags: NewFlag[] = [];
  for (const { row, person, voucher } of read) {
    const settled = settleVoucher({ ...voucher, entries: entries.get(row.id) ?? [] }, row.today);
    postings.push(...settled.parts.map((part) => postingOf(part, row, person, at)));
    if (settled.again && !row.closed && !person.isLeft) await giveAgain(client, shopId, row, person, at);
    const flag = flagAfter(row.flag, settled.flag);
    if (row.uses.length > 0 && flag !== row.flag) flags.push({ voucherId: row.id, flag });
  }
  await flagVouchers(client, shopId, flags);
  return { postings, theirs: [...new Set(read.map(({ person }) => person))] };
}

function voucherOf(row: SettledVoucherRow, known: KnownOrders): Omit<SettledVoucher, 'entries'> {
  const uses = row.uses.map((use) => {
    const now = { ...use, ...known.get(use.orderId) };
    return { ...now, own: now.memberId === row.personId };
  });
  const { title, refund } = row.gives;
  return { ...row, title, uses, rate: rateOf(row), inProportion: refund !== 'nothing' };
}

/** A gift's amount was chosen by nobody. */
function rateOf({ price, gives: { gives, cost } }: SettledVoucherRow) {
  return price > 0 && gives?.kind === 'any-amount' ? { points: cost, minor: gives.minor } : undefined;
}

function postingOf(part: SettledPart, row: SettledVoucherRow, member: LockedMember, at: Date): Posting {
  const { unit, programVersion, closed } = row;
  // The card may be another's by now, who never had one.
  const cardSize = unit === POINTS ? null : row.price;
  return { ...part, member, unit, programVersion, cardSize, occurredAt: at, closed };
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
  const locked = await lockMembers(client, shopId, { customerIds: [], memberIds }, at);
  const members = new Map(locked.map((member) => [member.id, member]));
  const { postings } = await settlementOf(client, { shopId, voucherIds, members, at });
  return writeLedger(client, shopId, { postings, pending: [] }, at);
}
