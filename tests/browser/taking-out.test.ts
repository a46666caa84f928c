// All data as files inside Shopify's frame, in both languages: found, taken whole, and nothing saved of what breaks off.
import { readFile } from 'node:fs/promises';
import type { Download } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { TAKEN_NAMES } from '#app/core/taking-out/taken-names.ts';
import { isWhole } from '#app/core/taking-out/taken-file.ts';
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
let customers: string[];

const VISITS = [
  { locale: 'en', width: 1_280 },
  { locale: 'fr', width: 360 },
] as const;

beforeAll(async () => {
  const { shop } = app;
  await publishCard(shop.domain, {
    products: { all: true, productIds: [], collectionIds: [], withTags: [], withoutTags: [] },
  });
  customers = [...shop.customers.keys()];
  const variantId = shop.products[0]!.variants[0]!.id;
  for (const customerId of customers) {
    await shop.placeOrder({
      customerId,
      lines: [{ variantId, quantity: 2 }],
      payment: 'paid',
      locale: 'en',
    });
  }
  await app.jobsDone();
});

async function expectSound(visit: AdminVisit): Promise<void> {
  expect(await axeProblems(visit.frame())).toEqual([]);
  expect(await sidewaysScroll(visit.frame())).toBeLessThanOrEqual(0);
}

const textOf = async (file: Download) => readFile(await file.path(), 'utf8');

test.each(VISITS)('everything is taken, whole, and table by table ($locale)', async (how) => {
  const { takingOut } = WORDS[how.locale];
  const visit = await visitAdmin(app, browser, { path: '/app/members', ...how });
  await visit.app.getByRole('link', { name: takingOut.title }).click();
  await visit.app.getByRole('heading', { level: 1, name: takingOut.title }).waitFor();
  const taken = async (name: keyof typeof takingOut.files, form: 'csv' | 'jsonl') => {
    const label = takingOut.take(takingOut.files[name].title, takingOut.form[form]);
    const button = visit.app.getByRole('button', { name: label, exact: true });
    const [file] = await Promise.all([visit.page.waitForEvent('download'), button.click()]);
    expect(file.suggestedFilename()).toBe(`sixth-${name}.${form}`);
    await visit.page.locator('.toast').getByText(takingOut.saved, { exact: true }).last().waitFor();
    return textOf(file);
  };
  const everything = await taken('everything', 'jsonl');
  expect(isWhole(everything, 'jsonl')).toBe(true);
  const ofMembers = everything.split('\n').filter((line) => line.includes('"of" : "members"'));
  expect(ofMembers).toHaveLength(customers.length);
  const sheet = await taken('members', 'csv');
  expect(sheet.trim().split('\n')).toHaveLength(1 + customers.length);
  expect(await taken('entries', 'jsonl')).toContain('"of":"end"');
  await visit.app.getByText(takingOut.notThereList[0]!).waitFor();
  expect(await visit.app.getByRole('heading', { level: 3 }).count()).toBe(TAKEN_NAMES.length);
  await expectSound(visit);
  expect(visit.problems).toEqual([]);
  expect(await app.problems()).toEqual([]);
  await visit.close();
});

test.each(VISITS)(
  'of a file that breaks off nothing is saved, and a retry gives it ($locale)',
  async (how) => {
    const { takingOut } = WORDS[how.locale];
    const visit = await visitAdmin(app, browser, { path: '/app/members/take-out', ...how });
    const saved: string[] = [];
    visit.page.on('download', (file) => saved.push(file.suggestedFilename()));
    const label = takingOut.take(takingOut.files.entries.title, takingOut.form.jsonl);
    const button = visit.app.getByRole('button', { name: label, exact: true });
    // Half of it, though the connection ends as if that were all.
    await visit.page.route(/members\/taken/, async (route) => {
      const whole = await (await route.fetch()).text();
      await route.fulfill({ status: 200, body: whole.slice(0, whole.length / 2) });
    });
    await button.click();
    await visit.app.getByText(takingOut.failed).waitFor();
    await visit.page.unrouteAll();
    await visit.page.route(/members\/taken/, (route) => route.abort());
    await button.click();
    await visit.app.getByText(takingOut.making).waitFor({ state: 'detached' });
    await visit.app.getByText(takingOut.failed).waitFor();
    await expectSound(visit);
    expect(saved).toEqual([]);
    await visit.page.unrouteAll();
    await Promise.all([visit.page.waitForEvent('download'), button.click()]);
    await visit.app.getByText(takingOut.failed).waitFor({ state: 'detached' });
    await visit.close();
  },
);

test('a file that nobody waits for any more is stopped', async () => {
  const { takingOut } = WORDS.en;
  const visit = await visitAdmin(app, browser, { path: '/app/members/take-out' });
  let letGo = () => {};
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await visit.page.route(/members\/taken/, async (route) => {
    await held;
    await route.abort();
  });
  const label = takingOut.take(takingOut.files.everything.title, takingOut.form.jsonl);
  const button = visit.app.getByRole('button', { name: label, exact: true });
  await button.click();
  await visit.app.getByText(takingOut.making).waitFor();
  await expectSound(visit);
  await visit.app.getByRole('button', { name: takingOut.stop, exact: true }).click();
  await visit.app.getByText(takingOut.making).waitFor({ state: 'detached' });
  letGo();
  expect(await visit.app.getByText(takingOut.failed).count()).toBe(0);
  await visit.page.unrouteAll();
  await Promise.all([visit.page.waitForEvent('download'), button.click()]);
  await visit.close();
});

test('an address that somebody has tampered with is no file', async () => {
  const visit = await visitAdmin(app, browser, { path: '/app/members/take-out' });
  const statuses = await visit.frame().evaluate(async () => {
    const asked = [
      '',
      '?name=members',
      '?name=Session&form=csv',
      '?name=everything&form=csv',
      '?name=%00&form=csv',
    ];
    return Promise.all(asked.map(async (query) => (await fetch(`/app/members/taken${query}`)).status));
  });
  expect(statuses).toEqual([404, 404, 404, 404, 404]);
  await visit.close();
});
