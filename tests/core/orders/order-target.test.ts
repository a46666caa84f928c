import { describe, expect, it } from 'vitest';
import { NO_FACTS } from '#app/core/snapshots/order-facts.ts';
import { isPaid, type FinancialStatus, type OrderSnapshot } from '#app/core/snapshots/order-snapshot.ts';
import { orderTarget } from '#app/core/orders/order-target.ts';
import { pickVersion } from '#app/core/orders/pick-version.ts';
import { at, line, order, rules, version } from '#tests/support/factories.ts';

const units = (quantity: number) => [line({ lineId: '1', priceMinor: 1_000, quantity })];

function target(newest: OrderSnapshot | null, paid: OrderSnapshot | null = null, deleted = false) {
  const settled = newest && isPaid(newest) ? newest : paid;
  const { amounts, pending } = orderTarget({ newest, paid: settled, deleted }, rules(), NO_FACTS);
  return { amounts, pending };
}

describe('what an order should have posted', () => {
  it('pays once it is paid', () => {
    expect(target(order({ lines: units(2) }))).toEqual({
      amounts: { points: 20, 'stamps/coffee': 2 },
      pending: {},
    });
  });

  it.each<FinancialStatus>(['pending', 'authorized', 'partially_paid'])(
    'an order that is %s shows its credits as pending',
    (status) => {
      expect(target(order({ status, lines: units(5) }))).toEqual({
        amounts: {},
        pending: { points: 50, 'stamps/coffee': 5 },
      });
    },
  );

  it.each<FinancialStatus>(['expired', 'voided'])(
    'C13 an order that is %s brings nothing any more',
    (status) => {
      expect(target(order({ status }))).toEqual({ amounts: {}, pending: {} });
    },
  );

  it('C13 an order cancelled before it was paid is worth nothing, and neither is a deleted one', () => {
    expect(target(order({ status: 'pending', cancelledAt: at('10:05') }))).toEqual({
      amounts: {},
      pending: {},
    });
    expect(target(order(), null, true)).toEqual({ amounts: {}, pending: {} });
  });

  it('C66 a paid order edited upward keeps what was paid, and shows the rest as pending', () => {
    const paid = order({ lines: units(2) });
    const edited = order({ ...paid, status: 'partially_paid', lines: units(3) });
    expect(target(edited, paid)).toEqual({
      amounts: { points: 20, 'stamps/coffee': 2 },
      pending: { points: 10, 'stamps/coffee': 1 },
    });
    expect(target({ ...edited, status: 'paid' }).amounts).toEqual({ points: 30, 'stamps/coffee': 3 });
    expect(target({ ...edited, cancelledAt: at('12:00') }, paid)).toEqual({ amounts: {}, pending: {} });
  });

  it('C66 edited down while something is outstanding, it is worth the smaller', () => {
    const paid = order({ lines: units(3) });
    const down = order({
      ...paid,
      status: 'partially_paid',
      lines: [{ ...units(3)[0]!, currentQuantity: 1 }],
    });
    expect(target(down, paid).amounts).toEqual({ points: 10, 'stamps/coffee': 1 });
  });

  it('an order of which only a refund or a deletion was told is worth nothing yet', () => {
    expect(target(null)).toEqual({ amounts: {}, pending: {} });
  });
});

describe('the version an order earns under', () => {
  const versions = [
    version({ number: 1, publishedAt: new Date(at('08:00')) }),
    version({ number: 2, publishedAt: new Date(at('12:00')) }),
    version({ number: 3, publishedAt: new Date(at('12:00')) }),
  ];
  const pick = (time: string) =>
    pickVersion(versions, new Date(at('08:00')), new Date(at(time)))?.number ?? null;

  it('C68 is the one published when it was placed, whenever it is told', () => {
    expect([pick('11:59:59'), pick('12:00:01')]).toEqual([1, 3]);
  });

  it('is the newer one in the very second of its publication', () => {
    expect(pick('12:00')).toBe(3);
  });

  it('C12 is none before the program began', () => {
    expect([pick('07:59:59'), pick('08:00')]).toEqual([null, 1]);
  });
});
