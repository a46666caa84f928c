import { beforeEach, describe, expect, it } from 'vitest';
import type { OrderSnapshot } from '#app/core/snapshots/order-snapshot.ts';
import { pool } from '#app/db/pool.server.ts';
import { memberOrders } from '#app/db/members/member-page.server.ts';
import { setAside, tryAllAgain } from '#app/db/orders/set-aside.server.ts';
import { now } from '#app/clock.server.ts';
import { keepCardTitles } from '#app/db/stamps/card-titles.server.ts';
import { carryOutRequests } from '#app/usecases/members/carry-out-requests.ts';
import { applyToldOrders } from '#app/usecases/orders/apply-orders.ts';
import { rescueJobs } from '#app/usecases/upkeep/rescue-jobs.ts';
import { at, line, nextId, order, rules } from '#tests/support/factories.ts';
import { tellMerge } from '#tests/support/people.ts';
import { balance, installedShop, tell, type TestShop } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

let shop: TestShop;

beforeEach(async () => {
  shop = await installedShop();
  await keepCardTitles(pool(), shop.id, [{ cardKey: 'coffee', title: 'Coffee card' }], now());
});

const ten = () => [line({ priceMinor: 1_000 })];
const plain = (customerId: string) => order({ customerId, lines: ten() });

const NO_NUMBER = '9999999999999999999';
const NEVER = '2026-13-45T10:00:00Z';

/** What a telling says that the database refuses today, and what the same order may say instead. */
const REFUSED = [
  ['customerId', NO_NUMBER, '1'],
  ['processedAt', NEVER, at('10:00')],
] as const;

/** As `tell`; what is refused today stands as an older version stored it. */
async function tellAny(...orders: OrderSnapshot[]): Promise<void> {
  const stand = ([key, refused, instead]: (typeof REFUSED)[number]) =>
    tellInstead.map((each) => (each[key] === refused ? { ...each, [key]: instead } : each));
  let tellInstead: OrderSnapshot[] = orders;
  for (const each of REFUSED) tellInstead = stand(each);
  await tell(shop, ...tellInstead);
  for (const [key, refused] of REFUSED) {
    await pool().query(
      `update "Order" set snapshot = jsonb_set(snapshot::jsonb, array[$3::text], to_jsonb($4::text))::json, shape = 1
       where "shopId" = $1 and "orderId" = any($2::bigint[])`,
      [shop.id, orders.flatMap((each) => (each[key] === refused ? [each.orderId] : [])), key, refused],
    );
  }
}

type SetAsideRow = { orderId: string; step: string; reason: string; tries: number; waits: boolean };

async function aside(): Promise<SetAsideRow[]> {
  const { rows } = await pool().query<SetAsideRow>(
    `select "orderId"::text, step, reason, tries, "tryAgainAt" > now() as waits from "SetAsideOrder"
     where "shopId" = $1 order by "orderId"`,
    [shop.id],
  );
  return rows;
}

const unreadable = nextId();
const twinId = nextId();
/** Two cents off aren't whole units: a flag. An order signed long ago may have two lines of one number. */
const twin = () => line({ lineId: twinId, quantity: 2, discounts: [{ application: 0, amount: [2, 2] }] });
/** Each was answered 200 once, and stopped its shop. */
const BAD = {
  'a customer whose number is none': order({ customerId: NO_NUMBER }),
  'a line whose number is none': order({
    lines: [line({ lineId: 'x', discounts: [{ application: 0, amount: [1, 1] }] })],
    discounts: [{ type: 'automatic', title: 'Coffee card' }],
  }),
  'more points than numbers hold': order({
    lines: [line({ gross: [2 ** 60, 2 ** 60], quantity: 1 })],
  }),
  'more units than a card holds': order({ lines: [line({ quantity: 2 ** 60, gross: [100, 100] })] }),
  'two lines of one number': order({
    lines: [twin(), twin()],
    discounts: [{ type: 'automatic', title: 'Coffee card' }],
  }),
  'an instant that no calendar has': order({ processedAt: NEVER }),
  'a state that the rules can’t read': order({ lines: [line({ lineId: unreadable, gross: null as never })] }),
};

describe('an order of more points than an int holds', () => {
  it('is shown on its member’s page', async () => {
    const large = order({ lines: [line({ gross: [300_000_000_000, 300_000_000_000] })] });
    const pending = { ...large, orderId: nextId(), status: 'pending' as const };
    await tell(shop, large, pending);
    await applyToldOrders(shop.id);
    const { rows } = await pool().query<{ id: string }>('select id::text from "Member" where "shopId" = $1', [
      shop.id,
    ]);
    const shown = await memberOrders(pool(), shop.id, rows[0]!.id);
    expect(shown.map(({ points, pending: coming }) => [points, coming])).toEqual([
      [0, 3_000_000_000],
      [3_000_000_000, 0],
    ]);
  });
});

describe('C89 a request about people that can’t be carried out', () => {
  it('stays open, and keeps no other', async () => {
    await tell(shop, plain('201'), plain('202'), plain('203'), plain('204'));
    await applyToldOrders(shop.id);
    await pool().query('update "Member" set points = 2 ^ 60 where "shopId" = $1 and "customerId" = 202', [
      shop.id,
    ]);
    await tellMerge(shop, '201', '202');
    await tellMerge(shop, '203', '204');
    await expect(carryOutRequests(shop.id)).rejects.toThrow('beyond exact numbers');
    expect(await balance(shop, '203')).toMatchObject({ points: 20 });
    await pool().query('update "Member" set points = 10 where "shopId" = $1 and "customerId" = 202', [
      shop.id,
    ]);
    await carryOutRequests(shop.id);
    expect(await balance(shop, '201')).toMatchObject({ points: 20 });
  });
});

describe('C89 an order that can’t be applied', () => {
  it.each(Object.entries(BAD))('%s: is set aside alone, whatever came with it', async (_, bad) => {
    const before = plain('101');
    const after = plain('102');
    await tellAny(before, bad, after);
    await applyToldOrders(shop.id);
    expect(await balance(shop, '101')).toMatchObject({ points: 10, stamps: 1 });
    expect(await balance(shop, '102')).toMatchObject({ points: 10, stamps: 1 });
    expect(await aside()).toMatchObject([{ orderId: bad.orderId, step: 'apply', tries: 1, waits: true }]);
    await tell(shop, plain('103'));
    await applyToldOrders(shop.id);
    expect(await balance(shop, '103')).toMatchObject({ points: 10 });
    expect(await aside()).toMatchObject([{ tries: 1 }]);
  });

  it('all of them among a hundred others cost nobody anything', async () => {
    const bad = Object.values(BAD);
    const good = Array.from({ length: 100 }, (_, index) => plain(String(1_000 + index)));
    await tellAny(...good.slice(0, 50), ...bad, ...good.slice(50));
    await applyToldOrders(shop.id);
    expect(await aside()).toHaveLength(bad.length);
    const { rows } = await pool().query(
      'select sum(points)::text as sum from "Member" where "shopId" = $1 and "customerId" between 1000 and 1099',
      [shop.id],
    );
    expect(rows).toEqual([{ sum: '1000' }]);
  });

  it('is tried again when its time has come, less often each time', async () => {
    await tellAny(BAD['a customer whose number is none']);
    for (const tries of [1, 2, 3]) {
      await applyToldOrders(shop.id);
      expect(await aside()).toMatchObject([{ tries, waits: true }]);
      await applyToldOrders(shop.id);
      expect(await aside()).toMatchObject([{ tries }]);
      await tryAllAgain(pool(), shop.id, now());
    }
  });

  it('counts at once when it is told anew in a state that can be applied', async () => {
    const bad = BAD['more points than numbers hold'];
    await tell(shop, bad);
    await applyToldOrders(shop.id);
    await tell(shop, { ...bad, lines: ten(), updatedAt: at('11:00') });
    await applyToldOrders(shop.id);
    expect(await balance(shop)).toMatchObject({ points: 10 });
    expect(await aside()).toEqual([]);
  });

  it('counts when a later version of the app can apply it', async () => {
    const held = order({ lines: [line({ priceMinor: 10 })] });
    await pool().query(
      `insert into "SetAsideOrder" values ($1, $2, 'apply', 1, 'TypeError', now(), 1, now() + '1 day')`,
      [shop.id, held.orderId],
    );
    await tell(shop, { ...held, lines: ten() });
    await applyToldOrders(shop.id);
    expect(await balance(shop)).toMatchObject({ points: 0 });
    await tryAllAgain(pool(), null, now());
    await applyToldOrders(shop.id);
    expect(await balance(shop)).toMatchObject({ points: 10 });
    expect(await aside()).toEqual([]);
  });

  it('says where it failed, and nothing of the order', async () => {
    await tellAny(BAD['a state that the rules can’t read'], BAD['a customer whose number is none']);
    await applyToldOrders(shop.id);
    const reasons = (await aside()).map(({ reason }) => reason).sort();
    expect(reasons[0]).toMatch(/^TypeError at [\w/.-]+\.ts:\d+$/);
    expect(reasons[1]).toBe('database 22003');
  });

  it('of a shop whose rules give too much holds up nobody else’s', async () => {
    const generous = await installedShop({ rules: rules({ earn: { points: 100_000, perMinor: 1 } }) });
    await tell(generous, order({ lines: [line({ gross: [10 ** 12, 10 ** 12] })] }), plain('5'));
    await applyToldOrders(generous.id);
    expect(await balance(generous, '5')).toMatchObject({ points: 100_000_000 });
  });

  it('with a number below zero, as an older version took it, is applied like any other', async () => {
    const odd = plain('101');
    await tell(shop, odd);
    await pool().query('update "Order" set "orderId" = -5 where "shopId" = $1', [shop.id]);
    await applyToldOrders(shop.id);
    const { rows } = await pool().query(
      'select 1 from "Order" where "shopId" = $1 and "appliedRevision" < revision',
      [shop.id],
    );
    expect(rows).toEqual([]);
  });

  it('waits no more where another job has applied it in the same moment', async () => {
    const [applied, open] = [plain('101'), order({ lines: [line({ gross: null as never })] })];
    await tellAny(applied, open);
    await applyToldOrders(shop.id);
    // The job that failed looked first, and says so last.
    const { orderId } = applied;
    await setAside(pool(), shop.id, { orderId, step: 'apply', revision: 1, reason: 'admin-refused' }, now());
    await rescueJobs(0);
    expect(await aside()).toMatchObject([{ orderId: open.orderId, step: 'apply' }]);
  });

  it('a database that doesn’t answer sets nothing aside', async () => {
    await tell(shop, plain('101'));
    await pool().query('alter table "LedgerEntry" rename to "Elsewhere"');
    await expect(applyToldOrders(shop.id)).rejects.toThrow();
    await pool().query('alter table "Elsewhere" rename to "LedgerEntry"');
    expect(await aside()).toEqual([]);
    await applyToldOrders(shop.id);
    expect(await balance(shop, '101')).toMatchObject({ points: 10 });
  });
});
