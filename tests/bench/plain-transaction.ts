// One order, one transaction, one statement after the other: what one writes first, and correct. The rules are ours.
import type pg from 'pg';
import { evaluateOrder, type Evaluation } from '#app/core/orders/evaluate-order.ts';
import type { KnownOrder } from '#app/core/orders/known-order.ts';
import { NOTHING_POSTED, type Correction, type PostedByUnit } from '#app/core/orders/order-corrections.ts';
import { cardKeyOf, POINTS, type Unit } from '#app/core/values/units.ts';
import type { ShopProgram } from '#app/db/program/programs.server.ts';
import { firstFacts } from '#tests/support/first-facts.ts';

type Context = { shopId: number; program: ShopProgram };
type Order = KnownOrder & { revision: number };
type Member = { id: string; points: number; seq: number };
type Card = { stamps: number; size: number };

const named = (name: string, text: string, values: unknown[]) => ({ name, text, values });

/** @throws Error when the order or its customer is missing, or anything of it can't be written. */
export async function applyOneOrder(client: pg.Client, context: Context, orderId: string): Promise<void> {
  await client.query('begin');
  try {
    await applyOrder(client, context, orderId);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

async function applyOrder(client: pg.Client, { shopId, program }: Context, orderId: string): Promise<void> {
  const order = await readOrder(client, shopId, orderId);
  const customerId = order.newest?.customerId;
  if (!customerId) throw new Error(`order ${orderId} has no customer`);
  const member = await lockMember(client, shopId, customerId);
  const posted = await readPosted(client, shopId, orderId);
  const facts = firstFacts(order, program);
  const evaluation = evaluateOrder(order, program, facts, { ...NOTHING_POSTED, order: posted });
  for (const correction of evaluation.corrections) {
    await post(client, shopId, { order, member, evaluation, correction });
  }
  await client.query(
    named('save-member', 'update "Member" set points = $2, seq = $3, rev = rev + 1 where id = $1', [
      member.id,
      member.points,
      member.seq,
    ]),
  );
  await markApplied(client, shopId, { order, member, evaluation });
}

async function readOrder(client: pg.Client, shopId: number, orderId: string): Promise<Order> {
  const text = `select "orderId"::text, snapshot as newest, "paidSnapshot" as paid, "deletedAt" is not null as deleted,
      revision, facts, "programVersion" from "Order" where "shopId" = $1 and "orderId" = $2 for update`;
  const { rows } = await client.query<Order>(named('order', text, [shopId, orderId]));
  if (!rows[0]) throw new Error(`order ${orderId} is gone`);
  return rows[0];
}

async function lockMember(client: pg.Client, shopId: number, customerId: string): Promise<Member> {
  const values = [shopId, customerId];
  const insert = `insert into "Member" ("shopId", "customerId", "joinedAt") values ($1, $2, now())
    on conflict ("shopId", "customerId") do nothing`;
  await client.query(named('make-member', insert, values));
  const lock = `select id::text, points::int, seq from "Member" where "shopId" = $1 and "customerId" = $2 for update`;
  const { rows } = await client.query<Member>(named('lock-member', lock, values));
  if (!rows[0]) throw new Error(`customer ${customerId} is no member`);
  return rows[0];
}

async function readPosted(client: pg.Client, shopId: number, orderId: string): Promise<PostedByUnit> {
  const text = `select unit, sum(amount)::int as sum, count(*)::int as count from "LedgerEntry"
    where "shopId" = $1 and "orderId" = $2 group by unit`;
  const { rows } = await client.query<{ unit: Unit; sum: number; count: number }>(
    named('posted', text, [shopId, orderId]),
  );
  return Object.fromEntries(rows.map(({ unit, sum, count }) => [unit, { sum, count }]));
}

type Change = { order: Order; member: Member; evaluation: Evaluation };

async function post(
  client: pg.Client,
  shopId: number,
  { order, member, evaluation, correction }: Change & { correction: Correction },
): Promise<void> {
  const { unit, amount, sourceKey, explanation } = correction;
  const balance =
    unit === POINTS
      ? (member.points += amount)
      : await addStamps(client, shopId, { member, evaluation, unit, amount });
  member.seq += 1;
  const text = `insert into "LedgerEntry" ("shopId", "memberId", seq, unit, kind, "sourceKey", "orderId", amount,
      "balanceAfter", "programVersion", explanation, "occurredAt", "recordedAt")
    values ($1, $2, $3, $4, 'order', $5, $6, $7, $8, $9, $10, $11, now())`;
  const told = [JSON.stringify(explanation), order.newest?.processedAt];
  const version = evaluation.version?.number;
  const values = [
    shopId,
    member.id,
    member.seq,
    unit,
    sourceKey,
    order.orderId,
    amount,
    balance,
    version,
    ...told,
  ];
  await client.query(named('entry', text, values));
}

async function addStamps(
  client: pg.Client,
  shopId: number,
  {
    member,
    evaluation,
    unit,
    amount,
  }: { member: Member; evaluation: Evaluation; unit: Unit; amount: number },
): Promise<number> {
  const cardKey = cardKeyOf(unit);
  const size = evaluation.version?.rules.cards.find(({ key }) => key === cardKey)?.size;
  const text = `insert into "MemberCard" ("shopId", "memberId", "cardKey", stamps, size)
    values ($5, $1, $2, $3, $4)
    on conflict ("memberId", "cardKey") do update set stamps = "MemberCard".stamps + excluded.stamps
    returning stamps::int, size`;
  const { rows } = await client.query<Card>(named('card', text, [member.id, cardKey, amount, size, shopId]));
  if (!rows[0]) throw new Error(`${unit}: the card was not written`);
  return rows[0].stamps;
}

async function markApplied(
  client: pg.Client,
  shopId: number,
  { order, member, evaluation }: Change,
): Promise<void> {
  const text = `update "Order" set "appliedRevision" = $3, "programVersion" = $4, facts = $5, "memberId" = $6,
      pending = $7 where "shopId" = $1 and "orderId" = $2`;
  const { version, facts, pending } = evaluation;
  const json = [JSON.stringify(facts), member.id, JSON.stringify(pending)];
  const values = [shopId, order.orderId, order.revision, version?.number ?? null, ...json];
  await client.query(named('applied', text, values));
}
