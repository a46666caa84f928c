// The merchant opens the app from the admin: token exchange behind, a frame before, nothing in the console.
import { beforeAll, expect, test } from 'vitest';
import { startBrowser } from '#tests/support/browser.ts';
import type { TestBrowser } from '#tests/support/browser.ts';
import { startApp } from '#tests/support/running-app.ts';
import type { RunningApp } from '#tests/support/running-app.ts';

let app: RunningApp;
let browser: TestBrowser;

beforeAll(async () => {
  app = await startApp();
  return () => app.stop();
});

beforeAll(async () => {
  browser = await startBrowser();
  return () => browser.close();
});

test.each(['en', 'fr'])('the app opens in the admin’s frame (%s)', async (locale) => {
  const { page, problems, close } = await browser.page();
  await page.goto(`${app.urls.admin}/apps/sixth?locale=${locale}`);
  const frame = page.frameLocator('iframe');
  await frame.getByRole('heading', { level: 2 }).first().waitFor();
  expect(await frame.locator('html').getAttribute('lang')).toBe(locale);
  expect(problems).toEqual([]);
  expect(await app.problems()).toEqual([]);
  await close();
});

test('a document without a session token comes back with one', async () => {
  const { page, close } = await browser.page();
  await page.goto(`${app.urls.admin}/apps/sixth`);
  const frame = page.frameLocator('iframe').getByRole('heading', { level: 2 }).first();
  await frame.waitFor();
  const bounce = page.waitForRequest((request) => request.url().includes('shopify-reload='));
  const returned = page.waitForResponse((response) => /\/app\?.*id_token=/.test(response.url()));
  await page.locator('iframe').evaluate((element: HTMLIFrameElement) => {
    const url = new URL(element.src);
    url.searchParams.delete('id_token');
    element.src = `${url.origin}/app${url.search}`;
  });
  await bounce;
  expect((await returned).status()).toBe(200);
  await frame.waitFor();
  await close();
});
