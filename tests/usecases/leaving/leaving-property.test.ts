// Whatever happens in whatever order: who is away has nothing, and no order placed before the last return ever brings anything.
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { OrderSnapshot } from '#app/core/snapshots/order-snapshot.ts';
import { leaveProgram } from '#app/usecases/leaving/leave-program.ts';
import { returnToProgram } from '#app/usecases/leaving/return-to-program.ts';
import { keptOrderMismatches } from '#app/usecases/history/compare-kept-orders.ts';
import { pool } from '#app/db/pool.server.ts';
import { line, nextId, order } from '#tests/support/factories.ts';
import { merge } from '#tests/support/people.ts';
import { rewardShop, tap } from '#tests/support/rewards.ts';
import { balance, tellAndApply, type TestShop } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

const STEPS = [
  'order',
  'pending',
  'pay',
  'cancel',
  'refund',
  'redeem',
  'leave',
  'return',
  'merge',
  'late',
] as const;
const NOTHING = { points: 0, pending: 0, stamps: 0, coming: 0 };
const START = Date.parse('2026-11-21T09:00:00Z');
const timeOf = (minute: number) => new Date(START + minute * 60_000).toISOString();

type Story = {
  shop: TestShop;
  customerId: string;
  orders: OrderSnapshot[];
  isLeft: boolean;
  counts: Set<string>;
};

async function step(story: Story, what: (typeof STEPS)[number], pick: number, minute: number): Promise<void> {
  const { shop, customerId, orders } = story;
  const updatedAt = timeOf(minute);
  const one = orders[pick % Math.max(1, orders.length)];
  const change = async (to: Partial<OrderSnapshot>) => {
    if (!one) return;
    Object.assign(one, to, { updatedAt });
    await tellAndApply(shop, { ...one });
  };
  switch (what) {
    case 'order':
    case 'pending':
    case 'late': {
      const placed = what === 'late' ? Math.max(0, minute - 10) : minute;
      const status = what === 'pending' ? 'pending' : 'paid';
      const lines = [line({ quantity: 3, priceMinor: 500 })];
      const made = order({ customerId, status, lines, processedAt: timeOf(placed), updatedAt });
      orders.push(made);
      await tellAndApply(shop, { ...made });
      return;
    }
    case 'pay':
      return change({ status: 'paid' });
    case 'cancel':
      return change({ cancelledAt: updatedAt });
    case 'refund':
      return change({
        lines: (one?.lines ?? []).map((each) => ({
          ...each,
          currentQuantity: Math.max(0, each.currentQuantity - 1),
        })),
      });
    case 'redeem':
      await tap(shop, customerId);
      return;
    case 'leave':
      await leaveProgram(shop.id, customerId, randomUUID(), new Date(updatedAt));
      story.isLeft = true;
      return;
    case 'return':
      await returnToProgram(shop.id, customerId, randomUUID(), new Date(updatedAt));
      story.isLeft = false;
      return;
    case 'merge': {
      const other = nextId();
      const theirs = order({ customerId: other, processedAt: updatedAt, updatedAt });
      await tellAndApply(shop, theirs);
      await merge(shop, customerId, other, new Date(updatedAt));
    }
  }
}

test('C01 C12 C36 any story of leaving and coming back', async () => {
  const steps = fc.array(fc.tuple(fc.constantFrom(...STEPS), fc.nat(9)), { minLength: 3, maxLength: 14 });
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      const shop = await rewardShop();
      const story: Story = { shop, customerId: nextId(), orders: [], isLeft: false, counts: new Set() };
      for (const [index, [what, pick]] of all.entries()) {
        await step(story, what, pick, 10 + index * 3);
        if (story.isLeft) expect(await balance(shop, story.customerId)).toEqual(NOTHING);
      }
      // Away for good: nothing that is told afterwards brings anything.
      await leaveProgram(shop.id, story.customerId, randomUUID(), new Date(timeOf(100)));
      for (const one of story.orders)
        await tellAndApply(shop, { ...one, cancelledAt: timeOf(101), updatedAt: timeOf(101) });
      expect(await balance(shop, story.customerId)).toEqual(NOTHING);
      await returnToProgram(shop.id, story.customerId, randomUUID(), new Date(timeOf(110)));
      for (const one of story.orders)
        await tellAndApply(shop, { ...one, cancelledAt: null, updatedAt: timeOf(111) });
      expect(await balance(shop, story.customerId)).toEqual(NOTHING);
      expect(await keptOrderMismatches(pool(), shop.id, { part: 0, of: 1 })).toEqual([]);
    }),
    { numRuns: 25 },
  );
});
