import { describe, expect, it } from 'vitest';
import { pool } from '#app/db/pool.server.ts';
import { applyToldOrders } from '#app/usecases/orders/apply-orders.ts';
import { at, card, line, order, refund, rules } from '#tests/support/factories.ts';
import { addVersion, balance, entries, installedShop, tell, tellAndApply } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

const coffees = (quantity: number, currentQuantity = quantity) => [
  line({ lineId: '11', priceMinor: 1_000, quantity, currentQuantity }),
];

describe('an order that is told', () => {
  it('C01 awards once, however often it is told, in parallel and later', async () => {
    const shop = await installedShop();
    const bought = order({ lines: coffees(3) });
    await Promise.all(Array.from({ length: 10 }, () => tell(shop, bought)));
    await Promise.all(Array.from({ length: 5 }, () => applyToldOrders(shop.id)));
    await tellAndApply(shop, bought);
    expect(await balance(shop)).toMatchObject({ points: 30, stamps: 3 });
    expect(await entries(shop)).toHaveLength(1);
  });

  it('while points are off earns none, also once they are on; what is ordered from then on does', async () => {
    const shop = await installedShop({ rules: rules({ pointsOff: true }) });
    const before = order({ lines: coffees(3) });
    await tellAndApply(shop, before);
    expect(await balance(shop)).toMatchObject({ points: 0, pending: 0, stamps: 3 });
    expect(await entries(shop)).toEqual([]);
    await addVersion(shop.id, 2, rules(), at('11:00'));
    await tellAndApply(shop, { ...before, updatedAt: at('11:30') });
    expect(await entries(shop)).toEqual([]);
    const after = at('12:00');
    await tellAndApply(shop, order({ processedAt: after, updatedAt: after, lines: coffees(2) }));
    expect(await balance(shop)).toMatchObject({ points: 20, stamps: 5 });
  });

  it('C08 makes one member of a customer who comes from many sides at once', async () => {
    const shop = await installedShop();
    const orders = Array.from({ length: 12 }, () => order({ lines: coffees(1) }));
    await Promise.all(orders.map((each) => tell(shop, each)));
    await Promise.all(Array.from({ length: 6 }, () => applyToldOrders(shop.id)));
    const members = await pool().query('select 1 from "Member" where "shopId" = $1', [shop.id]);
    expect(members.rows).toHaveLength(1);
    expect(await balance(shop)).toMatchObject({ points: 120, stamps: 12 });
  });

  it('C53 counts two orders at once, both whole', async () => {
    const shop = await installedShop();
    await tell(shop, order({ lines: coffees(3) }));
    const first = applyToldOrders(shop.id);
    await tell(shop, order({ lines: coffees(2) }));
    await Promise.all([first, applyToldOrders(shop.id)]);
    await applyToldOrders(shop.id);
    expect(await balance(shop)).toMatchObject({ points: 50, stamps: 5 });
  });

  it('C49 fills a card over three orders, and runs on', async () => {
    const shop = await installedShop();
    for (const quantity of [2, 2, 1]) await tellAndApply(shop, order({ lines: coffees(quantity) }));
    expect(await balance(shop)).toMatchObject({ stamps: 5 });
    await tellAndApply(shop, order({ lines: coffees(12) }));
    expect(await balance(shop)).toMatchObject({ stamps: 17 });
  });

  it('stores with each entry why it is what it is', async () => {
    const shop = await installedShop();
    await tellAndApply(shop, order({ name: '#1007', lines: coffees(2) }));
    const [points] = await entries(shop);
    expect(points).toMatchObject({ amount: 20, balanceAfter: 20, programVersion: 1 });
    expect(points?.explanation).toMatchObject({
      order: '#1007',
      version: 1,
      target: 20,
      posted: 0,
      earned: { points: 1, perMinor: 100, baseMinor: 2_000, lines: [{ lineId: '11', keptMinor: 2_000 }] },
    });
    const [stamps] = await entries(shop, '9001', 'stamps/coffee');
    expect(stamps?.explanation).toMatchObject({ stamps: [{ lineId: '11', units: 2 }] });
  });

  it('a guest’s order posts nothing, and is the member’s once it is claimed', async () => {
    const shop = await installedShop();
    const guest = order({ customerId: null, lines: coffees(2) });
    await tellAndApply(shop, guest);
    expect((await pool().query('select 1 from "Member" where "shopId" = $1', [shop.id])).rows).toEqual([]);
    await tellAndApply(shop, { ...guest, customerId: '9001', updatedAt: at('10:30') });
    expect(await balance(shop)).toMatchObject({ points: 20, stamps: 2 });
  });

  it('C36 keeps correcting the member of an order whose customer Shopify has forgotten', async () => {
    const shop = await installedShop();
    const bought = order({ lines: coffees(2) });
    await tellAndApply(shop, bought, {
      ...bought,
      customerId: null,
      updatedAt: at('11:00'),
      lines: coffees(2, 1),
    });
    expect(await balance(shop)).toMatchObject({ points: 10, stamps: 1 });
  });
});

describe('payment', () => {
  it('C65 credits wait for it, and are shown as pending', async () => {
    const shop = await installedShop();
    const unpaid = order({ status: 'pending', lines: coffees(5) });
    await tellAndApply(shop, unpaid);
    expect(await balance(shop)).toEqual({ points: 0, pending: 50, stamps: 0, coming: 5 });
    await tellAndApply(shop, { ...unpaid, status: 'paid', updatedAt: at('10:30') });
    expect(await balance(shop)).toEqual({ points: 50, pending: 0, stamps: 5, coming: 0 });
  });

  it('C13 cancelled before it was paid, nothing stays pending', async () => {
    const shop = await installedShop();
    const unpaid = order({ status: 'pending', lines: coffees(5) });
    await tellAndApply(shop, unpaid, { ...unpaid, cancelledAt: at('10:30'), updatedAt: at('10:30') });
    expect(await balance(shop)).toEqual({ points: 0, pending: 0, stamps: 0, coming: 0 });
    expect(await entries(shop)).toEqual([]);
  });

  it('C66 a paid order edited upward, outstanding for a while, then paid, then cancelled', async () => {
    const shop = await installedShop();
    const paid = order({ lines: coffees(2) });
    const edited = { ...paid, status: 'partially_paid' as const, updatedAt: at('10:10'), lines: coffees(4) };
    await tellAndApply(shop, paid, edited);
    expect(await balance(shop)).toEqual({ points: 20, pending: 20, stamps: 2, coming: 2 });
    const settled = { ...edited, status: 'paid' as const, updatedAt: at('10:20') };
    await tellAndApply(shop, settled);
    expect(await balance(shop)).toEqual({ points: 40, pending: 0, stamps: 4, coming: 0 });
    await tellAndApply(shop, { ...settled, updatedAt: at('10:30'), cancelledAt: at('10:30') });
    expect(await balance(shop)).toEqual({ points: 0, pending: 0, stamps: 0, coming: 0 });
  });

  it('C12 an older paid snapshot that comes late still counts as paid', async () => {
    const shop = await installedShop();
    const paid = order({ lines: coffees(2), updatedAt: at('10:05') });
    const edited = { ...paid, status: 'partially_paid' as const, updatedAt: at('10:10'), lines: coffees(3) };
    await tellAndApply(shop, edited);
    expect(await balance(shop)).toMatchObject({ points: 0, pending: 30 });
    await tellAndApply(shop, paid);
    expect(await balance(shop)).toMatchObject({ points: 20, pending: 10 });
  });
});

describe('refunds and edits', () => {
  it('C09 use the rules of the award, though the rule was changed since', async () => {
    const shop = await installedShop();
    const bought = order({ lines: coffees(4) });
    await tellAndApply(shop, bought);
    await addVersion(shop.id, 2, rules({ earn: { points: 10, perMinor: 100 }, cards: [] }), at('10:30'));
    await tellAndApply(shop, { ...bought, updatedAt: at('11:00'), lines: coffees(4, 1) });
    expect(await balance(shop)).toMatchObject({ points: 10, stamps: 1 });
    expect((await entries(shop)).map(({ amount, programVersion }) => [amount, programVersion])).toEqual([
      [40, 1],
      [-30, 1],
    ]);
  });

  it('C68 an order placed before a publish and told after it earns under the old version', async () => {
    const shop = await installedShop();
    await addVersion(shop.id, 2, rules({ earn: { points: 10, perMinor: 100 } }), at('10:30'));
    await tellAndApply(
      shop,
      order({ processedAt: at('10:29:59'), updatedAt: at('12:00'), lines: coffees(1) }),
    );
    await tellAndApply(shop, order({ processedAt: at('10:30'), updatedAt: at('12:00'), lines: coffees(1) }));
    expect((await entries(shop)).map(({ amount, programVersion }) => [amount, programVersion])).toEqual([
      [10, 1],
      [100, 2],
    ]);
  });

  it('C10 three partial refunds whose rounded parts don’t add up leave what was kept', async () => {
    const shop = await installedShop();
    const three = (kept: number) => [
      line({ lineId: '11', quantity: 3, currentQuantity: kept, gross: [1_000, 1_000] }),
    ];
    const bought = order({ lines: three(3) });
    await tellAndApply(shop, bought);
    const left: number[] = [];
    for (const kept of [2, 1, 0]) {
      await tellAndApply(shop, { ...bought, updatedAt: at(`11:0${3 - kept}`), lines: three(kept) });
      left.push((await balance(shop)).points);
    }
    expect(left).toEqual([6, 3, 0]);
  });

  it('C11 several partial refunds under a card that includes only some products', async () => {
    const products = { all: false, productIds: ['1'], collectionIds: [], withTags: [], withoutTags: [] };
    const shop = await installedShop({ rules: rules({ cards: [card({ products })] }) });
    const lines = (a: number, b: number) => [
      line({ lineId: '11', productId: '1', priceMinor: 500, quantity: 3, currentQuantity: a }),
      line({ lineId: '12', productId: '2', priceMinor: 700, quantity: 3, currentQuantity: b }),
    ];
    const bought = order({ lines: lines(3, 3) });
    await tellAndApply(shop, bought);
    await tellAndApply(shop, { ...bought, updatedAt: at('11:00'), lines: lines(3, 1) });
    await tellAndApply(shop, { ...bought, updatedAt: at('11:10'), lines: lines(1, 1) });
    expect(await balance(shop)).toMatchObject({ points: 12, stamps: 1 });
  });

  it('C12 a refund told before the payment, and told twice', async () => {
    const shop = await installedShop();
    const refunded = order({ status: 'partially_refunded', updatedAt: at('11:00'), lines: coffees(4, 1) });
    await tellAndApply(shop, refunded, {
      ...refunded,
      status: 'paid',
      updatedAt: at('10:00'),
      lines: coffees(4),
    });
    await tellAndApply(shop, refunded);
    expect(await balance(shop)).toMatchObject({ points: 10, stamps: 1 });
    expect(await entries(shop)).toHaveLength(1);
  });

  it('C12 a refund of an order from before the install changes nothing', async () => {
    const shop = await installedShop();
    const old = order({ processedAt: at('07:00'), lines: coffees(4, 1), status: 'partially_refunded' });
    await tellAndApply(shop, old);
    expect(await balance(shop)).toEqual({ points: 0, pending: 0, stamps: 0, coming: 0 });
  });

  it('C13 exchange, edit up, edit down, line removed, custom amount, cancelled', async () => {
    const shop = await installedShop();
    const bought = order({ lines: coffees(3) });
    const steps: [string, Partial<typeof bought>, number][] = [
      ['edit down', { lines: coffees(3, 2) }, 20],
      ['exchange', { lines: [...coffees(3, 1), line({ lineId: '12', priceMinor: 1_500 })] }, 25],
      ['line removed', { lines: [...coffees(3, 0), line({ lineId: '12', priceMinor: 1_500 })] }, 15],
      ['edit up', { lines: [...coffees(3, 3), line({ lineId: '12', priceMinor: 1_500 })] }, 45],
      ['custom amount', { lines: coffees(3), refunds: [refund({ moneyMinor: 1_000 })] }, 20],
      ['cancelled', { cancelledAt: at('12:00') }, 0],
    ];
    await tellAndApply(shop, bought);
    for (const [index, [what, change, points]] of steps.entries()) {
      await tellAndApply(shop, { ...bought, ...change, updatedAt: at(`11:0${index}`) });
      expect({ what, points: (await balance(shop)).points }).toEqual({ what, points });
    }
  });

  it('C15 points taken back below zero are owed, and the next award repays them', async () => {
    const shop = await installedShop();
    const bought = order({ lines: coffees(4) });
    await tellAndApply(shop, bought);
    await spend(shop.id, 30);
    await tellAndApply(shop, { ...bought, updatedAt: at('11:00'), lines: coffees(4, 0), status: 'refunded' });
    expect(await balance(shop)).toMatchObject({ points: -30 });
    await tellAndApply(shop, order({ lines: coffees(5) }));
    expect(await balance(shop)).toMatchObject({ points: 20 });
  });

  it('C17 buy, refund, buy, refund gains nothing, pending or paid', async () => {
    const shop = await installedShop();
    for (const status of ['paid', 'pending', 'paid'] as const) {
      const bought = order({ status, lines: coffees(6) });
      await tellAndApply(shop, bought);
      await tellAndApply(shop, {
        ...bought,
        updatedAt: at('11:00'),
        status: 'refunded',
        lines: coffees(6, 0),
      });
    }
    expect(await balance(shop)).toEqual({ points: 0, pending: 0, stamps: 0, coming: 0 });
  });

  it('a deleted order is worth nothing, also when a snapshot comes after', async () => {
    const shop = await installedShop();
    const bought = order({ lines: coffees(2) });
    await tellAndApply(shop, bought);
    await tell(shop, { kind: 'deleted', orderId: bought.orderId });
    await applyToldOrders(shop.id);
    await tellAndApply(shop, { ...bought, updatedAt: at('12:00') });
    expect(await balance(shop)).toMatchObject({ points: 0, stamps: 0 });
  });
});

describe('what was awarded stays', () => {
  it('C67 when the member is blocked later, or a fulfilment tells the order again', async () => {
    const shop = await installedShop();
    const bought = order({ lines: coffees(3) });
    await tellAndApply(shop, bought);
    await pool().query('update "Member" set blocked = true where "shopId" = $1', [shop.id]);
    await tellAndApply(shop, { ...bought, updatedAt: at('11:00'), tags: ['packed'] });
    expect(await balance(shop)).toMatchObject({ points: 30, stamps: 3 });
    await tellAndApply(shop, { ...bought, updatedAt: at('12:00'), lines: coffees(3, 1) });
    expect(await balance(shop)).toMatchObject({ points: 10, stamps: 1 });
    await tellAndApply(shop, order({ lines: coffees(9) }));
    expect(await balance(shop)).toMatchObject({ points: 10, stamps: 1 });
  });
});

describe('tenants', () => {
  it('C62 the same customer and order ids in two shops stay apart', async () => {
    const [a, b] = [await installedShop(), await installedShop()];
    const bought = order({ lines: coffees(2) });
    await tellAndApply(a, bought);
    await tellAndApply(b, { ...bought, lines: coffees(7) });
    await tellAndApply(a, { ...bought, updatedAt: at('11:00'), cancelledAt: at('11:00') });
    expect([await balance(a), await balance(b)]).toMatchObject([{ points: 0 }, { points: 70, stamps: 7 }]);
  });
});

/** Points that went elsewhere, as a redemption will: a plain debit by the ledger's own writer. */
async function spend(shopId: number, amount: number): Promise<void> {
  const { withTransaction } = await import('#app/db/pool.server.ts');
  const { lockMembers } = await import('#app/db/members/members.server.ts');
  const { writeLedger } = await import('#app/db/ledger/ledger.server.ts');
  await withTransaction(async (client) => {
    const now = new Date(at('10:30'));
    const [member] = await lockMembers(client, shopId, { customerIds: ['9001'], memberIds: [] }, now);
    const posting = {
      member: member!,
      unit: 'points' as const,
      cardSize: null,
      kind: 'order' as const,
      sourceKey: 'test/spend',
      orderId: null,
      amount: -amount,
      programVersion: 1,
      explanation: {},
      occurredAt: now,
    };
    await writeLedger(client, shopId, { postings: [posting], pending: [] }, now);
  });
}
