// The ledger follows the snapshots: what an order should have posted, minus what it has, as new entries.
import type { PoolClient } from 'pg';
import { now } from '#app/clock.server.ts';
import {
  evaluateOrder,
  freezeFacts,
  missingCollections,
  type Collections,
  type Evaluation,
} from '#app/core/evaluate-order.ts';
import { cardKeyOf, unitsOf, type Amounts, type Unit } from '#app/core/units.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { writeLedger, type PendingChange, type Posting } from '#app/db/ledger.server.ts';
import { lockMembers, type LockedMember } from '#app/db/members.server.ts';
import {
  dueOrders,
  lockDueOrders,
  markApplied,
  postedByOrders,
  type AppliedOrder,
  type DueOrder,
} from '#app/db/order-work.server.ts';
import { pool, withTransaction } from '#app/db/pool.server.ts';
import { shopProgram, type ShopProgram } from '#app/db/programs.server.ts';
import type { Failure } from '#app/errors.ts';
import { readCollections } from './read-collections.ts';

/** Orders of one transaction: large enough to share its cost, small enough that webhooks don't wait for its locks. */
const BATCH = 100;

/** Applies every order of the shop that is due. Safe to run twice and in parallel. */
export async function applyOrders(shopId: number): Promise<void> {
  let after = '0';
  let failure: Failure | undefined;
  for (;;) {
    const due = await dueOrders(pool(), shopId, after, BATCH);
    const last = due.at(-1);
    if (!last) break;
    after = last.orderId;
    failure = (await applyDue(shopId, due)) ?? failure;
    // Whatever is told from here on rings its own bell.
    if (due.length < BATCH) break;
  }
  // Orders whose facts Shopify didn't tell stay due; the rest has been applied.
  if (failure) throw failure;
}

/** Fetches what is missing first, because nothing waits for the network while members are locked. */
async function applyDue(shopId: number, due: readonly DueOrder[]): Promise<Failure | undefined> {
  const program = await shopProgram(pool(), shopId);
  if (!program) return undefined;
  const needing = due.filter((order) => missingCollections(order, program).length > 0);
  const productIds = [...new Set(needing.flatMap((order) => missingCollections(order, program)))];
  const { collections, failure } = await readCollections(program.domain, productIds);
  const ready = !failure ? due : due.filter((order) => !needing.includes(order));
  if (ready.length > 0) {
    await withTransaction((client) => applyBatch(client, { shopId, program, collections }, ready));
  }
  return failure;
}

type Context = { shopId: number; program: ShopProgram; collections: Collections };

function customersOf(orders: readonly DueOrder[]): string[] {
  return [...new Set(orders.flatMap(({ newest }) => (newest?.customerId ? [newest.customerId] : [])))];
}

async function applyBatch(client: PoolClient, context: Context, due: readonly DueOrder[]): Promise<void> {
  const { shopId } = context;
  const memberIds = due.flatMap(({ memberId }) => (memberId ? [memberId] : []));
  const members = await lockMembers(client, shopId, { customerIds: customersOf(due), memberIds }, now());
  const orders = await lockDueOrders(
    client,
    shopId,
    due.map(({ orderId }) => orderId),
  );
  const posted = await postedByOrders(
    client,
    shopId,
    orders.map(({ orderId }) => orderId),
  );
  const evaluated = orders
    .filter((order) => isReady(order, members, context))
    .sort((a, b) => (a.newest?.processedAt ?? '').localeCompare(b.newest?.processedAt ?? ''))
    .map((order) => evaluate(order, members, context, posted.get(order.orderId) ?? {}));
  const change = {
    postings: evaluated.flatMap(postingsOf),
    pending: evaluated.flatMap((each) => pendingOf(each, members)),
  };
  const changed = await writeLedger(client, shopId, change, now());
  await markApplied(client, shopId, evaluated.map(appliedOf));
  if (changed) await enqueue(client, 'sync_members', { shopId });
}

/** A webhook may have brought another customer or product between the look and the lock: next time, then. */
function isReady(order: DueOrder, members: readonly LockedMember[], context: Context): boolean {
  const customerId = order.newest?.customerId;
  if (customerId && !members.some((member) => member.customerId === customerId)) return false;
  return missingCollections(order, context.program).every((productId) => productId in context.collections);
}

type Evaluated = { order: DueOrder; member: LockedMember | null; evaluation: Evaluation };

/** The order's customer, or whom it belonged to before Shopify forgot the customer. */
function memberOf(order: DueOrder, members: readonly LockedMember[]): LockedMember | null {
  const customerId = order.newest?.customerId;
  const found = customerId
    ? members.find((member) => member.customerId === customerId)
    : members.find((member) => member.id === order.memberId);
  return found ?? null;
}

function evaluate(
  order: DueOrder,
  members: readonly LockedMember[],
  { program, collections }: Context,
  posted: Parameters<typeof evaluateOrder>[3],
): Evaluated {
  const member = memberOf(order, members);
  const blocked = member?.blocked ?? false;
  // A guest's order meets its member when it is claimed: then is when being left out is decided.
  const claimed =
    order.memberId === null && order.facts ? { ...order, facts: { ...order.facts, blocked } } : order;
  const facts = freezeFacts(claimed, { blocked, collections });
  return { order, member, evaluation: evaluateOrder(order, program, facts, posted) };
}

function cardSize({ version }: Evaluation, unit: Unit): number | null {
  const key = cardKeyOf(unit);
  return version?.rules.cards.find((card) => card.key === key)?.size ?? null;
}

/** A guest's order posts nothing until somebody claims it. */
function postingsOf({ order, member, evaluation }: Evaluated): Posting[] {
  if (!member) return [];
  return evaluation.corrections.map((correction) => ({
    ...correction,
    member,
    kind: 'order',
    orderId: order.orderId,
    cardSize: cardSize(evaluation, correction.unit),
    programVersion: evaluation.version?.number ?? null,
    occurredAt: new Date(order.newest?.processedAt ?? now()),
  }));
}

/** What was shown as pending of this order goes, what is pending now comes, possibly at another member. */
function pendingOf(
  { order, member, evaluation }: Evaluated,
  members: readonly LockedMember[],
): PendingChange[] {
  const before = members.find(({ id }) => id === order.memberId) ?? null;
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

function appliedOf({ order, member, evaluation }: Evaluated): AppliedOrder {
  const pending: Amounts = member ? evaluation.pending : {};
  return {
    orderId: order.orderId,
    revision: order.revision,
    programVersion: evaluation.version?.number ?? null,
    facts: evaluation.facts,
    memberId: member?.id ?? order.memberId,
    pending,
  };
}
