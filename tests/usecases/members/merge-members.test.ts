import { describe, expect, it } from 'vitest';
import { figureMismatches } from '#app/db/figures/daily-figures.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { adjustMember } from '#app/usecases/members/adjust-member.ts';
import { applyToldOrders } from '#app/usecases/orders/apply-orders.ts';
import { carryOutRequests } from '#app/usecases/members/carry-out-requests.ts';
import { at, card, line, order, rules } from '#tests/support/factories.ts';
import { merge, pointsOfShop, tellMerge } from '#tests/support/people.ts';
import { addVersion, balance, entries, installedShop, tell, tellAndApply } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

const coffees = (quantity: number, currentQuantity = quantity) => [
  line({ lineId: '11', priceMinor: 1_000, quantity, currentQuantity }),
];
const NOTHING = { points: 0, pending: 0, stamps: 0, coming: 0 };

describe('customers/merge', () => {
  it('C36 moves points, stamps and what is pending to the customer that is kept', async () => {
    const shop = await installedShop();
    const unpaid = order({ customerId: '2', status: 'pending', lines: coffees(1) });
    const own = order({ customerId: '1', lines: coffees(2) });
    await tellAndApply(shop, own, order({ customerId: '2', lines: coffees(3) }), unpaid);
    await merge(shop, '1', '2');
    expect(await balance(shop, '1')).toEqual({ points: 50, pending: 10, stamps: 5, coming: 1 });
    expect(await balance(shop, '2')).toEqual(NOTHING);
    await tellAndApply(shop, { ...unpaid, customerId: '1', status: 'paid', updatedAt: at('11:00') });
    expect(await balance(shop, '1')).toEqual({ points: 60, pending: 0, stamps: 6, coming: 0 });
    expect(await figureMismatches(pool(), shop.id)).toEqual([]);
  });

  it('C36 a refund after the merge takes the order’s own lot first', async () => {
    const shop = await installedShop();
    const first = order({ customerId: '2', lines: coffees(1) });
    const second = order({ customerId: '2', lines: coffees(3) });
    await tellAndApply(shop, order({ customerId: '1', lines: coffees(5) }), first, second);
    await merge(shop, '1', '2');
    await tellAndApply(shop, { ...second, updatedAt: at('11:00'), lines: coffees(3, 1) });
    const { rows } = await pool().query<{ orderId: string; amount: number }>(
      `select c."orderId"::text, a.amount::int from "LotAllocation" a
       join "LedgerEntry" d on d.id = a."debitId" join "LedgerEntry" c on c.id = a."creditId"
       where d."shopId" = $1 and d.unit = 'points' and d.kind = 'order'`,
      [shop.id],
    );
    expect(rows).toEqual([{ orderId: second.orderId, amount: 20 }]);
    expect(await balance(shop, '1')).toMatchObject({ points: 70, stamps: 7 });
  });

  it('C36 what the loser owes, the survivor owes', async () => {
    const shop = await installedShop();
    await tellAndApply(shop, order({ customerId: '1', lines: coffees(5) }));
    await tellAndApply(shop, order({ customerId: '2', lines: coffees(2) }));
    await owe(shop.id, '2', 30);
    await merge(shop, '1', '2');
    expect(await balance(shop, '1')).toMatchObject({ points: 20 });
    expect(await balance(shop, '2')).toMatchObject({ points: 0 });
  });

  it('C36 what the survivor owes is repaid by what the loser brings', async () => {
    const shop = await installedShop();
    await tellAndApply(shop, order({ customerId: '1' }), order({ customerId: '2', lines: coffees(5) }));
    await owe(shop.id, '1', 30);
    await merge(shop, '1', '2');
    expect(await balance(shop, '1')).toMatchObject({ points: 20 });
  });

  it('C36 late snapshots of the deleted customer’s orders follow the survivor', async () => {
    const shop = await installedShop();
    await merge(shop, '1', '2');
    await tellAndApply(shop, order({ customerId: '2', lines: coffees(2) }));
    expect(await balance(shop, '1')).toMatchObject({ points: 20, stamps: 2 });
    expect(await balance(shop, '2')).toEqual(NOTHING);
  });

  it('C36 a chain of merges ends at the last, in whatever order they are told', async () => {
    // Kept, deleted.
    const [first, second] = [['1', '2'] as const, ['2', '3'] as const];
    for (const pairs of [
      [first, second],
      [second, first],
    ]) {
      const shop = await installedShop();
      for (const customerId of ['1', '2', '3']) {
        await tellAndApply(shop, order({ customerId, lines: coffees(1) }));
      }
      for (const [kept, deleted] of pairs) await merge(shop, kept, deleted);
      await tellAndApply(shop, order({ customerId: '3', lines: coffees(1) }));
      await merge(shop, '1', '2');
      expect(await balance(shop, '1')).toMatchObject({ points: 40, stamps: 4 });
      expect(await pointsOfShop(shop)).toBe(40);
    }
  });

  it('C01 C36 told twice, and at once, it moves everything once', async () => {
    const shop = await installedShop();
    await tellAndApply(shop, order({ customerId: '1' }), order({ customerId: '2', lines: coffees(4) }));
    await Promise.all([tellMerge(shop, '1', '2'), tellMerge(shop, '1', '2')]);
    await Promise.all([carryOutRequests(shop.id), carryOutRequests(shop.id), carryOutRequests(shop.id)]);
    expect(await balance(shop, '1')).toMatchObject({ points: 54, stamps: 5 });
    expect((await entries(shop, '1')).filter(({ sourceKey }) => sourceKey.startsWith('merge/'))).toHaveLength(
      1,
    );
  });

  it('C36 merges and orders at once lose nothing', async () => {
    const shop = await installedShop();
    const customers = ['1', '2', '3', '4'];
    const orders = customers.flatMap((customerId) =>
      Array.from({ length: 10 }, () => order({ customerId, lines: coffees(1) })),
    );
    await Promise.all([
      ...orders.map((each) => tell(shop, each).then(() => applyToldOrders(shop.id))),
      ...['2', '3', '4'].map((deleted) => merge(shop, '1', deleted)),
    ]);
    await applyToldOrders(shop.id);
    expect(await balance(shop, '1')).toMatchObject({ points: 400, stamps: 40 });
    expect(await pointsOfShop(shop)).toBe(400);
  });

  it('C36 C52 the survivor’s running card keeps its size, a new one takes the loser’s', async () => {
    const shop = await installedShop();
    await tellAndApply(shop, order({ customerId: '1' }), order({ customerId: '2' }));
    await addVersion(shop.id, 2, rules({ cards: [card({ size: 8 })] }), at('09:00'));
    await tellAndApply(shop, order({ customerId: '3' }));
    await merge(shop, '1', '3');
    await merge(shop, '4', '2');
    expect(await sizes(shop.id)).toEqual({ 1: 5, 2: 5, 3: 8, 4: 5 });
  });

  it('C36 who was left out stays left out', async () => {
    const shop = await installedShop();
    await tellAndApply(shop, order({ customerId: '1' }), order({ customerId: '2' }));
    await pool().query('update "Member" set blocked = true where "shopId" = $1 and "customerId" = 2', [
      shop.id,
    ]);
    await merge(shop, '1', '2');
    const { rows } = await pool().query(
      'select blocked from "Member" where "shopId" = $1 and "customerId" = 1',
      [shop.id],
    );
    expect(rows).toEqual([{ blocked: true }]);
  });

  it('C62 touches no other shop', async () => {
    const [shop, other] = [await installedShop(), await installedShop()];
    for (const each of [shop, other]) {
      await tellAndApply(each, order({ customerId: '1' }), order({ customerId: '2' }));
    }
    await merge(shop, '1', '2');
    expect(await balance(other, '2')).toMatchObject({ points: 14 });
  });
});

describe('an order of another customer', () => {
  it('C36 takes its points along, and leaves the former customer what is theirs', async () => {
    const shop = await installedShop();
    const moved = order({ customerId: '1', lines: coffees(3) });
    await tellAndApply(shop, moved, order({ customerId: '1', lines: coffees(1) }));
    await tellAndApply(shop, { ...moved, customerId: '2', updatedAt: at('11:00') });
    expect(await balance(shop, '1')).toMatchObject({ points: 10, stamps: 1 });
    expect(await balance(shop, '2')).toMatchObject({ points: 30, stamps: 3 });
    const [taken] = (await entries(shop, '1')).filter(({ amount }) => amount < 0);
    expect(taken?.explanation).toMatchObject({ nothing: 'moved', posted: 30, target: 0 });
    await tellAndApply(shop, {
      ...moved,
      customerId: '2',
      updatedAt: at('11:30'),
      lines: coffees(3, 1),
    });
    expect(await balance(shop, '2')).toMatchObject({ points: 10, stamps: 1 });
    expect(await figureMismatches(pool(), shop.id)).toEqual([]);
  });

  it('C36 moved there and back ends where it began', async () => {
    const shop = await installedShop();
    const moved = order({ customerId: '1', lines: coffees(3) });
    await tellAndApply(
      shop,
      moved,
      { ...moved, customerId: '2', updatedAt: at('11:00') },
      { ...moved, updatedAt: at('12:00') },
    );
    expect(await balance(shop, '1')).toMatchObject({ points: 30, stamps: 3 });
    expect(await balance(shop, '2')).toEqual(NOTHING);
  });

  it('C36 told before the merge that caused it, the end is the same', async () => {
    const shop = await installedShop();
    const bought = order({ customerId: '2', lines: coffees(3) });
    await tellAndApply(shop, bought, { ...bought, customerId: '1', updatedAt: at('11:00') });
    await merge(shop, '1', '2');
    expect(await balance(shop, '1')).toMatchObject({ points: 30, stamps: 3 });
    expect(await balance(shop, '2')).toEqual(NOTHING);
  });

  it('C36 a guest’s order claimed by a customer who was merged is the survivor’s', async () => {
    const shop = await installedShop();
    const guest = order({ customerId: null, lines: coffees(2) });
    await tellAndApply(shop, guest);
    await merge(shop, '1', '2');
    await tellAndApply(shop, { ...guest, customerId: '2', updatedAt: at('11:00') });
    expect(await balance(shop, '1')).toMatchObject({ points: 20, stamps: 2 });
  });
});

/** Takes all points and more. */
async function owe(shopId: number, customerId: string, more: number): Promise<void> {
  const { rows } = await pool().query<{ id: string; points: number }>(
    'select id::text, points::int from "Member" where "shopId" = $1 and "customerId" = $2',
    [shopId, customerId],
  );
  const member = rows[0]!;
  const result = await adjustMember(shopId, member.id, {
    unit: 'points',
    amount: -(member.points + more),
    reason: 'spent',
    belowZero: true,
    requestKey: `owe-${member.id}`,
    madeBy: '42',
  });
  expect(result).toMatchObject({ ok: true });
}

async function sizes(shopId: number): Promise<Record<string, number>> {
  const { rows } = await pool().query<{ customerId: string; size: number }>(
    `select m."customerId"::text, c.size from "MemberCard" c join "Member" m on m.id = c."memberId"
     where m."shopId" = $1`,
    [shopId],
  );
  return Object.fromEntries(rows.map(({ customerId, size }) => [customerId, size]));
}
