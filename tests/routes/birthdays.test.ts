// Birthdays over real HTTP, from the production build: the list's address, other shops' members, bad input, repeats.
import { useBuiltApp } from './use-built-app.ts';
import { beforeEach, expect, test } from 'vitest';
import { prisma } from '#app/db/client.server.ts';
import { memberWith } from '#tests/support/occasions.ts';
import { openingPath, sessionToken } from './merchant.ts';

const app = useBuiltApp('birthdays');
let memberId: string;

beforeEach(async () => {
  const { id } = await prisma().shop.findUniqueOrThrow({ where: { domain: app.shop } });
  memberId = (await memberWith({ id, domain: app.shop })).id;
});

const wanted = (changes: object = {}) => ({
  do: 'birthday',
  requestKey: 'request-key-1',
  remove: false,
  month: '5',
  day: '3',
  year: '',
  reason: 'told by phone',
  ...changes,
});

const ROUTE = `_data=${encodeURIComponent('routes/app.members.$id')}`;
const post = (body: unknown, as = app.shop) =>
  app.post(`/app/members/${memberId}?${ROUTE}`, body, sessionToken(as));

const answer = async (...sent: Parameters<typeof post>): Promise<unknown> => (await post(...sent)).json();
const log = () => prisma().birthdayChange.findMany({ where: { memberId: BigInt(memberId) } });

test('C59 a birthday bears who set it and why; twice at once it is set once', async () => {
  const answers = await Promise.all([answer(wanted()), answer(wanted())]);
  expect(answers).toEqual([{ ok: true }, { ok: true }]);
  expect(await log()).toMatchObject([{ month: 5, day: 3, madeBy: '42', reason: 'told by phone' }]);
  expect(await answer(wanted({ day: '4' }))).toMatchObject({ problems: [{ reason: 'other-request' }] });
  expect(await answer(wanted({ requestKey: 'request-key-2', remove: true }))).toEqual({ ok: true });
  expect(await log()).toHaveLength(2);
});

test('everything that is wrong with a date is said at once', async () => {
  expect(await answer(wanted({ month: '2', day: '30', reason: '' }))).toEqual({
    ok: false,
    reason: 'refused',
    problems: [
      { field: 'day', reason: 'impossible' },
      { field: 'reason', reason: 'required' },
    ],
  });
  expect(await log()).toEqual([]);
});

test.each([
  { do: 'birthday' },
  wanted({ month: 5 }),
  wanted({ requestKey: 'x' }),
  wanted({ remove: 'yes' }),
  wanted({ reason: 'x'.repeat(3_000) }),
])('a body of a wrong shape changes nothing: %j', async (body) => {
  expect((await post(body)).status).toBe(422);
  expect(await log()).toEqual([]);
});

test('C62 another shop’s member has no birthday to set', async () => {
  expect(await answer(wanted(), await app.openOther())).toMatchObject({
    problems: [{ reason: 'no-member' }],
  });
  expect(await log()).toEqual([]);
});

test.each([
  '',
  'days=7',
  'after=abc',
  'after=2027-13-45_1',
  'before=2027-01-01_x',
  'after=2027-01-01_1&days=365',
])('the list’s address “%s” shows a page', async (query) => {
  const path = openingPath(app.shop, { path: '/app/members/birthdays' });
  const response = await app.get(`${path}&${query}`);
  expect(response.status).toBe(200);
  expect(await response.text()).toContain('No birthday gift is published');
});
