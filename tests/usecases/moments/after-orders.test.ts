// What orders, parcels and Shopify's counts tell is looked at in the same minute, in the transaction that stores it.
import { useLocalShopify, type InstalledShop } from '#tests/support/use-local-shopify.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { now } from '#app/clock.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { readHistoryOfShop } from '#app/usecases/history/read-history-of-shop.ts';
import { sweepMoments } from '#app/usecases/moments/sweep-moments.ts';
import { nextId, order, rules } from '#tests/support/factories.ts';
import { momentRule } from '#tests/support/moment-rules.ts';
import { momentGifts } from '#tests/support/moment-shop.ts';
import { isRung } from '#tests/support/rewards.ts';
import { addVersion, tellAndApply, type TestShop } from '#tests/support/shops.ts';

const local = useLocalShopify();
const third = momentRule('nth-order', { key: 'third' });
const first = momentRule('nth-order', { key: 'first', when: { n: 1, every: false } });
const hello = momentRule('joined', { key: 'hello' });
let shop: InstalledShop;
const ofTest = () => shop as unknown as TestShop;

beforeAll(async () => {
  shop = await local.install();
  const yesterday = new Date(now().getTime() - 86_400_000).toISOString();
  await addVersion(shop.id, 2, rules({ moments: [first, third, hello] }), yesterday);
  // The day's own sweep is done: what comes now must be marked.
  await sweepMoments(shop.id);
});

const placed = () => ({ processedAt: now().toISOString(), updatedAt: now().toISOString() });
const customer = async () => {
  const [known] = shop.local.customers.values();
  return (await shop.local.addCustomer({ ...known!, tags: [] })).id;
};

async function memberOf(customerId: string): Promise<string> {
  const { rows } = await pool().query<{ id: string }>(
    'select id::text from "Member" where "shopId" = $1 and "customerId" = $2',
    [shop.id, customerId],
  );
  return rows[0]!.id;
}

async function isMarked(customerId: string): Promise<boolean> {
  const { rows } = await pool().query<{ marked: boolean }>(
    'select "lookAgain" and "lookFrom" is not null as marked from "Member" where "shopId" = $1 and "customerId" = $2',
    [shop.id, customerId],
  );
  return rows[0]!.marked;
}

async function looked(customerId: string): Promise<string[]> {
  await sweepMoments(shop.id);
  return momentGifts(ofTest(), await memberOf(customerId));
}

describe('an order', () => {
  it('S-09 brings what joining brings at once, and the first order once Shopify has been asked', async () => {
    const customerId = await customer();
    await tellAndApply(ofTest(), order({ customerId, ...placed() }));
    expect(await isRung(ofTest(), 'sweep_occasions')).toBe(true);
    // What the first order brings waits for nothing but Shopify's count.
    expect(await isRung(ofTest(), 'read_history')).toBe(true);
    expect(await looked(customerId)).toEqual(['hello/1 given 50']);
    await readHistoryOfShop(shop.id);
    expect((await looked(customerId)).sort()).toEqual(['first/1 given 50', 'hello/1 given 50']);
  });

  it('the third of them is the third, and a refund takes nothing back', async () => {
    const customerId = await customer();
    const orders = [1, 2, 3].map(() => order({ customerId, ...placed() }));
    await tellAndApply(ofTest(), orders[0]!, orders[1]!);
    await readHistoryOfShop(shop.id);
    expect((await looked(customerId)).sort()).toEqual(['first/1 given 50', 'hello/1 given 50']);
    await tellAndApply(ofTest(), orders[2]!);
    const all = ['first/1 given 50', 'hello/1 given 50', 'third/3 given 50'];
    expect((await looked(customerId)).sort()).toEqual(all);
    const later = new Date(now().getTime() + 1_000).toISOString();
    await tellAndApply(ofTest(), { ...orders[2]!, cancelledAt: later, updatedAt: later });
    await tellAndApply(ofTest(), order({ customerId, ...placed() }));
    expect((await looked(customerId)).sort()).toEqual(all);
  });

  it('of several who buy at once marks each of them, and nobody whom it brings nothing', async () => {
    const customers = [await customer(), await customer(), await customer()];
    const told = (counts: readonly number[]) =>
      customers.flatMap((customerId, nr) =>
        Array.from({ length: counts[nr] ?? 0 }, () => order({ customerId, ...placed() })),
      );
    await tellAndApply(ofTest(), ...told([2, 1, 3]));
    await readHistoryOfShop(shop.id);
    for (const customerId of customers) await looked(customerId);
    await tellAndApply(ofTest(), ...told([1, 1, 1]));
    const marked = await Promise.all(customers.map(isMarked));
    expect(marked).toEqual([true, false, false]);
    expect((await looked(customers[0]!)).sort()).toContain('third/3 given 50');
    expect(await looked(customers[1]!)).not.toContain('third/3 given 50');
    const thirds = (await looked(customers[2]!)).filter((gift) => gift.startsWith('third'));
    expect(thirds).toEqual(['third/3 given 50']);
  });

  it('C155 of somebody who bought here before the program is no first one', async () => {
    const customerId = await customer();
    await tellAndApply(ofTest(), order({ customerId, ...placed() }));
    await pool().query(
      `update "Member" set "ordersAtShopify" = 6, "ordersAskedAt" = now() where "shopId" = $1 and "customerId" = $2`,
      [shop.id, customerId],
    );
    expect(await looked(customerId)).toEqual(['hello/1 given 50']);
  });

  it('told while the program has no moments marks nobody', async () => {
    await addVersion(shop.id, 3, rules(), now().toISOString());
    const customerId = nextId();
    await tellAndApply(ofTest(), order({ customerId, ...placed() }));
    const { rows } = await pool().query(
      'select "lookFrom" from "Member" where "shopId" = $1 and "customerId" = $2',
      [shop.id, customerId],
    );
    expect(rows).toEqual([{ lookFrom: null }]);
  });
});
