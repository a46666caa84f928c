import { useLocalShopify, type InstalledShop } from '#tests/support/use-local-shopify.ts';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { pool } from '#app/db/pool.server.ts';
import { shopsBehindMembers } from '#app/db/storefront/sync.server.ts';
import { saveSwitches } from '#app/usecases/notices/save-switches.ts';
import { syncMembers } from '#app/usecases/storefront/sync-members.ts';
import { givePoints, holdVoucher } from '#tests/support/vouchers.ts';

const local = useLocalShopify();
let shop: InstalledShop;

beforeAll(async () => {
  shop = await local.install();
});
beforeEach(async () => {
  local.shopify().faults(shop.domain).clear();
  await saveSwitches(shop.id, { flow: [], numbers: [], tags: [] });
  await syncMembers(shop.id);
});

async function newMember(points: number, tags: string[] = []): Promise<string> {
  const known = [...shop.local.customers.values()][0]!;
  const { id } = await shop.local.addCustomer({ ...known, tags, email: 'someone@example.com' });
  await givePoints(shop, id, points);
  return id;
}

const metafields = (customerId: string) =>
  Object.fromEntries(
    Object.values(shop.local.customers.get(customerId)?.metafields ?? {}).map((one) => [one.key, one]),
  );
const tagsOf = (customerId: string) => shop.local.customers.get(customerId)?.tags;
const touch = async (customerId: string, more = '') =>
  pool().query(`update "Member" set rev = rev + 1${more} where "customerId" = $1`, [customerId]);

describe('numbers that segments filter by', () => {
  it('S-80 are written where they are switched on, as whole numbers, and nowhere else', async () => {
    const customers = await Promise.all([40, 50, 60, 70, 80, 90, 100].map((points) => newMember(points)));
    await syncMembers(shop.id);
    expect(metafields(customers[0]!)['points']).toBeUndefined();
    await saveSwitches(shop.id, { flow: [], numbers: ['points', 'free_units', 'birthday_month'], tags: [] });
    await syncMembers(shop.id);
    const values = customers.map((customer) => metafields(customer)['points']?.value);
    expect(values).toEqual(['40', '50', '60', '70', '80', '90', '100']);
    expect(metafields(customers[0]!)['points']?.type).toBe('number_integer');
    expect(metafields(customers[0]!)['free_units']?.value).toBe('0');
    expect(metafields(customers[0]!)['birthday_month']).toBeUndefined();
  });

  it('go when they are switched off, of more members than one call takes, and the rest stays', async () => {
    const customers = await Promise.all(Array.from({ length: 30 }, () => newMember(5)));
    await saveSwitches(shop.id, { flow: [], numbers: ['points', 'free_units'], tags: [] });
    await syncMembers(shop.id);
    await saveSwitches(shop.id, { flow: [], numbers: [], tags: [] });
    await syncMembers(shop.id);
    for (const customer of customers)
      expect(Object.keys(metafields(customer)).sort()).toEqual(['loyalty', 'stamps']);
  });

  it('C150 go when a member is left out', async () => {
    const customer = await newMember(5);
    await saveSwitches(shop.id, { flow: [], numbers: ['points'], tags: [] });
    await syncMembers(shop.id);
    await touch(customer, ', blocked = true');
    await syncMembers(shop.id);
    expect(metafields(customer)['points']).toBeUndefined();
    await touch(customer, ', blocked = false');
    await syncMembers(shop.id);
    expect(metafields(customer)['points']?.value).toBe('5');
  });

  it('are taken away once more where the answer to taking them away was lost', async () => {
    const customer = await newMember(5);
    await saveSwitches(shop.id, { flow: [], numbers: ['points'], tags: [] });
    await syncMembers(shop.id);
    await saveSwitches(shop.id, { flow: [], numbers: [], tags: [] });
    local.shopify().faults(shop.domain).plan('lose_answer', 2);
    await expect(syncMembers(shop.id)).rejects.toThrow();
    await syncMembers(shop.id);
    expect(metafields(customer)['points']).toBeUndefined();
  });
});

describe('tags', () => {
  it('come and go with what they say, and others of the customer stay', async () => {
    const customer = await newMember(200, ['wholesale']);
    await holdVoucher(shop, { price: 100, customerId: customer });
    await saveSwitches(shop.id, { flow: [], numbers: [], tags: ['sixth-reward-ready', 'sixth-free-item'] });
    await syncMembers(shop.id);
    expect(tagsOf(customer)).toEqual(['wholesale', 'sixth-reward-ready']);
    await pool().query(`update "Voucher" set state = 'releasing' where "shopId" = $1`, [shop.id]);
    await touch(customer);
    await syncMembers(shop.id);
    expect(tagsOf(customer)).toEqual(['wholesale']);
  });

  it('go when they are switched off', async () => {
    const customer = await newMember(200);
    await holdVoucher(shop, { price: 100, customerId: customer });
    await saveSwitches(shop.id, { flow: [], numbers: [], tags: ['sixth-reward-ready'] });
    await syncMembers(shop.id);
    expect(tagsOf(customer)).toEqual(['sixth-reward-ready']);
    await saveSwitches(shop.id, { flow: [], numbers: [], tags: [] });
    await syncMembers(shop.id);
    expect(tagsOf(customer)).toEqual([]);
  });

  it('one customer’s that are refused hold up nobody, and the bell comes to rest', async () => {
    const [first, second] = [await newMember(200), await newMember(200)];
    for (const customerId of [first, second]) await holdVoucher(shop, { price: 100, customerId });
    local.shopify().faults(shop.domain).refuseTags = (id) => id === first;
    await saveSwitches(shop.id, { flow: [], numbers: [], tags: ['sixth-reward-ready'] });
    await syncMembers(shop.id);
    expect([tagsOf(first), tagsOf(second)]).toEqual([[], ['sixth-reward-ready']]);
    expect(await shopsBehindMembers(pool(), new Date())).toEqual([]);
  });

  it('what was lost on the way rings again', async () => {
    const customer = await newMember(200);
    await holdVoucher(shop, { price: 100, customerId: customer });
    await saveSwitches(shop.id, { flow: [], numbers: [], tags: ['sixth-reward-ready'] });
    await syncMembers(shop.id);
    await pool().query(`update "Member" set "tagsTold" = '{}' where "customerId" = $1`, [customer]);
    expect(await shopsBehindMembers(pool(), new Date())).toEqual([shop.id]);
    await syncMembers(shop.id);
    expect(tagsOf(customer)).toEqual(['sixth-reward-ready']);
    expect(await shopsBehindMembers(pool(), new Date())).toEqual([]);
  });
});

describe('what the page sends', () => {
  it('that no page of ours sends is refused, and changes nothing', async () => {
    expect(await saveSwitches(shop.id, { flow: [], numbers: ['age'], tags: [] })).toEqual({
      ok: false,
      reason: 'invalid',
    });
    expect(await saveSwitches(shop.id, null)).toEqual({ ok: false, reason: 'invalid' });
  });
});
