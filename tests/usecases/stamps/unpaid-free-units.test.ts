// A free unit on an order that nobody pays: its stamps come back, once, whatever comes after.
import { expect, it } from 'vitest';
import { figureMismatches } from '#app/db/figures/daily-figures.server.ts';
import { ledgerMismatches } from '#app/db/ledger/ledger-check.server.ts';
import { pool } from '#app/db/pool.server.ts';
import type { FinancialStatus } from '#app/core/snapshots/order-snapshot.ts';
import { at, card, line, order, rules } from '#tests/support/factories.ts';
import { nameCards } from '#tests/support/card-titles.ts';
import { balance, entries, installedShop, tellAndApply } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

const coffee = (quantity: number, free: number) =>
  line({
    priceMinor: 300,
    quantity,
    discounts: free > 0 ? [{ application: 0, amount: [300 * free, 300 * free] }] : [],
  });

type Step = FinancialStatus | 'cancelled';

/** Stamps after each step, of a member who had five and took a free coffee. */
async function stampsAfter(steps: readonly Step[]): Promise<{ stamps: number[]; moves: number[] }> {
  const shop = await installedShop({ rules: rules({ cards: [card({ size: 5 })] }) });
  await nameCards(shop);
  await tellAndApply(shop, order({ lines: [coffee(5, 0)] }));
  const taking = order({
    lines: [coffee(1, 1), line({ priceMinor: 900, productId: null, variantId: null })],
    discounts: [{ type: 'automatic', title: 'Coffee card' }],
  });
  const stamps: number[] = [];
  for (const [index, step] of steps.entries()) {
    const updatedAt = at(`1${index + 1}:00`);
    const change =
      step === 'cancelled' ? { status: 'voided' as const, cancelledAt: updatedAt } : { status: step };
    const told = { ...taking, ...change, updatedAt };
    await tellAndApply(shop, told, told);
    stamps.push((await balance(shop)).stamps);
  }
  expect(await ledgerMismatches(pool(), shop.id)).toEqual([]);
  expect(await figureMismatches(pool(), shop.id)).toEqual([]);
  const moves = (await entries(shop, '9001', 'stamps/coffee')).map(({ amount }) => amount);
  return { stamps, moves };
}

it.each<[Step[], number[], number[]]>([
  [
    ['authorized', 'voided'],
    [0, 5],
    [5, -5, 5],
  ],
  [
    ['authorized', 'voided', 'cancelled'],
    [0, 5, 5],
    [5, -5, 5],
  ],
  [
    ['authorized', 'expired'],
    [0, 5],
    [5, -5, 5],
  ],
  [
    ['authorized', 'expired', 'paid'],
    [0, 5, 0],
    [5, -5, 5, -5],
  ],
  [
    ['authorized', 'expired', 'paid', 'cancelled'],
    [0, 5, 0, 5],
    [5, -5, 5, -5, 5],
  ],
  [
    ['pending', 'cancelled'],
    [0, 5],
    [5, -5, 5],
  ],
  [['voided'], [5], [5]],
])('C84 %j leaves %j stamps', async (steps, stamps, moves) => {
  expect(await stampsAfter(steps)).toEqual({ stamps, moves });
});
