// The list as a file: all of a filter, names where they are given, nothing that a spreadsheet would run.
import { useLocalShopify, type InstalledShop } from '#tests/support/use-local-shopify.ts';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { pool } from '#app/db/pool.server.ts';
import { csvFile } from '#app/routes/merchant/csv-file.ts';
import { wantedMembers } from '#app/routes/merchant/wanted-members.ts';
import { memberFileHead, memberFileRow } from '#app/ui/members/member-file.ts';
import { exportMembers, type ExportedPage } from '#app/usecases/members/export-members.ts';

const local = useLocalShopify(2);
let shop: InstalledShop;
const MEMBERS = 300;
const JOINED = new Date('2026-11-25T23:30:00Z');
const context = {
  cards: [{ key: 'coffee', title: { en: 'Coffee card', fr: 'Carte café' }, size: 5 }],
  timeZone: 'Europe/Dublin',
  language: 'en' as const,
};

beforeAll(async () => {
  shop = await local.install();
  const [known] = shop.local.customers.values();
  const { id } = await shop.local.addCustomer({
    ...known!,
    firstName: '=HYPERLINK("x")',
    lastName: 'Müller, "A"',
  });
  await pool().query(
    `insert into "Member" ("shopId", "customerId", "joinedAt", blocked)
     select $1, case when n = 1 then $2::bigint else 5000 + n end, $3, n <= 2 from generate_series(1, $4) as n`,
    [shop.id, id, JOINED, MEMBERS],
  );
});
beforeEach(() => {
  shop.local.namesGranted = true;
  local.shopify().faults(shop.domain).clear();
});

const all = { filter: 'all', since: null, sort: 'points desc', q: '' } as const;

const inEuros = (of: InstalledShop) => ({ ...of, currency: 'EUR', timeZone: 'Europe/Paris' });

async function exported(wanted: Parameters<typeof exportMembers>[1], of = shop) {
  const pages: ExportedPage[] = [];
  for await (const page of exportMembers(inEuros(of), wanted)) pages.push(page);
  return {
    members: pages.flatMap(({ members }) => members),
    names: Object.assign({}, ...pages.map(({ names }) => names)) as Record<string, string>,
  };
}

it('has every member of the filter once, beyond one page', async () => {
  const { members } = await exported(all);
  expect(new Set(members.map(({ id }) => id)).size).toBe(MEMBERS);
  expect(members).toHaveLength(MEMBERS);
  expect((await exported({ ...all, filter: 'blocked' })).members).toHaveLength(2);
  expect((await exported({ ...all, q: '5007' })).members.map(({ customerId }) => customerId)).toEqual([
    '5007',
  ]);
});

it('has names where Shopify gives them, and is whole where it doesn’t or can’t be asked', async () => {
  expect(Object.values((await exported(all)).names)).toEqual(['=HYPERLINK("x") Müller, "A"']);
  shop.local.namesGranted = false;
  expect(await exported(all)).toMatchObject({ names: {}, members: { length: MEMBERS } });
  shop.local.namesGranted = true;
  local.shopify().faults(shop.domain).plan('error', 9);
  expect(await exported(all)).toMatchObject({ names: {}, members: { length: MEMBERS } });
});

it('defuses what a spreadsheet would run, and keeps numbers numbers', async () => {
  const member = {
    customerId: '7300000000037',
    points: -12,
    pendingPoints: 3,
    cards: [{ key: 'coffee', stamps: 4 }],
    orders: 2,
    lastOrderAt: new Date('2026-11-25T10:00:00Z'),
    joinedAt: JOINED,
    blocked: false,
  };
  async function* rows() {
    yield memberFileHead(context);
    for (const name of ['=1+1', '+1', '-1', '@a', '\tx', '\rx', 'Müller, "A"', undefined]) {
      yield memberFileRow(member, name, context);
    }
  }
  const text = await csvFile(rows()).text();
  const after = '-12,3,4,2,2026-11-25,2026-11-25,no';
  expect(text.split('\n')).toEqual([
    'Customer ID,Name,Points,Pending,Stamps on Coffee card,Orders,Last order,Member since,Excluded',
    ...["'=1+1", "'+1", "'-1", "'@a", "'\tx", '"\'\rx"', '"Müller, ""A"""', ''].map(
      (name) => `7300000000037,${name},${after}`,
    ),
    '',
  ]);
});

it('defuses what begins a cell where a spreadsheet parts cells in another way', async () => {
  async function* rows() {
    yield ['7', 'Anna;=1+1', 'Bo\n=1+1', 'Eve,\t@x', ' =1', 'Ida ; ＝1', 'a-b = c', -5];
  }
  // With semicolons, as Excel in French does, a quotation mark within a cell quotes nothing.
  const text = await csvFile(rows()).text();
  const cells = text.split(/[;,\t\n"]+/);
  expect(cells.filter((cell) => /^\s*[=+@＝＋－＠-]/.test(cell))).toEqual(['-5']);
  expect(text).toContain('a-b = c');
});

it.each([
  ['longer than any name', 'x'.repeat(101)],
  ['with a zero byte', 'an\0na'],
])('a search %s is no list of everybody', (_what, q) => {
  const url = new URL('https://app.example/app/members');
  url.searchParams.set('q', q);
  expect(wantedMembers(url).q).not.toBe('');
});

it('a file that fails on the way breaks off', async () => {
  async function* rows() {
    yield ['a'];
    throw new Error('the database went away');
  }
  await expect(csvFile(rows()).text()).rejects.toThrow('the database went away');
});

it('reads no further once nobody waits for it', async () => {
  const gone = new AbortController();
  let pages = 0;
  for await (const { members } of exportMembers(inEuros(shop), all, gone.signal)) {
    pages += members.length > 0 ? 1 : 0;
    gone.abort();
  }
  expect(pages).toBe(1);
});

it('C62 has nobody of another shop', async () => {
  expect((await exported(all, await local.install(1))).members).toEqual([]);
});
