import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateOrder } from '#app/core/orders/evaluate-order.ts';
import type { KnownOrder } from '#app/core/orders/known-order.ts';
import { NOTHING_TOLD, tellSnapshot, type OrderTelling } from '#app/core/snapshots/merge-news.ts';
import { NOTHING_POSTED, type PostedByUnit } from '#app/core/orders/order-corrections.ts';
import type { OrderSnapshot } from '#app/core/snapshots/order-snapshot.ts';
import { unitsOf } from '#app/core/values/units.ts';
import { at, version } from '#tests/support/factories.ts';
import { orderStory } from '#tests/support/order-stories.ts';
import { firstFacts } from '#tests/support/first-facts.ts';

const program = { versions: [version()], earnsFrom: new Date(at('08:00')), timeZone: 'Europe/Paris' };

/** Tells the snapshots one by one; evaluates and posts after each, as the job may. */
function tell(snapshots: readonly OrderSnapshot[]) {
  let telling: OrderTelling = NOTHING_TOLD;
  let known: Pick<KnownOrder, 'facts' | 'programVersion'> = { facts: null, programVersion: null };
  let pending = {};
  const posted: PostedByUnit = {};
  const keys: string[] = [];
  for (const snapshot of snapshots) {
    telling = tellSnapshot(telling, { snapshot, text: '', hash: JSON.stringify(snapshot) });
    const state: KnownOrder = {
      ...known,
      orderId: snapshot.orderId,
      newest: telling.newest?.snapshot ?? null,
      paid: telling.paid?.snapshot ?? null,
      deleted: false,
    };
    const facts = firstFacts(state, program);
    const evaluation = evaluateOrder(state, program, facts, { ...NOTHING_POSTED, order: posted });
    for (const { unit, amount, sourceKey } of evaluation.corrections) {
      const before = posted[unit] ?? { sum: 0, count: 0 };
      posted[unit] = { sum: before.sum + amount, count: before.count + 1 };
      keys.push(`${unit} ${sourceKey}`);
    }
    pending = evaluation.pending;
    known = { facts: evaluation.facts, programVersion: evaluation.version?.number ?? null };
  }
  const sums = Object.fromEntries(
    unitsOf(posted).flatMap((unit) => (posted[unit]?.sum ? [[unit, posted[unit].sum]] : [])),
  );
  return { sums, pending, keys };
}

describe('any story of an order', () => {
  it('C01 C12 ends in a state that depends only on the set of its snapshots', () => {
    fc.assert(
      fc.property(orderStory('1', '9001'), ({ one, other }) => {
        const [a, b] = [tell(one), tell(other)];
        expect({ sums: a.sums, pending: a.pending }).toEqual({ sums: b.sums, pending: b.pending });
      }),
      { numRuns: 2_000 },
    );
  });

  it('C01 tells nothing new when it is told again', () => {
    fc.assert(
      fc.property(orderStory('1', '9001'), ({ one }) => {
        expect(tell([...one, ...one]).sums).toEqual(tell(one).sums);
      }),
      { numRuns: 500 },
    );
  });

  it('C06 writes each correction under a key of its own', () => {
    fc.assert(
      fc.property(orderStory('1', '9001'), ({ one }) => {
        const { keys } = tell(one);
        expect(new Set(keys).size).toBe(keys.length);
      }),
      { numRuns: 500 },
    );
  });
});
