// POST /proxy/life-date over real HTTP, into a real database.
import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { consentHash } from '#app/core/life-dates/life-date-request.ts';
import { pool } from '#app/db/pool.server.ts';
import { nextId } from '#tests/support/factories.ts';
import { momentRule } from '#tests/support/moment-rules.ts';
import { momentShop } from '#tests/support/moment-shop.ts';
import type { OccasionShop } from '#tests/support/occasions.ts';
import { useDatabase } from '#tests/support/use-database.ts';
import { openShopPages, type ShopPages } from './shop-pages.ts';

useDatabase();

const WEDDING = momentRule('life-date', { key: 'wedding' });
let pages: ShopPages;
let shop: OccasionShop;

beforeAll(async () => {
  shop = await momentShop([WEDDING], { publishedAt: '2026-01-01T12:00:00Z' });
  pages = await openShopPages();
  return () => pages.stop();
});

const send = (change: object, customerId = nextId()) =>
  pages.send(
    {
      ...{ requestKey: randomUUID(), moment: 'wedding', day: 4, month: 5, year: null, language: 'en' },
      ...{ agreed: consentHash(WEDDING), ...change },
    },
    { shop: shop.domain, action: 'life-date', customerId },
  );

const counted = async () =>
  (await pool().query<{ count: string }>('select count(*) from "MemberDate" where "shopId" = $1', [shop.id]))
    .rows[0]?.count;

test('S-13 a day is told in the shopper’s language, and taken away again', async () => {
  const customerId = nextId();
  const told = await send({ language: 'fr' }, customerId);
  expect([told.status, told.body.message]).toEqual([200, 'Merci\u00a0! Le jour est enregistré.']);
  expect(await counted()).toBe('1');
  const removed = await send({ remove: 'yes', day: null, month: null }, customerId);
  expect([removed.status, removed.body.message]).toEqual([200, 'The day is removed.']);
  expect(await counted()).toBe('0');
});

test.each([
  ['no day', { day: null }, 422, 'day'],
  ['no month', { month: null }, 422, 'month'],
  ['a day that can’t be', { day: 31, month: 4 }, 422, 'day'],
  ['a year too far', { year: 9_000 }, 422, 'year'],
  ['no agreement', { agreed: undefined }, 422, 'agreed'],
  ['words that have changed', { agreed: '0'.repeat(16) }, 409, undefined],
  ['an agreement that is none', { agreed: '<script>' }, 400, undefined],
  ['a day that nobody asks for', { moment: 'nobody' }, 404, undefined],
  ['a moment that is none', { moment: "wedding' or 1=1" }, 400, undefined],
  ['a key that is none', { requestKey: 'x' }, 400, undefined],
  ['a number that is none', { day: 'four' }, 400, undefined],
])('C60 C99 %s is refused beside its field, and keeps nothing', async (_what, change, status, field) => {
  const answer = await send(change);
  expect([answer.status, answer.body.field]).toEqual([status, field]);
  expect(answer.body.message).not.toBe('');
  expect(await counted()).toBe('0');
});

test('C77 nobody who isn’t signed in tells one', async () => {
  expect((await send({}, '')).status).toBe(403);
});
