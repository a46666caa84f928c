// Addresses that somebody has tampered with: a page that is there shows itself, a member that isn't there is not found.
import { useBuiltApp } from './use-built-app.ts';
import { expect, test } from 'vitest';
import { openingPath } from './merchant.ts';

const app = useBuiltApp('tampered');

test.each([
  ['/app', 'days=%00'],
  ['/app', 'days=%E0%A4%A'],
  ['/app/members', 'q=%00'],
  ['/app/members', 'q=a%00b&filter=%00'],
  ['/app/members', 'q=%ED%A0%80'],
  ['/app/members', "q=';%20drop%20table"],
  ['/app/members', 'after=999999999999999999&before=%00'],
  ['/app/members/birthdays', 'after=9999-12-31_999999999999999999'],
  ['/app/members/birthdays', 'before=0000-01-01_1'],
  ['/app/members/birthdays', 'days=1e400'],
  ['/app/members/names', 'ids=%00,1,999999999999999999'],
  ['/app/members/requests', 'page=%00'],
  ['/app/orders', 'show=%00&after=1-2-3'],
  ['/app/orders', 'after=%00-%00'],
  ['/app/orders', 'after=999999999999999999-999999999999999999'],
  ['/app/program/rewards/record', 'show=%00&since=%00&after=%00_%00'],
  ['/app/program/rewards/record', 'since=0000-01-01&after=0000-01-01_1'],
  [
    '/app/program/rewards/record',
    'show=given&since=9999-12-31&after=9999-12-31T00:00:00Z_999999999999999999',
  ],
  ['/app/program/rewards/record', 'show=given&after=2026-13-45_1'],
  ['/app/program/versions', 'from=%00'],
  ['/app/program/versions', 'from=1e400'],
  ['/app/program/versions', 'from=-1'],
])('%s?%s shows a page', async (path, query) => {
  const answer = await app.get(`${openingPath(app.shop, { path })}&${query}`);
  expect(answer.status).toBe(200);
});

test.each(['0', '-1', 'abc', '1.5', '%00', '9999999999999999999999', '999999999999999999'])(
  'there is no member %s',
  async (id) => {
    const answer = await app.get(openingPath(app.shop, { path: `/app/members/${id}` }));
    expect(answer.status).toBe(404);
  },
);
