// The members' routes over real HTTP, from the production build: other shops' members, bad input, who did it.
import { resetShopify } from './fake-shopify.ts';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { closePrisma, prisma } from '#app/db/client.server.ts';
import { closePool } from '#app/db/pool.server.ts';
import { testDatabase, type TestDatabase } from '#tests/support/database.ts';
import { line, order } from '#tests/support/factories.ts';
import { tellAndApply } from '#tests/support/shops.ts';
import { startBuiltApp, type BuiltApp } from './built-app.ts';
import { BROWSER, openingPath, sessionToken, setEnvironment } from './merchant.ts';

let database: TestDatabase;
let app: BuiltApp;
let shop: string;
let memberId: string;
let shops = 0;

beforeAll(async () => {
  database = await testDatabase();
  setEnvironment(database.url);
  app = await startBuiltApp();
});

beforeEach(async () => {
  resetShopify();
  shop = `members-${(shops += 1)}.myshopify.com`;
  await app.get(openingPath(shop));
  const { id } = await prisma().shop.findUniqueOrThrow({ where: { domain: shop } });
  const at = '2099-01-01T10:00:00Z';
  await tellAndApply({ id, domain: shop }, order({ processedAt: at, updatedAt: at, lines: [line()] }));
  memberId = String((await prisma().member.findFirstOrThrow({ where: { shopId: id } })).id);
});

afterAll(async () => {
  await app.stop();
  await Promise.all([closePrisma(), closePool()]);
  await database.drop();
});

function post(body: unknown, { as = shop, id = memberId }: { as?: string; id?: string } = {}) {
  const route = encodeURIComponent('routes/app.members.$id');
  return fetch(`${app.url}/app/members/${id}?_data=${route}`, {
    method: 'POST',
    headers: {
      ...{ 'content-type': 'application/json', 'user-agent': BROWSER },
      authorization: `Bearer ${sessionToken(as)}`,
    },
    body: JSON.stringify(body),
  });
}

const adjustment = (changes: object = {}) => ({
  ...{ do: 'adjust', unit: 'points', direction: 'add', amount: '1 000', reason: 'a gift', belowZero: false },
  ...{ requestKey: 'request-key-1', ...changes },
});
const pointsNow = async () =>
  Number((await prisma().member.findFirstOrThrow({ where: { id: BigInt(memberId) } })).points);

test('an adjustment bears who is signed in, and a number may be typed with spaces', async () => {
  const answer = await post(adjustment());
  expect(await answer.json()).toEqual({ ok: true, balanceAfter: 1_014 });
  expect(await prisma().adjustment.findFirst({ where: { memberId: BigInt(memberId) } })).toMatchObject({
    ...{ madeBy: '42', reason: 'a gift' },
  });
});

test.each(['', '-5', '1.5', '1e3', 'ten', '0', '99999999999999999999'])(
  'refuses %j as an amount',
  async (amount) => {
    const answer = (await (await post(adjustment({ amount }))).json()) as { problems: { field: string }[] };
    expect(answer.problems.map(({ field }) => field)).toEqual(['amount']);
    expect(await pointsNow()).toBe(14);
  },
);

test.each([
  {},
  { do: 'adjust' },
  adjustment({ amount: 5 }),
  adjustment({ reason: null }),
  adjustment({ requestKey: '' }),
  adjustment({ direction: 'sideways' }),
  { do: 'leave-out', leftOut: 'yes' },
])('a body of a wrong shape changes nothing: %j', async (body) => {
  expect((await post(body)).status).toBe(422);
  expect(await pointsNow()).toBe(14);
});

test('C62 another shop’s member can’t be read, adjusted or left out', async () => {
  const other = `stranger-${shops}.myshopify.com`;
  await app.get(openingPath(other));
  const token = sessionToken(other);
  expect((await app.get(openingPath(other, { token, path: `/app/members/${memberId}` }))).status).toBe(404);
  expect(await (await post(adjustment(), { as: other })).json()).toMatchObject({
    ...{ ok: false, problems: [{ reason: 'no-member' }] },
  });
  expect(await (await post({ do: 'leave-out', leftOut: true }, { as: other })).json()).toMatchObject({
    ok: false,
  });
  expect(await pointsNow()).toBe(14);
});

test('a list’s address that was tampered with shows the first page', async () => {
  for (const query of [
    'filter=none',
    'after=abc',
    'before=-1',
    `q=${'x'.repeat(200)}`,
    'after=1&before=2&filter=all',
  ]) {
    const path = openingPath(shop, { path: '/app/members' });
    expect((await app.get(`${path}&${query}`)).status, query).toBe(200);
  }
});

test('names that Shopify doesn’t tell are no error', async () => {
  const answer = await fetch(`${app.url}/app/members/names?ids=1,2,nonsense`, {
    headers: { authorization: `Bearer ${sessionToken(shop)}`, 'user-agent': BROWSER },
  });
  expect(answer.status).toBe(200);
  expect(await answer.json()).toEqual({});
});
