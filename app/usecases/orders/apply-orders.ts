// The ledger follows the snapshots: what an order should have posted, minus what it has, as new entries. Where tellings
// don't decide, Shopify is asked.
import { setTimeout as wait } from 'node:timers/promises';
import type { PoolClient } from 'pg';
import { now } from '#app/clock.server.ts';
import type { ArrivedOrder } from '#app/core/orders/applied-orders.ts';
import {
  evaluateOrders,
  indexOfMembers,
  memberOf,
  ownerAfter,
  type EvaluatedOrder as EvaluatedFor,
  type MemberIndex,
} from '#app/core/orders/evaluate-orders.ts';
import { isAsked, NOTHING_ASKED, type AskedFacts } from '#app/core/orders/facts/freeze-facts.ts';
import type { Correction } from '#app/core/orders/order-corrections.ts';
import { cardKeyOf, unitsOf, type Amounts, type Unit } from '#app/core/values/units.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { countAgain } from '#app/db/history/order-counts.server.ts';
import { writeLedger, type PendingChange, type Posting } from '#app/db/ledger/ledger.server.ts';
import { noteLostOrders } from '#app/db/members/lost-merges.server.ts';
import { lockMembers, type LockedMember } from '#app/db/members/members.server.ts';
import { decisionsOf, saveFlags } from '#app/db/stamps/order-flags.server.ts';
import {
  dueOrderNames,
  dueOrders,
  lockDueOrders,
  markApplied,
  postedByOrders,
  type AppliedOrder,
  type DueOrder,
  type DueOrderName,
} from '#app/db/orders/due-orders.server.ts';
import { endSetAside } from '#app/db/orders/set-aside.server.ts';
import { pool, withTransaction } from '#app/db/pool.server.ts';
import { publishedVersion, shopProgram, type ShopProgram } from '#app/db/program/programs.server.ts';
import { readTitleBook } from '#app/db/stamps/card-titles.server.ts';
import { AdminRefused, AdminThrottled, type Failure } from '#app/errors.ts';
import { entriesWritten, ordersApplied } from '#app/metrics/work-metrics.server.ts';
import { keepOrders } from '../history/keep-orders.ts';
import { buyersOf } from '../moments/mark-after-orders.ts';
import {
  codesRepeated,
  lockUsedVouchers,
  ownersOfVouchers,
  settleUsedVouchers,
} from '../rewards/use-vouchers.ts';
import { afterOrders } from './after-orders.ts';
import { askFacts } from './ask-facts.ts';
import { rereadOrders } from './reread-orders.ts';
import { setOrderAside } from './set-order-aside.ts';
import { workApart } from './work-apart.ts';

/** Orders of one transaction: large enough to share its cost, small enough that webhooks don't wait for its locks. */
const BATCH = 200;
/** An older version took ids that are no numbers of Shopify's, and what is due has a bell. */
const BELOW_ALL = String(-(2n ** 63n));
/** A batch may need this many refills of the bucket; a job that took them all begins again. */
const MOST_ROUNDS = 100;
const LONGEST_WAIT_MS = 2_000;

/**
 * Applies every order of the shop that is due, and then those that Shopify had to be asked about: a Shopify that can't be
 * asked never holds up what is known. Safe to run twice and in parallel.
 */
export async function applyOrders(shopId: number): Promise<void> {
  do {
    await applyToldOrders(shopId);
  } while ((await rereadOrders(shopId)) > 0);
}

/**
 * Orders that are told and due, as far as what was told decides by itself. One that can't be applied is set aside alone; the
 * others go on.
 */
export async function applyToldOrders(shopId: number): Promise<void> {
  let after = BELOW_ALL;
  let failure: Failure | undefined;
  const alone = (order: DueOrderName, error: unknown) => setOrderAside(shopId, order, 'apply', error);
  const together = async (orders: readonly DueOrderName[]) => {
    failure = (await applyInTurn(shopId, orders)) ?? failure;
  };
  for (;;) {
    const due = await dueOrderNames(pool(), shopId, after, BATCH, now());
    await workApart(due, { together, alone });
    // Whatever is told from here on rings its own bell.
    if (due.length < BATCH) break;
    after = due.at(-1)?.orderId ?? after;
  }
  // Orders whose facts Shopify didn't tell stay due; the rest has been applied.
  if (failure) throw failure;
}

/** A bucket that is empty gives every second: what has come is applied, and the rest is asked for as it can be. */
async function applyInTurn(shopId: number, names: readonly DueOrderName[]): Promise<Failure | undefined> {
  for (let round = 0; ; round += 1) {
    const failure = await applyDue(shopId, names);
    if (!(failure instanceof AdminThrottled) || round >= MOST_ROUNDS) return failure;
    await wait(Math.min(failure.waitMs, LONGEST_WAIT_MS));
  }
}

/**
 * Fetches what is missing first, because nothing waits for the network while members are locked. Throws what is about one of
 * these orders, after the rest of them has been applied if only an answer is missing; returns what may pass by itself.
 */
async function applyDue(shopId: number, names: readonly DueOrderName[]): Promise<Failure | undefined> {
  const program = await shopProgram(pool(), shopId);
  const due = program ? await dueOrders(pool(), shopId, idsOf(names)) : [];
  if (!program || due.length === 0) return undefined;
  const { asked, failure } = await askFacts(program, due, shopId);
  const ready = due.filter((order) => isAsked(order, program, asked));
  if (ready.length > 0) {
    const wereSetAside = names.filter(({ wasSetAside }) => wasSetAside);
    const context = { shopId, program, asked, wereSetAside: idsOf(wereSetAside) };
    const applied = await withTransaction((client) => applyBatch(client, context, ready), 'once');
    ordersApplied.inc(applied.orders);
    entriesWritten.inc({ by: 'orders' }, applied.entries);
  }
  if (failure instanceof AdminRefused && ready.length < due.length) throw failure;
  return failure;
}

/**
 * Applies some due orders within a transaction that holds more than these, where their rules have nothing to ask for. Their members are
 * locked again, which costs nothing.
 */
export async function applyWithin(
  client: PoolClient,
  shopId: number,
  program: ShopProgram,
  orderIds: readonly string[],
): Promise<void> {
  const due = await dueOrders(client, shopId, orderIds);
  if (due.length > 0)
    await applyBatch(client, { shopId, program, asked: NOTHING_ASKED, wereSetAside: [] }, due);
}

type EvaluatedOrder = EvaluatedFor<DueOrder, LockedMember>;
type Context = {
  shopId: number;
  program: ShopProgram;
  asked: AskedFacts;
  wereSetAside: readonly string[];
};

function customersOf(orders: readonly DueOrder[]): string[] {
  return [...new Set(orders.flatMap(({ newest }) => (newest?.customerId ? [newest.customerId] : [])))];
}

async function applyBatch(
  client: PoolClient,
  context: Context,
  due: readonly DueOrder[],
): Promise<{ orders: number; entries: number }> {
  const { shopId } = context;
  const owners = await ownersOfVouchers(client, shopId, due);
  const ofOrders = due.flatMap(({ memberId }) => memberId ?? []);
  const wanted = { customerIds: customersOf(due), memberIds: [...ofOrders, ...owners] };
  const members = indexOfMembers(await lockMembers(client, shopId, wanted, now()));
  const locked = await lockDueOrders(client, shopId, due);
  const vouchers = await lockUsedVouchers(client, shopId, locked, members);
  const orders = locked.filter((order) => isReady(order, members, context) && !vouchers.waiting.has(order));
  const again = idsOf(orders.filter(({ isFirst }) => !isFirst));
  const posted = await postedByOrders(client, shopId, again);
  const decisions = await decisionsOf(client, shopId, again);
  const book = await readTitleBook(client, shopId, context.program.versions);
  const { evaluated, cards } = evaluateOrders(orders, { ...context, book, members, posted, decisions });
  const settled = await settleUsedVouchers(client, shopId, { vouchers, evaluated, members });
  const repeated = await codesRepeated(client, shopId, orders);
  const codes = [...vouchers.all.map(({ code }) => code), ...repeated];
  const kept = await keepOrders(client, shopId, evaluated, { program: context.program, book, codes });
  const theirs = evaluated.flatMap(({ member }) => member ?? []);
  const memberIds = theirs.map(({ id }) => id);
  const { timeZone, versions } = context.program;
  const { rules } = publishedVersion(context.program);
  const change = {
    kept,
    buyers: buyersOf({ rules, timeZone, memberIds, at: now() }),
    postings: [...settled.back, ...evaluated.flatMap(postingsOf), ...settled.taken],
    pending: [...evaluated.flatMap((each) => pendingOf(each, members)), ...settled.pending],
    cards,
  };
  const isWritten = await writeLedger(client, shopId, change, now());
  await saveFlags(client, shopId, evaluated.flatMap(flagsOf), now());
  await markApplied(client, shopId, evaluated.map(appliedOf), now());
  await endWaiting(client, context, evaluated);
  const losers = evaluated.flatMap(({ former }) => (former ? [former.id] : []));
  if (losers.length > 0) await noteLostOrders(client, shopId, losers, now());
  const moved = evaluated.flatMap(movedBetween);
  if (moved.length > 0) await countAgain(client, shopId, moved);
  const arrived = evaluated.flatMap(arrivalOf);
  const waitingIds = theirs.filter(({ waits }) => waits).map(({ id }) => id);
  const orderIds = idsOf(evaluated.map(({ order }) => order));
  const ownerIds = ownersOf(evaluated);
  const applied = { shopId, timeZone, rules, versions, orderIds, memberIds, ownerIds, waitingIds, arrived };
  await afterOrders(client, { ...applied, at: now() });
  if (isWritten) await enqueue(client, 'sync_members', { shopId });
  if (vouchers.waiting.size > 0) await enqueue(client, 'apply_orders', { shopId });
  return { orders: evaluated.length, entries: change.postings.length };
}

/** Whose the orders are now, and whose they were. */
function ownersOf(evaluated: readonly EvaluatedOrder[]): string[] {
  const ids = evaluated.flatMap(({ order, member, former }) => [order.memberId, member?.id, former?.id]);
  return [...new Set(ids.flatMap((id) => id ?? []))];
}

async function endWaiting(client: PoolClient, context: Context, applied: readonly EvaluatedOrder[]) {
  const { shopId, wereSetAside } = context;
  const ended = idsOf(applied.map(({ order }) => order)).filter((id) => wereSetAside.includes(id));
  if (ended.length > 0) await endSetAside(client, shopId, 'apply', ended);
}

/** Who had an order that was applied before, and who has it now. */
function movedBetween({ order, member }: EvaluatedOrder): string[] {
  const owner = ownerAfter(order, member);
  if (order.isFirst || owner === order.memberId) return [];
  return [owner, order.memberId].filter((id) => id !== null);
}

const idsOf = (orders: readonly { orderId: string }[]): string[] => orders.map(({ orderId }) => orderId);

/**
 * A webhook or a merge may have brought another customer, member or product between the look and the lock: next time,
 * then. Both have rung the bell.
 */
function isReady(order: DueOrder, members: MemberIndex<LockedMember>, context: Context): boolean {
  if (order.newest?.customerId && !memberOf(order, members)) return false;
  if (order.memberId !== null && !members.byId.has(order.memberId)) return false;
  return isAsked(order, context.program, context.asked);
}

/** A card that isn't there yet is made with the size that the order goes by. */
function cardSize({ version, uses }: EvaluatedOrder['evaluation'], unit: Unit): number | null {
  const key = cardKeyOf(unit);
  const used = uses.find(({ cardKey }) => cardKey === key)?.size;
  return used ?? version?.rules.cards.find((card) => card.key === key)?.size ?? null;
}

/** A guest's order posts nothing until somebody claims it. That it is closed for whose it is now is nothing to whose it was. */
function postingsOf(evaluated: EvaluatedOrder): Posting[] {
  const { order, member, former, evaluation, takenBack } = evaluated;
  return [
    ...(former
      ? takenBack.map((each) => ({ ...postingOf(evaluated, former, each), closed: order.closed }))
      : []),
    ...(member ? evaluation.corrections.map((each) => postingOf(evaluated, member, each)) : []),
  ];
}

function postingOf(
  { order, evaluation, closed }: EvaluatedOrder,
  member: LockedMember,
  correction: Correction,
): Posting {
  return {
    ...correction,
    member,
    closed,
    orderId: order.orderId,
    cardSize: cardSize(evaluation, correction.unit),
    programVersion: evaluation.version?.number ?? null,
    occurredAt: new Date(order.newest?.processedAt ?? now()),
    // What an old order earns lives from the day on which it began to.
    ...(order.awardedOn !== null && correction.amount > 0 && { countedOn: order.awardedOn }),
  };
}

/** Units that were shown as pending of this order go, those that are pending now come, possibly at another member. */
function pendingOf(
  { order, member, evaluation }: EvaluatedOrder,
  members: MemberIndex<LockedMember>,
): PendingChange[] {
  const before = members.byId.get(order.memberId ?? '') ?? null;
  const changes: PendingChange[] = [];
  for (const unit of unitsOf(order.pending, evaluation.pending)) {
    const was = order.pending[unit] ?? 0;
    const is = evaluation.pending[unit] ?? 0;
    const size = cardSize(evaluation, unit);
    if (before === member) changes.push(...change(member, unit, size, is - was));
    else changes.push(...change(before, unit, size, -was), ...change(member, unit, size, is));
  }
  return changes;
}

function change(
  member: LockedMember | null,
  unit: Unit,
  size: number | null,
  delta: number,
): PendingChange[] {
  return member && delta !== 0 ? [{ member, unit, cardSize: size, delta }] : [];
}

/** A guest's order has nobody to take stamps from: it is flagged once it is claimed. */
function flagsOf({ order, member, evaluation }: EvaluatedOrder) {
  const flags = member ? evaluation.flags : [];
  return order.isFirst && flags.length === 0 ? [] : [{ orderId: order.orderId, flags }];
}

function arrivalOf({ order, member, evaluation }: EvaluatedOrder): ArrivedOrder[] {
  if (!member || !order.newest || !evaluation.version || order.memberId === member.id) return [];
  return [{ memberId: member.id, placedAt: order.newest.processedAt }];
}

function appliedOf({ order, member, evaluation, closed }: EvaluatedOrder): AppliedOrder {
  const pending: Amounts = member ? evaluation.pending : {};
  return {
    orderId: order.orderId,
    revision: order.revision,
    programVersion: evaluation.version?.number ?? null,
    facts: evaluation.facts,
    memberId: ownerAfter(order, member),
    pending,
    erased: order.erased,
    closed,
  };
}
