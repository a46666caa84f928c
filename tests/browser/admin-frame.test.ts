// The app inside Shopify's admin: menu, title bar, save bar with its guard, and what happens when things fail.
import { describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { pool } from '#app/db/pool.server.ts';
import { WORDS, sidewaysScroll, visitAdmin } from '#tests/support/admin-visit.ts';
import type { AdminVisit, Locale } from '#tests/support/admin-visit.ts';
import { axeProblems } from '#tests/support/axe.ts';
import { useRunningApp } from '#tests/support/use-running-app.ts';

const { app, browser } = useRunningApp();

const LOCALES: Locale[] = ['en', 'fr'];
const SETTINGS = '/app/settings';
const open = (options: Parameters<typeof visitAdmin>[2] = {}) => visitAdmin(app, browser, options);
const saveBar = (page: Page) => page.locator('#save-bar');
const saveButton = (page: Page) => saveBar(page).locator('button.primary');
const title = (page: Page) => page.locator('#title-bar h1');

/** The plural of points in English: the second of four names. */
const plural = ({ app: frame }: AdminVisit, locale: Locale) =>
  frame.getByRole('textbox', { name: WORDS[locale].settings.nameForms.other }).first();

async function draftRevision(): Promise<number> {
  const { rows } = await pool().query<{ draftRevision: number }>('select "draftRevision" from "Shop"');
  return rows[0]?.draftRevision ?? -1;
}

/** The browser says in its console that a request failed; the page says it to the merchant. */
const ownProblems = (problems: string[]) =>
  problems.filter((line) => !/Failed to load resource|net::ERR_FAILED/.test(line));

describe.each(LOCALES)('in %s', (locale) => {
  const { shell, settings } = WORDS[locale];

  test('the admin’s menu leads through the app by keyboard, and a reload stays where it was', async () => {
    const { page, app: frame, problems, close } = await open({ locale });
    const links = page.locator('#app-menu a');
    await expect
      .poll(() => links.allInnerTexts())
      .toEqual([shell.program, shell.members, shell.tasks, shell.settings]);
    await links.getByText(shell.settings, { exact: true }).or(links.last()).last().focus();
    await page.keyboard.press('Enter');
    await frame.getByText(settings.countsTitle).waitFor();
    expect(await title(page).innerText()).toBe(settings.title);
    expect(await page.locator('#app-menu [aria-current=page]').innerText()).toBe(shell.settings);
    expect(page.url()).toContain(`/apps/sixth${SETTINGS}?locale=${locale}`);
    await page.reload();
    await frame.getByText(settings.countsTitle).waitFor();
    await page.locator('#app-home').press('Enter');
    await expect.poll(() => page.url()).toContain(`/apps/sixth?locale=${locale}`);
    expect(problems).toEqual([]);
    await close();
  });

  test('settings are saved in the draft, and the page says that they wait', async () => {
    const visit = await open({ locale, path: SETTINGS });
    const { page, app: frame, problems, close } = visit;
    const before = await draftRevision();
    await frame.getByLabel(settings.tips, { exact: true }).click();
    await frame.getByLabel(settings.tag, { exact: true }).fill(`staff-${locale}, wholesale-${locale}`);
    await page.keyboard.press('Enter');
    await saveButton(page).dblclick();
    await page.locator('.toast').getByText(shell.saved).waitFor();
    await saveBar(page).waitFor({ state: 'hidden' });
    expect(await draftRevision()).toBe(before + 1);
    await frame.getByText(settings.unpublished).waitFor();
    await page.reload();
    await frame.getByText(`wholesale-${locale}`, { exact: true }).waitFor();
    expect(problems).toEqual([]);
    await close();
  });

  test('an empty name is refused beside its field, and stays as it was typed until it is mended', async () => {
    const visit = await open({ locale, path: SETTINGS });
    const { page, app: frame, close } = visit;
    await plural(visit, locale).fill('');
    await saveButton(page).click();
    await frame.getByText(settings.problems.required).waitFor();
    expect(await plural(visit, locale).inputValue()).toBe('');
    expect(await plural(visit, locale).getAttribute('aria-invalid')).toBe('true');
    expect(await plural(visit, locale).evaluate((field) => field === document.activeElement)).toBe(true);
    await plural(visit, locale).fill('x'.repeat(31));
    await saveButton(page).click();
    await frame.getByText(settings.problems.tooLong).waitFor();
    await saveBar(page).getByText(shell.discard).click();
    await expect.poll(() => plural(visit, locale).inputValue()).toBe('points');
    await saveBar(page).waitFor({ state: 'hidden' });
    await close();
  });

  test('leaving with unsaved changes asks, by the menu and by a link of the page', async () => {
    const visit = await open({ locale, path: SETTINGS });
    const { page, app: frame, close } = visit;
    await plural(visit, locale).fill('beans');
    const home = page.locator('#app-home');
    const [stay, leave] = [page.locator('dialog button').first(), page.locator('dialog button.critical')];
    for (const away of [home, frame.getByRole('link', { name: settings.toProgram })]) {
      await away.click();
      await stay.waitFor();
      await page.keyboard.press('Escape');
      await page.locator('dialog').waitFor({ state: 'detached' });
      expect(await plural(visit, locale).inputValue()).toBe('beans');
    }
    await home.click();
    await leave.click();
    await expect.poll(() => page.url()).toContain(`/apps/sixth?locale=${locale}`);
    await saveBar(page).waitFor({ state: 'hidden' });
    await close();
  });

  test('an unknown address is an error page inside the frame, with the menu and a way back', async () => {
    const { page, app: frame, close } = await open({ locale, path: '/app/nothing/here' });
    await frame.getByRole('heading', { name: shell.notFound }).waitFor();
    expect(await title(page).innerText()).toBe(shell.notFound);
    await frame.getByRole('link', { name: shell.backHome }).click();
    await expect.poll(() => page.url()).toContain(`/apps/sixth?locale=${locale}`);
    await close();
  });

  test.each([360, 1280])('axe finds nothing, and nothing scrolls sideways at %i px', async (width) => {
    const { page, app: frame, frame: current, close } = await open({ locale, path: SETTINGS, width });
    await frame.getByText(settings.countsTitle).waitFor();
    await frame.getByLabel(settings.tips, { exact: true }).click();
    await saveBar(page).waitFor();
    for (const part of [page.mainFrame(), current()]) {
      expect(await axeProblems(part)).toEqual([]);
      expect(await sidewaysScroll(part)).toBeLessThanOrEqual(0);
    }
    await close();
  });
});

describe('when things fail', () => {
  const { shell, settings } = WORDS.en;

  test('a token that expired meanwhile is exchanged for another without a word', async () => {
    const { page, app: frame, problems, close } = await open();
    const old = await app.shopify.sessionToken(app.shop.domain, { expiresInSeconds: -120 });
    let handedOut = 0;
    await page.route('**/_local/id-token', (route) => {
      handedOut += 1;
      return handedOut === 1 ? route.fulfill({ json: { token: old } }) : route.continue();
    });
    await page.locator('#app-menu a').getByText(shell.settings).click();
    await frame.getByText(settings.countsTitle).waitFor();
    expect(handedOut).toBeGreaterThan(1);
    expect(ownProblems(problems)).toEqual([]);
    await close();
  });

  test('a server that hangs while saving: a word after a while, an end to it, and nothing typed is lost', async () => {
    const visit = await open({ path: SETTINGS });
    const { page, app: frame, close } = visit;
    await plural(visit, 'en').fill('beans');
    await page.clock.install();
    await page.route(
      (url) => url.pathname === SETTINGS,
      (route) => (route.request().method() === 'POST' ? undefined : route.continue()),
    );
    await saveButton(page).click();
    await page.clock.fastForward(6_000);
    await frame.getByText(shell.slowSave, { exact: true }).waitFor();
    await page.clock.fastForward(30_000);
    await frame.getByText(shell.notSaved, { exact: true }).waitFor();
    expect(await frame.getByText(shell.slowSave, { exact: true }).count()).toBe(0);
    expect(await plural(visit, 'en').inputValue()).toBe('beans');
    await close();
  });

  test('a session that ended while editing loses nothing that was typed', async () => {
    const visit = await open({ path: SETTINGS });
    const { page, app: frame, close } = visit;
    const old = await app.shopify.sessionToken(app.shop.domain, { expiresInSeconds: -120 });
    await plural(visit, 'en').fill('beans');
    await page.route('**/_local/id-token', (route) => route.fulfill({ json: { token: old } }));
    await saveButton(page).click();
    await frame.getByText(shell.notSaved, { exact: true }).waitFor();
    expect(await plural(visit, 'en').inputValue()).toBe('beans');
    await page.unroute('**/_local/id-token');
    await saveButton(page).click();
    await page.locator('.toast').getByText(shell.saved).waitFor();
    expect(await plural(visit, 'en').inputValue()).toBe('beans');
    await plural(visit, 'en').fill('points');
    await saveButton(page).click();
    await saveBar(page).waitFor({ state: 'hidden' });
    await close();
  });

  test('a server that fails offers a retry inside the frame', async () => {
    const { page, app: frame, close } = await open();
    await page.route(/_data=/, (route) =>
      route.fulfill({ status: 500, headers: { 'x-remix-error': 'yes' }, json: { message: 'away' } }),
    );
    await page.locator('#app-menu a').getByText(shell.settings).click();
    await frame.getByText(shell.failedHelp).waitFor();
    expect(await page.locator('#app-menu a').count()).toBe(4);
    await page.unroute(/_data=/);
    await frame.getByRole('button', { name: shell.retry }).click();
    await frame.getByText(settings.countsTitle).waitFor();
    await close();
  });

  test('a page that is slow to come shows a skeleton, and the admin its loading bar', async () => {
    const { page, app: frame, close } = await open();
    let answer = () => undefined as void;
    const asked = new Promise<void>((resolve) => (answer = resolve));
    await page.route(/_data=/, async (route) => {
      await asked;
      await route.continue();
    });
    await page.locator('#app-menu a').getByText(shell.settings).click();
    await frame.locator('main [class*=Skeleton]').first().waitFor();
    await page.locator('#loading').waitFor();
    answer();
    await frame.getByText(settings.countsTitle).waitFor();
    await page.locator('#loading').waitFor({ state: 'hidden' });
    await close();
  });

  test('of two people editing the second is told, and keeps what both did', async () => {
    const [first, second] = [await open({ path: SETTINGS }), await open({ path: SETTINGS })];
    await plural(second, 'en').fill('grains');
    await first.app.getByLabel(settings.shipping, { exact: true }).check();
    await saveButton(first.page).click();
    await saveBar(first.page).waitFor({ state: 'hidden' });
    await saveButton(second.page).click();
    await second.app.getByText(shell.changedMeanwhile).waitFor();
    expect(await plural(second, 'en').inputValue()).toBe('grains');
    await second.app.getByRole('button', { name: shell.onTop }).click();
    await second.app.getByText(shell.changedMeanwhile).waitFor({ state: 'detached' });
    expect(await second.app.getByLabel(settings.shipping, { exact: true }).isChecked()).toBe(true);
    await saveButton(second.page).click();
    await saveBar(second.page).waitFor({ state: 'hidden' });
    await first.page.reload();
    await expect.poll(() => plural(first, 'en').inputValue()).toBe('grains');
    await Promise.all([first.close(), second.close()]);
  });

  test('the server logged no failure in all of this', async () => {
    expect(await app.problems()).toEqual([]);
  });
});
