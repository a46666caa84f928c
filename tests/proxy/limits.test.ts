// How often a customer may act, by which path requests come, and what is written down of them.
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { pool } from '#app/db/pool.server.ts';
import { countProxyCall } from '#app/db/storefront/proxy-calls.server.ts';
import { eraseShop } from '#app/usecases/shop/erase-shop.ts';
import { recordPrivacyRequest } from '#app/usecases/members/record-privacy-request.ts';
import { deleteOldRecords } from '#app/usecases/upkeep/delete-old-records.ts';
import { captureLog } from '#tests/support/captured-log.ts';
import { delivery, uninstall } from '#tests/support/people.ts';
import { installedShop, type TestShop } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';
import { openShopPages, type ShopPages } from './shop-pages.ts';

useDatabase();

const DOMAIN = 'roaster.myshopify.com';
let pages: ShopPages;
let shop: TestShop;

beforeAll(async () => {
  shop = await installedShop({ domain: DOMAIN });
  pages = await openShopPages();
  return () => pages.stop();
});

const told = () => ({ requestKey: randomUUID(), day: 4, month: 5, language: 'en' });
const after = (seconds: number) => new Date(Date.parse('2026-11-21T10:00:00Z') + seconds * 1000);
const counted = async (customerId: string, at: Date) =>
  (await countProxyCall(pool(), DOMAIN, customerId, at))?.counted;

describe('thirty actions a minute', () => {
  test('of forty at once exactly thirty are done, the others are 429', async () => {
    const answers = await Promise.all(
      Array.from({ length: 40 }, () => pages.send(told(), { customerId: '501' })),
    );
    const tooMany = answers.filter(({ status }) => status === 429);
    expect(tooMany).toHaveLength(10);
    expect(tooMany[0]?.body).toEqual({
      ok: false,
      message: 'That was a bit quick. Please wait a minute and try again.',
    });
    expect((await pages.send(told(), { customerId: '502' })).status).toBe(200);
  });

  test('any sixty seconds count, not the minutes of a clock', async () => {
    for (let second = 0; second < 30; second += 1) expect(await counted('503', after(second))).toBe(true);
    expect(await counted('503', after(59))).toBe(false);
    expect(await counted('503', after(60.5))).toBe(true);
    expect(await counted('503', after(60.6))).toBe(false);
    expect(await counted('503', after(61.5))).toBe(true);
    expect(await counted('503', after(3_600))).toBe(true);
  });

  test('each customer and each shop by itself', async () => {
    const other = await installedShop({ domain: 'other.myshopify.com' });
    for (let time = 0; time < 30; time += 1) await counted('504', after(0));
    expect(await counted('504', after(1))).toBe(false);
    expect(await counted('505', after(1))).toBe(true);
    expect((await countProxyCall(pool(), other.domain, '504', after(1)))?.counted).toBe(true);
  });

  test('what was counted is swept, what counts still stays', async () => {
    await counted('506', new Date(Date.now() - 2 * 3_600_000));
    await counted('507', new Date());
    await deleteOldRecords();
    const { rows } = await pool().query<{ id: string }>(
      `select "customerId"::text as id from "ProxyAction" where "customerId" in (506, 507)`,
    );
    expect(rows).toEqual([{ id: '507' }]);
  });

  test('an erased shop leaves none', async () => {
    const gone = await installedShop({ domain: 'gone.myshopify.com' });
    await countProxyCall(pool(), gone.domain, '508', after(0));
    await uninstall(gone, '13:00');
    await recordPrivacyRequest(delivery(gone, 'shop/redact', '14:00'), { customerId: null, orderIds: [] });
    await eraseShop(gone.id);
    const left = await pool().query('select 1 from "ProxyAction" where "shopId" = $1', [gone.id]);
    expect(left.rowCount).toBe(0);
  });
});

describe('the path by which the shop reaches us', () => {
  const pathOf = async () => {
    const { rows } = await pool().query<{ path: string }>(
      'select "proxyPath" as path from "Shop" where id = $1',
      [shop.id],
    );
    return rows[0]?.path;
  };
  const bells = async () => {
    const key = `sync_program/${shop.id}`;
    const { rowCount } = await pool().query('select 1 from graphile_worker.jobs where key = $1', [key]);
    return rowCount;
  };

  test('is the toml’s until a verified request comes by another, which the blocks then hear of', async () => {
    expect([await pathOf(), await bells()]).toEqual(['/apps/sixth', 0]);
    await pages.send(told(), { secret: 'somebody else', pathPrefix: '/apps/evil' });
    expect([await pathOf(), await bells()]).toEqual(['/apps/sixth', 0]);
    // A merchant who moved the proxy opens its address in the browser.
    expect((await pages.read('birthday', { customerId: '', pathPrefix: '/community/club' })).status).toBe(
      405,
    );
    expect([await pathOf(), await bells()]).toEqual(['/community/club', 1]);
    await Promise.all(
      Array.from({ length: 8 }, () => pages.send(told(), { customerId: '601', pathPrefix: '/tools/points' })),
    );
    expect([await pathOf(), await bells()]).toEqual(['/tools/points', 1]);
  });
});

test('what is logged says neither who it was nor what they said', async () => {
  const lines = captureLog();
  const customerId = '77123456789';
  await pages.send(told(), { customerId });
  await pages.send({ ...told(), day: 31, month: 11, year: 1987 }, { customerId });
  await pages.send('{"year": 1987', { customerId });
  await pages.send(told(), { customerId, secret: 'somebody else' });
  await pages.send(told(), { customerId, shop: 'nobody.myshopify.com' });
  const said = JSON.stringify(lines);
  // The unsigned one is only counted.
  expect(lines).toHaveLength(3);
  expect(said).toContain(DOMAIN);
  expect(said).not.toMatch(/77123456789|1987|signature|requestKey/);
});
