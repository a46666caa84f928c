// Rewards whose points were worked out by hand: 500 points for 5.00 off, on orders of bags at 10.00.
import { describe, expect, it } from 'vitest';
import type { Order } from '#tests/local-shopify/shop/types.ts';
import { ANNE, bags, order } from './hand-worked.ts';
import { settle, type TakenVoucher } from './vouchers.ts';

const FIVE_OFF: TakenVoucher = {
  ...{ cause: 'redeem/1', customerId: ANNE, code: 'abcdefgh2345', price: 500, face: 500 },
  ...{ inProportion: true, ended: false, orderIds: [] },
};

const named: Order['discounts'] = [
  {
    ...{ type: 'discount_code', title: 'ABCDEFGH2345', target: 'lines', selected: false },
    value: { kind: 'amount', amountMinor: 500 },
  },
];
const off = (amountMinor: number) => ({ allocations: [{ application: 0, amountMinor }] });

/** Of orders that all named the code. */
function settled(orders: Order[], more: Partial<TakenVoucher> = {}, deleted: string[] = []) {
  const orderIds = [...orders.map(({ id }) => id), ...deleted];
  return settle({ ...FIVE_OFF, orderIds, ...more }, (id) => orders.find((one) => one.id === id));
}

const paid = (more: Partial<Order> = {}) => order({ discounts: named, lines: [bags(2, off(500))], ...more });

describe('a reward of the plain replay', () => {
  it('has taken 500 points while it is held, and none once it was given back', () => {
    expect(settle(FIVE_OFF, () => undefined)).toMatchObject({ taken: 500, state: 'held' });
    const ended = settle({ ...FIVE_OFF, ended: true }, () => undefined);
    expect(ended).toMatchObject({ taken: 0, state: 'released' });
  });

  it('has taken 500 for an order that enjoys 5.00, whether or not it was given back meanwhile', () => {
    expect(settled([paid()])).toMatchObject({ taken: 500, state: 'used' });
    expect(settled([paid()], { ended: true })).toMatchObject({ taken: 500, state: 'used' });
  });

  it('has taken 250 when one of two bags went back, and 500 where a refund brings nothing', () => {
    const half = paid({ lines: [bags(2, { ...off(500), currentQuantity: 1 })] });
    expect(settled([half]).taken).toBe(250);
    expect(settled([half], { inProportion: false }).taken).toBe(500);
  });

  it('has taken 300 of 500 for a cart of 3.00: the rest comes back at once', () => {
    expect(settled([paid({ lines: [bags(1, off(300))] })]).taken).toBe(300);
  });

  it('has taken nothing for an order that was cancelled, voided, deleted, or lost its code', () => {
    expect(settled([paid({ cancelledAt: '2026-11-11T00:00:00Z' })]).taken).toBe(0);
    expect(settled([paid({ financialStatus: 'voided' })]).taken).toBe(0);
    expect(settled([], {}, ['9'])).toMatchObject({ taken: 0, state: 'used' });
    expect(settled([paid({ discounts: [], lines: [bags(2)] })]).taken).toBe(0);
  });

  it('has taken 1,000 for two orders of Anne’s, and 500 where the second is another’s', () => {
    expect(settled([paid(), paid({ id: '2' })]).taken).toBe(1_000);
    const others = [paid({ id: '2', customerId: '12' })];
    expect(settled([paid(), ...others])).toEqual({ taken: 500, beyond: true, state: 'used' });
    expect(settled(others)).toEqual({ taken: 500, beyond: false, state: 'used' });
    expect(settled([paid({ customerId: null })]).taken).toBe(500);
  });

  it('takes free shipping whole while anything is kept, also where there was none to pay', () => {
    const free = (currentQuantity: number, more: Partial<Order> = {}) =>
      settled([paid({ lines: [bags(2, { currentQuantity })], ...more })], { face: null }).taken;
    const shippingLine = {
      ...{ id: '4', title: 'Post', priceMinor: 490, taxLines: [], refundedMinor: 490 },
      ...off(490),
    };
    expect([free(1, { shippingLine }), free(0, { shippingLine })]).toEqual([500, 0]);
    expect([free(1), free(0)]).toEqual([500, 0]);
  });

  it('takes 334 of 500 for two kept of three, rounded up, because parts never add up to more', () => {
    expect(settled([paid({ lines: [bags(3, { ...off(500), currentQuantity: 2 })] })]).taken).toBe(334);
  });

  it('has taken 500 for 4.98 off two lines paid in dollars, and 498 of them in euros or where it were 4.97', () => {
    const two = (minor: number) => [bags(1, off(minor - 200)), bags(1, { id: '2', ...off(200) })];
    const dollars = { presentmentCurrency: 'USD', presentmentRateBp: 10_873 };
    expect(settled([paid({ lines: two(498), ...dollars })]).taken).toBe(500);
    expect(settled([paid({ lines: two(498) })]).taken).toBe(498);
    expect(settled([paid({ lines: two(497), ...dollars })]).taken).toBe(497);
  });

  it('knows its code in any case and with blanks, and not as the name of a discount that staff gave', () => {
    const typed = (title: string, type: 'discount_code' | 'manual' = 'discount_code') =>
      settled([paid({ discounts: named.map((one) => ({ ...one, title, type })) })]).taken;
    expect([typed(' Abcd efgh2345'), typed('ABCDEFGH2346'), typed('ABCDEFGH2345', 'manual')]).toEqual([
      500, 0, 0,
    ]);
  });
});
