// A paused program: nothing is earned, and what was earned stays as it is.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { discountsOfProgram } from '#app/core/discounts/discounts-of-program.ts';
import { dueGifts } from '#app/core/moments/due-gifts.ts';
import { nextGiftOn } from '#app/core/moments/next-gift.ts';
import { pausesOf, recentPauses, runningMoments } from '#app/core/moments/running-moments.ts';
import { evaluateOrder, NOTHING_BESIDE } from '#app/core/orders/evaluate-order.ts';
import { NOTHING_POSTED } from '#app/core/orders/order-corrections.ts';
import { orderWorth } from '#app/core/orders/order-worth.ts';
import { NO_FACTS, type OrderFacts } from '#app/core/snapshots/order-facts.ts';
import { freeInCart } from '#app/core/stamps/free-in-cart.ts';
import { titleBook } from '#app/core/stamps/free-on-line.ts';
import { at, card, line, momentMember, occasion, order, rules, version } from '#tests/support/factories.ts';

const paused = (overrides = {}) => rules({ paused: true, ...overrides });
const BOOK = titleBook([{ cardKey: 'coffee', title: 'Coffee card', from: new Date(at('00:00')) }], []);
const reading = { book: BOOK, decided: {}, sizeOf: () => 5 };

/** `free` of the units bear our discount. */
function coffees(quantity: number, free: number) {
  const discounts = free === 0 ? [] : [{ application: 0, amount: [free * 1_400, free * 1_400] as const }];
  return order({
    lines: [line({ quantity, discounts })],
    discounts: [{ type: 'automatic', title: 'Coffee card' }],
  });
}

describe('an order that is placed while the program is paused', () => {
  it('earns neither points nor stamps, and says why', () => {
    const worth = orderWorth(coffees(3, 0), paused(), NO_FACTS, reading);
    expect(worth).toMatchObject({ nothing: 'paused', amounts: {}, taken: {} });
  });

  it('pays for its free unit with the stamps that were ready, and the units beside it earn nothing', () => {
    const facts: OrderFacts = { ...NO_FACTS, held: { coffee: 5 } };
    const worth = orderWorth(coffees(6, 1), paused(), facts, reading);
    expect([worth.amounts, worth.taken]).toEqual([{}, { 'stamps/coffee': 5 }]);
  });

  it('owes nothing where its cart was filled before: an honest six pays for itself', () => {
    const facts: OrderFacts = { ...NO_FACTS, held: { coffee: 0 } };
    const worth = orderWorth(coffees(6, 1), paused(), facts, reading);
    expect([worth.amounts, worth.taken]).toEqual([{ 'stamps/coffee': 5 }, { 'stamps/coffee': 5 }]);
  });

  it('gives no stamps back because all its money went back, whatever was kept', () => {
    const facts: OrderFacts = { ...NO_FACTS, held: { coffee: 5 } };
    const before = orderWorth(coffees(6, 1), paused(), facts, reading);
    const after = orderWorth({ ...coffees(6, 1), status: 'refunded' }, paused(), facts, reading);
    expect([after.amounts, after.taken]).toEqual([before.amounts, before.taken]);
  });

  it('takes nothing where it is a test that the merchant doesn’t count', () => {
    const counts = { ...rules().counts, testOrders: false };
    const test = { ...coffees(6, 1), test: true };
    const facts: OrderFacts = { ...NO_FACTS, held: { coffee: 5 } };
    const worth = orderWorth(test, paused({ counts }), facts, reading);
    expect([worth.amounts, worth.taken]).toEqual([{}, {}]);
  });

  it('keeps what was ready when it was first looked at, however often it is looked at', () => {
    const snapshot = coffees(6, 1);
    const known = { newest: snapshot, paid: snapshot, deleted: false, facts: null, programVersion: null };
    const program = {
      versions: [version({ rules: paused() })],
      earnsFrom: new Date(at('08:00')),
      timeZone: 'UTC',
    };
    const beside = (stamps: number) => ({
      ...NOTHING_BESIDE,
      book: BOOK,
      cards: new Map([['coffee', { size: 5, endedBy: null, stamps }]]),
    });
    const evaluate = (facts: OrderFacts, stamps: number) =>
      evaluateOrder({ ...known, orderId: snapshot.orderId }, program, facts, NOTHING_POSTED, beside(stamps));
    const first = evaluate(NO_FACTS, 5);
    expect(first.facts.held).toEqual({ coffee: 5 });
    expect(evaluate(first.facts, 0).corrections).toEqual(first.corrections);
    expect(evaluate(first.facts, 0).facts).toEqual(first.facts);
  });

  it('leaves alone what orders before and after it earn, whenever the program pauses and starts', () => {
    const switches = fc.array(fc.integer({ min: 61, max: 1_300 }), { maxLength: 6 });
    const placed = fc.array(fc.integer({ min: 60, max: 1_380 }), { maxLength: 12 });
    const minute = (count: number) => new Date(Date.parse(at('00:00')) + count * 60_000);
    fc.assert(
      fc.property(switches, placed, (minutes, orders) => {
        const flips = [...new Set(minutes)].sort((a, b) => a - b);
        const versions = [60, ...flips].map((from, index) =>
          version({
            number: index + 1,
            publishedAt: minute(from),
            rules: index % 2 === 1 ? paused() : rules(),
          }),
        );
        for (const when of orders) {
          const processedAt = minute(when).toISOString();
          const snapshot = order({ lines: [line({ quantity: 2 })], processedAt, updatedAt: processedAt });
          const evaluated = (of: typeof versions) =>
            evaluateOrder(
              {
                orderId: snapshot.orderId,
                newest: snapshot,
                paid: snapshot,
                deleted: false,
                facts: null,
                programVersion: null,
              },
              { versions: of, earnsFrom: minute(60), timeZone: 'UTC' },
              NO_FACTS,
              NOTHING_POSTED,
            ).corrections.map(({ unit, amount }) => [unit, amount]);
          const isPaused = flips.filter((flip) => flip <= when).length % 2 === 1;
          const always = evaluated(versions.slice(0, 1));
          expect(evaluated(versions)).toEqual(isPaused ? [] : always);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('a cart while the program is paused', () => {
  const units = (quantity: number) => [
    {
      lineId: '1',
      quantity,
      unit: {
        hasVariant: true,
        productId: '501',
        unitPriceAboveZero: true,
        giftCard: false,
        tip: false,
        bundleComponent: false,
      },
      groups: { collections: [], tags: [] },
      price: 1_400,
      priceMinor: 1_400,
      subscription: false,
    },
  ];
  const free = (stamps: number, quantity: number) =>
    freeInCart([card()], { coffee: [stamps, 5] }, units(quantity), '2026-11-21', true)[0]?.free;

  it.each([
    ['six units and no stamps', 0, 6, 0],
    ['three units and three stamps', 3, 3, 0],
    ['one unit and a full card', 5, 1, 1],
    ['two units and twelve stamps', 12, 2, 2],
    ['twelve units and nine stamps', 9, 12, 1],
    ['one unit and a stamp owed', -1, 1, 0],
  ])('%s', (_case, stamps, quantity, expected) => {
    expect(free(stamps, quantity)).toBe(expected);
  });

  it('never has more free than it would have while the program runs', () => {
    const any = fc.record({
      stamps: fc.integer({ min: -9, max: 40 }),
      quantity: fc.integer({ min: 1, max: 40 }),
    });
    fc.assert(
      fc.property(any, ({ stamps, quantity }) => {
        const running = freeInCart([card()], { coffee: [stamps, 5] }, units(quantity), '2026-11-21');
        expect(free(stamps, quantity)).toBeLessThanOrEqual(running[0]?.free ?? 0);
      }),
    );
  });

  it('is told to the function of each card, and only then', () => {
    const shop = { currency: 'EUR', timeZone: 'Europe/Paris', bundleIds: [] };
    const [stopped] = discountsOfProgram(paused(), shop);
    const [runs] = discountsOfProgram(rules(), shop);
    expect(JSON.parse(stopped?.config ?? '')).toEqual({ ...JSON.parse(runs?.config ?? ''), paused: true });
    expect(runs?.config).not.toContain('paused');
  });
});

describe('a birthday while the program is paused', () => {
  const on = (day: string) => new Date(`${day}T12:00:00Z`);
  const versions = (...days: [day: string, isPaused: boolean][]) =>
    days.map(([day, isPaused], index) => {
      const occasions = [occasion({ daysAfter: 30 })];
      const of = isPaused ? paused({ occasions }) : rules({ occasions });
      return version({ number: index + 1, publishedAt: on(day), rules: of });
    });
  const over = versions(['2026-01-01', false], ['2027-05-01', true], ['2027-05-10', false]);

  function due(month: number, day: number, swept: string, today: string) {
    const told = momentMember({ birthday: { month, day, setOn: '2025-01-01' } });
    return dueGifts(told, runningMoments(over, 3, 'UTC'), { sweptThrough: swept, today }).map(({ on }) => on);
  }

  it('no occasion runs', () => {
    expect(runningMoments(over, 2, 'UTC')).toEqual([]);
    expect(runningMoments(over, 3, 'UTC')).toMatchObject([{ since: '2026-01-01' }]);
    expect(pausesOf(over, 'UTC')).toEqual([{ from: '2027-05-01', until: '2027-05-10' }]);
  });

  it('brings nothing, also once the program runs again', () => {
    expect(due(5, 3, '2027-05-01', '2027-05-10')).toEqual([]);
    expect(due(5, 9, '2027-05-01', '2027-05-20')).toEqual([]);
  });

  it('that came before the pause, or on the day of its end, brings its gift', () => {
    expect(due(4, 30, '2027-04-29', '2027-05-10')).toHaveLength(1);
    expect(due(5, 1, '2027-04-30', '2027-05-10')).toHaveLength(1);
    expect(due(5, 10, '2027-05-01', '2027-05-10')).toEqual(['2027-05-10']);
  });

  it('is next named a year later', () => {
    const told = { month: 5, day: 3, setOn: '2025-01-01', givenYear: 2026 };
    const rule = occasion({ daysAfter: 30 });
    expect(nextGiftOn(told, rule, '2027-05-11')).toBe('2027-05-11');
    expect(nextGiftOn(told, rule, '2027-05-11', pausesOf(over, 'UTC'))).toBe('2028-05-03');
  });

  it('is told to blocks while a window that began in the pause may be open, and no longer', () => {
    const pauses = pausesOf(over, 'UTC');
    expect(recentPauses(pauses, '2027-05-10')).toEqual(pauses);
    expect(recentPauses(pauses, '2027-08-07')).toEqual(pauses);
    expect(recentPauses(pauses, '2027-08-08')).toEqual([]);
    expect(recentPauses([{ from: '2027-05-09', until: '2027-05-10' }], '2027-05-10')).toEqual([]);
  });
});
