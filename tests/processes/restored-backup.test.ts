// Yesterday's backup is restored as app/docs/backup.md says, by a copy of the database in place of a dump. What Shopify can tell is
// right again, on the pages too. One shop's tokens could be saved from the lost database; the other's merchant opens the app.
import { execFile } from 'node:child_process';
import process from 'node:process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { closePool } from '#app/db/pool.server.ts';
import type { Order } from '#tests/local-shopify/shop/types.ts';
import { publishDraft } from '#tests/support/change-draft.ts';
import { cloneDatabase, dropDatabase, replaceDatabase } from '#tests/tools/create-database.ts';
import { metafieldsCheck } from '#tests/torture/checks/metafields.ts';
import { keyedApp, newKey, type KeyedApp } from './keyed-app.ts';
import { behind, marked } from './keyed-state.ts';

const key = newKey();
const server = () => inject('databaseServer').url;
let app: KeyedApp;
let backup: string;
const early: Order[] = [];

const databaseName = () => new URL(app.env()['DATABASE_URL'] ?? '').pathname.slice(1);
/** The versions of the program that the shop's pages show. */
const shown = (domain: string) =>
  Object.values(app.shopify.shop(domain).appMetafields).map(
    ({ value }) => (JSON.parse(value) as { version: number }).version,
  );

/** The customers' points, as the database has them. */
async function points(): Promise<Record<string, number>> {
  const rows = await app.ask<{ who: string; points: string }>(
    `select s.domain || '/' || m."customerId" as who, m.points::text from "Member" m join "Shop" s on s.id = m."shopId"`,
  );
  return Object.fromEntries(rows.map(({ who, points: many }) => [who, Number(many)]));
}

function buy(domain: string, customer: number, quantity: number): Promise<Order> {
  const shop = app.shopify.shop(domain);
  const variantId = shop.products[0]?.variants[0]?.id ?? '';
  const customerId = [...shop.customers.keys()][customer] ?? '';
  return shop.placeOrder({ customerId, lines: [{ variantId, quantity }], payment: 'paid', locale: 'en' });
}

beforeAll(async () => {
  app = await keyedApp(2);
  await app.start({ SESSION_KEY: key });
  Object.assign(process.env, app.env());
  for (const domain of app.domains) {
    expect((await app.visit(domain)).status).toBe(200);
    for (const quantity of [4, 2, 3]) early.push(await buy(domain, 0, quantity));
  }
  await app.settled();
  backup = await app.whileStopped(() => cloneDatabase(server(), databaseName()));
});

afterAll(async () => {
  await closePool();
  await app.stop();
  await dropDatabase(server(), backup);
});

test('after a restore every order since is counted once, and each page shows it', async () => {
  await app.start({ SESSION_KEY: key });
  for (const [index, domain] of app.domains.entries()) {
    const shop = app.shopify.shop(domain);
    const [refunded, deleted] = early.slice(3 * index);
    const line = refunded?.lines[0]?.id ?? '';
    const lines = [{ lineId: line, quantity: 1 }];
    await shop.refundOrder(refunded?.id ?? '', { lines, shippingMinor: 0, withMoney: true });
    await shop.deleteOrder(deleted?.id ?? '');
    for (const customer of [0, 1]) await buy(domain, customer, 1 + customer);
  }
  await app.settled();
  await app.hourPasses();
  await app.settled();
  const lost = await points();
  expect(Object.values(lost).filter((many) => many > 0)).toHaveLength(4);
  const [reopened = '', saved = ''] = app.domains;
  const tokens = await app.ask<{ rows: string }>(
    `select json_agg(s)::text as rows from "Session" s where shop = '${saved}'`,
  );
  const published = await publishDraft(saved, (rules) => ({
    ...rules,
    cards: [],
    earn: { points: 7, perMinor: 100 },
  }));
  await app.settled();
  expect(shown(saved)).toEqual([published]);
  await closePool();

  await app.whileStopped(() => replaceDatabase(server(), databaseName(), backup));
  expect(await points()).not.toEqual(lost);
  await app.ask(`delete from "Session" where shop = '${saved}'`);
  await app.ask(
    `insert into "Session" select * from json_populate_recordset(null::"Session", '${tokens[0]?.rows ?? ''}')`,
  );
  const { stdout } = await promisify(execFile)(process.execPath, ['app/operations/after-restore.ts'], {
    env: { ...process.env, ...app.env() },
  });
  expect(JSON.parse(stdout)).toEqual({ shops: 2, members: 2 });

  await app.start({ SESSION_KEY: key });
  await app.hourPasses();
  expect(await marked(app)).toEqual([{ domain: reopened }]);
  expect((await app.visit(reopened)).status).toBe(200);
  await app.hourPasses();
  await app.settled();
  expect(await points()).toEqual(lost);
  expect(await marked(app)).toEqual([]);
  expect(await behind(app)).toEqual([]);
  const { compared, wrong } = await metafieldsCheck.look({ database: app, shopify: app.shopify });
  expect([compared, wrong]).toEqual([4, []]);
  expect(shown(saved)).toEqual([published - 1]);
});
