// Past orders inside Shopify's frame, in both languages: stopped and gone on with, counted, given, and undone.
import process from 'node:process';
import { beforeAll, expect, test } from 'vitest';
import { pool } from '#app/db/pool.server.ts';
import { formatNumber } from '#app/ui/values/format.ts';
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
  { locale: 'en', width: 1_280 },
  { locale: 'fr', width: 360 },
] as const;

beforeAll(async () => {
  const { shop } = app;
  // The shop is years older than its program.
  await pool().query(`update "Shop" set "earnsFrom" = now() + interval '1 hour'`);
  const variantId = shop.products.find(({ giftCard }) => !giftCard)!.variants[0]!.id;
  for (const customerId of [...shop.customers.keys()].slice(0, 3)) {
    const lines = [{ variantId, quantity: 6 }];
    await shop.placeOrder({ customerId, lines, payment: 'paid', locale: 'en' });
  }
  await app.jobsDone();
});

async function expectSound(visit: AdminVisit, name: string): Promise<void> {
  expect(await axeProblems(visit.frame())).toEqual([]);
  expect(await sidewaysScroll(visit.frame())).toBeLessThanOrEqual(0);
  if (process.env['SHOTS'])
    await visit.page.screenshot({ path: `${process.env['SHOTS']}/${name}.png`, fullPage: true });
}

async function earned(): Promise<number> {
  const { rows } = await pool().query<{ points: number }>(
    'select coalesce(sum(points), 0)::int as points from "Member"',
  );
  return rows[0]!.points;
}

test.each(VISITS)(
  'S-20 past orders are read, stopped, gone on with, given and undone ($locale)',
  async (how) => {
    const { pastOrders: say } = WORDS[how.locale];
    const before = await earned();
    const visit = await visitAdmin(app, browser, { path: '/app/orders', ...how });
    const button = (name: string) => visit.app.getByRole('button', { name, exact: true });
    const text = (words: string) => visit.app.getByText(words, { exact: true }).first();
    await visit.app.getByRole('link', { name: say.link }).click();
    await visit.app.getByRole('heading', { level: 1, name: say.title }).waitFor();
    const isNew = how.locale === 'en';
    await expectSound(visit, `past-begin-${how.locale}`);
    app.shop.bulk.trouble.holds = true;
    await button(isNew ? say.read.start : say.read.again).click();
    await button(say.stop).waitFor();
    await expectSound(visit, `past-working-${how.locale}`);
    await button(say.stop).click();
    await text(say.stopped).waitFor();
    await expectSound(visit, `past-stopped-${how.locale}`);
    app.shop.bulk.trouble.clear();
    await button(say.goOn).click();
    await visit.app
      .getByText(say.orders(formatNumber(app.shop.orders.size, how.locale), 'other'))
      .first()
      .waitFor();
    await button(say.earn.count).click();
    await text(say.earn.largest).waitFor();
    await expectSound(visit, `past-counted-${how.locale}`);
    expect(await earned()).toBe(before);
    await button(say.earn.give).click();
    await button(say.earn.yes).click();
    await button(say.earn.undo).waitFor();
    expect(await earned()).toBeGreaterThan(before);
    await expectSound(visit, `past-given-${how.locale}`);
    await button(say.earn.undo).click();
    await button(say.earn.undoYes).click();
    await text(say.earn.undone).waitFor();
    await expectSound(visit, `past-undone-${how.locale}`);
    await app.jobsDone();
    expect(await earned()).toBe(before);
    expect(visit.problems).toEqual([]);
    expect(await app.problems()).toEqual([]);
    await visit.close();
  },
);
