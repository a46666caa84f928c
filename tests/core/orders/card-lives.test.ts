import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OrderSnapshot } from '#app/core/snapshots/order-snapshot.ts';
import { at, card, line, order, rules, version } from '#tests/support/factories.ts';
import { memoryShop } from '#tests/support/memory-shop.ts';

const discounts = [{ type: 'automatic', title: 'Coffee card' } as const];

/** `quantity` coffees, of which `free` are free. */
function bought(quantity: number, free = 0, changes: Partial<OrderSnapshot> = {}): OrderSnapshot {
  const off = [300 * free, 300 * free] as const;
  const given = free > 0 ? [{ application: 0, amount: off }] : [];
  const lines = [line({ lineId: '11', priceMinor: 300, quantity, discounts: given })];
  return order({ lines, discounts: free > 0 ? discounts : [], ...changes });
}

const placed = (time: string) => ({ processedAt: at(time), updatedAt: at(time) });
const told = (snapshot: OrderSnapshot, time: string, changes: Partial<OrderSnapshot> = {}) => ({
  ...snapshot,
  updatedAt: at(time),
  ...changes,
});
const cancelled = (snapshot: OrderSnapshot, time: string) => told(snapshot, time, { cancelledAt: at(time) });

describe('C52 a card’s life', () => {
  /** A member with four of five; from noon on the card has eight. */
  function grown() {
    const shop = memoryShop({ rules: rules({ cards: [card({ size: 5 })] }) });
    shop.apply(bought(4));
    const larger = rules({ cards: [card({ size: 8 })] });
    shop.publish(version({ number: 2, publishedAt: new Date(at('12:00')), rules: larger }));
    return shop;
  }

  it('begins with the first stamp, at the size that is published then', () => {
    const shop = grown();
    expect(shop.life()).toEqual({ size: 5, endedBy: null });
    shop.apply(bought(4, 0, { ...placed('13:00'), customerId: '9002' }));
    expect(shop.life('9002')).toEqual({ size: 8, endedBy: null });
  });

  it('keeps its size until its free unit is taken; the next card has eight', () => {
    const shop = grown();
    const taking = bought(2, 1, placed('13:00'));
    shop.apply(taking);
    expect([shop.stamps(), shop.life()]).toEqual([0, { size: 5, endedBy: taking.orderId }]);
    const next = bought(9, 1, placed('14:00'));
    shop.apply(next);
    expect([shop.stamps(), shop.life()]).toEqual([0, { size: 8, endedBy: next.orderId }]);
  });

  it('ends once, however often and late the order that ended it is told again', () => {
    const shop = grown();
    const taking = bought(2, 1, placed('13:00'));
    shop.applyEach(taking, bought(1, 0, placed('14:00')), told(taking, '15:00', { tags: ['packed'] }));
    expect([shop.stamps(), shop.life()]).toEqual([1, { size: 8, endedBy: null }]);
    shop.apply(cancelled(taking, '16:00'));
    expect([shop.stamps(), shop.life()]).toEqual([5, { size: 8, endedBy: null }]);
  });

  it('goes on at its old size when the free unit is given back', () => {
    const shop = grown();
    const taking = bought(2, 1, placed('13:00'));
    shop.applyEach(taking, cancelled(taking, '15:00'));
    expect([shop.stamps(), shop.life()]).toEqual([4, { size: 5, endedBy: null }]);
  });

  it('goes by the orders’ time, whatever order they are told in', () => {
    const taking = bought(2, 1, placed('13:00'));
    const next = bought(1, 0, placed('14:00'));
    const ends = [[taking, next] as const, [next, taking] as const].map((batch) => {
      const shop = grown();
      shop.apply(...batch);
      return [shop.stamps(), shop.life()];
    });
    expect(ends[0]).toEqual([1, { size: 8, endedBy: null }]);
    expect(ends[1]).toEqual(ends[0]);
  });

  it('two orders of one second: the lower number was placed first, also where it is shorter', () => {
    const shop = grown();
    const taking = bought(2, 1, { ...placed('13:00'), orderId: '999' });
    shop.apply(bought(1, 0, { ...placed('13:00'), orderId: '1000' }), taking);
    expect([shop.stamps(), shop.life()]).toEqual([1, { size: 8, endedBy: null }]);
  });

  it('a correction of an old order starts no card, or its old size would come back', () => {
    const shop = grown();
    const first = bought(3, 0, placed('12:30'));
    shop.apply(first);
    const taking = bought(1, 1, placed('13:00'));
    shop.apply(taking);
    shop.apply(cancelled(first, '14:00'));
    shop.apply(told(first, '15:00', { cancelledAt: null }));
    expect(shop.life()).toEqual({ size: 5, endedBy: taking.orderId });
  });
});

describe('C49 one order after another', () => {
  it('six in one order: five stamps come and five go', () => {
    const shop = memoryShop();
    const six = bought(6, 1);
    shop.apply(six);
    expect([shop.stamps(), shop.life()]).toEqual([0, { size: 5, endedBy: six.orderId }]);
  });

  it('five over three orders, then one free', () => {
    const shop = memoryShop();
    shop.applyEach(bought(2), bought(2), bought(1));
    expect(shop.stamps()).toBe(5);
    shop.apply(bought(1, 1));
    expect(shop.stamps()).toBe(0);
  });
});

describe('C36 an order with a free unit that changes hands', () => {
  it('gives the former customer’s card back, and ends the new one’s', () => {
    const shop = memoryShop();
    const free = bought(2, 1, placed('11:00'));
    shop.applyEach(bought(4), free);
    expect(shop.life()).toEqual({ size: 5, endedBy: free.orderId });
    shop.apply(told(free, '12:00', { customerId: '9002' }));
    expect([shop.stamps(), shop.life()]).toEqual([4, { size: 5, endedBy: null }]);
    expect([shop.stamps('9002'), shop.life('9002')]).toEqual([-4, { size: 5, endedBy: free.orderId }]);
  });

  it('of a guest takes nothing until it is claimed', () => {
    const shop = memoryShop();
    const guest = bought(6, 1, { customerId: null });
    shop.apply(guest);
    shop.apply(told(guest, '11:00', { customerId: '9001' }));
    expect([shop.stamps(), shop.life()]).toEqual([0, { size: 5, endedBy: guest.orderId }]);
  });
});

describe('C91 a free unit that was shown', () => {
  const sized = (number: number, size: number, time: string) =>
    version({ number, publishedAt: new Date(at(time)), rules: rules({ cards: [card({ size })] }) });

  /** Ten stamps on five; from noon on the card has seven. */
  function grown() {
    const shop = memoryShop({ rules: rules({ cards: [card({ size: 5 })] }) });
    shop.apply(bought(10));
    expect(shop.shown()).toEqual({ have: 5, size: 5, free: 2 });
    shop.publish(sized(2, 7, '12:00'));
    expect(shop.shown()).toEqual({ have: 5, size: 5, free: 2 });
    return shop;
  }

  it('stays when another one is taken; the card of the new size follows the last', () => {
    const shop = grown();
    shop.apply(bought(1, 1, placed('13:00')));
    expect([shop.stamps(), shop.shown()]).toEqual([5, { have: 5, size: 5, free: 1 }]);
    shop.apply(bought(1, 1, placed('14:00')));
    expect([shop.stamps(), shop.shown()]).toEqual([0, { have: 0, size: 7, free: 0 }]);
    shop.apply(bought(1, 0, placed('15:00')));
    expect(shop.shown()).toEqual({ have: 1, size: 7, free: 0 });
  });

  it('stays whatever the order that takes the other one buys beside it', () => {
    const shop = grown();
    shop.apply(bought(3, 1, placed('13:00')));
    expect(shop.shown()).toEqual({ have: 5, size: 5, free: 1 });
    shop.apply(bought(1, 0, placed('14:00')), bought(1, 1, placed('15:00')));
    expect([shop.stamps(), shop.shown()]).toEqual([3, { have: 3, size: 7, free: 0 }]);
  });

  it('comes back with a refund, at what it took', () => {
    const shop = grown();
    const [one, other] = [bought(1, 1, placed('13:00')), bought(1, 1, placed('14:00'))];
    shop.applyEach(one, other, cancelled(one, '15:00'));
    expect([shop.stamps(), shop.shown()]).toEqual([5, { have: 5, size: 5, free: 1 }]);
    shop.apply(cancelled(other, '16:00'));
    expect([shop.stamps(), shop.shown()]).toEqual([10, { have: 5, size: 5, free: 2 }]);
  });

  it('taken one of two, the card runs on: a stamp that goes by a refund leaves four of five', () => {
    const shop = memoryShop({ rules: rules({ cards: [card({ size: 5 })] }) });
    const first = bought(1);
    shop.applyEach(first, bought(9));
    shop.publish(sized(2, 7, '12:00'));
    shop.applyEach(bought(1, 1, placed('13:00')), cancelled(first, '14:00'));
    expect(shop.shown()).toEqual({ have: 4, size: 5, free: 0 });
    shop.applyEach(bought(1, 0, placed('15:00')));
    expect(shop.shown()).toEqual({ have: 5, size: 5, free: 1 });
  });

  it('stays when the size changes once more, after one was taken', () => {
    const shop = memoryShop({ rules: rules({ cards: [card({ size: 5 })] }) });
    shop.applyEach(bought(10), bought(1, 1, placed('11:00')));
    expect(shop.shown()).toEqual({ have: 5, size: 5, free: 1 });
    for (const [number, size] of [
      [2, 7],
      [3, 9],
      [4, 6],
    ] as const) {
      shop.publish(sized(number, size, '12:00'));
      expect(shop.shown()).toEqual({ have: 5, size: 5, free: 1 });
    }
  });

  it('comes at once where the card gets smaller, and stays when it grows again', () => {
    const shop = memoryShop({ rules: rules({ cards: [card({ size: 7 })] }) });
    shop.apply(bought(6));
    shop.publish(sized(2, 5, '12:00'));
    expect([shop.shown(), shop.freeInCart(1)]).toEqual([{ have: 5, size: 5, free: 1 }, 1]);
    shop.publish(sized(3, 7, '12:30'));
    expect([shop.shown(), shop.freeInCart(1)]).toEqual([{ have: 5, size: 5, free: 1 }, 1]);
    shop.apply(bought(1, 1, placed('13:00')));
    expect([shop.stamps(), shop.shown()]).toEqual([1, { have: 1, size: 7, free: 0 }]);
  });

  it('is there alike whether the order was told before the card got smaller, or after', () => {
    const ends = [true, false].map((before) => {
      const shop = memoryShop({ rules: rules({ cards: [card({ size: 7 })] }) });
      const six = bought(6, 0, placed('11:00'));
      if (before) shop.apply(six);
      shop.publish(sized(2, 5, '12:00'));
      shop.publish(sized(3, 9, '12:30'));
      if (!before) shop.apply(six);
      return shop.shown();
    });
    expect(ends).toEqual([
      { have: 5, size: 5, free: 1 },
      { have: 5, size: 5, free: 1 },
    ]);
  });

  it('is there alike whether the order of an older, smaller size was told first or last', () => {
    const five = bought(5, 0, placed('11:00'));
    const one = bought(1, 0, placed('13:00'));
    const ends = [
      [five, one],
      [one, five],
    ].map((orders) => {
      const shop = memoryShop({ rules: rules({ cards: [card({ size: 5 })] }) });
      shop.publish(sized(2, 8, '12:00'));
      shop.applyEach(...orders);
      return shop.shown();
    });
    expect(ends).toEqual([
      { have: 5, size: 5, free: 1 },
      { have: 5, size: 5, free: 1 },
    ]);
  });

  const step = fc.oneof(
    fc.record({ publish: fc.integer({ min: 3, max: 12 }) }),
    fc.record({ buy: fc.integer({ min: 1, max: 15 }), take: fc.integer({ min: 0, max: 3 }) }),
    fc.record({ cancel: fc.nat({ max: 30 }) }),
    fc.record({ touch: fc.nat({ max: 30 }) }),
  );

  it('never goes by a publish, nor by an order but those that take it', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const shop = memoryShop({ rules: rules({ cards: [card({ size: 5 })] }) });
        const free = () => shop.shown()?.free ?? 0;
        const orders: OrderSnapshot[] = [];
        let minute = 0;
        const next = () =>
          `${String(9 + Math.floor((minute += 1) / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
        steps.forEach((each, index) => {
          const before = free();
          const time = next();
          const old = (nth: number) => orders[nth % Math.max(1, orders.length)];
          if ('publish' in each) {
            shop.publish(sized(index + 2, each.publish, time));
            expect(free()).toBeGreaterThanOrEqual(before);
          } else if ('buy' in each) {
            // What the function gives is what the order bears, and costs no other one.
            const owed = Math.min(0, shop.stamps());
            const taken = Math.min(each.take, shop.freeInCart(each.buy));
            orders.push(bought(each.buy, taken, placed(time)));
            shop.apply(orders.at(-1)!);
            expect(shop.stamps()).toBeGreaterThanOrEqual(owed);
            expect(free()).toBeGreaterThanOrEqual(before - taken);
          } else if ('touch' in each && old(each.touch)) {
            shop.apply(told(old(each.touch)!, time, { tags: [time] }));
            expect(free()).toBe(before);
          } else if ('cancel' in each && old(each.cancel)?.cancelledAt === null) {
            const at = orders.indexOf(old(each.cancel)!);
            orders[at] = cancelled(orders[at]!, time);
            shop.apply(orders[at]);
          }
        });
      }),
      { numRuns: 1_000 },
    );
  });
});
