// A shop some of whose stored rules can't be read, by a fault of ours: pages that need them say so, the others go on.
import { useBuiltApp, bearerOf } from './use-built-app.ts';
import { beforeEach, expect, test } from 'vitest';
import { pool } from '#app/db/pool.server.ts';
import { openingPath } from './merchant.ts';

const app = useBuiltApp('unreadable');

let shopId: number;
let memberId: string;

/** A version that was published, and isn't any more: whatever asks for all of them is stopped as well. */
beforeEach(async () => {
  const { rows } = await pool().query<{ id: number }>('select id from "Shop" where domain = $1', [app.shop]);
  shopId = rows[0]?.id ?? 0;
  await pool().query(
    `insert into "ProgramVersion" ("shopId", number, rules, "publishedAt", "publishedBy")
     values ($1, 2, '{"shape": 99}', now(), 'test')`,
    [shopId],
  );
  const member = await pool().query<{ id: string }>(
    `insert into "Member" ("shopId", "customerId", "joinedAt") values ($1, 7, now()) returning id`,
    [shopId],
  );
  memberId = member.rows[0]?.id ?? '';
});

const data = (path: string, route: string) =>
  app.get(`${path}?_data=${encodeURIComponent(route)}`, bearerOf(app.shop));

test.each([
  ['/app/program', 'routes/app.program._index'],
  ['/app/program/versions', 'routes/app.program.versions'],
  ['/app/settings', 'routes/app.settings'],
  ['/app/members/birthdays', 'routes/app.members.birthdays'],
])('%s, which shows them, says so', async (path, route) => {
  const answer = await data(path, route);
  expect(answer.status).toBe(500);
  expect(await answer.json()).toEqual({ says: 'rules' });
});

test('GIVEN a document WHEN it needs them THEN it says so in the merchant’s language, with a way home', async () => {
  for (const [locale, words, home] of [
    ['en', 'The program’s rules can’t be read', 'Go to Home'],
    ['fr', 'Les règles du programme sont illisibles', 'Aller à l’accueil'],
  ] as const) {
    const answer = await app.get(openingPath(app.shop, { locale, path: '/app/settings' }));
    expect(answer.status).toBe(500);
    const page = await answer.text();
    expect(page).toContain(words);
    expect(page).toContain(home);
  }
});

test('members, a member and the orders to check are shown all the same', async () => {
  const list = await data('/app/members', 'routes/app.members._index');
  expect(await list.json()).toMatchObject({ unreadable: true, members: [{ id: memberId }] });
  const one = await data(`/app/members/${memberId}`, 'routes/app.members.$id');
  expect(await one.json()).toMatchObject({ unreadable: true, member: { id: memberId }, cards: [] });
  const orders = await data('/app/orders', 'routes/app.orders');
  expect(await orders.json()).toMatchObject({ unreadable: true, flags: [] });
});

test('Home says it in red, whichever version it is', async () => {
  const home = await data('/app', 'routes/app._index');
  expect(await home.json()).toMatchObject({ health: { states: { rules: 'late' } } });
});
