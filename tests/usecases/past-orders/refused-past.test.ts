// What Shopify refuses for good about past orders ends, and is named.
import { useLocalShopify, type InstalledShop } from '#tests/support/use-local-shopify.ts';
import { beforeEach, expect, it, vi } from 'vitest';
import { pool } from '#app/db/pool.server.ts';
import {
  beginPastOrders,
  changePastOrders,
  pastOrdersOf,
  shopsWithPastOrders,
} from '#app/db/past-orders/past-orders.server.ts';
import { applyToldOrders } from '#app/usecases/orders/apply-orders.ts';
import { goOnWithPast } from '#app/usecases/past-orders/go-on-with-past.ts';
import { sayAboutPast } from '#app/usecases/past-orders/say-about-past.ts';
import { rules } from '#tests/support/factories.ts';
import { day } from '#tests/support/past-shop.ts';
import { addVersion, balance, tell } from '#tests/support/shops.ts';

vi.mock('node:timers/promises', () => ({ setTimeout: () => Promise.resolve() }));

const local = useLocalShopify(4);
let nextShop = 0;
let shop: InstalledShop;

const say = (command: Parameters<typeof sayAboutPast>[1]) => sayAboutPast(shop, command, '42');
const rowOf = async () => (await pastOrdersOf(pool(), shop.id))!;
const isDue = async () =>
  (await shopsWithPastOrders(pool(), new Date(Date.now() + 86_400_000))).includes(shop.id);

/** As worker and bells do. */
async function work(): Promise<void> {
  for (let turn = 0; turn < 4; turn += 1) {
    await goOnWithPast(shop.id);
    await applyToldOrders(shop.id);
  }
}

/** Rules that leave customers out by their tags. */
async function bring(...orders: ReturnType<typeof day>[]): Promise<void> {
  await tell(shop, ...orders);
  await applyToldOrders(shop.id);
  await beginPastOrders(pool(), shop.id, { sinceDay: null, askedBy: '42', at: new Date() });
  await changePastOrders(pool(), shop.id, 'asked', { step: 'read', readAt: new Date(), dueAt: null });
  await addVersion(shop.id, 7, rules({ leftOutTags: ['staff'] }), new Date().toISOString());
}

const REFUSAL = {
  status: 200,
  body: { errors: [{ message: 'no', extensions: { code: 'ACCESS_DENIED' } }] },
};

/** Shopify refuses whatever names one of these. */
function refuse(...ids: string[]): void {
  local.shopify().faults(shop.domain).script = (_, variables) =>
    ids.some((id) => JSON.stringify(variables).includes(id)) ? REFUSAL : null;
}

beforeEach(async () => {
  shop = await local.install(nextShop++);
  local.shopify().throttle(shop.domain).configure(1_000_000);
  return () => local.shopify().faults(shop.domain).clear();
});

it('C134 an order that Shopify tells too little of is named, and holds up no other', async () => {
  const [bad, ...good] = [day('2026-03-01', 2_000, '770001'), day('2026-03-02', 3_000, '770002')];
  await bring({ ...bad, name: '#77' }, ...good);
  refuse('Customer/770001');
  expect(await say({ do: 'count', version: 7, awardsFrom: null })).toEqual({ ok: true });
  await work();
  const { step, counted } = await rowOf();
  expect(step).toBe('counted');
  expect(counted).toMatchObject({ orders: 1, points: 30, untold: { orders: 1, names: ['#77'] } });
  const { version, awardsFrom } = await rowOf();
  const seen = { version: version!, awardsFrom, orders: 1, points: 30 };
  expect(await say({ do: 'award', seen })).toEqual({ ok: true });
  await work();
  expect(await rowOf()).toMatchObject({ step: 'awarded' });
  expect((await balance(shop, '770002')).points).toBe(30);
  const { rows } = await pool().query(
    `select "orderId"::text from "SetAsideOrder" where "shopId" = $1 and step = 'apply'`,
    [shop.id],
  );
  expect(rows).toEqual([{ orderId: bad.orderId }]);
});

it('C134 where Shopify refuses them all it ends, says so, and other rules can be tried', async () => {
  await bring(...Array.from({ length: 60 }, (_, nr) => day('2026-03-01', 1_000, String(780_100 + nr))));
  refuse('Customer/78');
  await say({ do: 'count', version: 7, awardsFrom: null });
  await work();
  expect(await rowOf()).toMatchObject({ step: 'failed', why: 'facts-refused', goesOnWith: 'counting' });
  expect(await isDue()).toBe(false);
  expect(await say({ do: 'count', version: 1, awardsFrom: null })).toEqual({ ok: true });
  await work();
  expect(await rowOf()).toMatchObject({ step: 'counted', counted: { orders: 60, points: 600 } });
});

it('C134 a file that Shopify won’t speak of ends, and says so', async () => {
  expect(await say({ do: 'read', sinceDay: null })).toEqual({ ok: true });
  shop.local.bulk.trouble.holds = true;
  await goOnWithPast(shop.id);
  expect(await rowOf()).toMatchObject({ step: 'made' });
  refuse('BulkOperation/');
  await work();
  expect(await rowOf()).toMatchObject({ step: 'failed', why: 'refused', goesOnWith: 'asked' });
  expect(await isDue()).toBe(false);
});
