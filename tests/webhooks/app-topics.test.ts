// POST /webhooks/app and /webhooks/compliance over real HTTP, into a real database.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { closePrisma, prisma } from '#app/db/client.server.ts';
import { testDatabase, type TestDatabase } from '#tests/support/database.ts';
import { bellsOf } from '#tests/support/bells.ts';
import { orderBody } from './order-body.ts';
import { plantShop } from './plant-shop.ts';
import { setEnvironment, startApp, type RunningApp, type Sent } from './shopify-sends.ts';

const INSTALLED_AT = new Date('2026-11-20T08:00:00.500Z');
const BEFORE = '2026-11-20T08:00:00.500Z';
const AFTER = '2026-11-21T12:00:00.25Z';

let database: TestDatabase;
let app: RunningApp;
let shop: string;
let shops = 0;

beforeAll(async () => {
  database = await testDatabase();
  setEnvironment(database.url);
  app = await startApp();
});

beforeEach(async () => {
  shop = `shop-${(shops += 1)}.myshopify.com`;
  await plantShop(shop, INSTALLED_AT);
  await plantSession(shop);
});

afterAll(async () => {
  await app.stop();
  await closePrisma();
  await database.drop();
});

async function plantSession(domain: string): Promise<void> {
  const id = `offline_${domain}`;
  await prisma().session.create({
    data: { id, shop: domain, state: '', accessToken: 'x', scope: 'read_orders' },
  });
}

const uninstall = (sent: Sent) =>
  app.send('/webhooks/app', `{"id":1,"myshopify_domain":"${shop}"}`, {
    shop,
    topic: 'app/uninstalled',
    ...sent,
  });
const comply = (topic: string, body: string, sent: Sent) =>
  app.send('/webhooks/compliance', body, { shop, topic, triggeredAt: AFTER, ...sent });
const shopRow = () => prisma().shop.findUniqueOrThrow({ where: { domain: shop } });
const sessions = () => prisma().session.count({ where: { shop } });
const deliveryOf = (webhookId: string) => prisma().webhookDelivery.findUnique({ where: { webhookId } });

describe('shop/update', () => {
  const told = (body: string, webhookId: string) =>
    app.send('/webhooks/app', body, { shop, topic: 'shop/update', triggeredAt: AFTER, webhookId });
  const waiting = () =>
    prisma()
      .$queryRaw`select task_identifier as job from graphile_worker.jobs where key like 'follow_shop/%'`;

  test('C93 is a hint: the shop is asked for', async () => {
    const { id } = await shopRow();
    expect(await told(`{"id":1,"myshopify_domain":"${shop}"}`, `changed-${id}`)).toBe(200);
    expect(await deliveryOf(`changed-${id}`)).toMatchObject({ outcome: 'done' });
    expect(await waiting()).toEqual([{ job: 'follow_shop' }]);
  });

  test.each(['{"id":1}', '{"id":1,"myshopify_domain":"other.myshopify.com"}', '[]'])(
    'C62 of another shop, or of none, it asks for nothing: %s',
    async (body) => {
      const { id } = await shopRow();
      expect(await told(body, `other-${id}`)).toBe(200);
      expect(await deliveryOf(`other-${id}`)).toMatchObject({ outcome: 'refused' });
    },
  );
});

describe('app/uninstalled', () => {
  test('C64 is a hint: nothing is taken from it, and Shopify is to be asked', async () => {
    expect(await uninstall({ triggeredAt: AFTER, webhookId: 'gone' })).toBe(200);
    const { id, uninstalledAt, hintedAt } = await shopRow();
    expect([uninstalledAt, hintedAt]).toEqual([null, expect.any(Date)]);
    expect(await sessions()).toBe(1);
    expect(await bellsOf({ id })).toEqual(['check_installation']);
    expect(await deliveryOf('gone')).toMatchObject({ outcome: 'recorded', topic: 'app/uninstalled' });
  });

  test('C62 any other signed body, sent as one, hints nothing', async () => {
    for (const [index, body] of ['{}', orderBody(1), `{"shop_domain":"${shop}"}`, '{"domain":7}'].entries()) {
      const sent = { shop, topic: 'app/uninstalled', webhookId: `${shop}-${index}` };
      expect(await app.send('/webhooks/app', body, sent)).toBe(200);
      expect(await deliveryOf(sent.webhookId)).toMatchObject({
        outcome: 'refused',
        reason: 'the body names no shop',
      });
    }
    expect(await shopRow()).toMatchObject({ uninstalledAt: null, hintedAt: null });
  });

  test('C76 triggered at or before the install it is ignored', async () => {
    expect(await uninstall({ triggeredAt: BEFORE, webhookId: 'late' })).toBe(200);
    expect((await shopRow()).uninstalledAt).toBeNull();
    expect(await sessions()).toBe(1);
    expect(await deliveryOf('late')).toMatchObject({ outcome: 'ignored' });
  });

  test('told twice it rings once, and once it was carried out it says nothing more', async () => {
    await uninstall({ triggeredAt: AFTER, webhookId: 'twice' });
    expect(await uninstall({ triggeredAt: AFTER, webhookId: 'twice' })).toBe(200);
    const { id } = await shopRow();
    expect(await bellsOf({ id })).toEqual(['check_installation']);
    const first = new Date();
    await prisma().shop.update({ where: { id }, data: { uninstalledAt: first, hintedAt: null } });
    expect(await uninstall({ triggeredAt: '2026-11-22T12:00:00Z', webhookId: 'twice more' })).toBe(200);
    expect(await shopRow()).toMatchObject({ uninstalledAt: first, hintedAt: null });
  });

  test('C62 a body of another shop uninstalls neither', async () => {
    const body = '{"id":1,"myshopify_domain":"other.myshopify.com"}';
    expect(
      await app.send('/webhooks/app', body, { shop, topic: 'app/uninstalled', webhookId: 'crossed' }),
    ).toBe(200);
    expect((await shopRow()).uninstalledAt).toBeNull();
    expect(await deliveryOf('crossed')).toMatchObject({ outcome: 'refused' });
  });

  test('of a shop that never installed it is kept as refused', async () => {
    const sent = { shop: 'never.myshopify.com', topic: 'app/uninstalled', webhookId: 'never' };
    expect(await app.send('/webhooks/app', `{"myshopify_domain":"${sent.shop}"}`, sent)).toBe(200);
    expect(await deliveryOf('never')).toMatchObject({ outcome: 'refused', reason: 'unknown shop' });
  });
});

test('C62 app/scopes_update names no shop: it is a hint, and its scopes are taken from nobody but Shopify', async () => {
  const body = '{"previous":["read_orders"],"current":["read_orders","read_themes"]}';
  expect(await app.send('/webhooks/app', body, { shop, topic: 'app/scopes_update' })).toBe(200);
  const session = await prisma().session.findFirstOrThrow({ where: { shop } });
  expect(session.scope).toBe('read_orders');
  expect(await bellsOf(await shopRow())).toEqual(['check_installation']);
});

test('a topic that nobody asked for is kept as refused', async () => {
  expect(await app.send('/webhooks/app', '{}', { shop, topic: 'themes/publish', webhookId: 'theme' })).toBe(
    200,
  );
  expect(await deliveryOf('theme')).toMatchObject({ outcome: 'refused', reason: 'no app topic' });
});

describe('privacy requests are recorded with ids and nothing personal', () => {
  test('customers/redact keeps ids beyond 2^53 digit by digit', async () => {
    const customer = '{"id":7055294349312345678,"email":"john@example.com","phone":"555-625-1199"}';
    const body = `{"shop_domain":"${shop}","customer":${customer},"orders_to_redact":[299938,820982911946154508]}`;
    expect(await comply('customers/redact', body, { webhookId: 'redact' })).toBe(200);
    const delivery = await deliveryOf('redact');
    expect(delivery).toMatchObject({
      outcome: 'recorded',
      subject: { customerId: '7055294349312345678', orderIds: ['299938', '820982911946154508'] },
    });
    expect(JSON.stringify(delivery)).not.toMatch(/example\.com|555/);
  });

  test('customers/redact with only an e-mail has no customer id', async () => {
    const body = `{"shop_domain":"${shop}","customer":{"email":"john@example.com"},"orders_to_redact":[]}`;
    await comply('customers/redact', body, { webhookId: 'redact mail' });
    expect(await deliveryOf('redact mail')).toMatchObject({ subject: { customerId: null, orderIds: [] } });
  });

  test('customers/data_request', async () => {
    const body = `{"shop_domain":"${shop}","customer":{"id":191167},"orders_requested":[299938]}`;
    expect(await comply('customers/data_request', body, { webhookId: 'data' })).toBe(200);
    const subject = { customerId: '191167', orderIds: ['299938'] };
    expect(await deliveryOf('data')).toMatchObject({ outcome: 'recorded', subject });
  });

  test('C76 shop/redact from before the install is ignored, later it is recorded', async () => {
    const body = `{"shop_id":954889,"shop_domain":"${shop}"}`;
    await comply('shop/redact', body, { triggeredAt: BEFORE, webhookId: 'old redact' });
    await comply('shop/redact', body, { webhookId: 'new redact' });
    expect(await deliveryOf('old redact')).toMatchObject({ outcome: 'ignored' });
    expect(await deliveryOf('new redact')).toMatchObject({ outcome: 'recorded' });
  });

  test("C62 one shop's request can't be aimed at another", async () => {
    const body = '{"shop_id":954889,"shop_domain":"other.myshopify.com"}';
    await comply('shop/redact', body, { webhookId: 'crossed redact' });
    expect(await deliveryOf('crossed redact')).toMatchObject({ outcome: 'refused' });
  });

  test('C62 a body that names no shop, or is of another topic, erases nobody', async () => {
    const named = `"shop_domain":"${shop}"`;
    const cases: [topic: string, body: string, reason: string][] = [
      ['shop/redact', '{}', 'the body names no shop'],
      ['shop/redact', orderBody(1), 'the body names no shop'],
      ['customers/redact', '{"customer":{"id":7},"orders_to_redact":[]}', 'the body names no shop'],
      ['customers/data_request', '{"customer":{"id":7}}', 'the body names no shop'],
      ['shop/redact', `{${named},"customer":{"id":7},"orders_to_redact":[]}`, 'of another topic: customer'],
      ['shop/redact', `{"myshopify_domain":"${shop}",${named}}`, 'of another topic: myshopify_domain'],
      [
        'customers/redact',
        `{${named},"customer":{"id":7},"orders_requested":[]}`,
        'of another topic: orders_requested',
      ],
      ['customers/data_request', `{${named},"orders_to_redact":[7]}`, 'of another topic: orders_to_redact'],
    ];
    for (const [index, [topic, body, reason]] of cases.entries()) {
      expect(await comply(topic, body, { webhookId: `${shop}-forged-${index}` })).toBe(200);
      expect(await deliveryOf(`${shop}-forged-${index}`)).toMatchObject({ outcome: 'refused', reason });
    }
    expect(await prisma().peopleRequest.count({ where: { shop: { domain: shop } } })).toBe(0);
  });

  test('shop/redact of a shop that counts as installed has Shopify asked first', async () => {
    await comply('shop/redact', `{"shop_id":954889,"shop_domain":"${shop}"}`, { webhookId: 'early redact' });
    expect(await bellsOf(await shopRow())).toEqual(['check_installation']);
    expect(await shopRow()).toMatchObject({ hintedAt: expect.any(Date) as Date });
  });

  test('a repeated delivery is one record, and what is no request is refused', async () => {
    const body = `{"shop_domain":"${shop}","customer":{"id":191167}}`;
    expect(await comply('customers/redact', body, { webhookId: 'again' })).toBe(200);
    expect(await comply('customers/redact', body, { webhookId: 'again' })).toBe(200);
    expect(await comply('customers/redact', '{"customer":7}', { webhookId: 'odd' })).toBe(200);
    expect(await prisma().webhookDelivery.count({ where: { webhookId: 'again' } })).toBe(1);
    expect(await deliveryOf('odd')).toMatchObject({
      outcome: 'refused',
      reason: 'not a privacy request: customer',
    });
  });
});
