// Members inside Shopify's frame: found, understood, adjusted, left out, merged, in both languages.
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { pluralForm } from '#app/ui/values/format.ts';
import { findShop } from '#app/db/shop/shops.server.ts';
import { memberIdsOf } from '#app/db/members/member-data.server.ts';
import { pool } from '#app/db/pool.server.ts';
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

const shop = () => app.shop;

async function buy(customerId: string, quantity: number): Promise<void> {
  const variantId = shop().products[0]!.variants[0]!.id;
  await shop().placeOrder({
    customerId,
    lines: [{ variantId, quantity }],
    payment: 'paid',
    locale: 'en',
  });
}

async function memberIdOf(customerId: string): Promise<string> {
  const known = await findShop(pool(), shop().domain);
  const ids = await memberIdsOf(pool(), known!.id, [customerId]);
  return ids.get(customerId)!;
}

/** Nothing in the consoles and logs, nothing that axe finds, nothing that scrolls sideways. */
async function expectSound(visit: AdminVisit): Promise<void> {
  expect(await axeProblems(visit.frame())).toEqual([]);
  expect(await sidewaysScroll(visit.frame())).toBeLessThanOrEqual(0);
  expect(visit.problems).toEqual([]);
  expect(await app.problems()).toEqual([]);
}

let customers: string[];

test('without members the list says when they come', async () => {
  const visit = await visitAdmin(app, browser, { path: '/app/members' });
  await visit.app.getByText(WORDS.en.members.emptyHeading).waitFor();
  await expectSound(visit);
  await visit.close();
  await publishCard(shop().domain, {
    products: { all: true, productIds: [], collectionIds: [], withTags: [], withoutTags: [] },
  });
  customers = [...shop().customers.keys()];
  for (const customerId of customers) await buy(customerId, 5);
  await app.jobsDone();
});

test.each([
  ['en', 1280],
  ['fr', 360],
] as const)('a member is found by an order’s name, and every number says why (%s)', async (locale, width) => {
  const { members } = WORDS[locale];
  const visit = await visitAdmin(app, browser, { path: '/app/members', locale, width });
  await visit.app.getByRole('button', { name: /Search|Rechercher/ }).click();
  await visit.app.getByPlaceholder(members.search).fill('#1001');
  await expect.poll(() => visit.app.locator('[data-primary-link]').count()).toBe(1);
  await expectSound(visit);
  await visit.app.getByRole('link', { name: members.customerNumber(customers[0]!) }).click();
  await visit.app.getByRole('heading', { name: members.customerNumber(customers[0]!) }).waitFor();
  const why = visit.app.getByRole('button', { name: members.why }).last();
  await why.click();
  expect(await why.getAttribute('aria-expanded')).toBe('true');
  await visit.app
    .getByText(/47[.,]50/)
    .first()
    .waitFor();
  await expectSound(visit);
  await visit.close();
});

test.each([
  ['en', 0],
  ['fr', 1],
] as const)('points are taken with a reason, below zero only after a warning (%s)', async (locale, index) => {
  const { members } = WORDS[locale];
  const path = `/app/members/${await memberIdOf(customers[index]!)}`;
  const visit = await visitAdmin(app, browser, { path, locale });
  const dialog = visit.app.getByRole('dialog');
  const adjust = visit.app.getByRole('button', { name: members.adjust });
  await adjust.press('Enter');
  await dialog.getByLabel(members.amount).press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await expect.poll(() => adjust.evaluate((button) => button === document.activeElement)).toBe(true);
  await adjust.click();
  await dialog.getByRole('button', { name: members.save }).click();
  await dialog.getByText(members.errors.notWhole).waitFor();
  await dialog.getByText(members.errors.reasonMissing).waitFor();
  await dialog.getByLabel(members.direction).selectOption('remove');
  await dialog.getByLabel(members.amount).fill('50');
  await dialog.getByLabel(members.reason).fill('Paid out in cash');
  await dialog.getByRole('button', { name: members.save }).click();
  await dialog.getByText(members.belowZero).waitFor();
  expect(await dialog.getByLabel(members.reason).inputValue()).toBe('Paid out in cash');
  await expectSound(visit);
  await dialog.getByLabel(members.belowZeroConfirm).check();
  await dialog.getByRole('button', { name: members.save }).dblclick();
  await dialog.waitFor({ state: 'detached' });
  const adjusted = visit.app.getByText(WORDS[locale].ledger.adjusted, { exact: true });
  await adjusted.waitFor();
  expect(await adjusted.count()).toBe(1);
  await visit.app.getByText(members.owedHelp).waitFor();
  await expectSound(visit);
  await visit.close();
});

/** Every journey in both languages, the second on a phone. */
const VISITS = [
  { locale: 'en', width: 1280 },
  { locale: 'fr', width: 360 },
] as const;

const BOTH = ['en', 'fr'] as const;

const MENU = /More actions|View actions|Autres actions|Afficher les actions/;

/** What stands in the page's head, or behind its menu where there is no room. */
async function headAction({ app: page }: AdminVisit, name: string): Promise<void> {
  const button = page.getByRole('button', { name, exact: true });
  if (!(await button.isVisible())) await page.getByRole('button', { name: MENU }).click();
  await button.click();
}

test.each(VISITS)('a member is left out and included again ($locale)', async ({ locale, width }) => {
  const { members } = WORDS[locale];
  const path = `/app/members/${await memberIdOf(customers[2]!)}`;
  const visit = await visitAdmin(app, browser, { path, locale, width });
  const dialog = visit.app.getByRole('dialog');
  await headAction(visit, members.leaveOut);
  const toast = (said: string) => visit.page.locator('.toast').getByText(said, { exact: true });
  await dialog.getByRole('button', { name: members.leaveOut }).click();
  await toast(members.blockedToast).waitFor();
  await visit.app.getByText(members.blockedBanner).waitFor();
  await headAction(visit, members.takeIn);
  await dialog.getByRole('button', { name: members.takeIn }).click();
  await toast(members.takenInToast).waitFor();
  await visit.app.getByText(members.blockedBanner).waitFor({ state: 'detached' });
  await expectSound(visit);
  await visit.close();
});

test.each(VISITS)(
  'a copy of the data is asked for, listed, downloaded and answered ($locale)',
  async (how) => {
    const { members } = WORDS[how.locale];
    app.shopify.requestPrivacy(shop().domain, 'customers/data_request', customers[2]!);
    await app.shopify.webhooks.flush();
    const visit = await visitAdmin(app, browser, { path: '/app/members', ...how });
    await visit.app.getByRole('button', { name: members.requestsOpen }).click();
    await visit.app.getByRole('heading', { level: 1, name: members.requests, exact: true }).waitFor();
    await expectSound(visit);
    const button = visit.app.getByRole('button', { name: members.download });
    const [file] = await Promise.all([visit.page.waitForEvent('download'), button.click()]);
    expect(file.suggestedFilename()).toBe(`sixth-customer-${customers[2]!}.json`);
    await visit.app.getByText(members.noRequests).waitFor();
    await expectSound(visit);
    await visit.close();
  },
);

test.each([
  { ...VISITS[0], merges: 1 },
  { ...VISITS[1], merges: 2 },
])(
  'C36 a customer merged in Shopify: the survivor’s page has it all ($locale)',
  async ({ merges, ...how }) => {
    const { members } = WORDS[how.locale];
    const [kept, deleted] = [customers[2]!, customers[2 + merges]!];
    const path = `/app/members/${await memberIdOf(deleted)}`;
    // The orders tell their new customer after the merge is carried out; told before, they would move one by one.
    app.shopify.webhooks.controls.set('orders/updated', { delayMs: 1_500 });
    await shop().mergeCustomers(kept, deleted);
    await app.jobsDone();
    const visit = await visitAdmin(app, browser, { path, ...how });
    await expect
      .poll(async () => {
        await visit.page.reload();
        await visit.app.locator('.Polaris-Page').first().waitFor();
        return visit.app.getByRole('heading', { name: members.customerNumber(kept) }).count();
      })
      .toBe(1);
    const { merged } = WORDS[how.locale].ledger;
    await expect.poll(() => visit.app.getByText(merged, { exact: true }).count()).toBe(merges);
    app.shopify.webhooks.controls.clear();
    await expectSound(visit);
    await visit.close();
  },
);

test.each(VISITS)(
  'the list is sorted by points, narrowed to a filter, and says how many there are ($locale)',
  async ({ locale, width }) => {
    const { members, memberList } = WORDS[locale];
    const { rows } = await pool().query<{ customerId: string; full: boolean }>(
      `select "customerId"::text, exists (select 1 from "MemberCard" c where c."memberId" = m.id and c.stamps >= c.size) as full
       from "Member" m where "mergedIntoId" is null order by points, id`,
    );
    const visit = await visitAdmin(app, browser, { path: '/app/members', locale, width });
    const shown = () => visit.app.locator('[data-primary-link]').allInnerTexts();
    const names = (some: typeof rows) => some.map(({ customerId }) => members.customerNumber(customerId));
    await visit.app
      .getByRole('status')
      .getByText(memberList.count(String(rows.length), 'other'))
      .waitFor();
    await visit.app.getByRole('button', { name: /Sort|Trier/ }).click();
    await visit.app.getByText(members.points, { exact: true }).last().click();
    await visit.app.getByText(memberList.fewestFirst).click();
    await expect.poll(shown).toEqual(names(rows));
    await visit.page.keyboard.press('Escape');
    await visit.page.goto(
      `${app.urls.admin}/apps/sixth/app/members?locale=${locale}&filter=full&sort=points+asc`,
    );
    await expect.poll(shown).toEqual(names(rows.filter(({ full }) => full)));
    await expectSound(visit);
    for (const place of [WORDS[locale].birthdays.page.title, members.requests, WORDS[locale].flags.title]) {
      await visit.app.getByRole('link', { name: place, exact: true }).waitFor();
    }
    await visit.close();
  },
);

test.each(BOTH)(
  'several members are given points, it is undone, and the list leaves as a file (%s)',
  async (locale) => {
    const { members, memberList } = WORDS[locale];
    const visit = await visitAdmin(app, browser, { path: '/app/members', locale });
    const all = async () =>
      (await pool().query<{ points: number }>('select points::int from "Member" order by id')).rows.map(
        ({ points }) => points,
      );
    const before = await all();
    const rows = await visit.app.locator('[data-primary-link]').count();
    await visit.app.getByRole('checkbox').first().check();
    await visit.app.getByRole('button', { name: members.adjust }).click();
    const dialog = visit.app.getByRole('dialog');
    await dialog.getByRole('button', { name: members.save }).click();
    await dialog.getByText(members.errors.notWhole).waitFor();
    await dialog.getByLabel(members.amount).fill('7');
    await dialog.getByLabel(members.reason).fill('A power cut');
    await expectSound(visit);
    await dialog.getByRole('button', { name: members.save }).dblclick();
    await visit.app.getByText(memberList.done.adjusted(String(rows), 'other')).waitFor();
    expect((await all()).reduce((sum, one) => sum + one, 0)).toBe(
      before.reduce((sum, one) => sum + one, 0) + 7 * rows,
    );
    await expectSound(visit);
    await visit.app.getByRole('button', { name: memberList.undo }).click();
    await visit.app.getByText(memberList.done.undone(String(rows), 'other')).waitFor();
    expect(await all()).toEqual(before);
    const button = visit.app.getByRole('button', { name: memberList.export });
    const [file] = await Promise.all([visit.page.waitForEvent('download'), button.click()]);
    expect(file.suggestedFilename()).toBe('members.csv');
    const lines = (await readFile(await file.path(), 'utf8')).trim().split('\n');
    expect(lines).toHaveLength(1 + rows);
    expect(lines[0]).toContain(memberList.lastOrder);
    await visit.page.locator('.toast').getByText(memberList.exported, { exact: true }).waitFor();
    await visit.close();
  },
);

test.each(BOTH)(
  'on a phone several members are chosen, given stamps, excluded and included again (%s)',
  async (locale) => {
    const { members, memberList } = WORDS[locale];
    const visit = await visitAdmin(app, browser, { path: '/app/members', locale, width: 360 });
    const press = (name: string) => visit.app.getByRole('button', { name, exact: true }).click();
    const bar = visit.app.locator('.chosen-bar');
    /** What has no room in the bar stands behind its menu. */
    const act = async (name: string) => {
      if ((await bar.getByRole('button', { name, exact: true }).count()) === 0)
        await bar.getByRole('button').last().click();
      await visit.app.getByRole('button', { name, exact: true }).click();
    };
    const rows = () => visit.app.locator('.narrow-member').allInnerTexts();
    const [first = '', second = ''] = await visit.app.locator('[data-primary-link]').allInnerTexts();
    await press(memberList.choose);
    await bar.getByText(memberList.chosen('0', pluralForm(0, locale)), { exact: true }).waitFor();
    expect(await visit.app.locator('[data-primary-link]').count()).toBe(0);
    await visit.app.getByRole('checkbox', { name: first, exact: true }).press('Space');
    await visit.app.getByRole('checkbox', { name: second, exact: true }).check();
    await bar.getByText(memberList.chosen('2', 'other'), { exact: true }).waitFor();
    await bar.getByRole('checkbox', { name: memberList.chooseAll }).press('Space');
    await bar.getByText(memberList.chosen(String((await rows()).length), 'other'), { exact: true }).waitFor();
    await bar.getByRole('checkbox', { name: memberList.chooseAll }).press('Space');
    await visit.app.getByRole('checkbox', { name: first, exact: true }).check();
    await visit.app.getByRole('checkbox', { name: second, exact: true }).check();
    await expectSound(visit);
    await act(members.adjust);
    const dialog = visit.app.getByRole('dialog');
    await dialog.getByLabel(members.adjustWhat).selectOption({ index: 1 });
    await dialog.getByLabel(members.amount).fill('3');
    await dialog.getByLabel(members.reason).fill('A power cut');
    await expectSound(visit);
    await dialog.getByRole('button', { name: members.save }).click();
    await visit.app.getByText(memberList.done.adjusted('2', 'other')).waitFor();
    expect(await visit.app.getByRole('checkbox').count()).toBe(0);
    await visit.app.getByRole('button', { name: memberList.undo }).click();
    await visit.app.getByText(memberList.done.undone('2', 'other')).waitFor();
    await press(memberList.choose);
    await visit.app.getByRole('checkbox', { name: second, exact: true }).check();
    await act(members.leaveOut);
    await visit.app.getByText(memberList.done.excluded('1', 'one')).waitFor();
    await expect
      .poll(async () => (await rows()).filter((row) => row.includes(members.blocked)))
      .toHaveLength(1);
    await visit.app.getByRole('button', { name: memberList.undo }).click();
    await visit.app.getByText(memberList.done.included('1', 'one')).waitFor();
    await press(memberList.choose);
    await press(memberList.chooseNoMore);
    expect(await visit.app.getByRole('checkbox').count()).toBe(0);
    await visit.app.getByRole('link', { name: first, exact: true }).click();
    await visit.app.getByRole('heading', { name: first }).waitFor();
    await expectSound(visit);
    await visit.close();
  },
);

test.each(VISITS)(
  'a dialog whose server hangs says so after a while, ends with an error, and keeps what was typed ($locale)',
  async ({ locale, width }) => {
    const { members, memberList, shell } = WORDS[locale];
    const path = `/app/members/${await memberIdOf(customers[1]!)}`;
    const visit = await visitAdmin(app, browser, { path, locale, width });
    const dialog = visit.app.getByRole('dialog');
    const slow = visit.app.getByText(shell.slowSave, { exact: true });
    const hang = async () => {
      await visit.page.clock.install();
      // A server that hangs answers nothing at all, whatever the page asks it before it sends.
      await visit.page.route(/^[^?]*\/(app|__manifest)\b/, () => undefined);
    };
    const wait = async (error: () => Promise<unknown>) => {
      await visit.page.clock.fastForward(6_000);
      await slow.waitFor();
      await visit.page.clock.fastForward(30_000);
      await error();
      expect(await slow.count()).toBe(0);
    };
    await headAction(visit, members.adjust);
    await dialog.getByLabel(members.amount).fill('5');
    await dialog.getByLabel(members.reason).fill('Said by phone');
    await hang();
    await dialog.getByRole('button', { name: members.save }).click();
    await wait(() => dialog.getByText(shell.notSavedHelp).waitFor());
    expect(await dialog.getByLabel(members.amount).inputValue()).toBe('5');
    expect(await dialog.getByLabel(members.reason).inputValue()).toBe('Said by phone');
    // Its clock stays what it was made.
    await visit.page.context().close();

    const list = await visitAdmin(app, browser, { path: '/app/members', locale });
    await list.app.getByRole('checkbox').nth(1).check();
    await list.page.clock.install();
    await list.page.route(/_data=/, (route) =>
      route.request().method() === 'POST' ? undefined : route.continue(),
    );
    await list.app.getByRole('button', { name: members.leaveOut, exact: true }).click();
    await list.page.clock.fastForward(6_000);
    await list.app.getByText(shell.slowSave, { exact: true }).waitFor();
    await list.page.clock.fastForward(30_000);
    await list.app.getByText(shell.notSaved, { exact: true }).waitFor();
    expect(await list.app.getByText(memberList.done.excluded('1', 'one')).count()).toBe(0);
    await list.page.context().close();
  },
);

test.each(VISITS)(
  'Anna is found by name where Shopify gives names, and elsewhere the list says what to do ($locale)',
  async ({ locale, width }) => {
    const { members, memberList } = WORDS[locale];
    const [known] = shop().customers.values();
    const anna = { ...known!, firstName: 'Anna', lastName: locale === 'en' ? 'Lindqvist' : 'Lavoie' };
    await buy((await shop().addCustomer(anna)).id, 1);
    await app.jobsDone();
    shop().namesGranted = true;
    const visit = await visitAdmin(app, browser, { path: '/app/members', locale, width });
    const name = `${anna.firstName} ${anna.lastName}`;
    await visit.app.getByRole('link', { name }).waitFor();
    await visit.app.getByRole('button', { name: /Search|Rechercher/ }).click();
    await visit.app.getByPlaceholder(members.search).fill(`anna ${anna.lastName.slice(0, 3)}`);
    await expect.poll(() => visit.app.locator('[data-primary-link]').allInnerTexts()).toEqual([name]);
    await expectSound(visit);
    shop().namesGranted = false;
    await visit.app.getByPlaceholder(members.search).fill('anna');
    await visit.app.getByText(memberList.namesRefused).waitFor();
    await expectSound(visit);
    await visit.close();
  },
);

test('C62 a member that isn’t there is a page that says so', async () => {
  for (const id of ['999999999', 'nonsense']) {
    const visit = await visitAdmin(app, browser, { path: `/app/members/${id}` });
    await visit.app.getByText(WORDS.en.shell.notFound).first().waitFor();
    await visit.close();
  }
});

test.each(VISITS)(
  'a list whose server fails offers a retry, and then shows what was asked ($locale)',
  async (how) => {
    const { members, shell } = WORDS[how.locale];
    const {
      page,
      app: list,
      frame,
      close,
    } = await visitAdmin(app, browser, { path: '/app/members', ...how });
    await page.route(/_data=/, (route) =>
      route.fulfill({ status: 500, headers: { 'x-remix-error': 'yes' }, json: { message: 'away' } }),
    );
    await list.getByRole('button', { name: /Search|Rechercher/ }).click();
    await list.getByPlaceholder(members.search).fill('#1001');
    await list.getByText(shell.failedHelp).waitFor();
    expect(await axeProblems(frame())).toEqual([]);
    await page.unroute(/_data=/);
    await list.getByRole('button', { name: shell.retry }).click();
    await list.getByPlaceholder(members.search).waitFor();
    expect(await list.getByPlaceholder(members.search).inputValue()).toBe('#1001');
    expect(await list.locator('[data-primary-link]').allInnerTexts()).toEqual([
      members.customerNumber(customers[0]!),
    ]);
    await close();
  },
);

test.each(VISITS)(
  'where what is sent arrives broken, the dialog says so and keeps it ($locale)',
  async ({ locale, width }) => {
    const { members, shell } = WORDS[locale];
    const path = `/app/members/${await memberIdOf(customers[1]!)}`;
    const visit = await visitAdmin(app, browser, { path, locale, width });
    const dialog = visit.app.getByRole('dialog');
    await headAction(visit, members.adjust);
    await dialog.getByLabel(members.amount).fill('5');
    await dialog.getByLabel(members.reason).fill('Said by phone');
    await visit.page.route(/_data=/, (route) =>
      route.continue(route.request().method() === 'POST' ? { postData: '{not json' } : {}),
    );
    await dialog.getByRole('button', { name: members.save }).click();
    await dialog.getByText(shell.notSavedHelp).waitFor();
    expect(await dialog.getByLabel(members.amount).inputValue()).toBe('5');
    expect(await dialog.getByLabel(members.reason).inputValue()).toBe('Said by phone');
    await visit.page.unroute(/_data=/);
    await dialog.getByRole('button', { name: members.save }).click();
    await dialog.waitFor({ state: 'detached' });
    await visit.close();
  },
);
