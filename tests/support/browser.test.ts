import { afterAll, expect, test } from 'vitest';
import { startBrowser } from './browser.ts';

const browser = await startBrowser();
afterAll(browser.close);

const html = (body: string) =>
  `data:text/html,<!doctype html><meta charset=utf-8><body>${encodeURIComponent(body)}`;

test('the browser draws text, not boxes or blanks', async () => {
  const { page, problems, close } = await browser.page({ viewport: { width: 200, height: 60 } });
  await page.goto(html('<p style="font: 24px sans-serif">Sixth ☕ free</p>'));
  const drawn = await page.screenshot();
  const [wide, narrow] = await page.evaluate(() =>
    ['WWWW', 'iiii'].map((text) => {
      const canvas = document.createElement('canvas').getContext('2d');
      return canvas?.measureText(text).width ?? 0;
    }),
  );
  await page.goto(html(''));
  expect(drawn.equals(await page.screenshot())).toBe(false);
  expect(wide).toBeGreaterThan(narrow ?? 0);
  expect(problems).toEqual([]);
  await close();
});

test('what goes wrong in a page is kept for the test', async () => {
  const { page, problems, close } = await browser.page();
  await page.goto(
    html('<script>console.error("said"); setTimeout(() => { throw new Error("thrown") })</script>'),
  );
  await expect.poll(() => problems).toEqual(['error: said', 'uncaught: thrown']);
  await close();
});

test('a page of the admin is not taken for a bot', async () => {
  const { page, close } = await browser.page();
  expect(await page.evaluate(() => navigator.userAgent)).not.toContain('Headless');
  await close();
});
