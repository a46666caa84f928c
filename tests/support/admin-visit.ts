// A merchant's browser in Shopify's admin with the app open in its frame.
import type { Frame, FrameLocator, Page } from 'playwright-core';
import { en } from '#app/locales/en.ts';
import { fr } from '#app/locales/fr.ts';
import type { TestBrowser, WatchedPage } from './browser.ts';
import type { RunningApp } from './running-app.ts';

export const WORDS = { en, fr };
export type Locale = keyof typeof WORDS;

export type AdminVisit = WatchedPage & {
  /** What is in the frame. */
  app: FrameLocator;
  frame(): Frame;
};

type Where = { path?: string; locale?: Locale };
type Admin = { urls: Pick<RunningApp['urls'], 'admin'> };

/** Opens a page of the app as a merchant does. @param path in the app, e.g. `/app/settings` */
export async function visitAdmin(
  admin: Admin,
  browser: TestBrowser,
  { width = 1280, ...where }: Where & { width?: number } = {},
): Promise<AdminVisit> {
  const goesOn = left.get(browser);
  const visit = goesOn?.pop() ?? (await newVisit(browser));
  await visit.page.setViewportSize({ width, height: 800 });
  visit.problems.length = 0;
  await revisitAdmin(admin, visit, where);
  return goesOn ? { ...visit, close: () => leave(visit, goesOn) } : visit;
}

async function newVisit(browser: TestBrowser): Promise<AdminVisit> {
  const watched = await browser.page();
  const { page } = watched;
  return { ...watched, app: page.frameLocator('iframe'), frame: () => appFrame(page) };
}

/** Pages of visits that are over, of browsers in which the next goes on. */
const left = new WeakMap<TestBrowser, AdminVisit[]>();

/**
 * Call at the top of a test file: a visit loads its page where an earlier one is over, as a merchant goes on. A page of its own for
 * each loads the app's scripts and compiles them anew. Routes and problems go; cookies and storage stay, and so does a clock that
 * was installed: whoever did that closes the page's context instead of the visit.
 */
export function goOnInOnePage(browser: TestBrowser): void {
  left.set(browser, []);
}

/** The app stops, and asks for nothing more. */
async function leave(visit: AdminVisit, goesOn: AdminVisit[]): Promise<void> {
  await visit.page.unrouteAll({ behavior: 'ignoreErrors' });
  await visit.page.locator('iframe').evaluateAll((frames) => frames.forEach((frame) => frame.remove()));
  goesOn.push(visit);
}

/** Loads another page of the app where one is open: cheaper than a visit of its own. */
export async function revisitAdmin(
  { urls }: Admin,
  { page, app }: AdminVisit,
  { path = '', locale = 'en' }: Where,
): Promise<void> {
  const joined = path.includes('?') ? '&' : '?';
  await page.goto(`${urls.admin}/apps/sixth${path}${joined}locale=${locale}`);
  await app.locator('.Polaris-Page').first().waitFor();
  await page.locator('#app-menu a').first().waitFor({ state: 'attached' });
}

function appFrame(page: Page): Frame {
  const frame = page.frames().find((one) => one !== page.mainFrame());
  if (!frame) throw new Error('the app is not in its frame');
  return frame;
}

/** How far a document is wider than its window. */
export function sidewaysScroll(frame: Frame): Promise<number> {
  return frame.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}
