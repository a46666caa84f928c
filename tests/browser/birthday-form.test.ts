// The birthday form in a real browser: its script only where it stands, errors beside the field, one request for a double
// click, and words for when nothing answers. What the app answers is played here.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { coffeeRoaster } from '#tests/local-shopify/shop/coffee-roaster.ts';
import { FRESH_THEME } from '#tests/local-shopify/shop/theme.ts';
import { startLocalShopify } from '#tests/local-shopify/start.ts';
import type { Started } from '#tests/local-shopify/start.ts';
import { sampleMember, writeMember, writeProgram } from '#tests/storefront/scene/sample-shop.ts';
import { BIRTHDAYS } from '#tests/storefront/states/birthday.ts';
import { axeProblems } from '#tests/support/axe.ts';
import type { TestBrowser, WatchedPage } from '#tests/support/browser.ts';
import { useBrowser } from '#tests/support/use-browser.ts';
import { placed } from './follow-scene.ts';

type Answer = { status: number; body: unknown };
type Sent = {
  url: string;
  requestKey: string;
  day: unknown;
  month: unknown;
  year: unknown;
  language: unknown;
};

let local: Started;
const browser = useBrowser();
let sent: Sent[] = [];
let answers: Answer[] = [];
/** Forms that a browser sent without script. */
const PLAIN = 'application/x-www-form-urlencoded';
let plain: { url: string; fields: object }[] = [];
/** How long the app takes. */
let slowMs = 0;
const shopper = () => [...local.shopify.firstShop.customers.keys()][0] ?? '';

const THANKS = { status: 200, body: { ok: true, message: 'Thank you. Your gift comes on 4 May.' } };
const NO_DAY = {
  status: 422,
  body: { ok: false, field: 'day', message: 'There’s no such day. Please check day and month.' },
};

beforeAll(async () => {
  const app = createServer((request, response) => {
    void text(request).then((body) => {
      const url = request.url ?? '';
      if (request.headers['content-type']?.startsWith(PLAIN)) {
        plain.push({ url, fields: Object.fromEntries(new URLSearchParams(body)) });
        response.writeHead(200, { 'content-type': 'application/liquid' }).end('<p>Is this right?</p>');
        return;
      }
      sent.push({ url, ...(JSON.parse(body) as Omit<Sent, 'url'>) });
      const { status, body: answer } = answers.shift() ?? THANKS;
      const json = { 'content-type': 'application/json' };
      setTimeout(() => response.writeHead(status, json).end(JSON.stringify(answer)), slowMs);
    });
  });
  await new Promise<void>((resolve) => app.listen(0, '127.0.0.1', resolve));
  const { port } = app.address() as AddressInfo;
  const credentials = { apiKey: 'key', apiSecret: 'secret' };
  const appTarget = () => `http://127.0.0.1:${port}`;
  local = await startLocalShopify({ ...credentials, shops: [coffeeRoaster()], appTarget, retriesMs: [] });
  local.shopify.firstShop.proxyPlace = { prefix: 'tools', subpath: 'club' };
  await writeProgram(local.shopify.firstShop, { ...BIRTHDAYS, proxyPath: '/tools/club' });
  const areas = ['product', 'cart', 'loyalty'] as const;
  const blocks = [placed('member', 'product'), ...areas.map((area) => placed('birthday', area))];
  await local.shopify.firstShop.saveTheme({ ...FRESH_THEME, blocks });
  return async () => {
    app.closeAllConnections();
    app.close();
  };
});
afterAll(async () => {
  await local.stop();
});
beforeEach(() => {
  [sent, answers, plain, slowMs] = [[], [], [], 0];
});

const PAGES = { product: '/products/morning-house', cart: '/cart', page: '/pages/loyalty' };

async function visit(path: string, options: Parameters<TestBrowser['page']>[0] = {}): Promise<WatchedPage> {
  const watched = await browser.page({ viewport: { width: 360, height: 780 }, ...options });
  await watched.page
    .context()
    .addCookies([{ name: 'customer', value: shopper(), url: local.urls.storefront }]);
  await watched.page.goto(local.urls.storefront + path);
  return watched;
}

const form = (page: Page) => page.locator('form.sixth-form');
const alert = (page: Page) => form(page).getByRole('alert');

test.each(Object.entries(PAGES))('on the %s page, with the keyboard alone', async (_name, path) => {
  const { page, problems, close } = await visit(path);
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
  expect(await axeProblems(page)).toEqual([]);
  await form(page).getByLabel('Day').focus();
  await page.keyboard.type('4');
  await page.keyboard.press('Tab');
  await page.keyboard.type('May');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByText('Your gift comes on 4 May.').waitFor();
  // The answer has taken the form's place, and the keyboard goes on from there.
  expect(await form(page).count()).toBe(0);
  expect(await page.locator('.sixth-done:focus').textContent()).toBe(THANKS.body.message);
  expect(await axeProblems(page)).toEqual([]);
  expect(sent).toMatchObject([{ day: 4, month: 5, year: null, language: 'en' }]);
  expect(sent[0]?.url).toMatch(/^\/proxy\/birthday\?.*path_prefix=%2Ftools%2Fclub/);
  expect(loaded).toEqual(['/tools/club/birthday']);
  expect(problems).toEqual([]);
  await close();
});

test('its script is loaded where the form stands, and nowhere else', async () => {
  for (const [path, times] of [
    [PAGES.product, 1],
    ['/collections/all', 0],
  ] as const) {
    const { page, close } = await visit(path);
    const scripts = await page.evaluate(() =>
      performance.getEntriesByType('resource').filter(({ name }) => name.includes('birthday')),
    );
    expect(scripts).toHaveLength(times);
    await close();
  }
});

test('what is wrong stands beside its field, and what was typed is still there', async () => {
  answers = [NO_DAY];
  const { page, close } = await visit(PAGES.product);
  const day = form(page).getByLabel('Day');
  await day.fill('31');
  await form(page).getByLabel('Month').selectOption('4');
  await form(page).getByRole('button').click();
  await alert(page).getByText('There’s no such day.').waitFor();
  expect(await day.getAttribute('aria-invalid')).toBe('true');
  expect(await day.getAttribute('aria-describedby')).toBe(await alert(page).getAttribute('id'));
  expect(await day.evaluate((element) => element === document.activeElement)).toBe(true);
  expect([await day.inputValue(), await form(page).getByLabel('Month').inputValue()]).toEqual(['31', '4']);
  expect(await axeProblems(page)).toEqual([]);
  await day.fill('30');
  await page.keyboard.press('Enter');
  await page.getByText('Your gift comes on 4 May.').waitFor();
  expect(sent.map((one) => one.day)).toEqual([31, 30]);
  await close();
});

test('a double click sends once; what comes after the answer is another request', async () => {
  slowMs = 300;
  answers = [NO_DAY];
  const { page, close } = await visit(PAGES.product);
  await form(page).getByLabel('Day').fill('4');
  await form(page).getByLabel('Month').selectOption('5');
  await form(page).getByRole('button').dblclick();
  await page.keyboard.press('Enter');
  await alert(page).getByText('There’s no such day.').waitFor();
  expect(sent).toHaveLength(1);
  await form(page).getByRole('button').click();
  await expect.poll(() => sent.length).toBe(2);
  expect(sent[0]?.requestKey).not.toBe(sent[1]?.requestKey);
  await close();
});

test('an answer that was lost is asked for again with the same key, in words until then', async () => {
  answers = [{ status: 503, body: { ok: false, message: 'x' } }];
  const { page, close } = await visit(PAGES.product);
  await form(page).getByLabel('Day').fill('4');
  await form(page).getByRole('button').click();
  await alert(page).getByText('That didn’t work. Please try again in a minute.').waitFor();
  await form(page).getByRole('button').click();
  await page.getByText('Your gift comes on 4 May.').waitFor();
  expect(sent).toHaveLength(2);
  expect(sent[0]?.requestKey).toBe(sent[1]?.requestKey);
  expect(sent[0]?.month).toBeNull();
  await close();
});

test.each([
  ['whose script can not be loaded', true],
  ['without script', false],
])('a form %s is an ordinary one', async (_, javaScriptEnabled) => {
  const { page, close } = await visit(PAGES.product, { javaScriptEnabled });
  await page.route('**/birthday.js', (route) => route.abort());
  await page.reload();
  await form(page).getByLabel('Day').fill('4');
  await form(page).getByLabel('Month').selectOption('5');
  await form(page).getByRole('button').click();
  await page.getByText('Is this right?').waitFor();
  expect(plain).toEqual([
    {
      url: expect.stringMatching(/^\/proxy\/birthday\?.*path_prefix=%2Ftools%2Fclub/) as string,
      fields: { day: '4', month: '5', language: 'en' },
    },
  ]);
  expect(new URL(page.url()).search).toBe('');
  expect(sent).toEqual([]);
  await close();
});

test('nothing moves when the answer comes, however late: the room for it opens with the click', async () => {
  slowMs = 700;
  answers = [NO_DAY];
  const { page, close } = await visit(PAGES.product);
  await page.evaluate(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) =>
      shifts.push(
        ...(list.getEntries() as (PerformanceEntry & { hadRecentInput: boolean })[])
          .filter(({ hadRecentInput }) => !hadRecentInput)
          .map(({ startTime }) => startTime),
      ),
    ).observe({
      type: 'layout-shift',
    });
  });
  const height = () => form(page).evaluate((element) => Math.round(element.getBoundingClientRect().height));
  await form(page).getByLabel('Day').fill('31');
  await form(page).getByRole('button').click();
  await form(page).getByRole('status').getByText('Saving…').waitFor();
  const before = await height();
  await alert(page).getByText('There’s no such day.').waitFor();
  expect(await height()).toBe(before);
  expect(await page.evaluate('window.shifts')).toEqual([]);
  await close();
});

test('while it is being sent the form says so and keeps its hint, and after ten seconds it gives up', async () => {
  slowMs = 60_000;
  const { page, close } = await visit(PAGES.product);
  await form(page).getByLabel('Day').fill('4');
  await form(page).getByRole('button').click();
  await form(page).getByRole('status').getByText('Saving…').waitFor();
  expect(await form(page).getAttribute('aria-busy')).toBe('true');
  expect(await form(page).getByRole('button').getAttribute('aria-disabled')).toBe('true');
  await form(page).getByText('We only use it for your gift.').waitFor();
  expect(await axeProblems(page)).toEqual([]);
  await alert(page).getByText('That didn’t work. Please try again in a minute.').waitFor({ timeout: 15_000 });
  expect(await form(page).getByRole('status').textContent()).toBe('');
  expect(await form(page).getByLabel('Day').inputValue()).toBe('4');
  await form(page).getByText('We only use it for your gift.').waitFor();
  await close();
});

test('before anything is sent the form has no empty room, and its list of months says what to do', async () => {
  const { page, close } = await visit(PAGES.product);
  const gap = await form(page).evaluate((element) => {
    const hint = element.querySelector('.sixth-quiet > p')?.getBoundingClientRect();
    return element.getBoundingClientRect().bottom - (hint?.bottom ?? 0);
  });
  expect(gap).toBeLessThan(8);
  expect(await form(page).locator('option').first().textContent()).toBe('Choose');
  await close();
});

test('once the shop knows, the block says it anew beside the answer’s place, and the balance follows', async () => {
  const { page, problems, close } = await visit(PAGES.product);
  await form(page).getByLabel('Day').fill('4');
  await form(page).getByLabel('Month').selectOption('5');
  await form(page).getByRole('button').click();
  const block = page.locator('[id^=shopify-block-birthday]');
  await block.getByText('Thank you.').waitFor();
  await writeMember(local.shopify, shopper(), {
    ...sampleMember({ points: 111 }),
    birthday: { month: 5, day: 4, setOn: '2026-01-05', givenYear: null, changeFrom: '2026-01-05' },
  });
  await block.getByText('Your birthday: 4\u00a0May.').waitFor({ timeout: 15_000 });
  expect(await block.evaluate((element) => element.contains(document.activeElement))).toBe(true);
  expect(await page.locator('.sixth-big').first().innerText()).toBe('111');
  expect(await axeProblems(page)).toEqual([]);
  expect(problems).toEqual([]);
  await close();
});
