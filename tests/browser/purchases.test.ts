// What a member bought, on the member's page inside Shopify's frame: sums, a line of time with older pages, deliveries.
import process from 'node:process';
import { expect, test } from 'vitest';
import { findShop } from '#app/db/shop/shops.server.ts';
import { memberIdsOf } from '#app/db/members/member-data.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import {
  goOnInOnePage,
  sidewaysScroll,
  visitAdmin,
  WORDS,
  type AdminVisit,
} from '#tests/support/admin-visit.ts';
import { axeProblems } from '#tests/support/axe.ts';
import { useRunningApp } from '#tests/support/use-running-app.ts';

const { app, browser } = useRunningApp();
goOnInOnePage(browser);

const shop = () => app.shop;

async function buy(customerId: string, quantity: number): Promise<string> {
  const variantId = shop().products[0]!.variants[0]!.id;
  const lines = [{ variantId, quantity }];
  return (await shop().placeOrder({ customerId, lines, payment: 'paid', locale: 'en' })).id;
}

/** Nothing in the consoles and logs, nothing that axe finds, nothing that scrolls sideways. */
async function expectSound(visit: AdminVisit, name: string): Promise<void> {
  expect(await axeProblems(visit.frame())).toEqual([]);
  expect(await sidewaysScroll(visit.frame())).toBeLessThanOrEqual(0);
  expect(visit.problems).toEqual([]);
  expect(await app.problems()).toEqual([]);
  if (!process.env['SHOTS']) return;
  await visit.app.locator('.purchase').last().scrollIntoViewIfNeeded();
  await visit.page.screenshot({ path: `${process.env['SHOTS']}/${name}.png`, fullPage: true });
}

async function openMember(customerId: string, locale: 'en' | 'fr', width: number): Promise<AdminVisit> {
  const known = await findShop(pool(), shop().domain);
  const id = (await memberIdsOf(pool(), known!.id, [customerId])).get(customerId)!;
  const visit = await visitAdmin(app, browser, { path: `/app/members/${id}`, locale, width });
  await visit.app.getByRole('heading', { name: WORDS[locale].purchases.title }).waitFor();
  return visit;
}

const VISITS = [
  { locale: 'en', width: 1280 },
  { locale: 'fr', width: 360 },
] as const;

let customers: string[];

test('S-20 twelve purchases, one of them sent and delivered, and one that went back', async () => {
  customers = [...shop().customers.keys()];
  const [often, once] = customers as [string, string];
  const ids: string[] = [];
  for (let nr = 1; nr <= 13; nr += 1) ids.push(await buy(often, (nr % 3) + 1));
  await buy(once, 1);
  await app.jobsDone();
  await shop().fulfillOrder(ids.at(-1)!);
  await shop().tellDelivery(ids.at(-1)!, {
    estimatedDeliveryAt: '2026-12-04T10:00:00Z',
    deliveredAt: '2026-12-05T10:00:00Z',
  });
  await shop().cancelOrder(ids[0]!);
  await app.jobsDone();
  const known = await findShop(pool(), shop().domain);
  await enqueue(pool(), 'read_history', { shopId: known!.id });
  const delivered = async () => {
    const { rows } = await pool().query('select 1 from "KeptOrder" where "deliveredOn" is not null');
    return rows.length;
  };
  await expect.poll(delivered, { timeout: 20_000 }).toBe(1);
});

test.each(VISITS)(
  'S-20 are listed with their sums, and older ones on a page of their own ($locale)',
  async (at) => {
    const { purchases } = WORDS[at.locale];
    const visit = await openMember(customers[0]!, at.locale, at.width);
    const rows = visit.app.locator('.purchase');
    expect(await rows.count()).toBe(10);
    await visit.app.getByText(/^(12 purchases|12 achats), /).waitFor();
    const delivered = rows.filter({ hasText: at.locale === 'en' ? 'Delivered' : 'Livré' });
    expect(await delivered.count()).toBe(1);
    await expectSound(visit, `purchases-${at.locale}`);
    const newest = await rows.first().innerText();
    await visit.app.getByRole('button', { name: purchases.older }).click();
    await expect.poll(() => rows.count()).toBe(2);
    await expectSound(visit, `purchases-older-${at.locale}`);
    await visit.app.getByRole('button', { name: purchases.newest }).click();
    await expect.poll(() => rows.count()).toBe(10);
    expect(await rows.first().innerText()).toBe(newest);
    await visit.close();
  },
);

test.each(VISITS)('S-20 a single purchase names one day and no rhythm ($locale)', async (at) => {
  const visit = await openMember(customers[1]!, at.locale, at.width);
  await visit.app.getByText(/^(1 purchase|1 achat), /).waitFor();
  expect(await visit.app.locator('.purchase').count()).toBe(1);
  expect(await visit.app.getByText(/Usually every|D’habitude/).count()).toBe(0);
  await expectSound(visit, `purchase-${at.locale}`);
  await visit.close();
});
