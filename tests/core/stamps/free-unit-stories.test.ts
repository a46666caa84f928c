import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateOrder, NOTHING_BESIDE } from '#app/core/orders/evaluate-order.ts';
import type { KnownOrder } from '#app/core/orders/known-order.ts';
import { NOTHING_TOLD, tellSnapshot, type OrderTelling } from '#app/core/snapshots/merge-news.ts';
import { NOTHING_POSTED, type PostedOfOrder } from '#app/core/orders/order-corrections.ts';
import type { OrderSnapshot } from '#app/core/snapshots/order-snapshot.ts';
import { titleBook } from '#app/core/stamps/free-on-line.ts';
import { at, card, rules, version } from '#tests/support/factories.ts';
import { FREE_TITLE, freeUnitStory, plainStamps } from '#tests/support/free-unit-stories.ts';
import { firstFacts } from '#tests/support/first-facts.ts';

const book = titleBook([{ cardKey: 'coffee', title: FREE_TITLE }], []);
const sizes = fc.integer({ min: 3, max: 12 });

function programOf(size: number) {
  const versions = [version({ rules: rules({ cards: [card({ size })] }) })];
  return { versions, earnsFrom: new Date(at('08:00')), timeZone: 'Europe/Paris' };
}

/** Tells the snapshots one by one and posts after each, as the job may; the stamps that the order has posted. */
function stampsAfter(told: readonly OrderSnapshot[], size: number): number {
  const program = programOf(size);
  let telling: OrderTelling = NOTHING_TOLD;
  let known: Pick<KnownOrder, 'facts' | 'programVersion'> = { facts: null, programVersion: null };
  let posted: PostedOfOrder = NOTHING_POSTED;
  for (const snapshot of told) {
    telling = tellSnapshot(telling, { snapshot, text: '', hash: JSON.stringify(snapshot) });
    const newest = telling.newest?.snapshot ?? null;
    const paid = telling.paid?.snapshot ?? null;
    const state: KnownOrder = { ...known, orderId: snapshot.orderId, newest, paid, deleted: false };
    const facts = firstFacts(state, program);
    const evaluation = evaluateOrder(state, program, facts, posted, {
      ...NOTHING_BESIDE,
      book,
      cards: new Map(),
    });
    for (const { kind, unit, amount } of evaluation.corrections) {
      const { sum, count } = posted[kind][unit] ?? { sum: 0, count: 0 };
      posted = { ...posted, [kind]: { ...posted[kind], [unit]: { sum: sum + amount, count: count + 1 } } };
    }
    known = { facts: evaluation.facts, programVersion: evaluation.version?.number ?? null };
  }
  const sumOf = (kind: keyof PostedOfOrder) => posted[kind]['stamps/coffee']?.sum ?? 0;
  return sumOf('order') + sumOf('free-unit');
}

const returned = (bought: OrderSnapshot, keep: (quantity: number) => number): OrderSnapshot => ({
  ...bought,
  status: 'partially_refunded',
  cancelledAt: null,
  updatedAt: at('12:00'),
  lines: bought.lines.map((each) => ({ ...each, currentQuantity: keep(each.quantity) })),
});

describe('any story of an order with free units', () => {
  it('C49 C51 C65 C66 ends where the plain rule says, whatever order it is told in', () => {
    fc.assert(
      fc.property(freeUnitStory('1'), sizes, ({ snapshots, told }, size) => {
        const wanted = plainStamps(snapshots, size);
        expect(stampsAfter(told, size)).toBe(wanted);
        expect(stampsAfter([...told, ...told], size)).toBe(wanted);
      }),
      { numRuns: 1_500 },
    );
  });

  it('C71 a full return ends where it began', () => {
    fc.assert(
      fc.property(freeUnitStory('1'), sizes, ({ snapshots, told }, size) => {
        const all = returned(snapshots[0]!, () => 0);
        expect(stampsAfter([...told, all], size)).toBe(0);
      }),
      { numRuns: 500 },
    );
  });

  it('C71 what is bought as one line and returned in part never brings more than it did, nor more than nothing', () => {
    const kept = fc.integer({ min: 0, max: 14 });
    fc.assert(
      fc.property(freeUnitStory('1'), sizes, kept, ({ snapshots }, size, most) => {
        const [first] = snapshots;
        const one = { ...first!, lines: first!.lines.slice(0, 1) };
        const full = stampsAfter([returned(one, (quantity) => quantity)], size);
        const part = stampsAfter([returned(one, (quantity) => Math.min(quantity, most))], size);
        expect(part).toBeLessThanOrEqual(Math.max(0, full));
      }),
      { numRuns: 500 },
    );
  });
});
