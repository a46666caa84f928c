// Whatever comes between an award of past orders and its undoing, each has what they would have without it, or has spent of it.
import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { figureMismatches } from '#app/db/figures/daily-figures.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { keptOrderMismatches } from '#app/usecases/history/compare-kept-orders.ts';
import { adjustMember } from '#app/usecases/members/adjust-member.ts';
import { nextId } from '#tests/support/factories.ts';
import { award, day, rowOf, say, shopWithPast, undo, work } from '#tests/support/past-shop.ts';
import { memberIdOf } from '#tests/support/rewards.ts';
import { balance, tellAndApply, type TestShop } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';

// Looks follow each other at once: what is waited for is done by the test itself.
vi.mock('node:timers/promises', () => ({ setTimeout: () => Promise.resolve() }));

useDatabase();

const WHO = ['9001', '9002', '9003'] as const;
const who = fc.constantFrom(...WHO);
const points = fc.integer({ min: 0, max: 40 });
const past = fc.record({ who, points, date: fc.constantFrom('2026-02-03', '2026-05-09', '2026-11-01') });
const event = fc.oneof(
  fc.record({ does: fc.constant('buys' as const), who, points }),
  fc.record({ does: fc.constant('brings back' as const), nr: fc.nat(12) }),
  fc.record({ does: fc.constant('spends' as const), who, points: fc.integer({ min: 1, max: 30 }) }),
);
type Event = typeof event extends fc.Arbitrary<infer T> ? T : never;

type Bought = { told: ReturnType<typeof day>; who: string; points: number; isPast: boolean; isBack: boolean };

/** The plainest reckoning: a point for each 1.00 that is kept, less what was spent. */
class Reckoning {
  readonly bought: Bought[] = [];
  readonly spent = new Map<string, number>();

  buy(date: string, by: string, worth: number, isPast: boolean): Bought {
    const one = { told: day(date, worth * 100, by), who: by, points: worth, isPast, isBack: false };
    this.bought.push(one);
    return one;
  }

  of(by: string, { withPast }: { withPast: boolean }): number {
    const kept = this.bought.filter((one) => one.who === by && !one.isBack && (withPast || !one.isPast));
    return kept.reduce((sum, one) => sum + one.points, 0) - (this.spent.get(by) ?? 0);
  }
}

async function happen(shop: TestShop, all: Reckoning, event: Event, second: number): Promise<void> {
  if (event.does === 'buys') {
    await tellAndApply(shop, all.buy('2026-11-22', event.who, event.points, false).told);
  } else if (event.does === 'brings back') {
    const one = all.bought[event.nr % all.bought.length]!;
    one.isBack = true;
    const updatedAt = `2026-11-23T10:00:${String(second).padStart(2, '0')}Z`;
    const lines = one.told.lines.map((line) => ({ ...line, currentQuantity: 0 }));
    await tellAndApply(shop, { ...one.told, updatedAt, lines });
  } else if (all.bought.some((one) => one.who === event.who)) {
    const once = { reason: 'x', belowZero: false, madeBy: '42', requestKey: nextId() };
    const taken = { ...once, unit: 'points', amount: -event.points };
    const { ok } = await adjustMember(shop.id, await memberIdOf(shop, event.who), taken);
    if (ok) all.spent.set(event.who, (all.spent.get(event.who) ?? 0) + event.points);
  }
}

async function expectBalances(shop: TestShop, all: Reckoning, withPast: boolean): Promise<void> {
  for (const by of WHO) expect((await balance(shop, by)).points).toBe(all.of(by, { withPast }));
}

it('C133 undone after anything, it is as if it had never been, but for who spent of it', async () => {
  let kept = 0;
  const olds = fc.array(past, { minLength: 1, maxLength: 5 });
  const events = fc.array(event, { maxLength: 6 });
  const property = fc.asyncProperty(olds, events, events, fc.boolean(), async (old, before, after, stops) => {
    const all = new Reckoning();
    const shop = await shopWithPast(...old.map((one) => all.buy(one.date, one.who, one.points, true).told));
    for (const [nr, one] of before.entries()) await happen(shop, all, one, nr);
    await expectBalances(shop, all, false);
    await award(shop);
    await expectBalances(shop, all, true);
    for (const [nr, one] of after.entries()) await happen(shop, all, one, 30 + nr);
    await expectBalances(shop, all, true);
    if (stops) for (const said of ['undo', 'stop', 'go-on'] as const) await say(shop, { do: said });
    if (stops) await work(shop);
    else await undo(shop);
    const { step, spentMembers } = (await rowOf(shop))!;
    expect(step).toBe('undone');
    let differ = 0;
    for (const by of WHO) {
      const has = (await balance(shop, by)).points;
      if (has === all.of(by, { withPast: false })) continue;
      expect(has).toBe(all.of(by, { withPast: true }));
      expect(all.spent.get(by)).toBeGreaterThan(0);
      differ += 1;
    }
    expect(differ).toBeLessThanOrEqual(spentMembers);
    kept += differ;
    expect(await figureMismatches(pool(), shop.id)).toEqual([]);
    expect(await keptOrderMismatches(pool(), shop.id, { part: 0, of: 1 })).toEqual([]);
  });
  const spender = { does: 'spends', who: '9001', points: 10 } as const;
  await fc.assert(property, {
    numRuns: Number(process.env['RUNS'] ?? 20),
    endOnFailure: true,
    examples: [[[{ who: '9001', points: 30, date: '2026-02-03' }], [], [spender], false]],
  });
  expect(kept).toBeGreaterThan(0);
});
