// An hour with a SESSION_KEY that isn't the one which sealed the tokens: nothing is touched, and with the right one
// everything goes on as if that hour had not been.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keyedApp, newKey, type KeyedApp } from './keyed-app.ts';
import { behind, marked, usedUp } from './keyed-state.ts';

const SHOPS = 3;
const [right, wrong] = [newKey(), newKey()];
let app: KeyedApp;

beforeAll(async () => {
  app = await keyedApp(SHOPS + 1);
  await app.start({ SESSION_KEY: right });
  for (const domain of app.domains.slice(0, SHOPS)) expect((await app.visit(domain)).status).toBe(200);
  await app.buyEverywhere();
  await app.settled();
});

afterAll(() => app.stop());

const sessions = () => app.ask('select * from "Session" order by id');
test('nothing is touched while the key is wrong, and it is said at start and to the merchant', async () => {
  const before = await sessions();
  expect(before).toHaveLength(SHOPS);
  await app.start({ SESSION_KEY: wrong });
  await app.buyEverywhere();
  await app.hourPasses();
  const [known = '', stranger = ''] = [app.domains[0], app.domains[SHOPS]];
  for (const domain of [known, stranger]) {
    const { status, page } = await app.visit(domain);
    expect(status).toBe(503);
    expect(page).toContain('Nothing is lost');
  }
  expect(await sessions()).toEqual(before);
  expect(await marked(app)).toEqual([]);
  expect(await usedUp(app)).toEqual([]);
  const unsynced = await behind(app);
  expect(unsynced.length).toBeGreaterThanOrEqual(SHOPS);
  for (const name of ['web', 'worker'] as const) {
    const said = (await app.logOf(name)).find(({ msg }) => String(msg).startsWith('SESSION_KEY'));
    expect(said).toMatchObject({ level: 50, locked: SHOPS });
    expect(said).toHaveProperty('needed');
    expect(said).toHaveProperty('given');
  }
});

test('with the right key every order is applied and shown, by the worker alone', async () => {
  await app.start({ SESSION_KEY: right });
  await app.settled();
  expect(await behind(app)).toEqual([]);
  expect(await marked(app)).toEqual([]);
  expect(await sessions()).toHaveLength(SHOPS);
  const applied = await app.ask('select 1 from "Order" where "appliedRevision" = revision');
  expect(applied).toHaveLength(2 * SHOPS);
  expect((await app.visit(app.domains[0] ?? '')).status).toBe(200);
  expect((await app.visit(app.domains[SHOPS] ?? '')).status).toBe(200);
});
