import { describe, expect, it } from 'vitest';
import { figureMismatches } from '#app/db/figures/daily-figures.server.ts';
import { ledgerMismatches } from '#app/db/ledger/ledger-check.server.ts';
import { countOpenFlags, orderFlags } from '#app/db/stamps/order-flags.server.ts';
import { pool } from '#app/db/pool.server.ts';
import type { OrderSnapshot } from '#app/core/snapshots/order-snapshot.ts';
import { applyToldOrders } from '#app/usecases/orders/apply-orders.ts';
import { answerDiscountName } from '#app/usecases/stamps/answer-discount-name.ts';
import { decideOrderFlag } from '#app/usecases/stamps/decide-order-flag.ts';
import { at, card, line, order, rules } from '#tests/support/factories.ts';
import { nameCards } from '#tests/support/card-titles.ts';
import { merge } from '#tests/support/people.ts';
import {
  addVersion,
  balance,
  entries,
  installedShop,
  tell,
  tellAndApply,
  type TestShop,
} from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

const discounts = [{ type: 'automatic', title: 'Coffee card' } as const];

/** One line of `quantity` coffees, of which `free` are free. */
function coffees(quantity: number, free = 0, kept = quantity) {
  const off = [300 * free, 300 * free] as const;
  const given = free > 0 ? [{ application: 0, amount: off }] : [];
  return [line({ lineId: '11', priceMinor: 300, quantity, currentQuantity: kept, discounts: given })];
}

const bought = (quantity: number, free = 0, changes: Partial<OrderSnapshot> = {}): OrderSnapshot =>
  order({ lines: coffees(quantity, free), discounts: free > 0 ? discounts : [], ...changes });

async function shopWithCard(size = 5): Promise<TestShop> {
  const shop = await installedShop({ rules: rules({ cards: [card({ size })] }) });
  await nameCards(shop);
  return shop;
}

async function stamps(shop: TestShop): Promise<number> {
  return (await balance(shop)).stamps;
}

const moves = async (shop: TestShop) =>
  (await entries(shop, '9001', 'stamps/coffee')).map(({ amount, balanceAfter }) => [amount, balanceAfter]);

async function sound(shop: TestShop): Promise<void> {
  expect(await ledgerMismatches(pool(), shop.id)).toEqual([]);
  expect(await figureMismatches(pool(), shop.id)).toEqual([]);
}

async function figures(shop: TestShop): Promise<Record<string, number>> {
  const { rows } = await pool().query<{ kind: string; amount: number }>(
    `select kind, sum(amount)::int as amount from "DailyFigure" where "shopId" = $1 group by kind`,
    [shop.id],
  );
  return Object.fromEntries(rows.map(({ kind, amount }) => [kind, amount]));
}

describe('the sixth free', () => {
  it('C49 six in one order: five stamps come and five go, and the history says so', async () => {
    const shop = await shopWithCard();
    const six = bought(6, 1);
    await tellAndApply(shop, six, six, { ...six, updatedAt: at('11:00'), tags: ['packed'] });
    expect(await moves(shop)).toEqual([
      [5, 5],
      [-5, 0],
    ]);
    const [earned, taken] = await entries(shop, '9001', 'stamps/coffee');
    const lines = [{ lineId: '11', units: 5, quantity: 6, kept: 6, free: 1, taken: 5 }];
    expect(earned?.explanation).toMatchObject({ target: 5, size: 5, stamps: lines });
    expect(taken?.explanation).toMatchObject({ part: 'taken', target: -5, size: 5, stamps: lines });
    expect(await figures(shop)).toMatchObject({ 'cards-filled': 1, 'units-freed': 1, 'orders-counted': 1 });
    await sound(shop);
  });

  it('C49 five over three orders, then one free; twelve at once; fifteen', async () => {
    const shop = await shopWithCard();
    await tellAndApply(shop, bought(2), bought(2), bought(1));
    expect(await stamps(shop)).toBe(5);
    await tellAndApply(shop, bought(1, 1));
    expect(await stamps(shop)).toBe(0);
    await tellAndApply(shop, bought(12, 2));
    expect(await stamps(shop)).toBe(0);
    await tellAndApply(shop, bought(15, 2));
    expect(await stamps(shop)).toBe(3);
    expect(await figures(shop)).toMatchObject({ 'cards-filled': 5, 'units-freed': 5 });
    await sound(shop);
  });

  it('C50 a free unit earns no stamp, told once, twice and by several workers at once', async () => {
    const shop = await shopWithCard();
    const free = bought(1, 1);
    await tellAndApply(shop, bought(5));
    await Promise.all(Array.from({ length: 8 }, () => tell(shop, free)));
    await Promise.all(Array.from({ length: 5 }, () => applyToldOrders(shop.id)));
    expect(await moves(shop)).toEqual([
      [5, 5],
      [-5, 0],
    ]);
  });

  it('C51 a stamped unit returned after the free unit was taken is owed, and repaid first', async () => {
    const shop = await shopWithCard();
    const five = bought(5);
    await tellAndApply(shop, five, bought(1, 1));
    await tellAndApply(shop, { ...five, updatedAt: at('11:00'), lines: coffees(5, 0, 4) });
    expect(await stamps(shop)).toBe(-1);
    await tellAndApply(shop, bought(3));
    expect(await stamps(shop)).toBe(2);
    await sound(shop);
  });

  it('C51 one returned before it was taken leaves four, and the next free unit is due later', async () => {
    const shop = await shopWithCard();
    const five = bought(5);
    await tellAndApply(shop, five, { ...five, updatedAt: at('11:00'), lines: coffees(5, 0, 4) });
    await tellAndApply(shop, bought(2, 1));
    expect(await stamps(shop)).toBe(0);
  });

  it('C65 five unpaid orders, one after another, with five stamps: one free unit in all', async () => {
    const shop = await shopWithCard();
    await tellAndApply(shop, bought(5));
    const unpaid = { status: 'pending' } as const;
    const first = bought(1, 1, unpaid);
    await tellAndApply(shop, first);
    // The cart of the next ones sees no stamps any more, and makes nothing free.
    expect(await stamps(shop)).toBe(0);
    const others = Array.from({ length: 4 }, () => bought(1, 0, unpaid));
    await tellAndApply(shop, ...others);
    expect(await balance(shop)).toMatchObject({ stamps: 0, coming: 4 });
    const paid = [first, ...others].map(
      (each) => ({ ...each, status: 'paid', updatedAt: at('12:00') }) as const,
    );
    await tellAndApply(shop, ...paid);
    expect(await balance(shop)).toMatchObject({ stamps: 4, coming: 0 });
    expect(await figures(shop)).toMatchObject({ 'units-freed': 1 });
    await sound(shop);
  });

  it('C65 six that aren’t paid yet have taken five, and five come with payment', async () => {
    const shop = await shopWithCard();
    const six = bought(6, 1, { status: 'pending' });
    await tellAndApply(shop, six);
    expect(await balance(shop)).toMatchObject({ stamps: -5, coming: 5 });
    await tellAndApply(shop, { ...six, status: 'paid', updatedAt: at('11:00') });
    expect(await balance(shop)).toMatchObject({ stamps: 0, coming: 0 });
    expect(await figures(shop)).toMatchObject({ 'cards-filled': 1, 'units-freed': 1 });
    await tellAndApply(shop, { ...six, cancelledAt: at('12:00'), updatedAt: at('12:00') });
    expect(await stamps(shop)).toBe(0);
    expect(await figures(shop)).toMatchObject({ 'cards-filled': 0, 'units-freed': 0 });
    await sound(shop);
  });

  it('C66 a paid order edited upward, outstanding for a while, then cancelled', async () => {
    const shop = await shopWithCard();
    const six = bought(6, 1);
    const edited = {
      ...six,
      lines: coffees(8, 1),
      status: 'partially_paid',
      updatedAt: at('11:00'),
    } as const;
    await tellAndApply(shop, six, edited);
    expect(await balance(shop)).toMatchObject({ stamps: 0, coming: 2 });
    await tellAndApply(shop, { ...edited, status: 'paid', updatedAt: at('12:00') });
    expect(await balance(shop)).toMatchObject({ stamps: 2, coming: 0 });
    await tellAndApply(shop, { ...edited, cancelledAt: at('13:00'), updatedAt: at('13:00') });
    expect(await balance(shop)).toMatchObject({ stamps: 0, coming: 0 });
    await sound(shop);
  });

  it('C70 C53 two carts with one set of stamps: the second unit is owed, and repaid first', async () => {
    const shop = await shopWithCard();
    await tellAndApply(shop, bought(5));
    await tell(shop, bought(1, 1), bought(1, 1));
    await Promise.all([applyToldOrders(shop.id), applyToldOrders(shop.id)]);
    expect(await stamps(shop)).toBe(-5);
    await tellAndApply(shop, bought(6));
    expect(await stamps(shop)).toBe(1);
    expect(await figures(shop)).toMatchObject({ 'cards-filled': 2, 'units-freed': 2 });
    await sound(shop);
  });

  it('C71 one of six returned, five of them, all; bought and returned in a loop', async () => {
    const shop = await shopWithCard();
    for (const kept of [5, 1, 0]) {
      const six = bought(6, 1);
      await tellAndApply(shop, six, { ...six, updatedAt: at('11:00'), lines: coffees(6, 1, kept) });
      expect(await stamps(shop)).toBe(0);
    }
    await sound(shop);
  });
});

describe('an order with a free unit that changes hands', () => {
  it('gives back what it moved at the former customer, and moves it at the new one', async () => {
    const shop = await shopWithCard();
    const free = bought(2, 1);
    await tellAndApply(shop, bought(4), free);
    expect(await stamps(shop)).toBe(0);
    await tellAndApply(shop, { ...free, customerId: '9002', updatedAt: at('11:00') });
    expect([await stamps(shop), (await balance(shop, '9002')).stamps]).toEqual([4, -4]);
    expect(await figures(shop)).toMatchObject({ 'units-freed': 1 });
    await sound(shop);
  });

  it('of a guest takes nothing until it is claimed', async () => {
    const shop = await shopWithCard();
    const guest = bought(6, 1, { customerId: null });
    await tellAndApply(shop, guest);
    expect(await figures(shop)).toEqual({});
    await tellAndApply(shop, { ...guest, customerId: '9001', updatedAt: at('11:00') });
    expect(await moves(shop)).toEqual([
      [5, 5],
      [-5, 0],
    ]);
  });

  it('C36 follows its customer into a merge, and is given back there', async () => {
    const shop = await shopWithCard();
    const free = bought(1, 1, { customerId: '9002' });
    await tellAndApply(shop, bought(3), bought(5, 0, { customerId: '9002' }), free);
    await merge(shop, '9001', '9002');
    expect(await stamps(shop)).toBe(3);
    await tellAndApply(shop, { ...free, updatedAt: at('11:00'), cancelledAt: at('11:00') });
    expect(await stamps(shop)).toBe(8);
    await sound(shop);
  });
});

describe('a card’s days', () => {
  it('are the shop’s, by when the order was placed, and stay when the shop moves', async () => {
    const dated = card({ startsOn: '2026-11-22', endsOn: '2026-11-22' });
    const shop = await installedShop({ rules: rules({ cards: [dated] }) });
    // The 22nd begins at 23:00 in Paris.
    const eve = bought(2, 0, { processedAt: at('22:59:59'), updatedAt: at('22:59:59') });
    const day = bought(3, 0, { processedAt: at('23:00'), updatedAt: at('23:00') });
    await tellAndApply(shop, eve, day);
    expect(await stamps(shop)).toBe(3);
    await pool().query(`update "Shop" set "timeZone" = 'America/New_York' where id = $1`, [shop.id]);
    await tellAndApply(shop, { ...day, updatedAt: at('23:30'), tags: ['packed'] });
    expect(await stamps(shop)).toBe(3);
  });
});

describe('C52 the card’s size changes', () => {
  async function grown(): Promise<TestShop> {
    const shop = await shopWithCard(5);
    await tellAndApply(shop, bought(4));
    await addVersion(shop.id, 2, rules({ cards: [card({ size: 8 })] }), at('12:00'));
    return shop;
  }
  const later = { processedAt: at('13:00'), updatedAt: at('13:00') };

  const cardOf = async (shop: TestShop) => {
    const { rows } = await pool().query<{ size: number; ended: boolean }>(
      `select size, "endedBy" is not null as ended from "MemberCard" where "shopId" = $1`,
      [shop.id],
    );
    return rows[0];
  };

  it('four of five stay four of five, the sixth is free, and the next card has eight', async () => {
    const shop = await grown();
    await tellAndApply(shop, bought(2, 1, later));
    expect(await stamps(shop)).toBe(0);
    expect(await cardOf(shop)).toEqual({ size: 5, ended: true });
    await tellAndApply(shop, bought(9, 1, { processedAt: at('14:00'), updatedAt: at('14:00') }));
    expect(await stamps(shop)).toBe(0);
    expect(await cardOf(shop)).toEqual({ size: 8, ended: true });
    await sound(shop);
  });

  it('an order keeps its size however often and late it is told again', async () => {
    const shop = await grown();
    const taking = bought(2, 1, later);
    await tellAndApply(shop, taking, bought(1, 0, { processedAt: at('14:00'), updatedAt: at('14:00') }));
    expect(await cardOf(shop)).toEqual({ size: 8, ended: false });
    await tellAndApply(shop, { ...taking, updatedAt: at('15:00'), tags: ['packed'] });
    expect(await stamps(shop)).toBe(1);
    await tellAndApply(shop, { ...taking, updatedAt: at('16:00'), cancelledAt: at('16:00') });
    expect(await stamps(shop)).toBe(5);
    expect(await cardOf(shop)).toEqual({ size: 8, ended: false });
  });

  it('a card whose free unit is given back runs on at its old size', async () => {
    const shop = await grown();
    const taking = bought(2, 1, later);
    await tellAndApply(shop, taking, { ...taking, updatedAt: at('15:00'), cancelledAt: at('15:00') });
    expect(await stamps(shop)).toBe(4);
    expect(await cardOf(shop)).toEqual({ size: 5, ended: false });
  });

  it('orders told together go by their time, whatever order they are told in', async () => {
    const ends = [];
    for (const turn of [0, 1]) {
      const shop = await grown();
      const first = bought(2, 1, later);
      const second = bought(1, 0, { processedAt: at('14:00'), updatedAt: at('14:00') });
      await tell(shop, ...(turn === 0 ? [first, second] : [second, first]));
      await applyToldOrders(shop.id);
      ends.push([await stamps(shop), await cardOf(shop)]);
    }
    expect(ends[0]).toEqual([1, { size: 8, ended: false }]);
    expect(ends[1]).toEqual(ends[0]);
  });
});

describe('C69 what can’t be read for certain', () => {
  const odd = () => {
    const amount = [450, 450] as const;
    const lines = [
      line({ lineId: '11', priceMinor: 300, quantity: 6, discounts: [{ application: 0, amount }] }),
    ];
    return order({ lines, discounts });
  };
  const open = (shop: TestShop) => orderFlags(pool(), shop.id, { decided: false, after: null, limit: 10 });

  it('is flagged once, takes nothing, and waits for the merchant', async () => {
    const shop = await shopWithCard();
    const told = odd();
    await tellAndApply(shop, told, told);
    expect(await stamps(shop)).toBe(6);
    expect(await open(shop)).toMatchObject([
      {
        orderId: told.orderId,
        orderName: '#1001',
        lineId: '11',
        cardKey: 'coffee',
        reason: 'not-whole-units',
        title: 'Coffee card',
        amountMinor: 450,
        grossMinor: 1_800,
        quantity: 6,
        freeUnits: null,
        decidedAt: null,
      },
    ]);
    expect(await countOpenFlags(pool(), shop.id)).toBe(1);
  });

  it('a decision is applied once, however often and at once it is made, and may be changed', async () => {
    const shop = await shopWithCard();
    const told = odd();
    await tellAndApply(shop, told);
    const flag = { orderId: told.orderId, lineId: '11' };
    const decide = (freeUnits: number) => decideOrderFlag(shop.id, flag, { freeUnits, decidedBy: '42' });
    const answers = await Promise.all([decide(1), decide(1), decide(1)]);
    expect(answers).toEqual([{ ok: true }, { ok: true }, { ok: true }]);
    await Promise.all([applyToldOrders(shop.id), applyToldOrders(shop.id)]);
    expect(await stamps(shop)).toBe(0);
    expect(await open(shop)).toEqual([]);
    await tellAndApply(shop, { ...told, updatedAt: at('11:00'), tags: ['packed'] });
    expect(await stamps(shop)).toBe(0);
    await decide(0);
    await applyToldOrders(shop.id);
    expect(await stamps(shop)).toBe(6);
    await sound(shop);
  });

  it('a decision that can’t be is refused: more units than the line has, no flag, another shop’s flag', async () => {
    const [shop, other] = [await shopWithCard(), await shopWithCard()];
    const told = odd();
    await tellAndApply(shop, told);
    const flag = { orderId: told.orderId, lineId: '11' };
    const wanted = { freeUnits: 7, decidedBy: '42' };
    const tooMany = { ok: false, field: 'freeUnits', reason: 'not-units-of-line' };
    expect(await decideOrderFlag(shop.id, flag, wanted)).toEqual(tooMany);
    expect(await decideOrderFlag(shop.id, flag, { ...wanted, freeUnits: 0.5 })).toEqual(tooMany);
    const none = { ok: false, field: null, reason: 'no-flag' };
    expect(await decideOrderFlag(shop.id, { ...flag, lineId: '12' }, wanted)).toEqual(none);
    // C62
    expect(await decideOrderFlag(other.id, flag, { ...wanted, freeUnits: 1 })).toEqual(none);
    expect(await orderFlags(pool(), other.id, { decided: false, after: null, limit: 10 })).toEqual([]);
  });

  it('a flag that nobody decided goes with what it was about', async () => {
    const shop = await shopWithCard();
    const told = odd();
    await tellAndApply(shop, told, { ...told, updatedAt: at('11:00'), cancelledAt: at('11:00') });
    expect(await open(shop)).toEqual([]);
  });

  it('a title that is called somebody else’s once is asked about no more', async () => {
    const shop = await shopWithCard();
    const sale = [{ type: 'automatic', title: 'Six for five' } as const];
    const orders = [bought(6, 1, { discounts: sale }), bought(6, 1, { discounts: sale })];
    await tellAndApply(shop, ...orders);
    expect((await open(shop)).map(({ reason }) => reason)).toEqual(['foreign-title', 'foreign-title']);
    const flag = { orderId: orders[0]!.orderId, lineId: '11' };
    await decideOrderFlag(shop.id, flag, { freeUnits: 0, decidedBy: '42' });
    await applyToldOrders(shop.id);
    await tellAndApply(shop, bought(6, 1, { discounts: [{ type: 'automatic', title: ' six for FIVE' }] }));
    expect(await open(shop)).toEqual([]);
    expect(await stamps(shop)).toBe(18);
  });

  it('a title that is called the card’s counts its whole units on every order that waits, and is asked about once', async () => {
    const [shop, other] = [await shopWithCard(), await shopWithCard()];
    const sale = [{ type: 'automatic', title: 'Six for five' } as const];
    const orders = [bought(6, 1, { discounts: sale }), bought(12, 2, { discounts: sale })];
    await tellAndApply(shop, ...orders);
    expect(await countOpenFlags(pool(), shop.id)).toBe(1);
    const flag = { orderId: orders[0]!.orderId, lineId: '11' };
    const answer = { isOwn: false, decidedBy: '42' };
    // C62
    expect(await answerDiscountName(other.id, flag, answer)).toMatchObject({ reason: 'no-flag' });
    const answers = await Promise.all([1, 2, 3].map(() => answerDiscountName(shop.id, flag, answer)));
    expect(answers).toEqual([{ ok: true }, { ok: true }, { ok: true }]);
    await applyToldOrders(shop.id);
    expect(await open(shop)).toEqual([]);
    expect(await stamps(shop)).toBe(0);
    const decided = await orderFlags(pool(), shop.id, { decided: true, after: null, limit: 10 });
    expect(decided.map(({ freeUnits }) => freeUnits).sort()).toEqual([1, 2]);
  });

  it('of a flag that isn’t about a name no question is answered; of one’s own name all are, also later', async () => {
    const shop = await shopWithCard();
    const told = odd();
    await tellAndApply(shop, told);
    const own = { isOwn: true, decidedBy: '42' };
    const oddFlag = { orderId: told.orderId, lineId: '11' };
    expect(await answerDiscountName(shop.id, oddFlag, own)).toMatchObject({ reason: 'no-flag' });
    const sale = { discounts: [{ type: 'automatic', title: 'Six for five' } as const] };
    const orders = [bought(6, 1, sale), bought(6, 1, sale)];
    await tellAndApply(shop, ...orders);
    expect(await countOpenFlags(pool(), shop.id)).toBe(2);
    const flag = { orderId: orders[1]!.orderId, lineId: '11' };
    expect(await answerDiscountName(shop.id, flag, own)).toEqual({ ok: true });
    await applyToldOrders(shop.id);
    await tellAndApply(shop, bought(6, 1, sale));
    expect((await open(shop)).map(({ reason }) => reason)).toEqual(['not-whole-units']);
  });

  it('C73 recurring orders of a subscription take no stamps twice', async () => {
    const shop = await shopWithCard();
    await tellAndApply(shop, bought(6, 1), bought(6, 1, { source: 'subscription_contract' }));
    expect(await stamps(shop)).toBe(6);
    expect((await open(shop)).map(({ reason }) => reason)).toEqual(['subscription']);
  });
});
