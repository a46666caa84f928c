// The merchant opens the app from the admin: token exchange behind, a frame before, nothing in the console.
import { expect, test } from 'vitest';
import { useRunningApp } from '#tests/support/use-running-app.ts';

const { app, browser } = useRunningApp();

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
