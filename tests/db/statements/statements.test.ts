// Every statement of the app, prepared against the migrated database: a renamed column or table shows here, and not when
// somebody's order comes by.
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Who } from '#app/core/who/who.ts';
import { CAUSE_KINDS } from '#app/core/moments/causes/cause-kinds.ts';
import { causeFactsOf } from '#app/db/moments/cause-facts.server.ts';
import { membersDue } from '#app/db/moments/members-due.server.ts';
import { momentRule } from '#tests/support/moment-rules.ts';
import { MEMBER_FILTERS, MEMBER_SORTS } from '#app/core/members/member-filters.ts';
import { MOMENTS } from '#app/core/moments/kinds/moment-kinds.ts';
import { claimLease, SYNC_LEASE, TOKEN_LEASE } from '#app/db/lease.server.ts';
import { countMembers, findMembers, memberPage } from '#app/db/members/member-list.server.ts';
import { causesWithin } from '#app/db/moments/would-have.server.ts';
import { comingBirthdays } from '#app/db/moments/coming-birthdays.server.ts';
import { askToLookAgain, membersOnDays } from '#app/db/moments/moments.server.ts';
import { joinBack, joinEarlier } from '#app/db/moving-in/moved-members.server.ts';
import { changePastOrders, type PastChange } from '#app/db/past-orders/past-orders.server.ts';
import type { Queryable } from '#app/db/pool.server.ts';
import { pagesOfTable } from '#app/db/taking-out/pages-of-table.server.ts';
import { countTaken } from '#app/db/taking-out/taken-pages.server.ts';
import { TAKEN_TABLES } from '#app/db/taking-out/taken-tables.server.ts';
import { addOwnVoucher } from '#app/db/rewards/own-vouchers.server.ts';
import { sampleAmong } from '#app/db/who/count-roughly.server.ts';
import { countAmong, membersAmong, membersAmongOn, pageAmong } from '#app/db/who/members-among.server.ts';
import { givenRewards } from '#app/db/rewards/reward-record.server.ts';
import { reward } from '#tests/support/factories.ts';
import { testDatabase, type TestDatabase } from '#tests/support/database.ts';
import type { Statement, WithStatements } from './statements-plugin.ts';

const root = path.resolve(import.meta.dirname, '../../..');
/** Statements that say where a transaction begins and ends, or what it locks, and can't be prepared. */
const OF_TRANSACTIONS = [
  'begin',
  'begin; set local plan_cache_mode = force_generic_plan; set local enable_seqscan = off',
  'commit',
  'rollback',
  'lock table "DailyFigure" in share row exclusive mode',
];
/** Files with statements that are put together at each call, and how many; the test below calls them all. */
const MOVING: Record<string, number> = {
  'app/db/lease.server.ts': 2,
  'app/db/members/member-list.server.ts': 3,
  'app/db/moments/cause-facts.server.ts': 1,
  'app/db/moments/coming-birthdays.server.ts': 1,
  'app/db/moments/members-due.server.ts': 1,
  'app/db/moments/moments.server.ts': 2,
  'app/db/moving-in/moved-members.server.ts': 1,
  'app/db/past-orders/past-orders.server.ts': 1,
  'app/db/rewards/own-vouchers.server.ts': 1,
  'app/db/rewards/reward-record.server.ts': 1,
  'app/db/taking-out/pages-of-table.server.ts': 2,
  'app/db/taking-out/taken-pages.server.ts': 1,
  'app/db/who/count-roughly.server.ts': 1,
  'app/db/who/members-among.server.ts': 4,
};

/** All of its columns. */
const PAST_CHANGE: Required<PastChange> = {
  step: 'reading',
  goesOnWith: null,
  why: null,
  dueAt: null,
  bulkId: null,
  url: null,
  found: 0,
  line: 0,
  stored: 0,
  unreadable: 0,
  alone: [],
  readAlone: 0,
  breaks: 0,
  readAt: new Date(0),
  version: 1,
  awardsFrom: null,
  counted: null,
  afterMember: '0',
  awardedOn: null,
  spentMembers: 0,
};

/** Each condition, with and without its bounds. */
const WHOS: Who[] = [
  { conditions: [] },
  {
    conditions: [
      { kind: 'tags-in', tags: ['VIP'] },
      { kind: 'first-timers' },
      { kind: 'birthday-month', month: 0 },
      { kind: 'bought', productIds: ['1'], withinDays: 9 },
      { kind: 'ordered', withinDays: 9 },
      { kind: 'orders', least: 1, most: 2 },
      { kind: 'last-order', least: 1, most: 2 },
    ],
  },
  {
    conditions: [
      { kind: 'birthday-month', month: 5 },
      { kind: 'bought', productIds: ['1'], withinDays: null },
      { kind: 'bought', productIds: [], collectionIds: ['2'], withinDays: 9 },
      { kind: 'bought', productIds: ['1'], collectionIds: ['2'], withinDays: null },
      { kind: 'ordered', withinDays: null },
      { kind: 'last-order', least: null, most: null },
    ],
  },
];

let database: TestDatabase;
let client: pg.Client;
const statements: Statement[] = [];
const moving: Record<string, number> = {};

beforeAll(async () => {
  database = await testDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
  for (const file of globSync('app/db/**/*.ts', { cwd: root }).sort()) {
    const module = (await import(`${path.join(root, file)}?statements`)) as WithStatements;
    statements.push(...module.statementsOfModule.filter(({ text }) => !OF_TRANSACTIONS.includes(text)));
    if (module.movingStatements > 0) moving[file] = module.movingStatements;
  }
});

afterAll(async () => {
  await client.end();
  await database.drop();
});

/** What the database says against a statement; null where it takes it. */
async function refusal({ name, text }: Statement): Promise<string | null> {
  try {
    await client.query(`prepare tried as ${text}`);
    await client.query('deallocate tried');
    return null;
  } catch (error) {
    return `${name ?? text}: ${String(error)}`;
  }
}

async function refusals(tried: readonly Statement[]): Promise<string[]> {
  const said: string[] = [];
  for (const statement of tried) said.push((await refusal(statement)) ?? '');
  return said.filter((line) => line !== '');
}

/** Takes statements down instead of asking them. */
function listener(): { heard: Statement[]; db: Queryable } {
  const heard: Statement[] = [];
  const query = async (asked: string | Statement) => {
    heard.push(typeof asked === 'string' ? { text: asked } : asked);
    return { rows: [], rowCount: 0 };
  };
  return { heard, db: { query } as unknown as Queryable };
}

/** Answers each question with one row that says nothing. */
function withRows(db: Queryable): Queryable {
  const query = async (statement: string) => ({ ...(await db.query(statement)), rows: [{}] });
  return { query } as unknown as Queryable;
}

/** Answers the first question with one member. */
function withMember(db: Queryable): Queryable {
  let asked = false;
  const query = async (statement: string) => {
    const answer = await db.query(statement);
    if (asked) return answer;
    asked = true;
    return { ...answer, rows: [{ id: '1', customerId: '1' }] };
  };
  return { query } as unknown as Queryable;
}

test('each is one that the database can prepare', async () => {
  expect(statements.length).toBeGreaterThan(100);
  expect(await refusals(statements)).toEqual([]);
});

test('those that are put together are so in each of their shapes', async () => {
  const { heard, db } = listener();
  for (const who of WHOS) {
    await membersAmong(db, 1, who, ['1'], '2026-11-22');
    await membersAmongOn(db, 1, who, [{ memberId: '1', day: '2026-11-22' }]);
    await countAmong(db, 1, who, '2026-11-22');
    await sampleAmong(db, 1, who, '2026-11-22');
    await pageAmong(db, 1, who, { today: '2026-11-22', after: '0', limit: 1 });
  }
  for (const lease of [SYNC_LEASE, TOKEN_LEASE]) {
    await claimLease(db, lease, 1, 'somebody');
    heard.push(lease.release);
  }
  for (const side of [null, 'after', 'before'] as const) {
    const cursor = side && { side, place: '1', id: '1' };
    for (const filter of MEMBER_FILTERS)
      for (const sort of MEMBER_SORTS) await memberPage(db, 1, { filter, sort, cursor });
    for (const since of [null, new Date(0)]) await memberPage(db, 1, { filter: 'freed', since, cursor });
    await comingBirthdays(db, 1, [], side && { side, on: '2026-11-25', id: '1' });
  }
  for (const filter of MEMBER_FILTERS) await countMembers(db, 1, { filter, since: new Date(0) });
  for (const sort of MEMBER_SORTS)
    await findMembers(db, 1, '#1001', { sort, filter: 'freed', since: new Date(0) });
  for (const kind of MOMENTS) {
    await membersOnDays(db, 1, kind, [], { after: '0', limit: 1 });
    await askToLookAgain(db, 1, kind, [], [], '2027-05-03');
  }
  for (const kind of CAUSE_KINDS) {
    const days = { from: '2027-05-02', today: '2027-05-03' };
    await membersDue(db, 1, momentRule(kind), days, { after: '0', limit: 1 });
  }
  await causesWithin(withRows(db), 1, { from: '2027-05-02', to: '2027-05-03' });
  await causeFactsOf(db, 1, ['1'], { ordersFrom: null, at: new Date(0) });
  const days = { validFrom: '2026-11-25', validUntil: null, heldOn: '2026-11-25', heldAt: new Date(0) };
  const priced = { cause: 'redeem/x', reward: reward(), price: 100, faceMinor: 500, programVersion: 1 };
  const voucher = { ...days, ...priced, id: '1', memberId: '1', value: 'reward/x/' };
  for (const requestHash of [null, 'x']) {
    await addOwnVoucher(db, 1, { voucher, code: 'ABCDEFGHJKMN', requestHash });
  }
  await joinEarlier(db, 1, '1', [{ memberId: '1', joinedOn: '2026-11-22' }]);
  await joinBack(db, 1, '1', ['1']);
  for (const view of ['given', 'lapsed'] as const) {
    await givenRewards(db, 1, view, { since: null, after: null, limit: 1 });
  }
  for (const table of TAKEN_TABLES) {
    for await (const rows of pagesOfTable(table.member === null ? db : withMember(db), 1, table, ['1::text']))
      expect(rows).toEqual([]);
  }
  await countTaken(db, 1, 1);
  await changePastOrders(db, 1, 'made', PAST_CHANGE);
  expect(await refusals(heard)).toEqual([]);
  expect(moving).toEqual(MOVING);
});

test('each stands in a file of app/db', () => {
  const elsewhere = globSync('app/**/*.{ts,tsx}', { cwd: root }).filter(
    (file) => !file.startsWith('app/db/') && readFileSync(path.join(root, file), 'utf8').includes('.query('),
  );
  expect(elsewhere).toEqual([]);
});

test('no two have the same name: the second would be sent as the first', () => {
  const names = statements.flatMap(({ name }) => name ?? []);
  expect(names.length).toBeGreaterThan(25);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

const NO_ALIAS = new Set(
  'as cross for group join left limit on order set union using values where'.split(' '),
);

/** Tables that a statement reads or writes, with the names that it gives them. */
function namedIn(text: string): { table: string; alias: string | null }[] {
  const named = text.matchAll(/\b(from|join|update|into)\s+"(\w+)"(?:\s+(?:as\s+)?([a-z_]+))?/gi);
  return [...named].map(([, how, table = '', alias = null]) => {
    const plain = how === 'into' || alias === null || NO_ALIAS.has(alias.toLowerCase());
    return { table, alias: plain ? null : alias };
  });
}

function namesShop(text: string, alias: string | null): boolean {
  return text.includes(alias === null ? '"shopId"' : `${alias}."shopId"`) || /[^.]"shopId" = \$/.test(text);
}

/** Statements over all shops, by how they begin: bells, the clock's sweeps, checks of every night. */
const OF_ALL_SHOPS = [
  'delete from "PeopleRequest" where "doneAt" <',
  'delete from "ProductGroup" where "askedAt" <',
  'delete from "ProxyAction" where $1 > all',
];

test('C62 each names the shop beside every table that has one', async () => {
  const { rows } = await client.query<{ name: string }>(
    `select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'shopId'`,
  );
  const tenants = new Set(rows.map(({ name }) => name));
  const silent = statements.flatMap(({ text }) => {
    if (OF_ALL_SHOPS.some((start) => text.startsWith(start))) return [];
    const named = namedIn(text).filter(({ table }) => tenants.has(table));
    const enough = text.split('"shopId"').length > named.length;
    const without = named.filter(({ alias }) => !enough || !namesShop(text, alias));
    return without.map(({ table }) => `${table} in ${text.replaceAll(/\s+/g, ' ').slice(0, 120)}`);
  });
  expect(silent).toEqual([]);
});

test('a renamed column is seen', async () => {
  await client.query('alter table "LedgerEntry" rename "sourceKey" to "key"');
  const said = await refusals(statements);
  expect(said.join('\n')).toContain('write-ledger: error: column "sourceKey"');
  await client.query('alter table "LedgerEntry" rename "key" to "sourceKey"');
  expect(await refusals(statements)).toEqual([]);
});
