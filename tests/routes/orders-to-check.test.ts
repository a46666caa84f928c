// Flagged orders over real HTTP: a page at a time, one decision each, and never another shop's.
import { bearerOf, useBuiltApp } from './use-built-app.ts';
import { expect, test } from 'vitest';
import { prisma } from '#app/db/client.server.ts';
import { setAside as noteSetAside, type OrderToSetAside } from '#app/db/orders/set-aside.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { applyToldOrders } from '#app/usecases/orders/apply-orders.ts';
import { card, line, order } from '#tests/support/factories.ts';
import { publishCards } from '#tests/support/publish-cards.ts';
import { tell, tellAndApply } from '#tests/support/shops.ts';

const app = useBuiltApp('orders');
const ROUTE = '_data=routes%2Fapp.orders';
const LATER = '2099-01-01T10:00:00Z';
const PAGE = 20;

type Flag = { orderId: string; lineId: string; freeUnits: number | null; decidedBy: string | null };
type Page = { flags: Flag[]; hasNext: boolean; isFirstPage: boolean; decided: boolean };

const shopId = async () => (await prisma().shop.findUniqueOrThrow({ where: { domain: app.shop } })).id;

/** Orders with our title on a price that isn't whole units'. */
async function flagged(count: number): Promise<number> {
  const id = await shopId();
  await publishCards(id, [card()]);
  const amount = [450, 450] as const;
  const odd = (number: number) =>
    order({
      orderId: String(7_000 + number),
      processedAt: LATER,
      updatedAt: LATER,
      discounts: [{ type: 'automatic', title: 'Coffee card' }],
      lines: [line({ lineId: '11', priceMinor: 300, quantity: 6, discounts: [{ application: 0, amount }] })],
    });
  const orders = Array.from({ length: count }, (_, number) => odd(number));
  await tellAndApply({ id, domain: app.shop }, ...orders);
  return id;
}

async function load(search = '', of = app.shop): Promise<Page> {
  const response = await app.get(`/app/orders?${ROUTE}${search}`, bearerOf(of));
  expect(response.status).toBe(200);
  return (await response.json()) as Page;
}

const setOrderAsideIn = (id: number, order: OrderToSetAside) => noteSetAside(pool(), id, order, new Date());
const decide = (body: unknown) => app.post(`/app/orders?${ROUTE}`, body);
const stampsOf = async (id: number) =>
  Number((await prisma().memberCard.findFirstOrThrow({ where: { shopId: id } })).stamps);

test('without a flag the list is empty, whatever the address asks', async () => {
  for (const search of [
    '',
    '&show=decided',
    '&show=all',
    "&after='",
    '&after=1',
    '&after=9-9-9',
    '&after=x-y',
  ])
    expect(await load(search)).toMatchObject({ flags: [], hasNext: false });
});

test('pages follow each other without a gap, and other shops see none of it', async () => {
  await flagged(PAGE + 1);
  const first = await load();
  expect([first.flags.length, first.hasNext, first.isFirstPage]).toEqual([PAGE, true, true]);
  const last = first.flags.at(-1)!;
  const second = await load(`&after=${last.orderId}-${last.lineId}`);
  expect([second.flags.length, second.hasNext, second.isFirstPage]).toEqual([1, false, false]);
  const ids = [...first.flags, ...second.flags].map(({ orderId }) => orderId);
  expect(new Set(ids).size).toBe(PAGE + 1);
  // C62
  expect(await load('', await app.openOther())).toMatchObject({ flags: [] });
  const home = await app.get('/app?index&_data=routes%2Fapp._index', bearerOf(app.shop));
  expect(await home.json()).toMatchObject({ flags: PAGE + 1 });
});

test('C69 a decision made three times at once counts once, bears its author, and may be changed', async () => {
  const id = await flagged(1);
  const flag = { orderId: '7000', lineId: '11' };
  const answers = await Promise.all([1, 2, 3].map(() => decide({ ...flag, freeUnits: 1 })));
  for (const answer of answers) expect(await answer.json()).toEqual({ ok: true });
  await applyToldOrders(id);
  expect(await stampsOf(id)).toBe(0);
  expect((await load()).flags).toEqual([]);
  const [decided] = (await load('&show=decided')).flags;
  expect(decided).toMatchObject({ ...flag, freeUnits: 1, currency: 'EUR' });
  expect(decided?.decidedBy).toMatch(/^\d+$/);
  await decide({ ...flag, freeUnits: 0 });
  await applyToldOrders(id);
  expect(await stampsOf(id)).toBe(6);
});

test('what can’t be decided is refused, with the field that is wrong', async () => {
  await flagged(1);
  const flag = { orderId: '7000', lineId: '11' };
  const tooMany = { ok: false, field: 'freeUnits', reason: 'not-units-of-line' };
  expect(await (await decide({ ...flag, freeUnits: 7 })).json()).toEqual(tooMany);
  const none = { ok: false, field: null, reason: 'no-flag' };
  expect(await (await decide({ ...flag, orderId: '7001', freeUnits: 1 })).json()).toEqual(none);
  for (const body of [
    'not json',
    {},
    { ...flag, freeUnits: '1' },
    { orderId: "'", lineId: '1', freeUnits: 1 },
  ])
    expect((await decide(body)).status).toBe(422);
  expect((await load()).flags).toHaveLength(1);
});

type SetAsidePage = {
  now: string;
  setAside: {
    orders: { orderId: string; orderName: string; why: string; tryAgainAt: string }[];
    hasMore: boolean;
  };
};

/** As it stands after a try: an order that is known, and one that couldn't even be read. */
async function setAside(id: number): Promise<void> {
  await tell({ id, domain: app.shop }, order({ orderId: '7100', name: '#7100' }));
  for (const [orderId, step, reason] of [
    ['7100', 'apply', 'TypeError at app/core/x.ts:1'],
    ['7101', 'read', 'admin-refused'],
  ] as const)
    await setOrderAsideIn(id, { orderId, step, revision: step === 'apply' ? 1 : 0, reason });
}

const setAsideOf = async (of = app.shop) => (await load('', of)) as Page & SetAsidePage;
const waitsUntil = async () => (await setAsideOf()).setAside.orders.map(({ tryAgainAt }) => tryAgainAt);
const jobsOf = async (id: number) => {
  const { rows } = await pool().query<{ key: string }>(
    'select key from graphile_worker.jobs where key like $1 order by 1',
    [`%/${id}`],
  );
  return rows.map(({ key }) => key.replace(/\/.*/, ''));
};

test('C89 orders that were set aside are shown with why, and health leads there though nothing waits for a decision', async () => {
  await setAside(await shopId());
  const { flags, setAside: shown } = await setAsideOf();
  expect(flags).toEqual([]);
  expect(shown).toMatchObject({
    orders: [
      { orderId: '7100', orderName: '#7100', why: 'uncountable' },
      { orderId: '7101', orderName: '', why: 'unreadable' },
    ],
    hasMore: false,
  });
  const home = await app.get('/app?index&_data=routes%2Fapp._index', bearerOf(app.shop));
  expect(await home.json()).toMatchObject({ flags: 0, health: { facts: { setAside: { count: 2 } } } });
});

test('C89 all of the shop’s are tried again at once, and none of another shop’s', async () => {
  const id = await shopId();
  await setAside(id);
  const other = await app.openOther();
  const otherId = (await prisma().shop.findUniqueOrThrow({ where: { domain: other } })).id;
  await setOrderAsideIn(otherId, { orderId: '7100', step: 'apply', revision: 1, reason: 'x' });
  // C62
  expect((await setAsideOf(other)).setAside.orders).toMatchObject([{ orderId: '7100', orderName: '' }]);
  await pool().query('delete from graphile_worker._private_jobs');
  for (const answer of await Promise.all([1, 2].map(() => decide({ do: 'try-again' }))))
    expect(await answer.json()).toEqual({ ok: true });
  const { now } = await setAsideOf();
  for (const until of await waitsUntil()) expect(until <= now).toBe(true);
  expect(await jobsOf(id)).toEqual(['apply_orders', 'reconcile_shop']);
  const others = await setAsideOf(other);
  expect(others.setAside.orders[0]!.tryAgainAt > others.now).toBe(true);
  expect(await jobsOf(otherId)).toEqual([]);
  await applyToldOrders(id);
  expect((await setAsideOf()).setAside.orders).toMatchObject([{ orderId: '7101' }]);
});

test('of many orders that were set aside the first are shown, each once', async () => {
  const id = await shopId();
  for (let number = 0; number < 21; number += 1)
    await setOrderAsideIn(id, { orderId: String(7_200 + number), step: 'read', revision: 0, reason: 'x' });
  await setOrderAsideIn(id, { orderId: '7200', step: 'apply', revision: 1, reason: 'x' });
  const { orders, hasMore } = (await setAsideOf()).setAside;
  expect([orders.length, new Set(orders.map(({ orderId }) => orderId)).size, hasMore]).toEqual([
    20,
    20,
    true,
  ]);
});

test('where functions can’t run, the program’s page says so before anybody publishes', async () => {
  const asked = async () => {
    const route = encodeURIComponent('routes/app.program.points');
    const response = await app.get(`/app/program/points?_data=${route}`, bearerOf(app.shop));
    return (await response.json()) as { functionsRun: boolean };
  };
  expect(await asked()).toMatchObject({ functionsRun: true, discounts: [] });
  app.shops.makeAppCustom();
  expect(await asked()).toMatchObject({ functionsRun: false });
});

test('a published card whose discount isn’t made yet is told on both pages', async () => {
  await publishCards(await shopId(), [card()]);
  const making = [{ cardKey: 'coffee', discountId: null, state: 'making', healed: null }];
  const home = await app.get('/app?index&_data=routes%2Fapp._index', bearerOf(app.shop));
  expect(await home.json()).toMatchObject({ discounts: { discounts: making } });
});
