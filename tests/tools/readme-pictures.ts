// README's pictures, taken from a demo that runs on fresh data: `npm run demo`, and in another terminal
// `node tests/tools/readme-pictures.ts`.
import path from 'node:path';
import process from 'node:process';
import type { Page } from 'playwright-core';
import { findRunning, type RunningDemo } from '#tests/demo/running-demo.ts';
import { demoSettings } from '#tests/demo/settings.ts';
import { visitAdmin } from '#tests/support/admin-visit.ts';
import { startBrowser, type TestBrowser } from '#tests/support/browser.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../.github');
const SIZE = { width: 1280, height: 900 };
/** Names and previews are asked for after the page. */
const SETTLED_MS = 2_000;

type Taking = { running: RunningDemo; browser: TestBrowser };

const save = (page: Page, name: string) =>
  page.screenshot({ path: path.join(FOLDER, `${name}.png`), animations: 'disabled' });

async function signedIn({ running, browser }: Taking, name: string): Promise<Page> {
  const { page } = await browser.page({ viewport: SIZE });
  const product = `/products/${running.product.handle}`;
  await page.goto(`${running.storefront}/customer_authentication/login?return_to=${product}`);
  await page.getByRole('button', { name }).click();
  return page;
}

/** Six in the cart, one of them free, and points used with one tap. */
async function cart(taking: Taking): Promise<void> {
  const page = await signedIn(taking, taking.running.customer.firstName);
  await page.locator('input[name=quantity]').fill('6');
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await page.getByRole('link', { name: 'Check out' }).waitFor();
  await page.goto(`${taking.running.storefront}/cart`);
  await page.getByRole('button', { name: 'Use €5.00' }).click();
  await page.getByText('€5.00 off this cart').first().waitFor();
  // What was said goes once the block says it, and the theme's own buttons have faded back.
  await page.waitForTimeout(SETTLED_MS);
  await save(page, 'cart');
}

/** Of whoever has it on the day of the demo's first start. */
async function birthday(taking: Taking): Promise<void> {
  const page = await signedIn(taking, 'Claire');
  const block = page.locator('.sixth-good').first();
  await block.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  await save(page, 'birthday');
}

async function admin({ running, browser }: Taking, name: string, place: string): Promise<void> {
  const { page } = await visitAdmin({ urls: { admin: running.admin } }, browser, { path: place });
  await page.setViewportSize(SIZE);
  await page.waitForTimeout(SETTLED_MS);
  await save(page, name);
}

async function member({ running: { admin, customer }, browser }: Taking): Promise<void> {
  const path = `/app/members?q=${customer.firstName}`;
  const { page, app } = await visitAdmin({ urls: { admin } }, browser, { path });
  await page.setViewportSize(SIZE);
  await app.locator('[data-primary-link]').click();
  await app.getByRole('heading', { name: customer.firstName }).first().waitFor();
  await page.waitForTimeout(SETTLED_MS);
  await save(page, 'admin-member');
}

const running = await findRunning(demoSettings(process.env).folder);
if (!running) throw new Error('No demo is running: start npm run demo on fresh data first.');
const browser = await startBrowser();
try {
  const taking = { running, browser };
  await cart(taking);
  await birthday(taking);
  await admin(taking, 'admin-home', '/app');
  await admin(taking, 'admin-program', '/app/program');
  await member(taking);
} finally {
  await browser.close();
}
