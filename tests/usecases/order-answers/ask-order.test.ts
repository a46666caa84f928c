// A merchant's question about an order: of the app's own, of Shopify's, and of none.
import { useLocalShopify, type InstalledShop } from '#tests/support/use-local-shopify.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import type { AskedOrderAnswer } from '#app/core/order-answers/merchants-answer.ts';
import { pool } from '#app/db/pool.server.ts';
import { applyOrders } from '#app/usecases/orders/apply-orders.ts';
import { askOrder } from '#app/usecases/order-answers/ask-order.ts';
import { readOrderNow } from '#app/usecases/order-answers/read-order-now.ts';
import { nextId, order } from '#tests/support/factories.ts';
import { tell, tellAndApply } from '#tests/support/shops.ts';

const local = useLocalShopify(2);
let shop: InstalledShop;
let other: InstalledShop;

beforeAll(async () => {
  shop = await local.install(0);
  other = await local.install(1);
});

async function buy(of = shop) {
  const [customerId = ''] = of.local.customers.keys();
  const variantId = of.local.products[0]!.variants[0]!.id;
  return of.local.placeOrder({
    customerId,
    lines: [{ variantId, quantity: 2 }],
    payment: 'paid',
    locale: 'en',
  });
}

async function ask(name: string, memberId: string | null = null, of = shop): Promise<AskedOrderAnswer> {
  const answer = await askOrder(of, name, memberId);
  if (!answer) throw new Error('no shop');
  return answer;
}

describe('an order that the app wasn’t told of', () => {
  test('is found at Shopify, read at once, counted, and its amounts are the ledger’s', async () => {
    const placed = await buy();
    const before = await ask(placed.name);
    expect(before).toMatchObject({ known: 'at-shopify', name: placed.name, why: 'not-told' });
    if (before.known !== 'at-shopify') throw new Error(before.known);
    expect(await readOrderNow(shop, before.orderId)).toBe(true);
    expect(await ask(placed.name)).toMatchObject({ known: 'here', order: { why: [{ why: 'counting' }] } });
    await applyOrders(shop.id);
    const after = await ask(placed.name);
    if (after.known !== 'here') throw new Error(after.known);
    expect(after.order).toMatchObject({ whose: 'theirs', money: 'paid', why: [] });
    const { rows } = await pool().query<{ unit: string; sum: number }>(
      `select unit, sum(amount)::int as sum from "LedgerEntry" where "shopId" = $1 and "orderId" = $2 group by unit`,
      [shop.id, before.orderId],
    );
    const moved = after.order.moved.map(({ unit, given, taken }) => ({ unit, sum: given - taken }));
    expect(moved).toEqual(rows);
    // Read again, nothing is counted twice.
    expect(await readOrderNow(shop, before.orderId)).toBe(true);
    await applyOrders(shop.id);
    expect(await ask(placed.name)).toEqual(after);
  });

  test('of a time before the program is said to be so, and not read', async () => {
    const placed = await buy(other);
    await pool().query('update "Shop" set "earnsFrom" = now() + interval \'9 days\' where id = $1', [
      other.id,
    ]);
    expect(await ask(placed.name, null, other)).toMatchObject({ known: 'at-shopify', why: 'before-program' });
  });

  test('that is gone again meanwhile can’t be read', async () => {
    expect(await readOrderNow(shop, '999')).toBe(false);
  });
});

describe('C62 whose order it is', () => {
  test('only the merchant learns it; each shop has its own', async () => {
    const [anna, ben] = [nextId(), nextId()];
    await tellAndApply(shop, order({ customerId: anna, name: '#70001' }));
    await tellAndApply(shop, order({ customerId: ben, name: '#70002' }));
    await tellAndApply(shop, order({ customerId: null, name: '#70003' }));
    const first = await ask('70001');
    if (first.known !== 'here') throw new Error(first.known);
    const { memberId } = first.order;
    expect(await ask('#70001', memberId)).toMatchObject({ order: { whose: 'theirs', memberId } });
    expect(await ask('#70002', memberId)).toMatchObject({ order: { whose: 'anothers' } });
    expect(await ask('#70003', memberId)).toMatchObject({ order: { whose: 'nobodys', memberId: null } });
    expect(await ask('#70001', null, other)).toMatchObject({ known: 'nowhere' });
  });
});

test('an order that is set aside says so', async () => {
  const orderId = nextId();
  await tell(shop, order({ orderId, name: '#70009' }));
  await pool().query(
    `insert into "SetAsideOrder" ("shopId", "orderId", step, revision, reason, since, "tryAgainAt")
     values ($1, $2, 'apply', 1, 'a test', now(), now())`,
    [shop.id, orderId],
  );
  expect(await ask('70009')).toMatchObject({ order: { why: [{ why: 'set-aside' }], units: [] } });
});

test.each([
  '',
  '#',
  ' \u200b',
  "'; drop",
  '%',
  '"',
  '\\',
  '\u0000',
  '\ud83d',
  '注文',
  '9'.repeat(60),
  '*',
  'name:',
])('%j finds none', async (typed) => {
  expect(await ask(typed)).toMatchObject({ known: 'nowhere' });
});
