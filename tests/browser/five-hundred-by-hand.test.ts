// A gift by hand for a list of five hundred customers: taken from a file or pasted, looked through, given while one looks on; the same
// list once more gives nothing, nor does that of a colleague who looked it through before.
import process from 'node:process';
import { beforeAll, expect, test } from 'vitest';
import { pool } from '#app/db/pool.server.ts';
import { sidewaysScroll, visitAdmin, WORDS, type AdminVisit } from '#tests/support/admin-visit.ts';
import { axeProblems } from '#tests/support/axe.ts';
import { publishDraft } from '#tests/support/change-draft.ts';
import { momentRule } from '#tests/support/moment-rules.ts';
import { useRunningApp } from '#tests/support/use-running-app.ts';

const { app, browser } = useRunningApp({ coffeeCard: true });
const MANY = 500;
const BY_EMAIL = 60;
let customers: { id: string; email: string }[];

beforeAll(async () => {
  const { shop } = app;
  shop.emailsGranted = true;
  const [known] = shop.customers.values();
  if (!known) throw new Error('a shop without customers');
  customers = [];
  for (let nr = 0; nr < MANY; nr += 1) {
    const email = `regular-${nr}@example.com`;
    customers.push({ id: (await shop.addCustomer({ ...known, email })).id, email });
  }
  const moments = ['en', 'fr'].map((locale) =>
    momentRule('by-hand', {
      key: `thanks-${locale}`,
      title: { en: 'Thank you', fr: 'Merci' },
    }),
  );
  await publishDraft(shop.domain, (rules) => ({ ...rules, moments }));
  await pool().query(
    `insert into "Member" ("shopId", "customerId", "joinedAt") select s.id, c, now() from "Shop" s, unnest($2::bigint[]) as c
     where s.domain = $1`,
    [shop.domain, customers.map(({ id }) => id)],
  );
  await app.jobsDone();
}, 120_000);

async function expectSound(visit: AdminVisit, name: string): Promise<void> {
  expect(await axeProblems(visit.frame())).toEqual([]);
  expect(await sidewaysScroll(visit.frame())).toBeLessThanOrEqual(0);
  expect(visit.problems).toEqual([]);
  if (process.env['SHOTS']) await visit.page.screenshot({ path: `${process.env['SHOTS']}/${name}.png` });
}

/** Who was given it, how often. */
async function given(momentKey: string): Promise<{ gifts: number; members: number; points: number }> {
  const { rows } = await pool().query<{ gifts: number; members: number; points: number }>(
    `select count(*)::int as gifts, count(distinct g."memberId")::int as members, coalesce(sum(e.amount), 0)::int as points
     from "Gift" g join "LedgerEntry" e on e."shopId" = g."shopId" and e."memberId" = g."memberId" and e."sourceKey" = g.cause
     where g."momentKey" = $1`,
    [momentKey],
  );
  return rows[0]!;
}

/** Most by their ID; one of them twice, one of them by email as well, one who is no customer, and a line of nobody. */
const LIST = () =>
  [
    'Customer ID;Email',
    ...customers.slice(0, MANY - BY_EMAIL).map(({ id }) => id),
    customers[0]!.id,
    '999000111',
    'Madame Dupont',
  ].join('\n');
const PASTED = () =>
  [
    ...customers.slice(0, MANY - BY_EMAIL).map(({ id }) => id),
    ...customers.slice(MANY - BY_EMAIL).map(({ email }) => email),
    customers[0]!.email,
    'nobody@example.org',
  ].join('\n');

test.each([
  { locale: 'en', width: 1_280 },
  { locale: 'fr', width: 360 },
] as const)(
  'C145 five hundred of a list get it once each, and the list once more gives nothing ($locale)',
  { timeout: 60_000 },
  async ({ locale, width }) => {
    const { hand } = WORDS[locale].momentFigures;
    const { list: say } = hand;
    const key = `thanks-${locale}`;
    const visit = await visitAdmin(app, browser, { path: `/app/program/moments/${key}`, locale, width });
    const dialog = visit.app.getByRole('dialog');
    const press = (name: string) => dialog.getByRole('button', { name, exact: true }).click();
    const open = async (text: string) => {
      await visit.app.getByRole('button', { name: say.title }).press('Enter');
      await dialog.getByLabel(say.customers, { exact: true }).fill(text);
    };

    await open(' ');
    await press(say.check);
    await dialog.getByText(say.problems.nobody).waitFor();
    await expectSound(visit, `list-wrong-${locale}`);
    // A file that would stop the page never gets into the field.
    await dialog.getByLabel(say.file).setInputFiles({
      name: 'all-customers.csv',
      mimeType: 'text/csv',
      buffer: Buffer.alloc(3 * 1024 * 1024, '9'),
    });
    await dialog.getByText(say.problems['too-many']).waitFor();
    expect(await dialog.getByLabel(say.customers, { exact: true }).inputValue()).toBe(' ');
    await dialog.getByLabel(say.file).setInputFiles({
      name: 'customers.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(LIST()),
    });
    await press(say.check);
    const some = String(MANY - BY_EMAIL);
    await dialog.getByText(say.found(some, 'other')).waitFor();
    await dialog.getByText(say.twice('1', 'one')).waitFor();
    await dialog.getByText(say.notFound('2', 'other')).waitFor();
    await dialog.getByText('999000111, Madame Dupont').waitFor();
    await expectSound(visit, `list-looked-${locale}`);

    const colleague = await visitAdmin(app, browser, { path: `/app/program/moments/${key}`, locale, width });
    const theirs = colleague.app.getByRole('dialog');
    await colleague.app.getByRole('button', { name: say.title }).press('Enter');
    await theirs.getByLabel(say.customers, { exact: true }).fill(PASTED());
    await theirs.getByRole('button', { name: say.check, exact: true }).click();
    await theirs.getByText(say.found(String(MANY), 'other')).waitFor();

    await press(say.change);
    await dialog.getByLabel(say.customers, { exact: true }).fill(PASTED());
    await press(say.check);
    await dialog.getByText(say.found(String(MANY), 'other')).waitFor();
    await dialog.getByText(say.twice('1', 'one')).waitFor();
    await press(say.give(String(MANY), 'other'));
    await dialog.getByText(hand.problems.missing).waitFor();
    await expectSound(visit, `list-reason-${locale}`);
    await dialog.getByLabel(hand.reason).fill('Ten years of coffee');
    await press(say.give(String(MANY), 'other'));
    await dialog.waitFor({ state: 'detached' });
    await visit.app.getByText(hand.done(String(MANY), String(MANY))).waitFor({ timeout: 30_000 });
    await expectSound(visit, `list-done-${locale}`);
    expect(await given(key)).toEqual({ gifts: MANY, members: MANY, points: 50 * MANY });

    await theirs.getByLabel(hand.reason).fill('Ten years of coffee');
    await theirs.getByRole('button', { name: say.give(String(MANY), 'other'), exact: true }).click();
    await theirs.waitFor({ state: 'detached' });
    const told = [hand.done('0', String(MANY)), hand.had(String(MANY), 'other')].join(' ');
    await colleague.app.getByText(told).waitFor({ timeout: 30_000 });
    await expectSound(colleague, `list-colleague-${locale}`);
    await colleague.close();
    expect(await given(key)).toEqual({ gifts: MANY, members: MANY, points: 50 * MANY });

    await visit.app.getByRole('button', { name: hand.give, exact: true }).press('Enter');
    await dialog.getByLabel(hand.again).waitFor();
    await expectSound(visit, `all-again-${locale}`);
    await press(hand.cancel);

    await open(PASTED());
    await press(say.check);
    await dialog.getByText(say.foundNobody).waitFor();
    await dialog.getByText(say.had(String(MANY), 'other')).waitFor();
    await dialog.getByLabel(hand.again).waitFor();
    await expectSound(visit, `list-again-${locale}`);
    expect(await dialog.getByRole('button', { name: say.title, exact: true }).isDisabled()).toBe(true);
    await press(hand.cancel);
    expect(await given(key)).toEqual({ gifts: MANY, members: MANY, points: 50 * MANY });
    expect(await app.problems()).toEqual([]);
    await visit.close();
  },
);
