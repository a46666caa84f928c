// The balances of a member's ledger, page after page, against plain sums of what was written: whatever happened.
import { expect, it } from 'vitest';
import { memberEntries, type MemberEntry } from '#app/db/members/member-page.server.ts';
import { memberIdsOf } from '#app/db/members/member-data.server.ts';
import { pool } from '#app/db/pool.server.ts';
import type { OrderSnapshot } from '#app/core/snapshots/order-snapshot.ts';
import { adjustMember } from '#app/usecases/members/adjust-member.ts';
import { readMember } from '#app/usecases/members/read-member.ts';
import { nameCards } from '#tests/support/card-titles.ts';
import { card, line, nextId, order, rules } from '#tests/support/factories.ts';
import { merge } from '#tests/support/people.ts';
import { installedShop, tell, tellAndApply, type TestShop } from '#tests/support/shops.ts';
import { applyToldOrders } from '#app/usecases/orders/apply-orders.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

const discounts = [{ type: 'automatic', title: 'Coffee card' } as const];

/** The same numbers from the same seed. */
function dice(seed: number) {
  let state = seed;
  return (sides: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return Math.floor((state / 0x7fffffff) * sides) % sides;
  };
}

const cards = () => [card(), card({ key: 'tea', title: { en: 'Tea card', fr: 'Carte thé' } })];

function bought(roll: (sides: number) => number, customerId: string): OrderSnapshot {
  const quantity = 1 + roll(7);
  const free = quantity === 6 ? 1 : 0;
  const given = free > 0 ? [{ application: 0, amount: [300, 300] as const }] : [];
  const lines = [line({ lineId: nextId(), priceMinor: 300, quantity, discounts: given })];
  return order({ customerId, lines, discounts: free > 0 ? discounts : [] });
}

const at = (step: number) => new Date(Date.UTC(2026, 10, 21, 12, 0, step)).toISOString().replace('.000', '');

function changed(snapshot: OrderSnapshot, roll: (sides: number) => number, step: number): OrderSnapshot {
  const later = { ...snapshot, updatedAt: at(step) };
  if (roll(3) === 0) return { ...later, cancelledAt: at(step) };
  const lines = snapshot.lines.map((each) => ({ ...each, currentQuantity: roll(each.quantity + 1) }));
  return { ...later, lines };
}

/** Orders, several at a time, changes of them, adjustments and a merge, in any order. */
async function history(shop: TestShop, roll: (sides: number) => number): Promise<string> {
  const told: OrderSnapshot[] = [];
  const customers = ['9001', '9002'];
  for (let step = 1; step <= 45; step += 1) {
    const customerId = customers[roll(customers.length)]!;
    const what = roll(10);
    if (what < 5) {
      const orders = Array.from({ length: 1 + roll(2) }, () => bought(roll, customerId));
      told.push(...orders);
      await tell(shop, ...orders);
      await applyToldOrders(shop.id);
    } else if (what < 8 && told.length > 0) {
      const index = roll(told.length);
      told[index] = changed(told[index]!, roll, step);
      await tellAndApply(shop, told[index]);
    } else {
      const id = (await memberIdsOf(pool(), shop.id, [customerId])).get(customerId);
      const unit = ['points', 'stamps/coffee', 'stamps/tea'][roll(3)]!;
      const wanted = {
        unit,
        amount: roll(21) - 10,
        reason: 'r',
        requestKey: nextId(),
        madeBy: '1',
        belowZero: true,
      };
      if (id) await adjustMember(shop.id, id, wanted);
    }
    if (step === 30) {
      await merge(shop, '9001', '9002');
      customers.pop();
    }
  }
  return (await memberIdsOf(pool(), shop.id, ['9001'])).get('9001')!;
}

async function wholeLedger(shop: TestShop, memberId: string): Promise<MemberEntry[]> {
  const all: MemberEntry[] = [];
  for (let before: string | null = null; ;) {
    const { entries, hasMore } = await memberEntries(pool(), shop.id, memberId, before);
    all.push(...entries);
    expect(new Set(entries.map(({ event }) => event)).size).toBeLessThanOrEqual(20);
    if (!hasMore) return all;
    before = entries.at(-1)!.event;
  }
}

/** What was written, oldest first, as it stands in the table. */
async function written(shop: TestShop) {
  const { rows } = await pool().query<{ id: string; unit: string; amount: number }>(
    'select id::text, unit, amount::int from "LedgerEntry" where "shopId" = $1 order by id',
    [shop.id],
  );
  return rows;
}

it.each([1, 2, 3])(
  'every page’s balances are the sums of all that came before (history %i)',
  async (seed) => {
    const shop = await installedShop({ rules: rules({ cards: cards() }) });
    await nameCards(shop);
    const memberId = await history(shop, dice(seed));
    const [ledger, rows] = [await wholeLedger(shop, memberId), await written(shop)];
    // Each entry once, and no event on two pages.
    expect(ledger.map(({ id }) => id).sort()).toEqual(rows.map(({ id }) => id).sort());
    expect(new Set(ledger.map(({ event }) => event)).size).toBeGreaterThan(25);
    for (const { event, unit, balance, points } of ledger) {
      const until = rows.filter(({ id }) => BigInt(id) <= BigInt(event));
      const sum = (of: string) => until.reduce((total, row) => total + (row.unit === of ? row.amount : 0), 0);
      expect([balance, points]).toEqual([sum(unit), sum('points')]);
    }
    const answer = await readMember(
      { id: shop.id, timeZone: 'Europe/Paris', currency: 'EUR' },
      memberId,
      null,
    );
    if (!answer || 'mergedInto' in answer) throw new Error('no member');
    expect(ledger.find(({ unit }) => unit === 'points')?.balance).toBe(answer.member.points);
    for (const { key, stamps } of answer.member.cards) {
      expect(ledger.find(({ unit }) => unit === `stamps/${key}`)?.balance ?? 0).toBe(stamps);
    }
  },
);

it('C62 one shop’s ledger has nothing of another’s', async () => {
  const [shop, other] = [await installedShop(), await installedShop()];
  await tellAndApply(shop, order());
  await tellAndApply(other, order());
  const id = (await memberIdsOf(pool(), other.id, ['9001'])).get('9001')!;
  expect(await memberEntries(pool(), shop.id, id, null)).toEqual({ entries: [], hasMore: false });
});
