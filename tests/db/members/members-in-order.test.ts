// Whoever writes several members at once waits for the first before any other is taken, as those do who lock them for their work: an
// order or a merge that holds the first, and wants the second, gets it.
import { afterEach, expect, it, vi } from 'vitest';
import { saveDeliveries } from '#app/db/history/deliveries.server.ts';
import { keepHistoryCaches } from '#app/db/history/kept-orders.server.ts';
import { saveOrderCounts } from '#app/db/history/order-counts.server.ts';
import { createMissing, lockMembers } from '#app/db/members/members.server.ts';
import { markCounted } from '#app/db/moments/mark-for-moments.server.ts';
import { addNotices } from '#app/db/notices/notices.server.ts';
import { pool, withTransaction, type Queryable } from '#app/db/pool.server.ts';
import { lockDraft, touchCardHolders } from '#app/db/program/programs.server.ts';
import { lockShop, reviveShop } from '#app/db/shop/shops.server.ts';
import {
  askForGoneAgain,
  markFound,
  markGone,
  tryAgainNow,
} from '#app/db/storefront/refused-members.server.ts';
import { markSynced } from '#app/db/storefront/sync.server.ts';
import { tellMembersAnew } from '#app/db/upkeep/tell-anew.server.ts';
import { eraseCustomer } from '#app/usecases/members/erase-customer.ts';
import { card, order, rules } from '#tests/support/factories.ts';
import { installedShop, tellAndApply, type TestShop } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

const AT = new Date('2027-03-01T10:00:00Z');

type Two = { shop: TestShop; ids: [string, string] };
let made: Two;

/** Two members, of whom the second comes first wherever rows are found as they lie; with a card each. Of the first nothing is kept. */
async function twoMembers(): Promise<Two> {
  const shop = await installedShop({ rules: rules({ cards: [card()] }) });
  for (const customerId of ['1', '2']) await tellAndApply(shop, order({ customerId }));
  const { rows } = await pool().query<{ id: string }>(
    'select id::text from "Member" where "shopId" = $1 order by "Member".id',
    [shop.id],
  );
  const ids: [string, string] = [rows[0]!.id, rows[1]!.id];
  await pool().query(
    `update "Member" set "goneAt" = null, "refusedSince" = now(), refusal = 'tried' where "shopId" = $1 and id = $2`,
    [shop.id, ids[1]],
  );
  await pool().query(
    `update "Member" set "goneAt" = null, "refusedSince" = now(), refusal = 'tried', "keptOrders" = 0
     where "shopId" = $1 and id = $2`,
    [shop.id, ids[0]],
  );
  made = { shop, ids };
  return made;
}

afterEach(() => keepHistoryCaches(pool(), made.shop.id, made.ids));

type Write = (shop: TestShop, backwards: string[]) => Promise<unknown>;

const WRITES: Record<string, Write> = {
  'marks members as told': ({ id }, ids) =>
    markSynced(
      pool(),
      id,
      ids.map((each) => ({
        ...{ id: each, rev: 1, stampsUntil: null, amountsTold: false },
        ...{ numbersTold: [], tagsWanted: [] },
      })),
    ),
  'touches who holds a card': ({ id }) => touchCardHolders(pool(), id, [card().key]),
  'tells members anew': ({ id }) => tellMembersAnew(pool(), id, '0', 10),
  'marks customers as gone': ({ id }, ids) => markGone(pool(), id, ids, { at: AT, tryAt: AT }),
  'tries again who was refused': ({ id }) => tryAgainNow(pool(), id, ['tried']),
  'keeps how many orders Shopify counted': ({ id }) =>
    saveOrderCounts(
      pool(),
      id,
      ['2', '1'].map((customerId) => ({ customerId, count: 1 })),
      AT,
    ),
  'marks those whom Shopify counted, and keeps the counts': ({ id }) =>
    withTransaction(async (client) => {
      await markCounted(client, id, ['2', '1'], { buyers: true, all: false, days: [] }, '2027-03-01');
      await saveOrderCounts(
        client,
        id,
        ['2', '1'].map((customerId) => ({ customerId, count: 1 })),
        AT,
      );
    }),
  'writes notices of members whom nobody locked': ({ id }, backwards) =>
    addNotices(
      pool(),
      id,
      backwards.map((memberId) => ({ memberId, kind: 'reward-lapsing', cause: 'voucher/1', facts: {} })),
      AT,
    ),
  'takes a shop in again': ({ id, domain }) =>
    withTransaction(async (client) => {
      await lockShop(client, domain);
      await reviveShop(client, id, 'Europe/Paris', AT);
    }),
};

async function untilOneWaits(): Promise<void> {
  await vi.waitFor(async () => {
    const { rowCount } = await pool().query(
      `select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
    );
    expect(rowCount).toBeGreaterThan(0);
  }, 10_000);
}

const lock = (client: Parameters<typeof lockMembers>[0], { id }: TestShop, memberId: string) =>
  lockMembers(client, id, { customerIds: [], memberIds: [memberId] }, AT);

it.each(Object.entries(WRITES))(
  'C94 whoever %s keeps no member while waiting for one before it',
  async (_, write) => {
    const { shop, ids } = await twoMembers();
    let writing: Promise<unknown> = Promise.resolve();
    await withTransaction(async (client) => {
      await lock(client, shop, ids[0]);
      writing = write(shop, [...ids].reverse());
      await untilOneWaits();
      await lock(client, shop, ids[1]);
    });
    await writing;
  },
);

it('C94 whoever stores when parcels came waits for their members, and keeps none of their orders meanwhile', async () => {
  const { shop, ids } = await twoMembers();
  const { rows } = await pool().query<{ id: string }>(
    'select "orderId"::text as id from "KeptOrder" where "shopId" = $1 order by "orderId"',
    [shop.id],
  );
  const [first, second] = [rows[0]!.id, rows[1]!.id];
  const keep = (client: Queryable, orderId: string) =>
    client.query('update "KeptOrder" set "keptMinor" = "keptMinor" where "shopId" = $1 and "orderId" = $2', [
      shop.id,
      orderId,
    ]);
  let storing: Promise<unknown> = Promise.resolve();
  await withTransaction(async (client) => {
    await lockMembers(client, shop.id, { customerIds: [], memberIds: ids }, AT);
    await keep(client, first);
    storing = saveDeliveries(pool(), shop.id, { asked: [second, first], read: [] }, AT);
    await untilOneWaits();
    await keep(client, second);
  });
  await storing;
});

it('C94 an erasing that names only orders waits for whoever has them, and keeps none of the orders meanwhile', async () => {
  const { shop, ids } = await twoMembers();
  const { rows } = await pool().query<{ id: string }>(
    'select "orderId"::text as id from "Order" where "shopId" = $1 order by "orderId"',
    [shop.id],
  );
  const orderIds = rows.map(({ id }) => id);
  let erasing: Promise<unknown> = Promise.resolve();
  await withTransaction(async (client) => {
    await lock(client, shop, ids[0]);
    erasing = withTransaction((other) => eraseCustomer(other, shop.id, { customerId: null, orderIds }));
    await untilOneWaits();
    await lock(client, shop, ids[1]);
    await client.query('select 1 from "Order" where "shopId" = $1 order by "orderId" for update', [shop.id]);
  });
  await erasing;
  const left = await pool().query<{ kept: string }>(
    'select count(*) as kept from "KeptOrder" where "shopId" = $1',
    [shop.id],
  );
  expect(Number(left.rows[0]!.kept)).toBe(0);
});

it('C94 a publish that waits for a member lets whoever holds it write a row of the shop', async () => {
  const { shop, ids } = await twoMembers();
  let publishing: Promise<unknown> = Promise.resolve();
  await withTransaction(async (client) => {
    await lock(client, shop, ids[0]);
    publishing = withTransaction(async (other) => {
      await lockDraft(other, shop.id);
      await touchCardHolders(other, shop.id, [card().key]);
    });
    await untilOneWaits();
    await createMissing(client, shop.id, ['3'], AT);
  });
  await publishing;
});

it('C94 of customers who were gone those are found again, and asked for again, in the same order', async () => {
  const { shop, ids } = await twoMembers();
  await markGone(pool(), shop.id, ids, { at: AT, tryAt: AT });
  for (const write of [askForGoneAgain, markFound] as const) {
    let writing: Promise<unknown> = Promise.resolve();
    await withTransaction(async (client) => {
      await lock(client, shop, ids[0]);
      writing = write(pool(), shop.id, [...ids].reverse(), AT);
      await untilOneWaits();
      await lock(client, shop, ids[1]);
    });
    await writing;
  }
  const { rows } = await pool().query<{ gone: boolean }>(
    'select "goneAt" is not null as gone from "Member" where "shopId" = $1',
    [shop.id],
  );
  expect(rows).toEqual([{ gone: false }, { gone: false }]);
});

it('locks them by number, not by text: 999 comes before 1000', async () => {
  const shop = await installedShop();
  const ids = `pg_get_serial_sequence('"Member"', 'id')`;
  const { rows } = await pool().query<{ first: string }>(
    `select setval(${ids}, (power(10, length(nextval(${ids})::text)) - 2)::bigint)::text as first`,
  );
  const first = Number(rows[0]!.first) + 1;
  await tellAndApply(shop, order({ customerId: '1' }));
  await tellAndApply(shop, order({ customerId: '2' }));
  const wanted = { customerIds: ['2', '1'], memberIds: [] };
  const locked = await withTransaction((client) => lockMembers(client, shop.id, wanted, AT));
  expect(locked.map(({ id }) => Number(id))).toEqual([first, first + 1]);
  expect(String(first + 1)).toHaveLength(String(first).length + 1);
});
