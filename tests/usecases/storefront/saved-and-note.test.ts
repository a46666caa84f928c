// What a member's copy remembers: what the last free item saved, and what the merchant wrote.
import { expect, it } from 'vitest';
import { now } from '#app/clock.server.ts';
import { projectMember } from '#app/core/storefront/project-member.ts';
import type { OrderSnapshot } from '#app/core/snapshots/order-snapshot.ts';
import { dayIn } from '#app/core/values/days.ts';
import { pool } from '#app/db/pool.server.ts';
import { unsyncedMembers } from '#app/db/storefront/sync.server.ts';
import { adjustMember } from '#app/usecases/members/adjust-member.ts';
import { exportCustomerData } from '#app/usecases/members/export-customer-data.ts';
import { nameCards } from '#tests/support/card-titles.ts';
import { at, card, line, nextId, order, rules } from '#tests/support/factories.ts';
import { merge, redact } from '#tests/support/people.ts';
import { installedShop, tellAndApply, type TestShop } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

const discounts = [{ type: 'automatic', title: 'Coffee card' } as const];
const ZONE = 'Europe/Paris';

function coffees(quantity: number, free: number, changes: Partial<OrderSnapshot> = {}, kept = quantity) {
  const given = free > 0 ? [{ application: 0, amount: [950 * free, 950 * free] as const }] : [];
  const bought = { lineId: '11', priceMinor: 950, quantity, currentQuantity: kept, discounts: given };
  return order({ lines: [line(bought)], discounts: free > 0 ? discounts : [], ...changes });
}

async function shopWithCard(): Promise<TestShop> {
  const shop = await installedShop({ rules: rules({ cards: [card()] }) });
  await nameCards(shop);
  return shop;
}

async function shown(shop: TestShop, today = dayIn(ZONE, now())) {
  const [member] = await unsyncedMembers(pool(), shop.id, 1, { at: now(), today });
  return { id: member!.id, ...projectMember(member!.state(), [card()]) };
}

const wanted = (note: string, amount = 5) => ({
  ...{ unit: 'points', amount, reason: 'Broken cup', note, requestKey: nextId() },
  ...{ madeBy: '42', belowZero: false },
});

it('what the last free item saved is told, until the order is given back', async () => {
  const shop = await shopWithCard();
  await tellAndApply(shop, coffees(5, 0));
  expect(await shown(shop)).not.toHaveProperty('saved');
  const first = coffees(7, 1);
  const second = coffees(12, 2, { processedAt: at('23:30'), updatedAt: at('23:30') });
  await tellAndApply(shop, first);
  expect(await shown(shop)).toMatchObject({ saved: { minor: 950, day: '2026-11-21' } });
  // 23:30 in UTC is the next day in Paris.
  await tellAndApply(shop, second);
  expect(await shown(shop)).toMatchObject({
    saved: { minor: 1900, day: '2026-11-22', free: 2, card: 'coffee' },
  });
  const back = { ...second, updatedAt: '2026-11-22T10:00:00Z', lines: coffees(12, 2, {}, 0).lines };
  await tellAndApply(shop, back);
  expect(await shown(shop)).toMatchObject({ saved: { minor: 950, day: '2026-11-21' } });
});

it('C36 it stays when the member is merged into another', async () => {
  const shop = await shopWithCard();
  await tellAndApply(shop, coffees(6, 1), coffees(1, 0, { customerId: '2' }));
  await merge(shop, '2', '9001');
  expect(await shown(shop)).toMatchObject({ saved: { minor: 950 } });
});

it('the newest sentence to the customer is told for thirty days', async () => {
  const shop = await shopWithCard();
  await tellAndApply(shop, coffees(1, 0));
  const { id } = await shown(shop);
  expect(await shown(shop)).not.toHaveProperty('note');
  await adjustMember(shop.id, id, wanted('Sorry for the cup!\nSee you soon'));
  await adjustMember(shop.id, id, wanted(''));
  const day = dayIn(ZONE, now());
  expect(await shown(shop)).toMatchObject({ note: { text: 'Sorry for the cup! See you soon', day } });
  await adjustMember(shop.id, id, wanted('Thank you, <b>Anna</b> & all', 1));
  expect(await shown(shop)).toMatchObject({ note: { text: 'Thank you, <b>Anna</b> & all', day } });
  expect(await shown(shop, '2027-06-01')).not.toHaveProperty('note');
});

it('C63 it is in the file of the person’s data, and goes when the customer is erased', async () => {
  const shop = await shopWithCard();
  await tellAndApply(shop, coffees(1, 0));
  const { id } = await shown(shop);
  await adjustMember(shop.id, id, wanted('For you, Jane'));
  expect(await exportCustomerData(shop, '9001')).toMatchObject({ adjustments: [{ note: 'For you, Jane' }] });
  await redact(shop, '9001');
  const { rows } = await pool().query('select reason, note from "Adjustment" where "shopId" = $1', [shop.id]);
  expect(rows).toEqual([{ reason: null, note: null }]);
});
