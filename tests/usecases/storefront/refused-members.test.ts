// Members whose metafields Shopify refuses, one way or the other.
import { useLocalShopify, type InstalledShop } from '#tests/support/use-local-shopify.ts';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { pool } from '#app/db/pool.server.ts';
import { AdminRefused } from '#app/errors.ts';
import { noteRefused } from '#app/usecases/storefront/note-refused.ts';
import { syncMembers } from '#app/usecases/storefront/sync-members.ts';
import { ringBells } from '#app/usecases/upkeep/ring-bells.ts';
import type { RefuseMetafield } from '#tests/local-shopify/shop/faults.ts';
import { USUAL, type Unsettled } from '#tests/local-shopify/shop/unsettled.ts';
import { bellsOf, forgetJobs } from '#tests/support/bells.ts';
import { at, line, order } from '#tests/support/factories.ts';
import { tellAndApply } from '#tests/support/shops.ts';

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
afterEach(async () => {
  local.shopify().faults(shop.domain).clear();
  shop.local.unsettled = USUAL;
  await syncAll();
});

/** Everybody's time to be tried has come: a second ago, because the app's clock knows no parts of a millisecond. */
async function syncAll(): Promise<void> {
  await pool().query(
    `update "Member" set "syncTryAt" = now() - interval '1 second' where "syncTryAt" is not null`,
  );
  await syncMembers(shop.id);
}

async function newCustomers(count: number): Promise<string[]> {
  const known = [...shop.local.customers.values()][0]!;
  const made = Array.from({ length: count }, () => shop.local.addCustomer(known));
  return (await Promise.all(made)).map(({ id }) => id);
}

async function buy(customerId: string, euros: number): Promise<void> {
  await tellAndApply(shop, order({ customerId, lines: [line({ priceMinor: euros * 100 })] }));
}

async function buyers(count: number): Promise<string[]> {
  const customers = await newCustomers(count);
  for (const customer of customers) await buy(customer, 7);
  return customers;
}

function points(customerId: string): unknown {
  const metafields = Object.values(shop.local.customers.get(customerId)?.metafields ?? {});
  const value = metafields.find(({ key }) => key === 'loyalty')?.value;
  return value === undefined ? undefined : (JSON.parse(value) as { points: number }).points;
}

type Standing = { gone: boolean; refusal: string | null; refusals: number; minutes: number | null };

async function standing(customerId: string): Promise<Standing> {
  const { rows } = await pool().query<Standing>(
    `select "goneAt" is not null as gone, refusal, refusals,
       round(extract(epoch from "syncTryAt" - now()) / 60)::int as minutes
     from "Member" where "customerId" = $1`,
    [customerId],
  );
  return rows[0]!;
}

/** Shopify refuses what it is asked of these customers so many times. */
function refuse(customers: readonly string[], { code = 'INTERNAL_ERROR', times = Infinity } = {}): void {
  let left = times;
  const refused: RefuseMetafield = ({ ownerId }) => {
    if (!customers.some((id) => ownerId.endsWith(`/${id}`)) || left <= 0) return null;
    left -= 1;
    return { message: 'No.', code };
  };
  local.shopify().faults(shop.domain).refuseMetafield = refused;
}

describe('a member whom Shopify refuses', () => {
  it.each<Unsettled['refusedElements']>(['first', 'all', 'unnamed'])(
    'C77 is tried again alone, and the rest of the batch is written (%s)',
    async (refusedElements) => {
      shop.local.unsettled = { ...USUAL, refusedElements };
      const customers = await buyers(6);
      refuse(customers.slice(1, 3));
      await syncMembers(shop.id);
      expect(customers.map(points)).toEqual([7, undefined, undefined, 7, 7, 7]);
      expect(await standing(customers[1]!)).toEqual({
        gone: false,
        refusal: 'INTERNAL_ERROR',
        refusals: 1,
        minutes: 1,
      });
    },
  );

  it('isn’t marked by a job that was refused before another one has written them', async () => {
    const [customer] = (await buyers(1)) as [string];
    await syncMembers(shop.id);
    const { rows } = await pool().query<{ id: string }>(
      'select id::text from "Member" where "customerId" = $1',
      [customer],
    );
    const refused = [{ id: rows[0]!.id, customerId: customer, code: 'INTERNAL_ERROR' }];
    expect(await noteRefused({ id: shop.id, domain: shop.domain }, refused)).toBe(1);
    expect(await standing(customer)).toEqual({ gone: false, refusal: null, refusals: 0, minutes: null });
  });

  it('waits twice as long after each refusal, and is written once Shopify takes it', async () => {
    const [customer] = (await buyers(1)) as [string];
    refuse([customer]);
    for (const minutes of [1, 2, 4, 8]) {
      await syncAll();
      expect(await standing(customer)).toMatchObject({ minutes });
    }
    local.shopify().faults(shop.domain).clear();
    await syncMembers(shop.id);
    expect(points(customer)).toBeUndefined();
    await syncAll();
    expect(points(customer)).toBe(7);
    expect(await standing(customer)).toEqual({ gone: false, refusal: null, refusals: 0, minutes: null });
  });

  it('is tried at once after the next order', async () => {
    const [customer] = (await buyers(1)) as [string];
    refuse([customer], { times: 1 });
    await syncMembers(shop.id);
    expect(points(customer)).toBeUndefined();
    await buy(customer, 3);
    await syncMembers(shop.id);
    expect(points(customer)).toBe(10);
  });

  it('is rung for when its time has come, and not before', async () => {
    const [customer] = (await buyers(1)) as [string];
    refuse([customer]);
    await syncMembers(shop.id);
    const rung = async () => {
      await forgetJobs();
      await ringBells();
      return (await bellsOf(shop)).includes('sync_members');
    };
    expect(await rung()).toBe(false);
    // The column rounds to the next millisecond, which may not have come for the process yet.
    await pool().query(
      `update "Member" set "syncTryAt" = now() - interval '1 second' where "customerId" = $1`,
      [customer],
    );
    expect(await rung()).toBe(true);
  });

  it('is one of all where the shop is the matter: that costs few calls, and heals whole', async () => {
    const customers = await buyers(60);
    local.shopify().app.customerMetafields['loyalty'] = 'boolean';
    const before = local.shopify().asked.calls.length;
    await expect(syncMembers(shop.id)).rejects.toBeInstanceOf(AdminRefused);
    expect(local.shopify().asked.calls.length - before).toBeLessThan(60);
    expect(await standing(customers[0]!)).toMatchObject({ gone: false, refusal: 'INVALID_TYPE' });
    local.shopify().app.customerMetafields['loyalty'] = 'json';
    // The first that is written tells that the others needn't wait.
    await syncMembers(shop.id);
    await pool().query('update "Member" set "syncTryAt" = now() where "customerId" = $1', [customers[0]]);
    await syncMembers(shop.id);
    expect(customers.map(points)).toEqual(customers.map(() => 7));
  });
});

/** As if a version with a fault had written a gift of theirs. @returns what takes it back */
async function spoilGift(customerId: string): Promise<() => Promise<void>> {
  const become = async (kind: string, explanation: object) => {
    await pool().query('alter table "LedgerEntry" disable trigger user');
    await pool().query(
      `update "LedgerEntry" e set kind = $2, explanation = $3 || (e.explanation - 'v') from "Member" m
       where m.id = e."memberId" and m."customerId" = $1 and e.unit = 'points'`,
      [customerId, kind, explanation],
    );
    await pool().query('alter table "LedgerEntry" enable trigger user');
  };
  await become('occasion', { v: 9 });
  return () => become('order', { v: 1 });
}

describe('a member who alone makes it fail', () => {
  it.each([
    { status: 500, body: {} },
    { status: 200, body: { errors: [{ message: 'no', extensions: { code: 'INTERNAL_SERVER_ERROR' } }] } },
    { status: 200, body: { errors: [{ message: 'Invalid global id' }] } },
  ])('at Shopify is tried again alone, and all others are written (%j)', async (answer) => {
    const customers = await buyers(15);
    local.shopify().faults(shop.domain).script = ({ operation }, { metafields }) =>
      operation === 'SetMetafields' && JSON.stringify(metafields).includes(`/${customers[1]}"`)
        ? answer
        : null;
    await syncMembers(shop.id);
    expect(customers.map(points)).toEqual(customers.map((id) => (id === customers[1] ? undefined : 7)));
    expect(await standing(customers[1]!)).toMatchObject({ gone: false, refusals: 1, minutes: 1 });
    local.shopify().faults(shop.domain).clear();
    await syncAll();
    expect(points(customers[1]!)).toBe(7);
  });

  it('because we can’t read what is stored is tried again alone, and all others are written', async () => {
    const customers = await buyers(3);
    const spoilt = customers[1]!;
    const mend = await spoilGift(spoilt);
    await syncMembers(shop.id);
    expect(customers.map(points)).toEqual([7, undefined, 7]);
    expect(await standing(spoilt)).toMatchObject({ gone: false, refusal: 'UNREADABLE', minutes: 1 });
    await mend();
    await syncAll();
    expect(points(spoilt)).toBe(7);
  });
});

describe('a customer', () => {
  it('whom one call didn’t find isn’t gone', async () => {
    const [customer] = (await buyers(1)) as [string];
    refuse([customer], { code: 'INVALID', times: 1 });
    await syncMembers(shop.id);
    expect(await standing(customer)).toMatchObject({ gone: false, refusal: 'INVALID' });
    await syncAll();
    expect(points(customer)).toBe(7);
  });

  it('C77 whom Shopify doesn’t have is gone, and asked for again in a day', async () => {
    const [customer, other] = (await buyers(2)) as [string, string];
    const kept = { ...shop.local.customers.get(customer)! };
    await shop.local.deleteCustomer(customer);
    await syncMembers(shop.id);
    expect(await standing(customer)).toEqual({ gone: true, refusal: null, refusals: 0, minutes: 1_440 });
    expect(points(other)).toBe(7);
    await syncAll();
    expect(await standing(customer)).toMatchObject({ gone: true, minutes: 1_440 });
    shop.local.customers.set(customer, kept);
    await syncAll();
    expect(await standing(customer)).toMatchObject({ gone: false });
    expect(points(customer)).toBe(7);
  });

  it('who was gone is there again with the next order', async () => {
    const [customer] = (await buyers(1)) as [string];
    const kept = { ...shop.local.customers.get(customer)! };
    await shop.local.deleteCustomer(customer);
    await syncMembers(shop.id);
    shop.local.customers.set(customer, kept);
    await buy(customer, 3);
    await syncMembers(shop.id);
    expect(points(customer)).toBe(10);
    expect(await standing(customer)).toMatchObject({ gone: false, minutes: null });
  });

  it('isn’t taken for gone where Shopify doesn’t say, and keeps nobody else', async () => {
    const [customer, other] = (await buyers(2)) as [string, string];
    refuse([customer]);
    const denied = {
      data: { nodes: [null] },
      errors: [{ message: 'Access denied', path: ['nodes', 0], extensions: { code: 'ACCESS_DENIED' } }],
    };
    const answers = [
      { status: 200, body: denied },
      { status: 500, body: {} },
    ];
    for (const answer of answers) {
      local.shopify().faults(shop.domain).script = ({ operation }) =>
        operation === 'CustomersThere' ? answer : null;
      await syncAll();
      expect(await standing(customer)).toMatchObject({ gone: false, refusal: 'INTERNAL_ERROR' });
      expect(points(other)).toBe(7);
    }
  });

  it('who is gone, and of whom Shopify won’t say whether they are back, keeps nobody else', async () => {
    const [gone] = (await buyers(1)) as [string];
    await syncMembers(shop.id);
    await pool().query('update "Member" set "goneAt" = now(), "syncTryAt" = now() where "customerId" = $1', [
      gone,
    ]);
    const [other, third] = (await buyers(2)) as [string, string];
    const answers = [
      { status: 200, body: { errors: [{ message: 'Invalid global id' }] } },
      { status: 500, body: {} },
    ];
    for (const [index, customer] of [other, third].entries()) {
      await pool().query('update "Member" set "syncTryAt" = now() where "customerId" = $1', [gone]);
      await buy(customer, 3);
      local.shopify().faults(shop.domain).script = ({ operation }) =>
        operation === 'CustomersThere' ? answers[index]! : null;
      await syncMembers(shop.id).catch(() => undefined);
      expect(points(customer)).toBe(10);
    }
    local.shopify().faults(shop.domain).clear();
    await syncAll();
    expect(await standing(gone)).toMatchObject({ gone: false });
  });
});
