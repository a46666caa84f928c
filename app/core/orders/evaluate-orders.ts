// The due orders of a batch, one after the other in the order in which they were placed, each with the cards as those
// before it left them.
import { isClosedOrder, type Leaver } from '../leaving/closed-order.ts';
import { wasLeftOut, type TimeLeftOut } from '../members/left-out.ts';
import { survivorOf } from '../members/survivor-of.ts';
import { lifeAfter, type CardLife, type HeldCard } from '../stamps/card-life.ts';
import type { FreeUnits, TitleBook } from '../stamps/free-on-line.ts';
import { evaluateOrder, type Evaluation } from './evaluate-order.ts';
import type { OrderFacts } from '../snapshots/order-facts.ts';
import { factsOf, type AskedFacts } from './facts/freeze-facts.ts';
import type { OrderOfMember, ProgramHistory } from './known-order.ts';
import { cardKeyOf } from '../values/units.ts';
import { NOTHING_POSTED, takeBack, type Correction, type PostedOfOrder } from './order-corrections.ts';

/** The parts of a member that an order's rules look at. The shell's own type has more. */
export type MemberOfOrders = Leaver & {
  id: string;
  customerId: string;
  blocked: boolean;
  /** When they were left out, also in the past. */
  leftOut?: readonly TimeLeftOut[];
  /** The member that has everything since Shopify merged the customer. */
  mergedIntoId: string | null;
  /** The cards before the batch. */
  cards: ReadonlyMap<string, HeldCard>;
};

/** A batch's ingredients, from before and after its members were locked. */
export type Batch<Member> = {
  program: ProgramHistory;
  asked: AskedFacts;
  book: TitleBook;
  members: MemberIndex<Member>;
  posted: ReadonlyMap<string, PostedOfOrder>;
  /** The merchant's decisions on flagged lines, by order and line. */
  decisions: ReadonlyMap<string, Readonly<Record<string, FreeUnits>>>;
};

export type EvaluatedOrder<Order, Member> = {
  order: Order;
  member: Member | null;
  evaluation: Evaluation;
  /** The former member of an order that is another customer's now, and what that member gives back. */
  former: Member | null;
  takenBack: Correction[];
  /** Of somebody who left the program: whatever it moves is moved back, and nothing of it is kept. */
  closed: boolean;
};

type LifeChange<Member> = { member: Member; cardKey: string; life: CardLife };

type Lives<Member> = Map<Member, Map<string, HeldCard>>;

/** The members of a batch by what orders name them by: each order looks them up, in a batch of hundreds. */
export type MemberIndex<Member> = {
  all: readonly Member[];
  byId: ReadonlyMap<string, Member>;
  byCustomer: ReadonlyMap<string, Member>;
};

export function indexOfMembers<Member extends MemberOfOrders>(
  members: readonly Member[],
): MemberIndex<Member> {
  return {
    all: members,
    byId: new Map(members.map((member) => [member.id, member])),
    byCustomer: new Map(members.map((member) => [member.customerId, member])),
  };
}

/** The order's customer as they are today, or whom it belonged to before Shopify forgot them; nobody once taken off it. */
export function memberOf<Member extends MemberOfOrders>(
  order: OrderOfMember,
  { all, byId, byCustomer }: MemberIndex<Member>,
): Member | null {
  const customerId = order.newest?.customerId;
  if (!customerId && order.takenOff === true) return null;
  const found = customerId ? byCustomer.get(customerId) : byId.get(order.memberId ?? '');
  return survivorOf(found, all);
}

/** The id of the member with whom the order stays: whoever Shopify forgot keeps it. */
export function ownerAfter(order: OrderOfMember, member: { id: string } | null): string | null {
  return member?.id ?? (order.takenOff ? null : order.memberId);
}

export function evaluateOrders<Order extends OrderOfMember, Member extends MemberOfOrders>(
  orders: readonly Order[],
  batch: Batch<Member>,
): { evaluated: EvaluatedOrder<Order, Member>[]; cards: LifeChange<Member>[] } {
  const lives: Lives<Member> = new Map();
  const evaluated = [...orders].sort(byPlacing).map((order) => evaluate(order, batch, lives));
  return { evaluated, cards: changesOf(lives) };
}

/** Two orders of one second: the lower id was placed first. */
function byPlacing(a: OrderOfMember, b: OrderOfMember): number {
  const earlier = (a.newest?.processedAt ?? '').localeCompare(b.newest?.processedAt ?? '');
  return earlier || a.orderId.length - b.orderId.length || a.orderId.localeCompare(b.orderId);
}

function evaluate<Order extends OrderOfMember, Member extends MemberOfOrders>(
  order: Order,
  batch: Batch<Member>,
  lives: Lives<Member>,
): EvaluatedOrder<Order, Member> {
  const { program, book, members, decisions } = batch;
  const member = memberOf(order, members);
  const closed = isClosed(order, member, batch);
  const facts = factsOfMember(order, member, closed, batch);
  const before = members.byId.get(order.memberId ?? '') ?? null;
  const former = before !== member ? before : null;
  const posted = batch.posted.get(order.orderId) ?? NOTHING_POSTED;
  const moved = former ? takeBack(order, posted) : { corrections: [], left: posted };
  const decided = decisions.get(order.orderId) ?? {};
  const cards = member && livesOf(member, lives);
  const evaluated = evaluateOrder(order, program, facts, moved.left, { book, decided, cards });
  const evaluation = closed ? { ...evaluated, pending: {} } : evaluated;
  if (former) returnCards(order.orderId, livesOf(former, lives), moved.corrections);
  if (member && cards) useCards(order, evaluation, cards, order.memberId !== member.id);
  return { order, member, evaluation, former, takenBack: moved.corrections, closed };
}

/**
 * Left out by hand goes by the customer whom the order names, as they were when it was placed; what comes late for somebody
 * who was merged since is decided by their own times.
 */
function factsOfMember<Member extends MemberOfOrders>(
  order: OrderOfMember,
  member: Member | null,
  closed: boolean,
  { program, asked, members }: Batch<Member>,
): OrderFacts {
  const named = namedBy(order, member, members);
  const placedAt = placedAtOf(order);
  const blocked = closed || (named !== null && placedAt !== null && wasLeftOut(named, placedAt));
  // A merge isn't a meeting: the order stays with the person.
  const memberId = order.memberId === member?.id ? order.memberId : null;
  return factsOf({ ...order, memberId, memberCustomerId: null }, program, { blocked, asked });
}

const placedAtOf = ({ newest }: OrderOfMember): Date | null => newest && new Date(newest.processedAt);

/** Possibly merged since: what they were then stays with them. */
function namedBy<Member extends MemberOfOrders>(
  { newest }: OrderOfMember,
  member: Member | null,
  { byCustomer }: MemberIndex<Member>,
): Member | null {
  return byCustomer.get(newest?.customerId ?? '') ?? member;
}

function isClosed<Member extends MemberOfOrders>(
  order: OrderOfMember,
  member: Member | null,
  { members }: Batch<Member>,
): boolean {
  // What was theirs when they left is closed already; what is theirs and isn't came with an account that was merged into theirs.
  const placedAt = member !== null && order.memberId === member.id ? null : placedAtOf(order);
  const known = { ...(order.closed && { closed: true }), placedAt };
  return isClosedOrder(known, [member, namedBy(order, member, members)]);
}

function livesOf<Member extends MemberOfOrders>(member: Member, lives: Lives<Member>): Map<string, HeldCard> {
  const known = lives.get(member);
  if (known) return known;
  const now = new Map<string, HeldCard>(member.cards);
  lives.set(member, now);
  return now;
}

/** Only the order that takes the last full set ends the card. */
function useCards(
  { orderId }: OrderOfMember,
  { uses, corrections }: Evaluation,
  cards: Map<string, HeldCard>,
  isNew: boolean,
): void {
  for (const { cardKey, tookBefore, ...use } of uses) {
    const before = cards.get(cardKey);
    const life = lifeAfter(before, { ...use, orderId, isNew, tookBefore: tookBefore && !isNew });
    if (life) cards.set(cardKey, { ...life, stamps: before?.stamps ?? 0 });
  }
  addStamps(cards, corrections);
  for (const { cardKey } of uses) {
    const card = cards.get(cardKey);
    if (card?.endedBy === orderId && card.stamps >= card.size) cards.set(cardKey, { ...card, endedBy: null });
  }
}

/** The next order goes by the stamps that this one leaves. */
function addStamps(cards: Map<string, HeldCard>, corrections: readonly Correction[]): void {
  for (const { unit, amount } of corrections) {
    const cardKey = cardKeyOf(unit) ?? '';
    const card = cards.get(cardKey);
    if (card) cards.set(cardKey, { ...card, stamps: card.stamps + amount });
  }
}

/** A free unit that turned out to be another customer's never ended this one's card. */
function returnCards(orderId: string, cards: Map<string, HeldCard>, takenBack: readonly Correction[]): void {
  for (const [cardKey, card] of cards) {
    if (card.endedBy === orderId) cards.set(cardKey, { ...card, endedBy: null });
  }
  addStamps(cards, takenBack);
}

function changesOf<Member extends MemberOfOrders>(lives: Lives<Member>): LifeChange<Member>[] {
  return [...lives].flatMap(([member, cards]) =>
    [...cards].flatMap(([cardKey, { size, endedBy }]): LifeChange<Member>[] => {
      const before = member.cards.get(cardKey);
      if (before?.size === size && before.endedBy === endedBy) return [];
      return [{ member, cardKey, life: { size, endedBy } }];
    }),
  );
}
