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
