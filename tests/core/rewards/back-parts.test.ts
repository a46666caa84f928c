// The lots to which a voucher's points come back.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backParts, type TakenPart, type VoucherEntry } from '#app/core/rewards/back-parts.ts';

const of = { voucherId: '7', today: '2026-11-21' };
const part = (seq: number, amount: number, more: Partial<NonNullable<TakenPart['lot']>> = {}): TakenPart => ({
  amount,
  lot: { seq, orderId: String(seq), voucherId: null, countedOn: '2026-10-01', keepUntil: null, ...more },
});
const debit = (...parts: TakenPart[]): VoucherEntry => ({
  amount: 0 - parts.reduce((sum, { amount }) => sum + amount, 0),
  parts,
});
const back = (amount: number): VoucherEntry => ({ amount, parts: [] });

describe('points that come back', () => {
  it('C24 come to the lots that were taken last, as new lots of the same order and day, for 14 days at least', () => {
    const entries = [debit(part(1, 1_500), part(2, 500, { countedOn: '2026-11-20' }))];
    expect(backParts(entries, 617, of)).toEqual([
      { amount: 500, orderId: '2', countedOn: '2026-11-20', keepUntil: '2026-12-05' },
      { amount: 117, orderId: '1', countedOn: '2026-10-01', keepUntil: '2026-12-05' },
    ]);
    const later = backParts([...entries, back(500), back(117)], 617, of);
    expect(later).toEqual([{ amount: 617, orderId: '1', countedOn: '2026-10-01', keepUntil: '2026-12-05' }]);
  });

  it('C24 a lot that is kept for longer stays so', () => {
    const entries = [debit(part(1, 10, { keepUntil: '2027-01-01' }))];
    expect(backParts(entries, 10, of)).toMatchObject([{ keepUntil: '2027-01-01' }]);
  });

  it('C15 what was owed has no lot, and comes back as a credit of today', () => {
    const entries = [debit(part(1, 10), { lot: null, amount: 5 })];
    expect(backParts(entries, 7, of)).toEqual([
      { amount: 5, orderId: null, countedOn: '2026-11-21', keepUntil: null },
      { amount: 2, orderId: '1', countedOn: '2026-10-01', keepUntil: '2026-12-05' },
    ]);
  });

  it('C117 whatever was taken and came back before, all that is still taken comes back, and no more of any lot than it gave', () => {
    const step = fc.record({ takes: fc.boolean(), amount: fc.integer({ min: 1, max: 30 }), owed: fc.nat(5) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), fc.nat(), (steps, share) => {
        const entries: VoucherEntry[] = [];
        let taken = 0;
        for (const [index, { takes, amount, owed }] of steps.entries()) {
          const debt = owed > 0 ? [{ lot: null, amount: owed }] : [];
          const entry = takes ? debit(part(index + 1, amount), ...debt) : back(Math.min(amount, taken));
          taken -= entry.amount;
          entries.push(entry);
        }
        const amount = taken === 0 ? 0 : share % (taken + 1);
        const parts = amount === 0 ? [] : backParts(entries, amount, of);
        expect(parts.reduce((sum, each) => sum + each.amount, 0)).toBe(amount);
        for (const each of parts.filter(({ orderId }) => orderId !== null)) {
          const lot = entries
            .flatMap((entry) => entry.parts)
            .find((one) => one.lot?.orderId === each.orderId);
          expect(each.amount).toBeLessThanOrEqual(lot!.amount);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
