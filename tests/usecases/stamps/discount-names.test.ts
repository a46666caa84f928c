// What the merchant answers of a discount's name holds from then on, and can be changed for all that bears it.
import { beforeEach, describe, expect, it } from 'vitest';
import { figureMismatches } from '#app/db/figures/daily-figures.server.ts';
import { ledgerMismatches } from '#app/db/ledger/ledger-check.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { answeredNames } from '#app/db/stamps/discount-names.server.ts';
import { orderFlags } from '#app/db/stamps/order-flags.server.ts';
import { applyToldOrders } from '#app/usecases/orders/apply-orders.ts';
import { answerDiscountName } from '#app/usecases/stamps/answer-discount-name.ts';
import { changeDiscountName } from '#app/usecases/stamps/change-discount-name.ts';
import { decideOrderFlag } from '#app/usecases/stamps/decide-order-flag.ts';
import { nameCards } from '#tests/support/card-titles.ts';
import { card, line, order, rules } from '#tests/support/factories.ts';
import { balance, entries, installedShop, tellAndApply, type TestShop } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

const SALE = 'Six for five';
let shop: TestShop;

async function shopWithCard(): Promise<TestShop> {
  const installed = await installedShop({ rules: rules({ cards: [card()] }) });
  await nameCards(installed);
  return installed;
}

beforeEach(async () => {
  shop = await shopWithCard();
});

/** So many coffees of 3.00, some of them free under a title. */
function bought(quantity: number, free: number, title = SALE) {
  const discounts = [{ application: 0, amount: [300 * free, 300 * free] as const }];
  const lines = [line({ lineId: '11', priceMinor: 300, quantity, discounts })];
  return order({ lines, discounts: [{ type: 'automatic', title }] });
}

const stamps = async () => (await balance(shop)).stamps;
const open = () => orderFlags(pool(), shop.id, { decided: false, after: null, limit: 20 });
const names = () => answeredNames(pool(), shop.id, 50);

async function answer(orderId: string, isOwn: boolean): Promise<void> {
  const flag = { orderId, lineId: '11' };
  expect(await answerDiscountName(shop.id, flag, { isOwn, decidedBy: '42' })).toEqual({ ok: true });
  await applyToldOrders(shop.id);
}

async function change(isOwn: boolean, title = SALE): Promise<void> {
  expect(await changeDiscountName(shop.id, { title, isOwn, decidedBy: '43' })).toEqual({ ok: true });
  await applyToldOrders(shop.id);
}

async function sound(): Promise<void> {
  expect(await ledgerMismatches(pool(), shop.id)).toEqual([]);
  expect(await figureMismatches(pool(), shop.id)).toEqual([]);
}

describe('the answer for a discount’s name', () => {
  it('“it’s the free one” holds for orders to come, in any case of letters: nobody is asked again', async () => {
    const first = bought(6, 1);
    await tellAndApply(shop, first);
    expect(await stamps()).toBe(6);
    await answer(first.orderId, false);
    expect(await stamps()).toBe(0);
    await tellAndApply(shop, bought(6, 1), bought(12, 2, ' six for FIVE'));
    expect(await open()).toEqual([]);
    expect(await stamps()).toBe(0);
    expect(await names()).toEqual([{ title: SALE, isOwn: false }]);
    // What isn't the price of whole items is asked about, as under the card's own title.
    const half = order({
      lines: [
        line({ lineId: '12', priceMinor: 300, discounts: [{ application: 0, amount: [150, 150] as const }] }),
      ],
      discounts: [{ type: 'automatic', title: SALE }],
    });
    await tellAndApply(shop, half);
    expect((await open()).map(({ reason }) => reason)).toEqual(['not-whole-units']);
    await sound();
  });

  it('is changed for every order that bears the name, there and back, and twice is as once', async () => {
    const first = bought(6, 1);
    await tellAndApply(shop, first);
    await answer(first.orderId, false);
    await tellAndApply(shop, bought(6, 1));
    for (const [isOwn, left] of [
      [true, 12],
      [true, 12],
      [false, 0],
      [false, 0],
      [true, 12],
    ] as const) {
      await change(isOwn, SALE.toUpperCase());
      expect(await stamps()).toBe(left);
      expect(await names()).toEqual([{ title: SALE, isOwn }]);
    }
    const written = (await entries(shop, '9001', 'stamps/coffee')).length;
    await tellAndApply(shop, bought(6, 1));
    expect(await open()).toEqual([]);
    expect(await stamps()).toBe(18);
    expect((await entries(shop, '9001', 'stamps/coffee')).length).toBe(written + 1);
    await sound();
  });

  it('“it’s mine” is changed to the card’s, with the orders that were never asked about', async () => {
    const first = bought(6, 1);
    await tellAndApply(shop, first);
    await answer(first.orderId, true);
    await tellAndApply(shop, bought(6, 1));
    expect(await stamps()).toBe(12);
    await change(false);
    expect(await stamps()).toBe(0);
    await sound();
  });

  it('a single order may be an exception, until the name is answered otherwise', async () => {
    const [first, second] = [bought(6, 1), bought(6, 1)];
    await tellAndApply(shop, first, second);
    await answer(first.orderId, false);
    const flag = { orderId: second.orderId, lineId: '11' };
    await decideOrderFlag(shop.id, flag, { freeUnits: 0, decidedBy: '42' });
    await applyToldOrders(shop.id);
    expect(await stamps()).toBe(6);
    await tellAndApply(shop, bought(6, 1));
    expect(await stamps()).toBe(6);
    expect(await names()).toEqual([{ title: SALE, isOwn: false }]);
    await change(true);
    expect(await stamps()).toBe(18);
    await sound();
  });

  it('C03 several answers at once end in one of them, and in what it says of every order', async () => {
    const first = bought(6, 1);
    await tellAndApply(shop, first);
    await answer(first.orderId, true);
    const told = [false, true, false, true, false].map((isOwn) =>
      changeDiscountName(shop.id, { title: SALE, isOwn, decidedBy: '43' }),
    );
    await Promise.all([...told, tellAndApply(shop, bought(6, 1))]);
    await applyToldOrders(shop.id);
    const [name] = await names();
    expect(await stamps()).toBe(name?.isOwn ? 12 : 0);
    expect(await open()).toEqual([]);
    await sound();
  });

  it('C62 is the shop’s alone, and a name that was never asked about has none', async () => {
    const first = bought(6, 1);
    await tellAndApply(shop, first);
    await answer(first.orderId, true);
    const other = await shopWithCard();
    const wanted = { title: SALE, isOwn: false, decidedBy: '43' };
    expect(await changeDiscountName(other.id, wanted)).toMatchObject({ reason: 'no-flag' });
    expect(await changeDiscountName(shop.id, { ...wanted, title: 'Coffee card' })).toMatchObject({
      reason: 'no-flag',
    });
    expect(await names()).toEqual([{ title: SALE, isOwn: true }]);
  });
});
