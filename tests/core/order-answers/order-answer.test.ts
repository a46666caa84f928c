import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  orderAnswer,
  type AskedOrder,
  type Asker,
  type FoundOrder,
} from '#app/core/order-answers/order-answer.ts';
import { evaluateOrder } from '#app/core/orders/evaluate-order.ts';
import type { OrderOfMember, ProgramHistory } from '#app/core/orders/known-order.ts';
import { NOTHING_POSTED, type PostedOfOrder } from '#app/core/orders/order-corrections.ts';
import { NOTHING_TOLD, tellSnapshot, type OrderTelling } from '#app/core/snapshots/merge-news.ts';
import type { OrderSnapshot } from '#app/core/snapshots/order-snapshot.ts';
import { NO_TITLES } from '#app/core/stamps/free-on-line.ts';
import { NO_FACTS, type OrderFacts } from '#app/core/snapshots/order-facts.ts';
import { unitsOf } from '#app/core/values/units.ts';
import { at, card, line, order, rules, version } from '#tests/support/factories.ts';
import { firstFacts } from '#tests/support/first-facts.ts';
import { orderStory } from '#tests/support/order-stories.ts';

const program: ProgramHistory = {
  versions: [version()],
  earnsFrom: new Date(at('08:00')),
  timeZone: 'Europe/Paris',
};
const reading = { book: NO_TITLES, decided: {} };
const ANNA: Asker = { kind: 'shopper', customerIds: ['9001'], memberIds: ['1'] };
const BEN: Asker = { kind: 'shopper', customerIds: ['9002'], memberIds: ['2'] };
const MERCHANT: Asker = { kind: 'merchant', memberId: null };

function asked(snapshot: OrderSnapshot | null, overrides: Partial<AskedOrder> = {}): AskedOrder {
  return {
    orderId: snapshot?.orderId ?? '1',
    name: snapshot?.name ?? '',
    newest: snapshot,
    paid: null,
    deleted: false,
    facts: NO_FACTS,
    programVersion: 1,
    memberId: snapshot?.customerId ? '1' : null,
    pending: {},
    posted: NOTHING_POSTED,
    waits: null,
    flagged: false,
    ...overrides,
  };
}

function found(of: AskedOrder, asker: Asker = ANNA, by = program): FoundOrder {
  const answer = orderAnswer(of, asker, by, reading);
  if (!answer.found) throw new Error('not found');
  return answer;
}

const whys = (of: AskedOrder, by = program) => found(of, MERCHANT, by).why.map(({ why }) => why);
const by = (overrides: Parameters<typeof rules>[0]): ProgramHistory => ({
  ...program,
  versions: [version({ rules: rules(overrides) })],
});
const blocked: OrderFacts = { ...NO_FACTS, blocked: true };

describe('why an order gave nothing, or less', () => {
  test.each<[string, AskedOrder, ProgramHistory, string[]]>([
    ['nothing is wrong', asked(order()), program, []],
    ['it isn’t counted yet', asked(order(), { waits: 'due' }), program, ['counting']],
    ['it can’t be counted', asked(order(), { waits: 'uncountable' }), program, ['set-aside']],
    ['nobody', asked(order({ customerId: null })), program, ['guest']],
    [
      'before the program began',
      asked(order({ processedAt: at('07:00') }), { programVersion: null }),
      program,
      ['before-program'],
    ],
    ['left out by hand', asked(order(), { facts: blocked }), program, ['blocked']],
    [
      'left out by a tag',
      asked(order(), { facts: { ...blocked, excludedByTag: true } }),
      program,
      ['left-out'],
    ],
    ['who left the program since', asked(order(), { closed: true }), program, ['left']],
    ['cancelled', asked(order({ cancelledAt: at('11:00') })), program, ['cancelled']],
    ['deleted', asked(order(), { deleted: true }), program, ['deleted']],
    ['untold', asked(null, { memberId: '1' }), program, ['no-snapshot']],
    ['given back', asked(order({ status: 'refunded' })), program, ['refunded']],
    ['paused', asked(order()), by({ paused: true }), ['paused']],
    [
      'a test',
      asked(order({ test: true })),
      by({ counts: { ...rules().counts, testOrders: false } }),
      ['test-order'],
    ],
    ['not paid', asked(order({ status: 'pending' })), program, ['unpaid']],
    ['never paid', asked(order({ status: 'voided' })), program, ['never-paid']],
    [
      'a part went back',
      asked(order({ lines: [line({ quantity: 2, currentQuantity: 1 })] })),
      program,
      ['went-back'],
    ],
    ['a discount is to be checked', asked(order(), { flagged: true }), program, ['to-check']],
    ['points are off', asked(order()), by({ pointsOff: true }), ['points-off']],
    [
      'products that never count',
      asked(order()),
      by({ neverEarns: { productIds: ['501'], collectionIds: [] } }),
      ['never', 'no-product'],
    ],
    [
      'a gift card',
      asked(order({ lines: [line({ giftCard: true })] })),
      program,
      ['gift-card', 'no-product'],
    ],
    [
      'all of it was given away',
      asked(order({ lines: [line({ discounts: [{ application: 0, amount: [1_400, 1_400] }] })] })),
      program,
      ['given-away'],
    ],
    ['less than a step', asked(order({ lines: [line({ priceMinor: 99 })] })), program, ['under-step']],
    [
      'another card’s products',
      asked(order()),
      by({ cards: [card({ products: { ...card().products, all: false, productIds: ['7'] } })] }),
      ['no-product'],
    ],
    [
      'a card that doesn’t run yet',
      asked(order(), { facts: { ...NO_FACTS, on: '2026-11-21' } }),
      by({ cards: [card({ startsOn: '2026-12-01' })] }),
      ['not-running'],
    ],
  ])('%s', (_, of, rulesOf, expected) => {
    expect(whys(of, rulesOf)).toEqual(expected);
  });
});

describe('C62 whose order it is', () => {
  const mine = asked(order());
  test('another’s order is told as if there were none', () => {
    const none = orderAnswer(null, BEN, program, reading);
    expect(orderAnswer(mine, BEN, program, reading)).toEqual(none);
    expect(orderAnswer(asked(order({ customerId: null })), BEN, program, reading)).toEqual(none);
    // It has just become another's, and the ledger doesn't follow yet.
    const moved = asked(order({ customerId: '9001' }), { memberId: '2', waits: 'due' });
    expect(orderAnswer(moved, BEN, program, reading)).toEqual(none);
  });

  test('the merchant learns whose it is', () => {
    expect(found(mine, MERCHANT)).toMatchObject({ whose: 'theirs', memberId: '1' });
    expect(found(mine, { kind: 'merchant', memberId: '2' })).toMatchObject({
      whose: 'anothers',
      memberId: '1',
    });
    expect(found(asked(order({ customerId: null })), MERCHANT).whose).toBe('nobodys');
  });

  test('one’s own before it is counted, and that of who was merged into one', () => {
    expect(found(asked(order(), { memberId: null, waits: 'due' })).whose).toBe('theirs');
    const both: Asker = { kind: 'shopper', customerIds: ['9002', '9001'], memberIds: ['2', '1'] };
    expect(found(mine, both).whose).toBe('theirs');
  });
});

/** Tells the snapshots one by one and posts after each, as the job may. */
function after(snapshots: readonly OrderSnapshot[]): AskedOrder {
  let telling: OrderTelling = NOTHING_TOLD;
  let known: AskedOrder = asked(null, { facts: null, programVersion: null, memberId: '1' });
  for (const snapshot of snapshots) {
    telling = tellSnapshot(telling, { snapshot, text: '', hash: JSON.stringify(snapshot) });
    const state: OrderOfMember = {
      ...known,
      orderId: snapshot.orderId,
      newest: telling.newest?.snapshot ?? null,
      paid: telling.paid?.snapshot ?? null,
    };
    const evaluation = evaluateOrder(state, program, firstFacts(state, program), known.posted);
    const posted = evaluation.corrections.reduce(postedAfter, known.posted);
    const { facts, pending } = evaluation;
    known = {
      ...known,
      ...state,
      facts,
      pending,
      posted,
      programVersion: evaluation.version?.number ?? null,
    };
  }
  return known;
}

function postedAfter(
  posted: PostedOfOrder,
  { kind, unit, amount }: { kind: keyof PostedOfOrder; unit: 'points' | `stamps/${string}`; amount: number },
): PostedOfOrder {
  const before = posted[kind][unit] ?? { sum: 0, count: 0 };
  return {
    ...posted,
    [kind]: { ...posted[kind], [unit]: { sum: before.sum + amount, count: before.count + 1 } },
  };
}

describe('the answer’s amounts', () => {
  it('are the ledger’s, and how they come about adds up to them, for any story of an order', () => {
    fc.assert(
      fc.property(orderStory('1', '9001'), ({ one }) => {
        const known = after(one);
        const { moved, units } = found(known, MERCHANT);
        for (const { unit, given, taken, pending } of moved) {
          expect(given).toBe(known.posted.order[unit]?.sum ?? 0);
          expect(taken).toBe(0 - (known.posted['free-unit'][unit]?.sum ?? 0));
          expect(pending).toBe(known.pending[unit] ?? 0);
        }
        for (const { unit, explanation } of units) {
          const posted = known.posted[explanation.part === 'taken' ? 'free-unit' : 'order'][unit]?.sum ?? 0;
          expect([unit, explanation.target]).toEqual([unit, posted]);
          if (explanation.part !== 'taken') expect(explanation.pending).toBe(known.pending[unit] ?? 0);
        }
        const explained = new Set(units.map(({ unit }) => unit));
        expect(
          unitsOf(known.posted.order).filter((unit) => known.posted.order[unit]?.sum && !explained.has(unit)),
        ).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });
});
