// POST /webhooks/discounts over real HTTP, into a real database.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { closePrisma, prisma } from '#app/db/client.server.ts';
import { testDatabase, type TestDatabase } from '#tests/support/database.ts';
import { plantShop } from './plant-shop.ts';
import { setEnvironment, startApp, type RunningApp } from './shopify-sends.ts';

let database: TestDatabase;
let app: RunningApp;
let shop: string;
let shopId: number;
let shops = 0;

beforeAll(async () => {
  database = await testDatabase();
  setEnvironment(database.url);
  app = await startApp();
});

beforeEach(async () => {
  shop = `shop-${(shops += 1)}.myshopify.com`;
  shopId = await plantShop(shop);
});

afterAll(async () => {
  await app.stop();
  await closePrisma();
  await database.drop();
});

const AUTOMATIC = 'gid://shopify/DiscountAutomaticNode/7055294349312345678';
const send = (topic: string, id: string, webhookId: string, sent: object = {}) =>
  app.send('/webhooks/discounts', JSON.stringify({ admin_graphql_api_id: id }), {
    shop,
    topic,
    webhookId,
    ...sent,
  });
const deliveryOf = (webhookId: string) => prisma().webhookDelivery.findUnique({ where: { webhookId } });
const bells = () =>
  prisma().$queryRaw<
    unknown[]
  >`select key from graphile_worker.jobs where key = ${`sync_discounts/${shopId}`}`;
const runsACard = () => prisma().cardDiscount.create({ data: { shopId, cardKey: 'coffee' } });

test('C46 an automatic discount made, changed or deleted rings the sync where a card runs', async () => {
  await runsACard();
  for (const what of ['create', 'update', 'delete']) {
    await prisma().$executeRaw`delete from graphile_worker._private_jobs`;
    expect(await send(`discounts/${what}`, AUTOMATIC, `${shop}-${what}`)).toBe(200);
    expect(await bells()).toHaveLength(1);
    expect(await deliveryOf(`${shop}-${what}`)).toMatchObject({ outcome: 'done' });
  }
});

test('C01 the same delivery five times at once rings once', async () => {
  await runsACard();
  await Promise.all(Array.from({ length: 5 }, () => send('discounts/update', AUTOMATIC, `${shop}-again`)));
  expect(await bells()).toHaveLength(1);
});

test('a shop without cards, and a code where no reward has one, ask for nothing', async () => {
  await send('discounts/create', AUTOMATIC, `${shop}-none`);
  expect(await deliveryOf(`${shop}-none`)).toMatchObject({
    outcome: 'ignored',
    reason: 'nothing has a discount',
  });
  await runsACard();
  await send('discounts/create', 'gid://shopify/DiscountCodeNode/7', `${shop}-code`);
  expect(await deliveryOf(`${shop}-code`)).toMatchObject({ outcome: 'ignored' });
  expect(await bells()).toEqual([]);
});

test('C46 the news of a discount with codes rings where a reward has one', async () => {
  await prisma().shopDiscount.create({
    data: { shopId, owner: 'reward/five/0123456789abcdef/1', value: {} },
  });
  await send('discounts/delete', 'gid://shopify/DiscountCodeNode/7', `${shop}-code`);
  expect(await deliveryOf(`${shop}-code`)).toMatchObject({ outcome: 'done' });
  expect(await bells()).toHaveLength(1);
});

test('what is no discount, of nobody, or of another topic is kept as refused', async () => {
  await runsACard();
  for (const [index, id] of [
    '',
    '7',
    'gid://shopify/Order/7',
    'gid://shopify/DiscountAutomaticNode/x',
  ].entries()) {
    expect(await send('discounts/update', id, `${shop}-${index}`)).toBe(200);
    expect(await deliveryOf(`${shop}-${index}`)).toMatchObject({
      outcome: 'refused',
      reason: 'not a discount: admin_graphql_api_id',
    });
  }
  await send('discounts/redeemcode_added', AUTOMATIC, `${shop}-topic`);
  expect(await deliveryOf(`${shop}-topic`)).toMatchObject({
    outcome: 'refused',
    reason: 'no discounts topic',
  });
  await send('discounts/update', AUTOMATIC, `${shop}-never`, { shop: 'never.myshopify.com' });
  expect(await deliveryOf(`${shop}-never`)).toMatchObject({ outcome: 'refused', reason: 'unknown shop' });
  expect(await bells()).toEqual([]);
});

const CODE = 'ABCD2345EFGH';
const told = (webhookId: string, redeem_code: unknown, topic = 'discounts/redeemcode_removed') =>
  app.send(
    '/webhooks/discounts',
    JSON.stringify({ admin_graphql_api_id: 'gid://shopify/DiscountCodeNode/7', redeem_code }),
    { shop, topic, webhookId },
  );
const looks = () =>
  prisma().$queryRaw<unknown[]>`select 1 from graphile_worker.jobs where key = ${`fill_codes/${shopId}`}`;
const hasCode = (state: string, code = CODE) =>
  prisma().rewardCode.create({
    data: { shopId, code, owner: 'reward/five/0/1', codeId: 7, state, madeAt: new Date() },
  });
const codeNow = () => prisma().rewardCode.findFirstOrThrow({ where: { shopId, code: CODE } });

test('C46 C75 a ready code that is told to be gone is given to nobody until it was looked for', async () => {
  await hasCode('ready');
  await Promise.all(Array.from({ length: 3 }, () => told(`${shop}-gone`, { code: CODE.toLowerCase() })));
  await told(`${shop}-again`, { code: CODE });
  expect(await codeNow()).toMatchObject({ state: 'making', codeId: null });
  expect(await looks()).toHaveLength(1);
  expect(await deliveryOf(`${shop}-gone`)).toMatchObject({ outcome: 'done' });
  expect(await deliveryOf(`${shop}-again`)).toMatchObject({ outcome: 'ignored', reason: 'nobody’s code' });
});

test('codes that nobody may use any more, and what can be no code of ours, ask for nothing', async () => {
  await hasCode('burnt');
  const others = ['SUMMER', 'A'.repeat(256), `${CODE}\u0000`, '%', 'ÀBCD2345EFGH', '💥', ''];
  for (const [index, code] of [CODE, 'ZZZZ2345EFGH', ...others].entries()) {
    expect(await told(`${shop}-${index}`, { code })).toBe(200);
    const { outcome } = (await deliveryOf(`${shop}-${index}`)) ?? {};
    expect(outcome).toBe(code === '' || code.length > 255 ? 'refused' : 'ignored');
  }
  for (const [index, wrong] of [null, 7, [], { code: 7 }, { code: [CODE] }, {}].entries()) {
    expect(await told(`${shop}-wrong-${index}`, wrong)).toBe(200);
    expect((await deliveryOf(`${shop}-wrong-${index}`))?.reason).toMatch(/^not a code: redeem_code/);
  }
  expect([(await codeNow()).state, await looks()]).toEqual(['burnt', []]);
});

test('a code that another shop has is that shop’s', async () => {
  await hasCode('ready');
  const [owner, ready] = [shop, codeNow];
  shop = `other-${owner}`;
  await plantShop(shop);
  await told(`${shop}-theirs`, { code: CODE });
  expect(await deliveryOf(`${shop}-theirs`)).toMatchObject({ outcome: 'ignored' });
  expect((await ready()).state).toBe('ready');
});

test('C62 without Shopify’s signature nothing is written', async () => {
  await runsACard();
  expect(await send('discounts/update', AUTOMATIC, `${shop}-forged`, { secret: 'somebody else' })).toBe(401);
  expect([await deliveryOf(`${shop}-forged`), await bells()]).toEqual([null, []]);
});
