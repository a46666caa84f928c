// A shop in memory: orders are told, evaluated and posted as the job does it, without a database.
import { evaluateOrders, indexOfMembers, type MemberOfOrders } from '#app/core/orders/evaluate-orders.ts';
import { NOTHING_ASKED } from '#app/core/orders/facts/freeze-facts.ts';
import type { OrderOfMember } from '#app/core/orders/known-order.ts';
import { NOTHING_POSTED, type Correction, type PostedOfOrder } from '#app/core/orders/order-corrections.ts';
import type { ProgramVersion } from '#app/core/program/program-rules.ts';
import { NOTHING_TOLD, tellSnapshot, type OrderTelling } from '#app/core/snapshots/merge-news.ts';
import type { OrderSnapshot } from '#app/core/snapshots/order-snapshot.ts';
import { projectCards, projectStamps } from '#app/core/storefront/project-cards.ts';
import type { HeldCard } from '#app/core/stamps/card-life.ts';
import { freeUnits } from '#app/core/stamps/free-units.ts';
import { titleBook } from '#app/core/stamps/free-on-line.ts';
import { at, version } from './factories.ts';

type Member = MemberOfOrders & { cards: Map<string, HeldCard>; stamps: number };
type Known = { order: OrderOfMember; telling: OrderTelling; posted: PostedOfOrder };

const book = titleBook([{ cardKey: 'coffee', title: 'Coffee card' }], []);

export function memoryShop(first: Partial<ProgramVersion> = {}) {
  const program = { versions: [version(first)], earnsFrom: new Date(at('08:00')), timeZone: 'Europe/Paris' };
  const known = new Map<string, Known>();
  const members: Member[] = [];

  function memberOf(customerId: string): Member {
    const found = members.find((member) => member.customerId === customerId);
    if (found) return found;
    const cards = new Map<string, HeldCard>();
    const id = String(members.length + 1);
    const made = { id, customerId, blocked: false, mergedIntoId: null, cards, stamps: 0 };
    members.push(made);
    return made;
  }

  function hear(snapshot: OrderSnapshot): string {
    const { orderId, customerId } = snapshot;
    if (customerId) memberOf(customerId);
    const before = known.get(orderId);
    const text = JSON.stringify(snapshot);
    const telling = tellSnapshot(before?.telling ?? NOTHING_TOLD, { snapshot, hash: text, text });
    const newest = telling.newest?.snapshot ?? null;
    const paid = telling.paid?.snapshot ?? null;
    const fresh = { deleted: false, facts: null, programVersion: null, memberId: null };
    const order = { ...fresh, ...before?.order, orderId, newest, paid };
    known.set(orderId, { order, telling, posted: before?.posted ?? NOTHING_POSTED });
    return orderId;
  }

  function post(member: Member, posted: PostedOfOrder, correction: Correction): PostedOfOrder {
    const { kind, unit, amount, freed } = correction;
    if (unit === 'stamps/coffee') member.stamps += amount;
    const { sum, count, freed: freedBefore = 0 } = posted[kind][unit] ?? { sum: 0, count: 0 };
    const now = { sum: sum + amount, count: count + 1, freed: freedBefore + freed };
    return { ...posted, [kind]: { ...posted[kind], [unit]: now } };
  }

  /** In one batch. */
  function apply(...snapshots: OrderSnapshot[]): void {
    const due = [...new Set(snapshots.map(hear))].flatMap((id) => known.get(id) ?? []);
    const posted = new Map(due.map((each) => [each.order.orderId, each.posted]));
    const batch = {
      program,
      asked: NOTHING_ASKED,
      book,
      members: indexOfMembers(members),
      posted,
      decisions: new Map(),
    };
    const { evaluated, cards } = evaluateOrders(
      due.map(({ order }) => order),
      batch,
    );
    for (const { member, cardKey, life } of cards) member.cards.set(cardKey, { ...life, stamps: 0 });
    for (const { order, member, former, evaluation, takenBack } of evaluated) {
      let now = posted.get(order.orderId) ?? NOTHING_POSTED;
      for (const correction of former ? takenBack : []) now = post(former!, now, correction);
      for (const correction of member ? evaluation.corrections : []) now = post(member!, now, correction);
      const { facts, version: under } = evaluation;
      const memberId = member?.id ?? order.memberId;
      const applied = { ...order, facts, programVersion: under?.number ?? null, memberId };
      known.set(order.orderId, { ...known.get(order.orderId)!, order: applied, posted: now });
    }
    for (const { cards: held, stamps } of members) {
      for (const [key, card] of held) held.set(key, { ...card, stamps });
    }
  }

  const published = () => program.versions.at(-1)?.rules.cards ?? [];
  const heldBy = (customerId: string) =>
    [...memberOf(customerId).cards].map(([key, { stamps, size, endedBy }]) => {
      return { key, stamps, coming: 0, size, ended: endedBy !== null };
    });

  return {
    apply,
    /** One after the other, each in a batch of its own. */
    applyEach: (...snapshots: OrderSnapshot[]) => snapshots.forEach((snapshot) => apply(snapshot)),
    /** A smaller size is every member's at once, as the publishing use case writes it. */
    publish: (next: ProgramVersion) => {
      program.versions.push(next);
      for (const { cards } of members) {
        for (const { key, size } of next.rules.cards) {
          const held = cards.get(key);
          if (held && held.size > size) cards.set(key, { ...held, size });
        }
      }
    },
    stamps: (customerId = '9001') => memberOf(customerId).stamps,
    life: (customerId = '9001') => {
      const held = memberOf(customerId).cards.get('coffee');
      return held && { size: held.size, endedBy: held.endedBy };
    },
    /** Free units of a cart with so many units, as the discount function reckons by what it is told. */
    freeInCart: (units: number) => {
      const told = projectStamps({ cards: heldBy('9001'), blocked: false }, published());
      const [stamps, size] = told.cards.coffee ?? [0, published()[0]?.size ?? 0];
      return freeUnits({ stamps, size, units, mayBeFree: units });
    },
    /** As the member's page shows it. */
    shown: () => {
      const [card] = projectCards({ cards: heldBy('9001') }, published()).cards;
      return card && { have: card.have, size: card.size, free: card.free };
    },
  };
}
