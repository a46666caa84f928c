// A merchant who knows the ids and keys of another shop, from a screenshot say, and sends them to every door: nothing of the other shop
// is shown, and nothing of it changes.
import { useBuiltApp } from './use-built-app.ts';
import { beforeEach, expect, test } from 'vitest';
import { prisma } from '#app/db/client.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { beginMoving, sendRows } from '#app/usecases/moving-in/begin-moving.ts';
import { publishDraft } from '#tests/support/change-draft.ts';
import { momentRule } from '#tests/support/moment-rules.ts';
import { memberWith } from '#tests/support/occasions.ts';
import { rowsOfShop, TABLE_NAMES } from '#tests/support/rows-of-tables.ts';
import type { TestShop } from '#tests/support/shops.ts';
import { openingPath, sessionToken } from './merchant.ts';

const app = useBuiltApp('another');
let [theirs, own]: [TestShop, TestShop] = [
  { id: 0, domain: '' },
  { id: 0, domain: '' },
];
let [memberId, customerId, fileId] = ['', '', ''];

const LIST = '0b7c2f2e-0000-4000-8000-000000000007';
const FILE = {
  fileName: 'members.csv',
  fileHash: 'a'.repeat(64),
  way: 'add',
  byEmail: false,
  theirs: 1,
  ours: 1,
} as const;
const ROW = {
  line: 2,
  who: '1',
  points: 5,
  stamps: {},
  birthday: null,
  leftOut: false,
  joinedOn: null,
  problem: null,
};
const THANKS = momentRule('by-hand', { key: 'thanks' });
const WEDDING = momentRule('life-date', {
  key: 'wedding',
  title: { en: 'A day', fr: 'Un jour' },
  consent: { en: 'I agree', fr: 'J’accepte' },
});

const shopOf = async (domain: string): Promise<TestShop> => {
  const { id } = await prisma().shop.findUniqueOrThrow({ where: { domain } });
  return { id, domain };
};

beforeEach(async () => {
  theirs = await shopOf(app.shop);
  own = await shopOf(await app.openOther());
  for (const { domain } of [theirs, own])
    await publishDraft(domain, (rules) => ({ ...rules, cards: [], moments: [THANKS, WEDDING] }));
  await publishDraft(theirs.domain, (rules) => ({
    ...rules,
    moments: [...(rules.moments ?? []), momentRule('by-hand', { key: 'secret' })],
  }));
  ({ id: memberId, customerId } = await memberWith(theirs));
  await pool().query(
    `insert into "Task" ("shopId", "memberId", cause, "momentKey", kind, words, reason, "on", state, "madeAt")
     values ($1, $2, 'jar/1', 'jar', 'note', 'Write to Ada', '{"en": "x", "fr": "x"}', current_date, 'open', now())`,
    [theirs.id, memberId],
  );
  await pool().query(
    `insert into "MomentList" ("shopId", "requestKey", "requestHash", "momentKey", queue, total, "madeBy", reason, "madeAt")
     values ($1, $2, 'x', 'thanks', array[$3]::bigint[], 1, '42', 'Christmas', now())`,
    [theirs.id, LIST, memberId],
  );
  const begun = await beginMoving({ id: theirs.id, timeZone: 'Europe/Paris' }, FILE, '42');
  if (!begun.ok) throw new Error(begun.refused);
  fileId = begun.id;
  await sendRows(theirs.id, fileId, [{ ...ROW, problem: 'points' }]);
});

const books = async (shop: TestShop) => {
  const tables = TABLE_NAMES.filter((table) => !/Session|Job|DailyFigure/.test(table));
  return Object.fromEntries(
    await Promise.all(tables.map(async (table) => [table, await rowsOfShop(shop, table)])),
  ) as Record<string, string[]>;
};

const reason = 'Thanks';
const requestKey = '0b7c2f2e-0000-4000-8000-000000000001';
const date = { remove: false, month: '5', day: '4', year: '', reason, requestKey };
const adjust = { do: 'adjust', unit: 'points', direction: 'add', amount: '5', reason, requestKey };

type Try = [route: string, path: () => string, body: () => object];
const TRIES: Try[] = [
  ['app.tasks', () => '/app/tasks', () => ({ do: 'done', tasks: [{ memberId, cause: 'jar/1' }] })],
  ['app.tasks', () => '/app/tasks', () => ({ do: 'undo', tasks: [{ memberId, cause: 'jar/1' }] })],
  [
    'app.moments.listed',
    () => '/app/moments/listed',
    () => ({ momentKey: 'thanks', customerIds: [customerId], emails: [] }),
  ],
  [
    'app.moments.listed',
    () => '/app/moments/listed',
    () => ({ momentKey: 'secret', customerIds: [customerId], emails: [] }),
  ],
  [
    'app.program.moments.$kind',
    () => '/app/program/moments/thanks',
    () => ({ do: 'give-list', memberIds: [memberId], again: true, reason, requestKey: LIST }),
  ],
  [
    'app.program.moments.$kind',
    () => '/app/program/moments/secret',
    () => ({ do: 'give', again: true, reason, requestKey }),
  ],
  ['app.members.moved', () => '/app/members/moved', () => ({ do: 'rows', id: fileId, rows: [ROW] })],
  ['app.members.moved', () => '/app/members/moved', () => ({ do: 'end', id: fileId, count: 1 })],
  ...(['apply', 'undo', 'drop'] as const).map((what): Try => [
    'app.members.import',
    () => '/app/members/import',
    () => ({ do: what, id: fileId }),
  ]),
  ['app.members.import', () => '/app/members/import', () => ({ do: 'factor', id: fileId, ours: 7 })],
  ['app.members.requests', () => '/app/members/requests', () => ({ customerId })],
  ['app.order-answers', () => '/app/order-answers', () => ({ do: 'ask', order: '#1', memberId })],
  ['app.order-answers', () => '/app/order-answers', () => ({ do: 'read', orderId: '7001' })],
  ['app.members._index', () => '/app/members?index', () => ({ ...adjust, memberIds: [memberId] })],
  [
    'app.members._index',
    () => '/app/members?index',
    () => ({ do: 'undo', memberIds: [memberId], requestKey }),
  ],
  [
    'app.members._index',
    () => '/app/members?index',
    () => ({ do: 'block', memberIds: [memberId], blocked: true }),
  ],
  ...[
    { ...adjust, note: '', belowZero: true },
    { do: 'block', blocked: true },
    { do: 'birthday', ...date },
    { do: 'life-date', moment: 'wedding', ...date },
    { do: 'give-reward', reward: 'five', reason, note: '', requestKey },
    { do: 'take-back-gift', cause: 'thanks/1', reason },
    { do: 'take-back-reward', voucher: '1', reason },
  ].map((body): Try => ['app.members.$id', () => `/app/members/${memberId}`, () => body]),
];

test('C62 every door that takes ids takes none of another shop', async () => {
  const before = await books(theirs);
  expect(before['Task']).toHaveLength(1);
  const known = { ...before, ...(await books(own)) };
  expect(known['Task']).toEqual([]);
  for (const [route, path, body] of TRIES) {
    const at = `${path()}${path().includes('?') ? '&' : '?'}_data=${encodeURIComponent(`routes/${route}`)}`;
    const answer = await app.post(at, body(), sessionToken(own.domain));
    const text = await answer.text();
    const sent = JSON.stringify(body());
    expect([route, sent, answer.status < 500 && answer.status !== 422]).toEqual([route, sent, true]);
    expect(text.replaceAll(sent, '')).not.toContain('Ada');
    expect([sent, await books(theirs)]).toEqual([sent, before]);
  }
  const after = await books(own);
  for (const table of [
    'Member',
    'Task',
    'Gift',
    'LedgerEntry',
    'MemberDate',
    'MovingIn',
    'MovingInRow',
    'LeftOut',
  ])
    expect([table, after[table]]).toEqual([table, []]);
});

test('C62 every page that is opened by an id shows none of another shop', async () => {
  const paths = [
    () => `/app/members/${memberId}`,
    () => `/app/program/moments/secret`,
    () => `/app/program/rewards/secret`,
    () => `/app/program/cards/secret`,
  ];
  for (const path of paths)
    expect([path(), (await app.get(openingPath(own.domain, { path: path() }))).status]).toEqual([
      path(),
      404,
    ]);
  for (const path of [`/app/members/problems`, '/app/members/problems']) {
    for (const more of [`id=${fileId}`, `id=${fileId}&of=less`]) {
      const text = await (await app.get(`${openingPath(own.domain, { path })}&${more}`)).text();
      // The head alone.
      expect(text.trim().split('\n')).toHaveLength(1);
    }
  }
  const tasks = await (await app.get(openingPath(own.domain, { path: '/app/tasks' }))).text();
  expect(tasks).not.toContain('Write to Ada');
});
