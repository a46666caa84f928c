// Stamps that Shopify was told of are given until a day, and that day moves on while sync runs.
import { useLocalShopify, type InstalledShop } from '#tests/support/use-local-shopify.ts';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addDays, dayIn } from '#app/core/values/days.ts';
import { pool } from '#app/db/pool.server.ts';
import { syncMembers } from '#app/usecases/storefront/sync-members.ts';
import { ringBells } from '#app/usecases/upkeep/ring-bells.ts';
import { bellsOf, forgetJobs } from '#tests/support/bells.ts';
import { line, order } from '#tests/support/factories.ts';
import { publishCard } from '#tests/support/publish-card.ts';
import { tellAndApply } from '#tests/support/shops.ts';

const local = useLocalShopify();
let shop: InstalledShop;
let customers: [string, string];
const today = dayIn('Europe/Dublin', new Date());

beforeAll(async () => {
  shop = await local.install();
  await publishCard(shop.domain, {
    products: { all: true, productIds: [], collectionIds: [], withTags: [], withoutTags: [] },
  });
  const known = [...shop.local.customers.values()][0]!;
  const make = async () => (await shop.local.addCustomer(known)).id;
  customers = [await make(), await make()];
  await buy(customers[0], 3);
  // Points alone: a gift card brings no stamp.
  await tellAndApply(shop, orderOf(customers[1], { giftCard: true }));
});
beforeEach(async () => {
  local.shopify().asked.clear();
  await syncMembers(shop.id);
});

function orderOf(customerId: string, of: Parameters<typeof line>[0]) {
  const processedAt = new Date(Date.now() + 1_000).toISOString().replace(/\.\d+/, '');
  return order({ customerId, processedAt, lines: [line(of)] });
}

async function buy(customerId: string, quantity: number): Promise<void> {
  await tellAndApply(shop, orderOf(customerId, { quantity }));
}

/** The day as each metafield tells it, and as we know it. */
async function untilOf(customerId: string): Promise<unknown[]> {
  const metafields = Object.values(shop.local.customers.get(customerId)?.metafields ?? {});
  const told = ['loyalty', 'stamps'].map((key) => {
    const value = metafields.find((one) => one.key === key)?.value ?? '{}';
    return (JSON.parse(value) as { until?: string }).until;
  });
  const { rows } = await pool().query<{ until: string | null }>(
    'select "stampsUntil"::text as until from "Member" where "customerId" = $1',
    [customerId],
  );
  return [...told, rows[0]!.until];
}

async function setUntil(day: string): Promise<void> {
  await pool().query('update "Member" set "stampsUntil" = $1', [day]);
}

const calls = () =>
  local.shopify().asked.calls.filter(({ operation }) => operation === 'SetMetafields').length;

async function rings(): Promise<boolean> {
  await forgetJobs();
  await ringBells();
  return (await bellsOf(shop)).includes('sync_members');
}

describe('the last day of a member’s stamps', () => {
  it('C70 is seven days away once Shopify was told, and nobody without stamps has one', async () => {
    const until = addDays(today, 7);
    expect(await untilOf(customers[0])).toEqual([until, until, until]);
    expect(await untilOf(customers[1])).toEqual([undefined, undefined, null]);
  });

  it('C70 is left as it is while four days are left', async () => {
    await setUntil(addDays(today, 4));
    expect(await rings()).toBe(false);
    const before = calls();
    await syncMembers(shop.id);
    expect(calls()).toBe(before);
  });

  it('C70 is moved on with fewer, by the bell that rings for it, and then again left as it is', async () => {
    await setUntil(addDays(today, 2));
    expect(await rings()).toBe(true);
    const before = calls();
    await syncMembers(shop.id);
    // One call for the one who holds stamps: the other is only noted.
    expect(calls()).toBe(before + 1);
    const until = addDays(today, 7);
    expect(await untilOf(customers[0])).toEqual([until, until, until]);
    expect(await untilOf(customers[1])).toEqual([undefined, undefined, null]);
    expect(await rings()).toBe(false);
    await syncMembers(shop.id);
    expect(calls()).toBe(before + 1);
  });

  it('C70 is written where an older version told the stamps without one', async () => {
    const { rows } = await pool().query<{ day: string }>(
      `update "Member" set "stampsUntil" = '1970-01-01' returning "stampsUntil"::text as day`,
    );
    expect(rows).toHaveLength(2);
    expect(await rings()).toBe(true);
    await syncMembers(shop.id);
    expect((await untilOf(customers[0])).at(-1)).toBe(addDays(today, 7));
  });

  it('C70 goes with the last stamp', async () => {
    const { rows } = await pool().query<{ id: string }>(
      'select id::text from "Member" where "customerId" = $1',
      [customers[0]],
    );
    await pool().query('update "MemberCard" set stamps = 0 where "memberId" = $1', [rows[0]!.id]);
    await pool().query('update "Member" set rev = rev + 1 where id = $1', [rows[0]!.id]);
    await syncMembers(shop.id);
    expect(await untilOf(customers[0])).toEqual([undefined, undefined, null]);
    await pool().query('update "MemberCard" set stamps = 3 where "memberId" = $1', [rows[0]!.id]);
  });
});
