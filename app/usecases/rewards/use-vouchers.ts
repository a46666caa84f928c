// Orders that name vouchers' codes, while they are applied. A batch that names none, and never did, asks for nothing.
import type { PoolClient } from 'pg';
import { now } from '#app/clock.server.ts';
import { ownerAfter, type EvaluatedOrder, type MemberIndex } from '#app/core/orders/evaluate-orders.ts';
import { codesOf } from '#app/core/snapshots/possible-code.ts';
import { isOfSubscription } from '#app/core/stamps/order-stamps.ts';
import { survivorOf } from '#app/core/members/survivor-of.ts';
import { codesByHand, codesUsed } from '#app/core/rewards/order-use.ts';
import { useCost } from '#app/core/rewards/use-cost.ts';
import { POINTS } from '#app/core/values/units.ts';
import type { PendingChange, Posting } from '#app/db/ledger/ledger.server.ts';
import type { LockedMember } from '#app/db/members/members.server.ts';
import type { DueOrder } from '#app/db/orders/due-orders.server.ts';
import {
  burnNamedCodes,
  lockNamedVouchers,
  namedVouchers,
  type NamedVoucher,
  type VoucherNames,
} from '#app/db/rewards/named-vouchers.server.ts';
import { flagByHand, saveUses, type NewUse } from '#app/db/rewards/voucher-uses.server.ts';
import { settlementOf } from './settle-vouchers.ts';

/** Null where there is nothing to ask for. */
function namesOf(orders: readonly DueOrder[]): (VoucherNames & { used: readonly string[] }) | null {
  const used = [...new Set(orders.flatMap(({ newest }) => codesUsed(newest)))];
  const codes = [...new Set([...used, ...orders.flatMap(({ newest }) => codesByHand(newest))])];
  const orderIds = orders.filter(({ usedVoucher }) => usedVoucher).map(({ orderId }) => orderId);
  return codes.length + orderIds.length > 0 ? { codes, used, orderIds } : null;
}

/** Members whose vouchers the orders name: locked with the orders' own. */
export async function ownersOfVouchers(
  client: PoolClient,
  shopId: number,
  orders: readonly DueOrder[],
): Promise<string[]> {
  const names = namesOf(orders);
  if (!names) return [];
  return (await namedVouchers(client, shopId, names)).map(({ memberId }) => memberId);
}

/** `waiting` are orders that name a voucher whose owner isn't locked: it was given since the look. */
export type UsedVouchers = { all: readonly NamedVoucher[]; waiting: ReadonlySet<DueOrder> };

const NONE: UsedVouchers = { all: [], waiting: new Set() };

/** Once members and orders are locked. A ready code that an order names is given to nobody any more. */
export async function lockUsedVouchers(
  client: PoolClient,
  shopId: number,
  orders: readonly DueOrder[],
  { byId, all }: MemberIndex<LockedMember>,
): Promise<UsedVouchers> {
  const names = namesOf(orders);
  if (!names) return NONE;
  const vouchers = await lockNamedVouchers(client, shopId, names);
  const known = new Set(vouchers.map(({ code }) => code));
  // The code of a voucher is taken, and stays so.
  const others = names.used.filter((code) => !known.has(code));
  const taken = others.length > 0 ? await burnNamedCodes(client, shopId, others) : [];
  const given = taken.length > 0 ? await namedVouchers(client, shopId, names) : vouchers;
  const isLocked = ({ memberId }: NamedVoucher) => survivorOf(byId.get(memberId), all) !== null;
  const foreign = new Set(given.filter((one) => !isLocked(one)).map(({ code }) => code));
  const waiting = orders.filter(({ newest }) => codesUsed(newest).some((code) => foreign.has(code)));
  return { all: given.filter(isLocked), waiting: new Set(waiting) };
}

/** Codes of vouchers that renewals of a subscription repeat: nothing is used, and what they take off is ours all the same. */
export async function codesRepeated(
  client: PoolClient,
  shopId: number,
  orders: readonly DueOrder[],
): Promise<string[]> {
  const renewals = orders.flatMap(({ newest }) => (newest && isOfSubscription(newest) ? [newest] : []));
  const codes = [...new Set(renewals.flatMap(({ discounts }) => codesOf(discounts)))];
  if (codes.length === 0) return [];
  return (await namedVouchers(client, shopId, { codes, orderIds: [] })).map(({ code }) => code);
}

type Evaluated = EvaluatedOrder<DueOrder, LockedMember>;
type Applied = {
  vouchers: UsedVouchers;
  evaluated: readonly Evaluated[];
  members: MemberIndex<LockedMember>;
};

/** In one transaction what comes goes first, so that no debt opens for a moment: `back`, the orders' own, then `taken`. */
export type Settled = { back: Posting[]; taken: Posting[]; pending: PendingChange[] };

export async function settleUsedVouchers(
  client: PoolClient,
  shopId: number,
  { vouchers, evaluated, members }: Applied,
): Promise<Settled> {
  const { all } = vouchers;
  if (all.length === 0) return { back: [], taken: [], pending: [] };
  const uses = evaluated.flatMap(({ order }) => usesOf(order, all));
  const orderIds = evaluated.filter(({ order }) => order.usedVoucher).map(({ order }) => order.orderId);
  if (uses.length + orderIds.length > 0) await saveUses(client, shopId, { uses, orderIds }, now());
  const { postings, theirs } = await settlementOf(client, {
    shopId,
    voucherIds: all.map(({ id }) => id),
    members: members.byId,
    known: new Map(
      evaluated.map(({ order, member }) => {
        const { orderId, newest, deleted } = order;
        return [orderId, { newest, deleted, memberId: ownerAfter(order, member) }];
      }),
    ),
    at: now(),
  });
  await flagByHand(client, shopId, namedByHand(evaluated, all));
  const [back, taken] = [true, false].map((isBack) => postings.filter(({ amount }) => amount > 0 === isBack));
  // Whoever's voucher became used is shown without it, whatever was moved.
  const pending = theirs.map((member) => ({ member, unit: POINTS, cardSize: null, delta: 0 }) as const);
  return { back: back ?? [], taken: taken ?? [], pending };
}

function namedByHand(evaluated: readonly Evaluated[], vouchers: readonly NamedVoucher[]): string[] {
  const codes = new Set(evaluated.flatMap(({ order }) => codesByHand(order.newest)));
  return vouchers.filter(({ code }) => codes.has(code)).map(({ id }) => id);
}

function usesOf({ orderId, newest, deleted }: DueOrder, vouchers: readonly NamedVoucher[]): NewUse[] {
  const codes = codesUsed(newest);
  if (newest === null) return [];
  return vouchers
    .filter(({ code }) => codes.includes(code))
    .map(({ id, code }) => {
      return { voucherId: id, orderId, placedAt: newest.processedAt, ...useCost({ newest, deleted }, code) };
    });
}
