// A merchant finds Anna by name and explains her balance, on a phone as well: what she bought, what it brought, what was
// free; then makes up for a broken cup and tells her so.
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { findShop } from '#app/db/shop/shops.server.ts';
import { memberIdsOf } from '#app/db/members/member-data.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { orderNumbers } from '#app/locales/fr/order-numbers.ts';
import { formatMoney } from '#app/ui/values/format.ts';
import {
  goOnInOnePage,
  sidewaysScroll,
  visitAdmin,
  WORDS,
  type AdminVisit,
} from '#tests/support/admin-visit.ts';
import { axeProblems } from '#tests/support/axe.ts';
import { useRunningApp } from '#tests/support/use-running-app.ts';

const { app, browser } = useRunningApp({ coffeeCard: true });
goOnInOnePage(browser);

const VISITS = [
  { locale: 'en', width: 1280 },
  { locale: 'fr', width: 360 },
] as const;

async function newAnna(lastName: string): Promise<string> {
  const [known] = app.shop.customers.values();
  return (await app.shop.addCustomer({ ...known!, firstName: 'Anna', lastName })).id;
}

/** Two coffees of each of two kinds. */
async function buyTwoKinds(customerId: string) {
  const variants = app.shop.products.slice(0, 2).map(({ variants: [first] }) => first!);
  const lines = variants.map(({ id }) => ({ variantId: id, quantity: 2 }));
  const order = await app.shop.placeOrder({ customerId, lines, payment: 'paid', locale: 'en' });
  await app.jobsDone();
  return { order, moneyMinor: variants.map(({ priceMinor }) => 2 * priceMinor) };
}

async function expectSound(visit: AdminVisit): Promise<void> {
  expect(await axeProblems(visit.frame())).toEqual([]);
  expect(await sidewaysScroll(visit.frame())).toBeLessThanOrEqual(0);
  expect(visit.problems).toEqual([]);
  expect(await app.problems()).toEqual([]);
}

/** Boxes of a row's cells, none of which may lie over another or leave the window. */
async function expectNoOverlap(visit: AdminVisit): Promise<void> {
  const cells = visit.app.locator('.ledger-row').first().locator('> *');
  const boxes = await cells.evaluateAll((all) =>
    all
      .map((cell) => cell.getBoundingClientRect())
      .map(({ left, right, top, bottom }) => ({ left, right, top, bottom })),
  );
  const window = await visit.frame().evaluate(() => innerWidth);
  for (const [index, one] of boxes.entries()) {
    expect(one.right).toBeLessThanOrEqual(window);
    for (const other of boxes.slice(index + 1)) {
      const apart =
        one.right <= other.left ||
        other.right <= one.left ||
        one.bottom <= other.top ||
        other.bottom <= one.top;
      expect(apart).toBe(true);
    }
  }
}

test('whoever opens a member while a search is still to be sent gets there', async () => {
  await buyTwoKinds(await newAnna('Quick'));
  app.shop.namesGranted = true;
  const visit = await visitAdmin(app, browser, { path: '/app/members', locale: 'en', width: 1280 });
  await visit.app.getByRole('button', { name: /Search/ }).click();
  const row = visit.app.locator('[data-primary-link]', { hasText: 'Anna Quick' });
  await row.waitFor();
  // Slower than the pause after which a search is sent.
  await visit.page.route(/\/members\/\d+\?/, async (route) => {
    await sleep(800);
    await route.continue();
  });
  await visit.app.getByPlaceholder(WORDS.en.members.search).fill('anna');
  await row.dispatchEvent('click');
  await visit.app.getByRole('heading', { name: 'Anna Quick' }).waitFor();
  expect(visit.problems).toEqual([]);
  await visit.close();
});

const EVERYWHERE = [...VISITS, { locale: 'en', width: 360 }, { locale: 'fr', width: 1280 }] as const;

test.each(EVERYWHERE)(
  'Anna is found by name, and her balance explained ($locale, $width)',
  async ({ locale, width }) => {
    const { members, ledger, explain } = WORDS[locale];
    // One of a name alone is Anna: each journey has its own.
    const lastName = `${locale === 'en' ? 'Lindqvist' : 'Lavoie'}${width}`;
    const { order, moneyMinor } = await buyTwoKinds(await newAnna(lastName));
    app.shop.namesGranted = true;
    const visit = await visitAdmin(app, browser, { path: '/app/members', locale, width });
    await visit.app.getByRole('button', { name: /Search|Rechercher/ }).click();
    await visit.app.getByPlaceholder(members.search).fill(`anna ${lastName}`);
    const found = visit.app.locator('[data-primary-link]');
    await expect.poll(() => found.allInnerTexts()).toEqual([`Anna ${lastName}`]);
    await found.click();
    await visit.app.getByRole('heading', { name: `Anna ${lastName}` }).waitFor();
    await visit.app.getByRole('img', { name: ledger.stampsOf('4', '5') }).waitFor();
    const table = visit.app.getByRole('table', { name: members.history });
    const [, row] = await table.getByRole('row').all();
    const named = locale === 'fr' ? orderNumbers(order.name) : order.name;
    expect(await row!.innerText()).toMatch(new RegExp(`${named}[^]*\\+4`));
    const why = table.getByRole('button', { name: ledger.whyOf(ledger.order(order.name)) });
    await why.press('Enter');
    expect(await why.getAttribute('aria-expanded')).toBe('true');
    for (const [index, minor] of moneyMinor.entries()) {
      const { name } = namedLine(order.lines[index]!);
      await table
        .getByText(explain.line(name, formatMoney(minor, 'EUR', locale)))
        .first()
        .waitFor();
    }
    const sum = moneyMinor.map((minor) => formatMoney(minor, 'EUR', locale)).join(' + ');
    await table.getByText(`${sum} = `).first().waitFor();
    await expectNoOverlap(visit);
    await expectSound(visit);
    app.shop.namesGranted = false;
    await visit.close();
  },
);

function namedLine({ title, variantTitle }: { title: string; variantTitle: string | null }) {
  return { name: variantTitle ? `${title} - ${variantTitle}` : title };
}

test.each(VISITS)('without names from Shopify, lines have numbers ($locale)', async ({ locale, width }) => {
  const { ledger, explain } = WORDS[locale];
  const customerId = await newAnna('Berg');
  const { order } = await buyTwoKinds(customerId);
  const visit = await visitAdmin(app, browser, { path: await pageOf(customerId), locale, width });
  await visit.page.route(/members\/lines/, (route) => route.fulfill({ status: 503, body: '' }));
  await visit.app.getByRole('button', { name: ledger.whyOf(ledger.order(order.name)) }).click();
  await visit.app.getByText(explain.lineNumber('2')).first().waitFor();
  await visit.close();
});

async function pageOf(customerId: string): Promise<string> {
  const known = await findShop(pool(), app.shop.domain);
  const ids = await memberIdsOf(pool(), known!.id, [customerId]);
  return `/app/members/${ids.get(customerId)!}`;
}

test.each(VISITS)(
  'an adjustment has a reason for the record, and a sentence that the customer reads ($locale)',
  async ({ locale, width }) => {
    const { members, ledger } = WORDS[locale];
    const customerId = await newAnna('Holm');
    await buyTwoKinds(customerId);
    const visit = await visitAdmin(app, browser, { path: await pageOf(customerId), locale, width });
    const dialog = visit.app.getByRole('dialog');
    const adjust = visit.app.getByRole('button', { name: members.adjust });
    await adjust.press('Enter');
    await dialog.getByLabel(ledger.note).press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => adjust.evaluate((button) => button === document.activeElement)).toBe(true);
    await adjust.click();
    await dialog.getByLabel(members.amount).fill('20');
    await dialog.getByLabel(members.reason, { exact: true }).fill('Broken cup');
    await dialog.getByLabel(ledger.note).fill('Sorry for the <cup> & see you soon');
    await expectSound(visit);
    await dialog.getByRole('button', { name: members.save }).click();
    await dialog.waitFor({ state: 'detached' });
    await visit.page.locator('.toast').getByText(members.adjustedToast, { exact: true }).waitFor();
    const row = visit.app.getByRole('row').nth(1);
    await row.getByText(ledger.adjusted, { exact: true }).waitFor();
    expect(await row.innerText()).toMatch(/Broken cup[^]*\+20/);
    await row.getByRole('button').click();
    await visit.app.getByText(ledger.noteSaid('Sorry for the <cup> & see you soon')).waitFor();
    await expectSound(visit);
    await app.jobsDone();
    const metafields = Object.values(app.shop.customers.get(customerId)?.metafields ?? {});
    const shown = JSON.parse(metafields.find(({ key }) => key === 'loyalty')?.value ?? '{}') as object;
    expect(shown).toMatchObject({ note: { text: 'Sorry for the <cup> & see you soon' } });
    await visit.close();
  },
);
