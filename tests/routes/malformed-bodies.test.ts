// Bodies that no page of ours sends, to every action: one answer, and nothing changes.
import { readdirSync, readFileSync } from 'node:fs';
import { useBuiltApp } from './use-built-app.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { formOfMoments } from '#app/core/editing/moment-form.ts';
import { prisma } from '#app/db/client.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { memberWith } from '#tests/support/occasions.ts';

const app = useBuiltApp('malformed');
let memberId: string;

beforeEach(async () => {
  const { id } = await prisma().shop.findUniqueOrThrow({ where: { domain: app.shop } });
  memberId = (await memberWith({ id, domain: app.shop })).id;
});

const form = { points: '2', perAmount: '1.00', cards: [], occasions: formOfMoments([]) };
const setup = {
  language: 'en',
  cardOn: true,
  title: '',
  noun: '',
  size: 5,
  productIds: ['501'],
  collectionIds: [],
  pointsOn: false,
  birthdayOn: false,
};
const adjust = { do: 'adjust', unit: 'points', direction: 'add', amount: '5', requestKey: 'request-key-1' };
const nobody = { kind: 'typed', stamps: [], member: '' };

/** By route: where its action is asked, and what is nearly right. */
const ACTIONS: Record<string, { path: () => string; wrong: readonly unknown[] }> = {
  'app._index.tsx': {
    path: () => '/app?index',
    wrong: [{ do: 'erase' }, { ...setup, do: 'publish-setup', productIds: [501] }],
  },
  'app.blocks.ts': { path: () => '/app/blocks', wrong: [{ placed: 'yes' }] },
  'app.members.$id.tsx': {
    path: () => `/app/members/${memberId}`,
    wrong: [
      { ...adjust, reason: null, belowZero: false },
      { ...adjust, reason: 'a\u0000b', belowZero: false },
      { do: 'give-reward', reward: 'five', reason: 'a\u0000b', note: '', requestKey: 'request-key-1' },
      { do: 'take-back-reward', voucher: '9'.repeat(40), reason: 'x' },
      { do: 'block', blocked: 'yes' },
    ],
  },
  'app.members._index.tsx': {
    path: () => '/app/members?index',
    wrong: [
      { do: 'block', memberIds: [], blocked: true },
      { do: 'block', memberIds: ['1', 'x'], blocked: true },
      { do: 'block', memberIds: Array.from({ length: 51 }, () => '1'), blocked: true },
      { ...adjust, memberIds: ['1'], reason: null },
      { do: 'undo', memberIds: ['1'], requestKey: '' },
    ],
  },
  'app.members.among.ts': {
    path: () => '/app/members/among',
    wrong: [
      { who: [] },
      { who: { conditions: [{ kind: 'rich' }] } },
      { who: { conditions: [{ kind: 'bought', productIds: ['1 or 1'], withinDays: null }] } },
      { who: { conditions: [{ kind: 'orders', least: -1, most: null }] } },
    ],
  },
  'app.members.import.tsx': {
    path: () => '/app/members/import',
    wrong: [{ do: 'apply' }, { do: 'sell', id: '1' }],
  },
  'app.members.moved.ts': {
    path: () => '/app/members/moved',
    wrong: [
      { do: 'begin', fileName: '', fileHash: 'x', way: 'add', byEmail: true, theirs: 1, ours: 1 },
      { do: 'begin', fileName: 'a', fileHash: 'a'.repeat(64), way: 'add', byEmail: true, theirs: 0, ours: 1 },
      { do: 'rows', id: '1', rows: [] },
      { do: 'rows', id: "1'", rows: [{}] },
      { do: 'end', id: '1', count: 0 },
    ],
  },
  'app.members.requests.tsx': { path: () => '/app/members/requests', wrong: [{ customerId: 9 }] },
  'app.moments.listed.ts': {
    path: () => '/app/moments/listed',
    wrong: [
      { momentKey: 'a', customerIds: ['1 or 1'], emails: [] },
      { momentKey: 'a', customerIds: [], emails: [7] },
      { momentKey: 'a', customerIds: Array.from({ length: 1_001 }, () => '1'), emails: [] },
    ],
  },
  'app.order-answers.ts': {
    path: () => '/app/order-answers',
    wrong: [
      { do: 'ask', order: 7, memberId: null },
      { do: 'ask', order: '1'.repeat(61), memberId: null },
      { do: 'ask', order: '1', memberId: '1 or 1' },
      { do: 'read', orderId: "'" },
    ],
  },
  'app.orders.tsx': {
    path: () => '/app/orders',
    wrong: [{ orderId: '1', lineId: '1', freeUnits: '1' }, { do: 'try' }],
  },
  'app.orders_.past.tsx': {
    path: () => '/app/orders/past',
    wrong: [
      { do: 'read' },
      { do: 'count', version: 0, awardsFrom: null },
      { do: 'count', version: 1, awardsFrom: '0000-01-01' },
      { do: 'award', seen: { version: 1, awardsFrom: null, orders: -1, points: 0 } },
      { do: 'go' },
    ],
  },
  'app.picture.ts': {
    path: () => '/app/picture',
    wrong: [
      { ...setup, language: 'xx' },
      { ...setup, size: '5' },
    ],
  },
  'app.tasks.tsx': {
    path: () => '/app/tasks',
    wrong: [
      { do: 'done', tasks: [] },
      { do: 'done', tasks: [{ memberId: '1', cause: "jar'" }] },
      { do: 'undo', tasks: [{ memberId: 1, cause: 'jar/1' }] },
      { do: 'print', tasks: [{ memberId: '1', cause: 'jar/1' }] },
    ],
  },
  'app.program._index.tsx': {
    path: () => '/app/program?index',
    wrong: [
      { value: form, revision: '1' },
      { value: [], revision: 1 },
      { value: { ...form, points: '\ud800' }, revision: 1 },
      { do: 'remove-reward', key: 7, revision: 1 },
      { do: 'sell-card', key: 'card-1', revision: 1 },
    ],
  },
  'app.program.preview.tsx': {
    path: () => '/app/program/preview',
    wrong: [
      { form, shopper: 'nobody', language: 'en' },
      { form: null, shopper: 'member', language: 'en', card: -1 },
    ],
  },
  'app.program.moments.$kind.tsx': {
    path: () => '/app/program/moments/thanks',
    wrong: [
      { do: 'give', reason: 'Thanks' },
      { do: 'give', reason: 7, requestKey: 'a'.repeat(36) },
      { do: 'give', reason: 'Thanks', requestKey: "' or 1" },
      { do: 'give-list', reason: 'Thanks', requestKey: 'a'.repeat(36), memberIds: ['x'] },
    ],
  },
  'app.program.pause.tsx': { path: () => '/app/program/pause', wrong: [{ paused: 'yes' }] },
  'app.program.publish.tsx': { path: () => '/app/program/publish', wrong: [{ draftRevision: '1' }] },
  'app.program.try.tsx': {
    path: () => '/app/program/try',
    wrong: [{ rules: form, kind: 'wish', orderName: '', lines: [], shopper: nobody }],
  },
  'app.program.versions.tsx': {
    path: () => '/app/program/versions',
    wrong: [{ number: '1', draftRevision: 1 }],
  },
  'app.sign-in.ts': { path: () => '/app/sign-in', wrong: [{ do: 'ask' }] },
  'app.theme.ts': {
    path: () => '/app/theme',
    wrong: [
      { do: 'forget' },
      { do: 'tell', places: 'all', themeId: null },
      { do: 'put-away', places: [{ page: 7 }] },
    ],
  },
  'app.settings_.notices.tsx': {
    path: () => '/app/settings/notices',
    wrong: [{ flow: ['silent'] }, { value: null, base: null, revision: 1 }],
  },
  'app.settings.tsx': { path: () => '/app/settings', wrong: [{ value: {}, revision: 'x' }] },
};

/** As the page's own fetches, which read the action's data. */
function post(file: string, body: unknown) {
  const path = ACTIONS[file]?.path() ?? '';
  const route = encodeURIComponent(`routes/${file.replace(/\.tsx?$/, '')}`);
  return app.post(`${path}${path.includes('?') ? '&' : '?'}_data=${route}`, body);
}

async function everything(): Promise<unknown> {
  const { rows } = await pool().query(
    `select s."draftRevision", s."publishedVersion", s.draft, m.points, m.blocked,
       (select count(*) from "LedgerEntry" e where e."memberId" = m.id) as entries
     from "Shop" s join "Member" m on m."shopId" = s.id where m.id = $1`,
    [memberId],
  );
  return rows;
}

const cases = Object.entries(ACTIONS).flatMap(([file, { wrong }]) =>
  ['{not json', '', '[]', 'null', '7', {}, ...wrong].map(
    (body) => [file, JSON.stringify(body).slice(0, 60), body] as const,
  ),
);

describe('a malformed body', () => {
  test.each(cases)('to %s is answered as everywhere: %s', async (file, _said, body) => {
    const before = await everything();
    const answer = await post(file, body);
    expect(await answer.json()).toEqual({ ok: false, reason: 'malformed' });
    expect(answer.status).toBe(422);
    expect(await everything()).toEqual(before);
  });

  test('is tried on every route with an action', () => {
    const folder = new URL('../../app/routes/', import.meta.url);
    const hasAction = (file: string) =>
      /export (async function|const) action\b/.test(readFileSync(new URL(file, folder), 'utf8'));
    const routes = readdirSync(folder).filter((name) => name.startsWith('app.') && hasAction(name));
    expect(routes.sort()).toEqual(Object.keys(ACTIONS).sort());
  });
});
