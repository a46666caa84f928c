// What nothing else ends goes by itself in the night, and what a number's explanation needs stays.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { prisma } from '#app/db/client.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { checkLedger } from '#app/usecases/upkeep/check-ledger.ts';
import { deleteOldRecords } from '#app/usecases/upkeep/delete-old-records.ts';
import { setBirthday } from '#app/usecases/moments/set-birthday.ts';
import { nextId, order } from '#tests/support/factories.ts';
import { merge, redact } from '#tests/support/people.ts';
import { balance, installedShop, tell, tellAndApply, type TestShop } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

let shop: TestShop;
beforeEach(async () => {
  shop = await installedShop();
});

const daysAgo = (days: number) => new Date(Date.now() - days * 24 * 60 * 60_000);

async function night(): Promise<void> {
  await deleteOldRecords();
  await deleteOldRecords();
}

/** The shop’s orders as if they had been placed and told so many days ago. */
const age = (days: number) =>
  pool().query('update "Order" set "placedAt" = $2, "dueSince" = $2 where "shopId" = $1', [
    shop.id,
    daysAgo(days),
  ]);
const orders = async () => {
  const rows = await prisma().order.findMany({ where: { shopId: shop.id }, orderBy: { orderId: 'asc' } });
  return rows.map(({ orderId }) => String(orderId));
};
/** Columns beside the snapshots say what these do again. */
const young = () =>
  pool().query(`update "Order" set "placedAt" = told_instant(snapshot->>'processedAt') where "shopId" = $1`, [
    shop.id,
  ]);

describe('orders of nobody', () => {
  it('go after 180 days, a member’s stay', async () => {
    const [guests, members] = [order({ customerId: null }), order({ customerId: '1' })];
    await tellAndApply(shop, guests, members);
    const worth = await balance(shop, '1');
    await age(179);
    await night();
    expect(await orders()).toEqual([guests.orderId, members.orderId].sort());
    await age(181);
    await night();
    expect(await orders()).toEqual([members.orderId]);
    await young();
    expect(await balance(shop, '1')).toEqual(worth);
    expect(await checkLedger()).toBe(0);
  });

  it('count when they are claimed after they went, as they would have before', async () => {
    const [early, late] = [order({ customerId: null }), order({ customerId: null })];
    await tellAndApply(shop, early, late);
    const claim = (one: typeof early, customerId: string) =>
      tellAndApply(shop, { ...one, customerId, updatedAt: new Date().toISOString().slice(0, 19) + 'Z' });
    await claim(early, '1');
    await age(181);
    await night();
    expect(await orders()).toEqual([early.orderId]);
    await claim(late, '2');
    await young();
    expect(await balance(shop, '2')).toEqual(await balance(shop, '1'));
    expect((await balance(shop, '2')).points).toBeGreaterThan(0);
  });

  it('stay while entries name them, Shopify is asked, they are due or wait set aside', async () => {
    const guests = () => order({ customerId: null });
    const [named, asked, due, aside, plain] = [guests(), guests(), guests(), guests(), guests()];
    await tellAndApply(shop, named, asked, due, aside, plain);
    await tellAndApply(shop, order({ customerId: '1' }));
    const set = (what: string, { orderId }: { orderId: string }) =>
      pool().query(`update "Order" set ${what} where "shopId" = $1 and "orderId" = $2`, [shop.id, orderId]);
    const member = await prisma().member.findFirstOrThrow({ where: { shopId: shop.id } });
    const entry = `'points', 'order', 'order/x/1', $3, 1, 1, '{}', now(), now()`;
    await pool().query(
      `insert into "LedgerEntry" ("shopId", "memberId", seq, unit, kind, "sourceKey", "orderId", amount, "balanceAfter",
         explanation, "occurredAt", "recordedAt") values ($1, $2, 900, ${entry})`,
      [shop.id, member.id, named.orderId],
    );
    await set('"needsRead" = true', asked);
    await set('revision = revision + 1', due);
    await pool().query(
      `insert into "SetAsideOrder" values ($1, $2, 'apply', 1, 'why', now(), 1, now() + interval '1 day')`,
      [shop.id, aside.orderId],
    );
    await age(400);
    await night();
    const left = await orders();
    for (const { orderId } of [named, asked, due, aside]) expect(left).toContain(orderId);
    expect(left).not.toContain(plain.orderId);
    await young();
    await set('"needsRead" = false', asked);
    const client = await pool().connect();
    await client.query('begin');
    await client.query(`select set_config('sixth.erasing_shop', $1, true)`, [String(shop.id)]);
    await client.query('delete from "LedgerEntry" where "shopId" = $1 and seq = 900', [shop.id]);
    await client.query('commit');
    client.release();
  });

  it('stay, as members and requests, where our clock alone is a year ahead', async () => {
    await tellAndApply(shop, order({ customerId: null }), order({ customerId: '1' }));
    await pool().query(`update "Member" set "goneAt" = now(), "syncTryAt" = $2 where "shopId" = $1`, [
      shop.id,
      daysAgo(-500),
    ]);
    await age(10);
    await redact(shop, '77', [], '12:00');
    vi.useFakeTimers({ now: daysAgo(-400), toFake: ['Date'] });
    await night().finally(() => vi.useRealTimers());
    expect(await orders()).toHaveLength(2);
    expect(await prisma().member.count({ where: { shopId: shop.id, erasedAt: null } })).toBe(1);
    expect(await prisma().peopleRequest.count({ where: { shopId: shop.id } })).toBe(1);
    await young();
  });

  it('C62 go shop by shop, in batches', async () => {
    const other = await installedShop();
    await tellAndApply(other, order({ customerId: null }));
    await tell(shop, ...Array.from({ length: 7 }, () => order({ customerId: null })));
    await pool().query('update "Order" set "appliedRevision" = revision where "shopId" = $1', [shop.id]);
    await age(200);
    await night();
    expect(await orders()).toEqual([]);
    expect(await prisma().order.count({ where: { shopId: other.id } })).toBe(1);
  });
});

describe('members whose customer is gone', () => {
  /** For so many days by Shopify's answers, the last of which is a few hours old. */
  const gone = (customerId: string, days: number, askAgainAt = daysAgo(-0.5)) =>
    pool().query(
      `update "Member" set "goneAt" = $3, "syncTryAt" = $4 where "shopId" = $1 and "customerId" = $2`,
      [shop.id, customerId, daysAgo(days), askAgainAt],
    );

  it('C63 are forgotten after a year, their sums stay', async () => {
    for (const customerId of ['1', '2', '3']) await tellAndApply(shop, order({ customerId }));
    await merge(shop, '1', '3');
    await setBirthday(
      shop.id,
      { customerId: '1' },
      { month: 5, day: 3, year: null },
      { kind: 'shopper' },
      nextId(),
      new Date(),
    );
    await gone('1', 364);
    await gone('2', 10);
    await night();
    expect(await prisma().member.count({ where: { shopId: shop.id, erasedAt: null } })).toBe(3);
    await gone('1', 366);
    await night();
    const left = await prisma().member.findMany({ where: { shopId: shop.id }, orderBy: { id: 'asc' } });
    expect(left.map(({ customerId, erasedAt }) => [customerId < 0n, erasedAt !== null])).toEqual([
      [true, true],
      [false, false],
      [true, true],
    ]);
    expect(left[0]).toMatchObject({ birthMonth: null, points: 28n });
    expect(await prisma().birthdayChange.count({ where: { shopId: shop.id } })).toBe(0);
    expect(await checkLedger()).toBe(0);
  });

  it('are forgotten though another can’t be, who is named at the end', async () => {
    for (const customerId of ['1', '2']) await tellAndApply(shop, order({ customerId }));
    await pool().query(
      `create function keeps() returns trigger language plpgsql as $$ begin raise 'kept'; end $$`,
    );
    await pool().query(`create trigger keeps before update of "erasedAt" on "Member" for each row
      when (old."customerId" = 1) execute function keeps()`);
    await gone('1', 366);
    await gone('2', 366);
    const night = await deleteOldRecords().catch((error: unknown) => error);
    await pool().query('drop function keeps cascade');
    expect(night).toMatchObject({ message: 'kept' });
    const left = await prisma().member.findMany({ where: { shopId: shop.id }, orderBy: { id: 'asc' } });
    expect(left.map(({ erasedAt }) => erasedAt !== null)).toEqual([false, true]);
  });

  it('stay where Shopify has said so only once, and not answered since', async () => {
    await tellAndApply(shop, order({ customerId: '1' }));
    await gone('1', 400, daysAgo(399));
    await night();
    expect(await prisma().member.count({ where: { shopId: shop.id, erasedAt: null } })).toBe(1);
  });

  it('stay while their shop can’t be asked', async () => {
    await tellAndApply(shop, order({ customerId: '1' }));
    await gone('1', 400);
    await prisma().shop.update({ where: { id: shop.id }, data: { needsReopenSince: new Date() } });
    await night();
    expect(await prisma().member.count({ where: { shopId: shop.id, erasedAt: null } })).toBe(1);
  });
});

it('tokens of a shop that never came to be go a month after their end', async () => {
  const insert = (domain: string, expires: Date | null) =>
    pool().query(
      `insert into "Session" (id, shop, state, "accessToken", "refreshTokenExpires") values ($1, $1, '', 'sealed', $2)`,
      [domain, expires],
    );
  await insert('never.myshopify.com', daysAgo(31));
  await insert('just-now.myshopify.com', daysAgo(1));
  await insert(shop.domain, daysAgo(31));
  await pool().query(`insert into "TokenLease" values ('never.myshopify.com', 'somebody', $1)`, [
    daysAgo(31),
  ]);
  await night();
  const left = await prisma().session.findMany({ orderBy: { shop: 'asc' } });
  expect(left.map((session) => session.shop)).toEqual(['just-now.myshopify.com', shop.domain].sort());
  expect(await prisma().tokenLease.count()).toBe(0);
});
