// The due orders of a batch, one after the other in the order in which they were placed, each with the cards as those
// before it left them.
import { evaluateOrder, type Evaluation } from '#app/core/orders/evaluate-order.ts';
import { factsOf, type AskedFacts } from '#app/core/orders/facts/freeze-facts.ts';
import {
  NOTHING_POSTED,
  takeBack,
  type Correction,
  type PostedOfOrder,
} from '#app/core/orders/order-corrections.ts';
import { lifeAfter, type CardLife } from '#app/core/stamps/card-life.ts';
import type { TitleBook } from '#app/core/stamps/free-on-line.ts';
import type { CardChange } from '#app/db/ledger/ledger.server.ts';
import { survivorOf, type LockedMember } from '#app/db/members/members.server.ts';
import type { Decisions } from '#app/db/stamps/order-flags.server.ts';
import type { DueOrder } from '#app/db/orders/due-orders.server.ts';
import type { ShopProgram } from '#app/db/program/programs.server.ts';

/** What a batch was prepared with, before and after its members were locked. */
export type Batch = {
  program: ShopProgram;
  asked: AskedFacts;
  book: TitleBook;
  members: readonly LockedMember[];
  posted: ReadonlyMap<string, PostedOfOrder>;
  decisions: Decisions;
};

export type EvaluatedOrder = {
  order: DueOrder;
  member: LockedMember | null;
  evaluation: Evaluation;
  /** Of an order that is another customer's now: what the former one gives back. */
  former: LockedMember | null;
  takenBack: Correction[];
};

type Lives = Map<LockedMember, Map<string, CardLife>>;

/** The order's customer as they are today, or whom it belonged to before Shopify forgot the customer. */
export function memberOf(order: DueOrder, members: readonly LockedMember[]): LockedMember | null {
  const customerId = order.newest?.customerId;
  const found = customerId
    ? members.find((member) => member.customerId === customerId)
    : members.find((member) => member.id === order.memberId);
  return survivorOf(found, members);
}

export function evaluateOrders(
  orders: readonly DueOrder[],
  batch: Batch,
): { evaluated: EvaluatedOrder[]; cards: CardChange[] } {
  const lives: Lives = new Map();
  const evaluated = [...orders].sort(byPlacing).map((order) => evaluate(order, batch, lives));
  return { evaluated, cards: changesOf(lives) };
}

/** Two orders of one second: the lower id was placed first. */
function byPlacing(a: DueOrder, b: DueOrder): number {
  const earlier = (a.newest?.processedAt ?? '').localeCompare(b.newest?.processedAt ?? '');
  return earlier || a.orderId.length - b.orderId.length || a.orderId.localeCompare(b.orderId);
}

function evaluate(order: DueOrder, batch: Batch, lives: Lives): EvaluatedOrder {
  const { program, asked, book, members, decisions } = batch;
  const member = memberOf(order, members);
  const facts = factsOf(order, program, { blocked: member?.blocked ?? false, asked });
  const before = members.find(({ id }) => id === order.memberId) ?? null;
  const former = before !== member ? before : null;
  const posted = batch.posted.get(order.orderId) ?? NOTHING_POSTED;
  const moved = former ? takeBack(order, posted) : { corrections: [], left: posted };
  const decided = decisions.get(order.orderId) ?? {};
  const cards = member && livesOf(member, lives);
  const evaluation = evaluateOrder(order, program, facts, moved.left, { book, decided, cards });
  if (former) returnCards(order.orderId, livesOf(former, lives));
  if (member && cards) useCards(order, evaluation, cards, order.memberId !== member.id);
  return { order, member, evaluation, former, takenBack: moved.corrections };
}

function livesOf(member: LockedMember, lives: Lives): Map<string, CardLife> {
  const known = lives.get(member);
  if (known) return known;
  const now = new Map<string, CardLife>(member.cards);
  lives.set(member, now);
  return now;
}

function useCards(
  { orderId }: DueOrder,
  { uses }: Evaluation,
  cards: Map<string, CardLife>,
  isNew: boolean,
): void {
  for (const { cardKey, tookBefore, ...use } of uses) {
    const life = lifeAfter(cards.get(cardKey), { ...use, orderId, isNew, tookBefore: tookBefore && !isNew });
    if (life) cards.set(cardKey, life);
  }
}

/** A free unit that turned out to be another customer's never ended this one's card. */
function returnCards(orderId: string, cards: Map<string, CardLife>): void {
  for (const [cardKey, life] of cards) {
    if (life.endedBy === orderId) cards.set(cardKey, { size: life.size, endedBy: null });
  }
}

function changesOf(lives: Lives): CardChange[] {
  return [...lives].flatMap(([member, cards]) =>
    [...cards].flatMap(([cardKey, { size, endedBy }]): CardChange[] => {
      const before = member.cards.get(cardKey);
      if (before?.size === size && before.endedBy === endedBy) return [];
      return [{ member, cardKey, life: { size, endedBy } }];
    }),
  );
}
