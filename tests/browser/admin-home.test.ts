// The home page inside Shopify's frame: guide, figures and health, in both languages, for eyes, ears and keyboard.
import { expect, test } from 'vitest';
import type { Frame, FrameLocator, Page } from 'playwright-core';
import { pool } from '#app/db/pool.server.ts';
import { publishCard } from '#tests/demo/publish-card.ts';
import { sidewaysScroll, WORDS as TEXTS } from '#tests/support/admin-visit.ts';
import { axeProblems } from '#tests/support/axe.ts';
import type { WatchedPage } from '#tests/support/browser.ts';
import { useRunningApp } from '#tests/support/use-running-app.ts';
import { observeVitals, readVitals, untilDrawn } from '#tests/support/vitals.ts';

const { app, browser } = useRunningApp({ freshTheme: true });

type Opened = WatchedPage & { home: FrameLocator; frame: Frame };

async function openHome(locale: 'en' | 'fr', width = 1280): Promise<Opened> {
  const watched = await browser.page({ viewport: { width, height: 900 } });
  await watched.page.goto(`${app.urls.admin}/apps/sixth?locale=${locale}`);
  const home = watched.page.frameLocator('iframe');
  await home.getByRole('heading', { level: 2 }).first().waitFor();
  return { ...watched, home, frame: frameOf(watched.page) };
}

function frameOf(page: Page): Frame {
  const [frame] = page.mainFrame().childFrames();
  if (!frame) throw new Error('the admin has no frame');
  return frame;
}

const WORDS = {
  en: {
    empty: 'Your figures start with the first order',
    publish: 'Publish',
    refused: 'Choose at least one product or collection.',
    collections: 'Choose collections',
    add: 'Add',
    dismiss: 'Dismiss setup guide',
    show: 'Show setup guide',
    progress: '3 of 4 steps completed',
    days90: 'Last 90 days',
    given: 'Points given',
    told: 'Last order received: Just now',
    more: 'More figures',
    back: '0 of 1 member came back',
    table: 'Points given, last 30 days',
  },
  fr: {
    empty: 'Vos chiffres commencent avec la première commande',
    publish: 'Publier',
    refused: 'Choisissez au moins un produit ou une collection.',
    collections: 'Choisir des collections',
    add: 'Ajouter',
    dismiss: 'Ignorer le guide de configuration',
    show: 'Afficher le guide de configuration',
    progress: 'Étapes terminées : 3 sur 4',
    days90: '90 derniers jours',
    given: 'Points attribués',
    told: 'Dernière commande reçue : À l’instant',
    more: 'Plus de chiffres',
    back: '1 membre sur 1 est revenu',
    table: 'Points attribués, 30 derniers jours',
  },
} as const;

test.each(['en', 'fr'] as const)(
  'a new shop is told what to do, and can put that away (%s)',
  async (locale) => {
    const words = WORDS[locale];
    const { home, frame, page, problems, close } = await openHome(locale);
    await home.getByRole('heading', { name: words.empty }).waitFor();
    // Refused beside the button, until there is a choice.
    await home.getByRole('button', { name: words.publish, exact: true }).click();
    await home.getByText(words.refused).waitFor();
    expect(await axeProblems(frame)).toEqual([]);
    await home.getByRole('button', { name: words.collections }).click();
    const picker = page.getByRole('dialog');
    await picker.getByRole('checkbox').first().check();
    await picker.getByRole('button', { name: words.add, exact: true }).click();
    await home.getByText(words.refused).waitFor({ state: 'detached' });

    await home.getByRole('button', { name: words.dismiss }).click();
    await home.getByRole('button', { name: words.dismiss }).waitFor({ state: 'detached' });
    const again = await openHome(locale);
    expect(await again.home.getByRole('button', { name: words.dismiss }).count()).toBe(0);
    await again.home.getByRole('button', { name: words.show }).click();
    await again.home.getByRole('button', { name: words.publish, exact: true }).waitFor();
    expect([...problems, ...again.problems, ...(await app.problems())]).toEqual([]);
    await again.close();
    await close();
  },
);

test.each(['en', 'fr'] as const)(
  'orders become figures, and the guide knows of them (%s)',
  async (locale) => {
    const words = WORDS[locale];
    await buyOnce();
    const { home, frame, problems, close } = await openHome(locale);
    await home.getByText(words.progress).first().waitFor();
    await home.getByText(words.told, { exact: true }).waitFor();
    // Three sentences first, each with its plot; what else there is comes when it is asked for.
    await home.getByRole('heading', { name: words.back }).waitFor();
    expect(await home.getByRole('table').count()).toBe(3);
    // Each leads to the members whom it counts, and who ordered most stands below.
    const { stories } = TEXTS[locale];
    const behind = await hrefsOf(home, stories.seeMembers);
    expect(behind[0]).toBe('/app/members?filter=returned');
    expect(behind[1]).toMatch(/^\/app\/members\?filter=freed&since=\d{4}-\d\d-\d\d$/);
    await home.getByRole('heading', { name: stories.top }).waitFor();
    expect(await hrefsOf(home, stories.seeLastOrders)).toEqual(['/app/members?sort=ordered+desc']);
    await home.getByRole('button', { name: words.more }).click();
    await home.getByRole('heading', { name: words.given, exact: true }).waitFor();
    expect(await givenCard(home, words.given)).toContain(await pointsGiven());
    expect(await home.getByRole('table', { name: words.table }).locator('tbody tr').count()).toBe(30);
    expect(await axeProblems(frame)).toEqual([]);

    await home.getByRole('button', { name: words.days90 }).focus();
    await home.getByRole('button', { name: words.days90 }).press('Enter');
    await expect.poll(() => home.getByRole('table').first().locator('tbody tr').count()).toBe(13);
    await home.getByRole('button', { name: words.days90, pressed: true }).waitFor();
    expect(await frame.locator('html').getAttribute('lang')).toBe(locale);
    expect(problems).toEqual([]);
    await close();
  },
);

test.each(['en', 'fr'] as const)('nothing scrolls sideways on a phone (%s)', async (locale) => {
  const { frame, problems, close } = await openHome(locale, 360);
  expect(await sidewaysScroll(frame)).toBe(0);
  expect(problems).toEqual([]);
  await close();
});

test('C36 whoever was merged into another is no longer counted as a new member', async () => {
  const shop = app.shop;
  const [kept, deleted] = [...shop.customers.keys()];
  for (const customerId of [kept, deleted]) await buy(customerId ?? '');
  await shop.mergeCustomers(kept ?? '', deleted ?? '');
  await app.jobsDone();
  const { home, problems, close } = await openHome('en');
  await home.getByRole('button', { name: WORDS.en.more }).click();
  await home.getByText('1 member in all', { exact: true }).waitFor();
  await home.getByRole('heading', { name: '1 of 1 member came back' }).waitFor();
  expect(problems).toEqual([]);
  await close();
});

/** A pixel of Polaris's own, where it measures a menu. */
const ALMOST_STILL = 0.001;

test.each([
  ['en', 1280],
  ['fr', 360],
] as const)('nothing moves while a page comes, known theme or not (%s, %i px)', async (locale, width) => {
  await app.shop.saveTheme({ look: 'light', blocks: null });
  await pool().query('update "Shop" set "guideBlocksPlaced" = false');
  for (const path of ['/app', '/app', '/app/members', '/app/program', '/app/settings']) {
    const watched = await browser.page({ viewport: { width, height: 900 } });
    const { page, close } = watched;
    await page.addInitScript(observeVitals);
    await page.goto(`${app.urls.admin}/apps/sixth${path}?locale=${locale}`);
    await page.frameLocator('iframe').getByRole('heading').first().waitFor();
    if (path === '/app/program') await page.frameLocator('iframe').locator('iframe').last().waitFor();
    await untilDrawn(watched, frameOf(page));
    const { cls, lcp } = await readVitals(frameOf(page));
    expect(lcp).toBeGreaterThan(0);
    expect(cls, path).toBeLessThan(ALMOST_STILL);
    await close();
  }
  const { rows } = await pool().query('select "guideBlocksPlaced" as placed from "Shop"');
  expect(rows).toEqual([{ placed: true }]);
});

/** Publishes the card the first time. */
async function buyOnce(): Promise<void> {
  const shop = app.shop;
  await publishCard(shop.domain, shop.collections[0]?.id ?? '');
  const [customer] = shop.customers.keys();
  await buy(customer ?? '');
  await app.jobsDone();
}

async function buy(customerId: string): Promise<void> {
  const shop = app.shop;
  const customer = shop.customers.get(customerId);
  const variant = shop.productByHandle('morning-house')?.variants[0];
  if (!customer || !variant) throw new Error('The catalogue has no customer or no coffee.');
  await shop.placeOrder({
    customerId: customer.id,
    lines: [{ variantId: variant.id, quantity: 5 }],
    payment: 'paid',
    locale: customer.locale,
  });
}

async function hrefsOf(home: FrameLocator, name: string): Promise<(string | null)[]> {
  const links = await home.getByRole('link', { name, exact: true }).all();
  return Promise.all(links.map((link) => link.getAttribute('href')));
}

async function givenCard(home: FrameLocator, title: string): Promise<string> {
  const heading = home.getByRole('heading', { name: title, exact: true });
  return heading.locator('xpath=following-sibling::p').first().innerText();
}

async function pointsGiven(): Promise<string> {
  const { rows } = await pool().query<{ sum: string }>(
    `select sum(amount)::text as sum from "LedgerEntry" where unit = 'points' and amount > 0`,
  );
  return rows[0]?.sum ?? '';
}
