import { useLocalShopify, type InstalledShop } from '#tests/support/use-local-shopify.ts';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { pool } from '#app/db/pool.server.ts';
import { markSynced } from '#app/db/storefront/sync.server.ts';
import { claimLease, SYNC_LEASE } from '#app/db/lease.server.ts';
import { AdminThrottled, AdminUnavailable } from '#app/errors.ts';
import { syncMembers } from '#app/usecases/storefront/sync-members.ts';
import { MEMBERS_A_CALL } from '#app/usecases/storefront/write-members.ts';
import { syncProgram } from '#app/usecases/storefront/sync-program.ts';
import { at, line, order } from '#tests/support/factories.ts';
import { publishCard } from '#tests/support/publish-card.ts';
import { tellAndApply } from '#tests/support/shops.ts';
import { givePoints, holdVoucher } from '#tests/support/vouchers.ts';

const local = useLocalShopify();
let shop: InstalledShop;

beforeAll(async () => {
  shop = await local.install();
  // The factories' orders are of a fixed day: let the program begin before it.
  await pool().query('update "Shop" set "earnsFrom" = $1', [at('08:00')]);
  await pool().query('alter table "ProgramVersion" disable trigger user');
  await pool().query('update "ProgramVersion" set "publishedAt" = $1', [at('08:00')]);
  await pool().query('alter table "ProgramVersion" enable trigger user');
});
beforeEach(() => {
  local.shopify().faults(shop.domain).clear();
});

async function newCustomer(): Promise<string> {
  const known = [...shop.local.customers.values()][0]!;
  const { id } = await shop.local.addCustomer({ ...known, email: 'someone@example.com' });
  return id;
}

async function buy(customerId: string, euros: number): Promise<void> {
  const lines = [line({ priceMinor: euros * 100 })];
  await tellAndApply(shop, order({ customerId, lines }));
}

function seen(customerId: string, wanted = 'loyalty'): Record<string, unknown> | null {
  const metafields = Object.values(shop.local.customers.get(customerId)?.metafields ?? {});
  const value = metafields.find(({ key }) => key === wanted)?.value;
  return value === undefined ? null : (JSON.parse(value) as Record<string, unknown>);
}

/** From here on the bucket holds nothing, and gains so many points a second. */
function empty(perSecond: number): void {
  const throttle = local.shopify().throttle(shop.domain);
  throttle.configure(perSecond);
  throttle.take(perSecond * 20, local.shopify().clock());
}

async function behind(): Promise<number> {
  const { rows } = await pool().query<{ count: number }>(
    'select count(*)::int from "Member" where "syncedRev" < rev and "goneAt" is null',
  );
  return rows[0]!.count;
}

describe('sync of members', () => {
  it('writes what the storefront may see, for more members than one call takes', async () => {
    const customers = await Promise.all(Array.from({ length: 60 }, newCustomer));
    for (const [index, customer] of customers.entries()) await buy(customer, index + 1);
    await syncMembers(shop.id);
    expect(customers.map((customer) => seen(customer)?.points)).toEqual(
      customers.map((_, index) => index + 1),
    );
    expect(await behind()).toBe(0);
  });

  it('C77 one deleted customer among many doesn’t hold up the others', async () => {
    const customers = await Promise.all(Array.from({ length: 6 }, newCustomer));
    for (const customer of customers) await buy(customer, 7);
    await shop.local.deleteCustomer(customers[2]!);
    await syncMembers(shop.id);
    expect(customers.map((customer) => seen(customer)?.points)).toEqual([7, 7, undefined, 7, 7, 7]);
    const { rows } = await pool().query('select "customerId"::text from "Member" where "goneAt" is not null');
    expect(rows).toEqual([{ customerId: customers[2] }]);
  });

  it('C77 one customer of 25 is gone: the other 24 are shown the rewards that they hold', async () => {
    const customers = await Promise.all(Array.from({ length: 25 }, newCustomer));
    const codes: string[] = [];
    for (const customerId of customers) {
      await givePoints(shop, customerId, 100);
      codes.push((await holdVoucher(shop, { price: 100, customerId })).code);
    }
    await shop.local.deleteCustomer(customers[12]!);
    await syncMembers(shop.id);
    const shown = customers.map(
      (customer) => (seen(customer)?.['vouchers'] as { code: string }[])?.[0]?.code,
    );
    expect(shown).toEqual(codes.map((code, index) => (index === 12 ? undefined : code)));
  });

  it('C77 C100 chosen amounts are written beside the rest, for whoever has any or had', async () => {
    const gives = {
      kind: 'any-amount',
      minor: 500,
      leastMinor: 1,
      mostMinor: null,
      sharePercent: 100,
    } as const;
    const customers = await Promise.all(Array.from({ length: 14 }, newCustomer));
    const codes: string[] = [];
    for (const customerId of customers) {
      await givePoints(shop, customerId, 100);
      codes.push((await holdVoucher(shop, { price: 70, face: 350, customerId, gives: { gives } })).code);
    }
    await shop.local.deleteCustomer(customers[5]!);
    await syncMembers(shop.id);
    expect(await behind()).toBe(0);
    const amounts = customers.map((customer) => seen(customer, 'vouchers'));
    expect(amounts).toEqual(
      codes.map((code, index) => (index === 5 ? null : { v: 1, codes: { [code]: 350 } })),
    );
    await pool().query(`update "Voucher" set state = 'releasing' where code = $1`, [codes[0]]);
    await pool().query('update "Member" set rev = rev + 1 where "customerId" = $1', [customers[0]]);
    await syncMembers(shop.id);
    expect(seen(customers[0]!, 'vouchers')).toEqual({ v: 1, codes: {} });
    const { rows } = await pool().query('select "amountsTold" from "Member" where "customerId" = $1', [
      customers[0],
    ]);
    expect(rows).toEqual([{ amountsTold: false }]);
  });

  it('C77 a member who is blocked reaches the storefront as such', async () => {
    const customer = await newCustomer();
    await buy(customer, 5);
    await syncMembers(shop.id);
    expect(seen(customer)).toMatchObject({ points: 5, blocked: false });
    await pool().query('update "Member" set blocked = true, rev = rev + 1 where "customerId" = $1', [
      customer,
    ]);
    await syncMembers(shop.id);
    expect(seen(customer)).toMatchObject({ points: 5, blocked: true });
  });

  it('does the same work again when Shopify did it and the answer was lost', async () => {
    const customer = await newCustomer();
    await buy(customer, 5);
    local.shopify().faults(shop.domain).plan('lose_answer', 2);
    await expect(syncMembers(shop.id)).rejects.toBeInstanceOf(AdminUnavailable);
    expect(await behind()).toBe(1);
    await syncMembers(shop.id);
    expect(seen(customer)).toMatchObject({ points: 5 });
    expect(await behind()).toBe(0);
  });

  it('waits when Shopify throttles, and loses nothing', async () => {
    const customer = await newCustomer();
    await buy(customer, 5);
    local.shopify().faults(shop.domain).plan('throttle', 2);
    await syncMembers(shop.id);
    expect(seen(customer)).toMatchObject({ points: 5 });
    expect(local.shopify().faults(shop.domain).planned).toBe(0);
  });

  it('says how long to wait when that would be for long, and loses nothing', async () => {
    const customer = await newCustomer();
    await buy(customer, 5);
    empty(0.1);
    await expect(syncMembers(shop.id)).rejects.toBeInstanceOf(AdminThrottled);
    local.shopify().throttle(shop.domain).configure(100);
    await syncMembers(shop.id);
    expect(seen(customer)).toMatchObject({ points: 5 });
  });

  it('of the smallest plan’s empty bucket asks once too early, and from then on when it is due', async () => {
    const customers = await Promise.all(Array.from({ length: 60 }, newCustomer));
    for (const customer of customers) await buy(customer, 6);
    empty(100);
    local.shopify().asked.clear();
    await syncMembers(shop.id);
    local.shopify().throttle(shop.domain).configure(100);
    expect(customers.map((customer) => seen(customer)?.points)).toEqual(customers.map(() => 6));
    const calls = local.shopify().asked.calls.filter(({ operation }) => operation === 'SetMetafields');
    expect(calls).toHaveLength(60 / MEMBERS_A_CALL + 1);
  });

  it('told to stop, it leaves the rest rather than wait for Shopify', async () => {
    const customer = await newCustomer();
    await buy(customer, 5);
    empty(100);
    await expect(syncMembers(shop.id, AbortSignal.abort())).rejects.toBeInstanceOf(AdminThrottled);
    local.shopify().throttle(shop.domain).configure(100);
    expect(await behind()).toBe(1);
    await syncMembers(shop.id);
    expect(await behind()).toBe(0);
  });

  it('two syncs at once end with what is true', async () => {
    const customers = await Promise.all(Array.from({ length: 30 }, newCustomer));
    for (const customer of customers) await buy(customer, 3);
    await Promise.all([syncMembers(shop.id), syncMembers(shop.id), buy(customers[0]!, 4)]);
    await syncMembers(shop.id);
    expect(seen(customers[0]!)).toMatchObject({ points: 7 });
    expect(await behind()).toBe(0);
  });

  it('waits for the sync that is at it, and for one that is gone only until its time is up', async () => {
    const customer = await newCustomer();
    await buy(customer, 5);
    const until = Date.now() + 400;
    expect(await claimLease(pool(), { ...SYNC_LEASE, leaseMs: 400 }, shop.id, 'another')).toBe(true);
    await syncMembers(shop.id);
    expect(Date.now()).toBeGreaterThanOrEqual(until);
    expect(seen(customer)).toMatchObject({ points: 5 });
    const { rows } = await pool().query('select 1 from "SyncLease"');
    expect(rows).toEqual([]);
  });

  it('writes again when an older state may have landed last', async () => {
    const customer = await newCustomer();
    await buy(customer, 5);
    await syncMembers(shop.id);
    const { rows } = await pool().query<{ id: string; rev: number }>(
      'select id::text, rev from "Member" where "customerId" = $1',
      [customer],
    );
    const [{ id, rev }] = rows as [{ id: string; rev: number }];
    // A worker that lost its lease tells late that it wrote what was true before.
    await markSynced(pool(), shop.id, [
      { id, rev: rev - 1, stampsUntil: null, amountsTold: false, numbersTold: [], tagsWanted: [] },
    ]);
    expect(await behind()).toBe(1);
    await syncMembers(shop.id);
    expect(await behind()).toBe(0);
  });

  it('C77 a publish reaches the storefront: the program, and the cards of those who have one', async () => {
    const customer = await newCustomer();
    await publishCard(shop.domain, {
      products: { all: true, productIds: [], collectionIds: [], withTags: [], withoutTags: [] },
    });
    await syncProgram(shop.id);
    const program = Object.values(shop.local.appMetafields).find(({ key }) => key === 'program');
    expect(JSON.parse(program?.value ?? '{}')).toMatchObject({
      v: 1,
      version: 2,
      earn: { points: 1, perMinor: 100, currency: 'EUR', exponent: 2 },
      counts: { shipping: false, giftCards: false, tips: false },
      cards: [{ key: 'card-1', size: 5 }],
      proxyPath: '/apps/sixth',
    });
    const later = new Date(Date.now() + 1_000).toISOString().replace(/\.\d+/, '');
    await tellAndApply(
      shop,
      order({ customerId: customer, processedAt: later, lines: [line({ quantity: 3 })] }),
    );
    await syncMembers(shop.id);
    expect(seen(customer)).toMatchObject({
      cards: [{ key: 'card-1', have: 3, title: { en: 'Stamp card' } }],
    });
    expect(seen(customer, 'stamps')).toMatchObject({ v: 1, cards: { 'card-1': [3, 5] }, blocked: false });
    await publishCard(shop.domain, { title: { en: 'Bean card', fr: 'Carte grains' } });
    await syncMembers(shop.id);
    expect(seen(customer)).toMatchObject({ cards: [{ have: 3, title: { fr: 'Carte grains' } }] });
  });
});
