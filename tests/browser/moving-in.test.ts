// Members of another app come in inside Shopify's frame, in both languages: chosen, looked at, brought in, undone.
import { beforeAll, expect, test } from 'vitest';
import { pool } from '#app/db/pool.server.ts';
import { formatDay, formatNumber } from '#app/ui/values/format.ts';
import {
  goOnInOnePage,
  sidewaysScroll,
  visitAdmin,
  WORDS,
  type AdminVisit,
} from '#tests/support/admin-visit.ts';
import { axeProblems } from '#tests/support/axe.ts';
import { publishCard } from '#tests/support/publish-card.ts';
import { useRunningApp } from '#tests/support/use-running-app.ts';

const { app, browser } = useRunningApp();
goOnInOnePage(browser);
let customers: string[];

const VISITS = [
  { locale: 'en', width: 1_280 },
  { locale: 'fr', width: 360 },
] as const;
const NEWCOMERS = 5_000;

beforeAll(async () => {
  const { shop } = app;
  shop.emailsGranted = true;
  await publishCard(shop.domain, {
    products: { all: true, productIds: [], collectionIds: [], withTags: [], withoutTags: [] },
  });
  customers = [...shop.customers.keys()];
});

async function expectSound(visit: AdminVisit): Promise<void> {
  expect(await axeProblems(visit.frame())).toEqual([]);
  expect(await sidewaysScroll(visit.frame())).toBeLessThanOrEqual(0);
  expect(visit.problems).toEqual([]);
  expect(await app.problems()).toEqual([]);
}

const choose = (visit: AdminVisit, label: string, text: string, name = 'members.csv') =>
  visit.app.getByLabel(label).setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

/** As large as it says, of pieces that the browser holds once. */
const chooseHuge = (visit: AdminVisit, row: string) =>
  visit.frame().evaluate((text) => {
    const piece = new Blob([text.repeat(Math.ceil(1_000_000 / text.length))]);
    const pieces = Array.from({ length: 2_000 }, () => piece);
    const files = new DataTransfer();
    files.items.add(new File(['email,points,note\n', ...pieces], 'huge.csv'));
    const input = document.querySelector<HTMLInputElement>('input[type=file]');
    if (!input) throw new Error('no file can be chosen');
    input.files = files.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }, row);

/** As of a large file: its columns are known and can be chosen while its dates are still read. */
const readDatesLate = (visit: AdminVisit) =>
  visit.frame().evaluate((late) => {
    const post = Worker.prototype.postMessage as (this: Worker, message: unknown) => void;
    Worker.prototype.postMessage = function (this: Worker, message: unknown) {
      const isOfDates = (message as { do?: string }).do === 'dates';
      setTimeout(() => post.call(this, message), isOfDates ? late : 0);
    };
  }, 1_000);

const pointsInAll = async () =>
  (await pool().query<{ points: number }>('select coalesce(sum(points), 0)::int as points from "Member"'))
    .rows[0]!.points;

test.each(VISITS)('a file of Smile’s is looked at, brought in and undone ($locale)', async (how) => {
  const { movingIn: texts } = WORDS[how.locale];
  const number = (count: number) => formatNumber(count, how.locale);
  const visit = await visitAdmin(app, browser, { path: '/app/members', ...how });
  await visit.app.getByRole('link', { name: texts.title }).click();
  await visit.app.getByRole('heading', { level: 1, name: texts.title }).waitFor();
  await expectSound(visit);
  const known = customers.map((id) => app.shop.customers.get(id)!.email);
  const strangers = Array.from(
    { length: NEWCOMERS - known.length },
    (_, nr) => `guest-${nr}-${how.locale}@example.com`,
  );
  const rows = [...known, ...strangers].map((email) => `${email},500,1990-05-03,member`);
  // Files that were brought in before are named on the page too.
  const name = `smile-${how.locale}.csv`;
  await choose(visit, texts.choose, `email,points,date_of_birth,state\n${rows.join('\n')}\n`, name);
  await visit.app.getByText(texts.found(number(NEWCOMERS), 'other')).waitFor();
  await visit.app.getByText(texts.seems('Smile.io')).waitFor();
  const check = visit.app.getByRole('button', { name: texts.check });
  await check.click();
  await visit.app.getByText(texts.chooseWay).waitFor();
  await visit.app.getByLabel(texts.add).press('Space');
  await visit.app.getByLabel(texts.theirs).fill('5');
  await expectSound(visit);
  await check.click();
  await visit.app.getByText(texts.preview.nobodyLess).waitFor({ timeout: 60_000 });
  await visit.app
    .getByText(texts.preview.points(number(500 * known.length), number(100 * known.length)))
    .waitFor();
  expect(await pointsInAll()).toBe(0);
  // Of thousands a few are named, and the rest is counted: what is to be decided isn't far below.
  const named = 10;
  await visit.app.getByText(texts.preview.more(number(NEWCOMERS - known.length - named))).waitFor();
  expect(await visit.app.getByText(texts.problem['not-found']).count()).toBe(named);
  await expectSound(visit);
  await visit.app.getByRole('button', { name: texts.apply, exact: true }).click();
  const undo = visit.app.getByRole('button', { name: texts.undo, exact: true });
  await undo.waitFor({ timeout: 60_000 });
  expect(await pointsInAll()).toBe(100 * known.length);
  await expectSound(visit);
  await undo.click();
  await visit.app.getByText(texts.undone(name)).waitFor({ timeout: 60_000 });
  expect(await pointsInAll()).toBe(0);
  await expectSound(visit);
  await visit.close();
});

test.each(VISITS)('files that can’t be read say why ($locale)', async (how) => {
  const { movingIn: texts } = WORDS[how.locale];
  const number = (count: number) => formatNumber(count, how.locale);
  const visit = await visitAdmin(app, browser, { path: '/app/members/import', ...how });
  for (const [text, problem] of [
    ['', texts.file.empty()],
    ['email,points\n"a@b.c,5\n', texts.file.broken('2')],
    ['PK\u0003\u0004\0\0', texts.file['not-text']()],
    ['email,points_amount,source,applied_at\na@b.c,5,x,y\n', texts.file.history()],
    [`email,points\n${'a@b.c,5\n'.repeat(100_001)}`, texts.file['too-many'](number(100_001))],
    ['name,points\nAnna,5\n', texts.columns.problem.who],
    ['email,name\na@b.c,Anna\n', texts.columns.problem.nothing],
    ['email,points,balance\na@b.c,5,5\n', texts.columns.problem.two],
  ] as const) {
    await choose(visit, texts.choose, text);
    await visit.app.getByText(problem).waitFor();
  }
  await expectSound(visit);
  await choose(visit, texts.choose, 'email,points,birthday,shoe size\na@b.c,5,01/02/1990,39\n');
  await visit.app.getByText(texts.ignored('shoe size')).waitFor();
  await visit.app.getByLabel(texts.order.dmy).press('Space');
  await expectSound(visit);
  await visit.close();
});

test.each(VISITS)('a file that nobody knows has its columns chosen by hand ($locale)', async (how) => {
  const { movingIn: texts } = WORDS[how.locale];
  const { field, problem } = texts.columns;
  await pool().query(
    `insert into "PastOrders" ("shopId", step, "askedBy", "askedAt", "awardedOn")
     select id, 'awarded', '42', now(), '2026-11-20' from "Shop" on conflict do nothing`,
  );
  const visit = await visitAdmin(app, browser, { path: '/app/members/import', ...how });
  const known = customers.map((id) => app.shop.customers.get(id)!.email);
  const rows = known.map((email, nr) => `${nr};${email};40;13.02.1990;12;14.03.2021`);
  await readDatesLate(visit);
  await choose(visit, texts.choose, `Nr;Wer;Herzen;Geboren;Schuhe;Seit\n${rows.join('\n')}\n`);
  await visit.app.getByText(problem.who).waitFor();
  await visit.app.getByText(problem.nothing).waitFor();
  await visit.app.getByLabel(field.email).selectOption('Wer');
  await visit.app.getByLabel(field.points, { exact: true }).selectOption('Wer');
  await visit.app.getByText(problem.taken).waitFor();
  await visit.app.getByLabel(field.points, { exact: true }).selectOption('Herzen');
  await visit.app.getByLabel(field.birthday).selectOption('Geboren');
  await visit.app.getByLabel(field.joinedOn).selectOption('Seit');
  await visit.app.getByText(texts.columns.first('40 · 40 · 40')).waitFor();
  await visit.app.getByText(texts.datesRead(texts.order.dmy)).waitFor();
  await visit.app.getByText(texts.ignored('Nr, Schuhe')).waitFor();
  await visit.app.getByText(texts.countedTwice.given(formatDay('2026-11-20', how.locale))).waitFor();
  await expectSound(visit);
  await visit.app.getByLabel(texts.add).press('Space');
  await visit.app.getByRole('button', { name: texts.check }).click();
  await visit.app.getByText(texts.preview.nobodyLess).waitFor({ timeout: 60_000 });
  await visit.app.getByText(texts.preview.birthdays(String(known.length))).waitFor();
  await expectSound(visit);
  await visit.app.getByRole('button', { name: texts.drop }).click();
  await visit.app.getByLabel(texts.choose).waitFor();
  await visit.close();
});

test.each(VISITS)(
  'where Shopify gives no emails, it is said before a file is chosen ($locale)',
  async (how) => {
    const { movingIn: texts } = WORDS[how.locale];
    app.shop.emailsGranted = false;
    const visit = await visitAdmin(app, browser, { path: '/app/members/import', ...how });
    await visit.app.getByText(texts.why['no-emails']).waitFor();
    await choose(visit, texts.choose, 'email,points,shopify customer id\na@b.c,5,42\n');
    await visit.app.getByText(texts.by.customerId).waitFor();
    expect(await visit.app.getByText(texts.columns.problem['no-emails']).count()).toBe(0);
    await choose(visit, texts.choose, 'email,points\na@b.c,5\n');
    await visit.app.getByText(texts.columns.problem['no-emails']).waitFor();
    await expectSound(visit);
    await visit.close();
    app.shop.emailsGranted = true;
  },
);

test.each(VISITS)(
  'C136 two gigabytes are refused at once, or read until somebody stops ($locale)',
  async (how) => {
    const { movingIn: texts } = WORDS[how.locale];
    const visit = await visitAdmin(app, browser, { path: '/app/members/import', ...how });
    await visit.app.getByLabel(texts.choose).waitFor();
    await chooseHuge(visit, 'guest@example.com,500,x\n');
    const [, tooMany = ''] = texts.file['too-many']('|').split('|');
    await visit.app.getByText(tooMany.trim()).waitFor();
    await chooseHuge(visit, `guest@example.com,500,${'x'.repeat(25_000)}\n`);
    const stop = visit.app.getByRole('button', { name: texts.stopReading });
    await stop.waitFor();
    await expectSound(visit);
    await stop.click();
    await stop.waitFor({ state: 'detached' });
    await choose(visit, texts.choose, 'email,points\na@b.c,5\n');
    await visit.app.getByText(texts.seems(texts.or('Smile.io', 'LoyaltyLion'))).waitFor();
    await visit.close();
  },
);
