// The members' routes over real HTTP, from the production build: other shops' members, bad input, who did it.
import { bearerOf, useBuiltApp } from './use-built-app.ts';
import { beforeEach, expect, test } from 'vitest';
import { prisma } from '#app/db/client.server.ts';
import { line, order } from '#tests/support/factories.ts';
import { tellAndApply } from '#tests/support/shops.ts';
import { openingPath, sessionToken } from './merchant.ts';

const app = useBuiltApp('members');
let memberId: string;

beforeEach(async () => {
  const { id } = await prisma().shop.findUniqueOrThrow({ where: { domain: app.shop } });
  const at = '2099-01-01T10:00:00Z';
  const bought = order({ processedAt: at, updatedAt: at, lines: [line()] });
  await tellAndApply({ id, domain: app.shop }, bought);
  memberId = String((await prisma().member.findFirstOrThrow({ where: { shopId: id } })).id);
});

const ROUTE = encodeURIComponent('routes/app.members.$id');
const post = (body: unknown, as = app.shop) =>
  app.post(`/app/members/${memberId}?_data=${ROUTE}`, body, sessionToken(as));

const adjustment = (changes: object = {}) => ({
  do: 'adjust',
  unit: 'points',
  direction: 'add',
  amount: '1 000',
  reason: 'a gift',
  belowZero: false,
  requestKey: 'request-key-1',
  ...changes,
});
const pointsNow = async () =>
  Number((await prisma().member.findFirstOrThrow({ where: { id: BigInt(memberId) } })).points);

test('an adjustment bears who is signed in, and a number may be typed with spaces', async () => {
  const answer = await post(adjustment());
  expect(await answer.json()).toEqual({ ok: true, balanceAfter: 1_014 });
  expect(await prisma().adjustment.findFirst({ where: { memberId: BigInt(memberId) } })).toMatchObject({
    madeBy: '42',
    reason: 'a gift',
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
  { do: 'block', blocked: 'yes' },
  { do: 'give-reward', reward: 'five' },
  { do: 'give-reward', reward: 'five', reason: 'x', note: '', requestKey: 'short' },
  { do: 'take-back-reward', voucher: '-1', reason: 'x' },
  { do: 'take-back-reward', voucher: 1, reason: 'x' },
])('a body of a wrong shape changes nothing: %j', async (body) => {
  expect((await post(body)).status).toBe(422);
  expect(await pointsNow()).toBe(14);
});

test('a reward that the program doesn’t have is refused beside its field, and so is one that nobody holds', async () => {
  const gift = { do: 'give-reward', reward: 'five', reason: 'x', note: '', requestKey: 'request-key-2' };
  expect(await (await post(gift)).json()).toMatchObject({
    problems: [{ field: 'reward', reason: 'no-reward' }],
  });
  const back = { do: 'take-back-reward', voucher: '1', reason: 'x' };
  expect(await (await post(back)).json()).toMatchObject({ problems: [{ field: null, reason: 'not-held' }] });
});

test('C62 another shop’s member can’t be read, adjusted or left out', async () => {
  const other = await app.openOther();
  const token = sessionToken(other);
  expect((await app.get(openingPath(other, { token, path: `/app/members/${memberId}` }))).status).toBe(404);
  expect(await (await post(adjustment(), other)).json()).toMatchObject({
    ok: false,
    problems: [{ reason: 'no-member' }],
  });
  expect(await (await post({ do: 'block', blocked: true }, other)).json()).toMatchObject({
    ok: false,
  });
  expect(await pointsNow()).toBe(14);
});

test('a list’s address that was tampered with shows the first page', async () => {
  for (const query of [
    'filter=none',
    'filter=freed&since=2026-02-30',
    'filter=freed&since=0000-00-00',
    'filter=freed&since=2026-10-28',
    'filter=returned&since=x',
    'after=abc',
    'before=-1',
    'after=-999999999999999_1',
    'sort=ordered%20asc&before=999999999999999_999999999999999999',
    'filter=freed&since=0000-01-01',
    'filter=freed&since=9999-12-31',
    `q=${'x'.repeat(200)}`,
    'after=1&before=2&filter=all',
  ]) {
    const path = openingPath(app.shop, { path: '/app/members' });
    expect((await app.get(`${path}&${query}`)).status, query).toBe(200);
  }
});

test('names that Shopify doesn’t tell are no error', async () => {
  const answer = await fetch(`${app.url}/app/members/names?ids=1,2,nonsense`, {
    headers: bearerOf(app.shop),
  });
  expect(answer.status).toBe(200);
  expect(await answer.json()).toEqual({});
});

test('the list leaves as a file, whole and closed, which only the shop’s own merchant gets', async () => {
  const asked = (headers: Record<string, string>) =>
    fetch(`${app.url}/app/members/export?filter=all`, { headers, redirect: 'manual' });
  const answer = await asked(bearerOf(app.shop));
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  const [head, ...rows] = (await answer.text()).trim().split('\n');
  expect(head).toContain('Customer ID');
  expect(rows).toHaveLength(1);
  expect((await asked({})).headers.get('content-type')).not.toBe('text/csv; charset=utf-8');
});
