// POST /proxy/birthday over real HTTP, into a real database.
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { pool } from '#app/db/pool.server.ts';
import { occasion, rules } from '#tests/support/factories.ts';
import { installedShop, type TestShop } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';
import { openShopPages, type ProxyRequest, type ShopPages } from './shop-pages.ts';

useDatabase();

const DOMAIN = 'roaster.myshopify.com';
let pages: ShopPages;
let shop: TestShop;

beforeAll(async () => {
  shop = await installedShop({ domain: DOMAIN, rules: rules({ occasions: [occasion()] }) });
  await installedShop({ domain: 'other.myshopify.com', rules: rules({ occasions: [occasion()] }) });
  pages = await openShopPages();
  return () => pages.stop();
});

let customers = 9_000;
const newCustomer = () => String((customers += 1));
const told = (change: object = {}) => ({
  requestKey: randomUUID(),
  day: 4,
  month: 5,
  language: 'en',
  ...change,
});

async function datesOf(customerId: string): Promise<string[]> {
  const { rows } = await pool().query<{ date: string }>(
    `select s.domain || ' ' || coalesce(m."birthDay" || '/' || m."birthMonth", '–') as date
     from "Member" m join "Shop" s on s.id = m."shopId" where m."customerId" = $1 order by 1`,
    [customerId],
  );
  return rows.map(({ date }) => date);
}

describe('a birthday that is told', () => {
  test('C77 is kept, answered in the shopper’s language, and on its way to the storefront', async () => {
    const customerId = newCustomer();
    const answer = await pages.send(told({ language: 'fr', day: 1 }), { customerId });
    expect(answer.status).toBe(200);
    expect(answer.body.message).toMatch(/^Merci\u00a0! Votre cadeau arrivera le \d/);
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(await datesOf(customerId)).toEqual([`${DOMAIN} 1/5`]);
    const { rows } = await pool().query<{ key: string }>(
      `select key from graphile_worker.jobs where key = $1`,
      [`sync_members/${shop.id}`],
    );
    expect(rows).toHaveLength(1);
    const member = await pool().query(
      'select 1 from "Member" where "customerId" = $1 and "syncedRev" < rev',
      [customerId],
    );
    expect(member.rowCount).toBe(1);
  });

  test('the same request again is the same answer, another date under its key is not', async () => {
    const customerId = newCustomer();
    const body = told();
    const first = await pages.send(body, { customerId });
    const again = await pages.send(body, { customerId });
    expect([again.status, again.body]).toEqual([first.status, first.body]);
    const other = await pages.send({ ...body, day: 5 }, { customerId });
    expect(other.status).toBe(409);
    expect(await datesOf(customerId)).toEqual([`${DOMAIN} 4/5`]);
  });

  test('the same key of two customers is two requests', async () => {
    const [one, two] = [newCustomer(), newCustomer()];
    const body = told();
    expect((await pages.send(body, { customerId: one })).status).toBe(200);
    expect((await pages.send({ ...body, day: 9 }, { customerId: two })).status).toBe(200);
    expect(await datesOf(two)).toEqual([`${DOMAIN} 9/5`]);
  });

  test('C58 twenty equal requests at once tell it once; of twenty unequal ones two come through', async () => {
    const customerId = newCustomer();
    const body = told();
    const equal = await Promise.all(Array.from({ length: 20 }, () => pages.send(body, { customerId })));
    expect(new Set(equal.map(({ status }) => status))).toEqual(new Set([200]));
    const another = newCustomer();
    const unequal = await Promise.all(
      Array.from({ length: 20 }, (_, index) => pages.send(told({ day: index + 1 }), { customerId: another })),
    );
    // The first telling, and the one change that a year allows.
    expect(unequal.filter(({ status }) => status === 200)).toHaveLength(2);
    expect(unequal.filter(({ status }) => status === 422)).toHaveLength(18);
    const { rows } = await pool().query<{ log: string }>(
      `select count(*) as log from "BirthdayChange" b join "Member" m on m.id = b."memberId"
       where m."customerId" = any($1::bigint[])`,
      [[customerId, another]],
    );
    expect(rows[0]?.log).toBe('3');
  });

  test('C58 a second change within a year is refused, with the day from which it is free', async () => {
    const customerId = newCustomer();
    await pages.send(told(), { customerId });
    expect((await pages.send(told({ day: 5 }), { customerId })).status).toBe(200);
    const refused = await pages.send(told({ day: 6, language: 'fr' }), { customerId });
    expect(refused.status).toBe(422);
    expect(refused.body.message).toMatch(/de nouveau à partir du \d{1,2}(er)? \p{L}+ \d{4}\.$/u);
    expect(await datesOf(customerId)).toEqual([`${DOMAIN} 5/5`]);
  });
});

describe('C60 dates that are none are refused beside the field', () => {
  test.each([
    [{ day: 31, month: 4 }, 422, 'day'],
    [{ day: 30, month: 2 }, 422, 'day'],
    [{ day: 0 }, 422, 'day'],
    [{ month: 13 }, 422, 'month'],
    [{ day: null }, 422, 'day'],
    [{ month: null }, 422, 'month'],
    [{ day: '4' }, 422, 'day'],
    [{ day: 4.5 }, 422, 'day'],
    [{ year: 1800 }, 422, 'year'],
    [{ year: 'x' }, 422, 'year'],
    [{ requestKey: 'no key' }, 400, undefined],
  ])('%o is %i at %s', async (change, status, field) => {
    const answer = await pages.send(told(change), { customerId: '8001' });
    expect([answer.status, answer.body.ok, answer.body.field]).toEqual([status, false, field]);
    expect(answer.body.message).not.toBe('');
    expect(await datesOf('8001')).not.toContain(expect.stringMatching(/\d+\/\d+/));
  });

  test.each(['', '{', '[]', 'null', '"x"', '\u0000'])(
    'a body that is none of ours: %j is 400',
    async (body) => {
      expect((await pages.send(body, { customerId: '8002' })).status).toBe(400);
      expect(await datesOf('8002')).toEqual([]);
    },
  );

  test('29 February is a birthday', async () => {
    const customerId = newCustomer();
    expect((await pages.send(told({ day: 29, month: 2 }), { customerId })).status).toBe(200);
    expect(await datesOf(customerId)).toEqual([`${DOMAIN} 29/2`]);
  });

  test('a language that we don’t speak is answered in English', async () => {
    for (const language of ['ar', 7, undefined]) {
      const answer = await pages.send(told({ day: 31, month: 4, language }), { customerId: '8003' });
      expect(answer.body.message).toBe('There’s no such day. Please check day and month.');
    }
  });
});

describe('who speaks', () => {
  test('C62 C61 shop and customer are those that Shopify signed, whatever the body says', async () => {
    const customerId = newCustomer();
    const victim = newCustomer();
    const forged = {
      shop: 'other.myshopify.com',
      customerId: victim,
      logged_in_customer_id: victim,
      shopId: 1,
    };
    expect((await pages.send(told(forged), { customerId })).status).toBe(200);
    expect(await datesOf(victim)).toEqual([]);
    expect(await datesOf(customerId)).toEqual([`${DOMAIN} 4/5`]);
    const elsewhere = { customerId, shop: 'other.myshopify.com' };
    expect((await pages.send(told({ day: 8 }), elsewhere)).status).toBe(200);
    expect(await datesOf(customerId)).toEqual(['other.myshopify.com 8/5', `${DOMAIN} 4/5`]);
  });

  test.each<[string, ProxyRequest]>([
    ['signed by somebody else', { secret: 'somebody else' }],
    ['91 seconds old', { timestamp: Math.floor(Date.now() / 1000) - 120 }],
    ['with another customer beside', { unsigned: '&logged_in_customer_id=9002' }],
  ])('%s: 401, and nothing is written', async (_how, request) => {
    const customerId = newCustomer();
    const answer = await pages.send(told(), { customerId, ...request });
    expect([answer.status, answer.body.ok]).toEqual([401, false]);
    expect(await datesOf(customerId)).toEqual([]);
  });

  test('nobody signed in is 403, in words', async () => {
    const answer = await pages.send(told({ language: 'fr' }), { customerId: '' });
    expect(answer.status).toBe(403);
    expect(answer.body.message).toContain('Connectez-vous');
  });

  test('a shop that never installed, or no longer, is 404', async () => {
    expect((await pages.send(told(), { shop: 'nobody.myshopify.com' })).status).toBe(404);
    const gone = await installedShop({ domain: 'gone.myshopify.com' });
    await pool().query('update "Shop" set "uninstalledAt" = now() where id = $1', [gone.id]);
    expect((await pages.send(told(), { shop: gone.domain })).status).toBe(404);
  });

  test('C79 a member who is left out is 403', async () => {
    const customerId = newCustomer();
    await pages.send(told(), { customerId });
    await pool().query('update "Member" set blocked = true where "customerId" = $1', [customerId]);
    expect((await pages.send(told({ day: 9 }), { customerId })).status).toBe(403);
    expect(await datesOf(customerId)).toEqual([`${DOMAIN} 4/5`]);
  });
});

describe('what is no telling', () => {
  test('GET is 405, another action 404', async () => {
    const got = await pages.read('birthday');
    expect([got.status, got.headers.get('allow')]).toEqual([405, 'POST']);
    expect((await pages.send(told(), { method: 'PUT' })).status).toBe(405);
    expect((await pages.send(told(), { action: 'points' })).status).toBe(404);
  });

  test.each(['text/plain', 'multipart/form-data', 'application/jsonp'])(
    'what a form on any page could send is 415: %s',
    async (contentType) => {
      const answer = await pages.send(told(), { customerId: '8005', contentType });
      expect([answer.status, answer.body.ok]).toEqual([415, false]);
      expect(await datesOf('8005')).toEqual([]);
    },
  );

  test('JSON with its letters named is JSON', async () => {
    const contentType = 'application/json; charset=utf-8';
    expect((await pages.send('[]', { customerId: '8005', contentType })).status).toBe(400);
  });

  test('a customer beyond all ids is nobody: 401', async () => {
    expect((await pages.send(told(), { customerId: '9223372036854775808' })).status).toBe(401);
  });

  test('a body over 2 KB is 413, told or not', async () => {
    const body = told({ note: 'x'.repeat(2_100) });
    expect((await pages.send(body, { customerId: '8004' })).status).toBe(413);
    expect(await datesOf('8004')).toEqual([]);
  });
});
