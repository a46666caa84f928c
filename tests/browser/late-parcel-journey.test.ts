// A promised day passes and the parcel isn't there: the customer is told before they complain, once, with a gift. Who gets theirs in time
// hears nothing.
import { expect, test } from 'vitest';
import { pool } from '#app/db/pool.server.ts';
import { revisitAdmin, WORDS } from '#tests/support/admin-visit.ts';
import { confirmPublish, toReview, visitProgram } from '#tests/support/program-visit.ts';
import { useRunningApp } from '#tests/support/use-running-app.ts';
import { addDays } from '#app/core/values/days.ts';
import { NoticeShop } from './notice-journey.ts';

const { app, browser } = useRunningApp({ coffeeCard: true });
const PROMISED_IN = 2;
/** As the gallery begins it. */
const LATE_AFTER = 2;
const POINTS = 50;

/** At the merchant's own desk, as a carrier would tell Shopify. */
async function atDesk(orderId: string, verb: 'Send it' | 'Promise' | 'Deliver', day = ''): Promise<void> {
  const { page, close } = await browser.page();
  await page.goto(`${app.urls.admin}/orders/${orderId}`);
  const form = page.locator('form').filter({ has: page.getByRole('button', { name: verb, exact: true }) });
  if (day !== '') await form.locator('input[name=day]').fill(day);
  await form.getByRole('button', { name: verb, exact: true }).click();
  await page.waitForLoadState();
  await close();
  await app.jobsDone();
}

const giftsOf = async (customerId: string) => {
  const { rows } = await pool().query<{ amount: number; order: string }>(
    `select e.amount::int, split_part(e."sourceKey", '/', 2) as order from "LedgerEntry" e join "Member" m on m.id = e."memberId"
     where m."customerId" = $1 and e.kind = 'gift'`,
    [customerId],
  );
  return rows;
};

test.each([
  { locale: 'en', width: 1_280 },
  { locale: 'fr', width: 360 },
] as const)(
  'S-64 a late parcel is told before anybody complains, one in time never ($locale)',
  { timeout: 60_000 },
  async ({ locale, width }) => {
    const { moments: say, momentFigures: figures, notices } = WORDS[locale];
    const shop = new NoticeShop(app);
    const visit = await visitProgram(app, browser, locale, '/moments', width);
    if (locale === 'en') {
      await visit.app.getByRole('link', { name: say.useNamed(say.readyMade.late.name) }).click();
      await visit.app.getByLabel(say.points, { exact: true }).waitFor();
      await visit.app.getByRole('button', { name: say.addThis }).click();
      await visit.app.getByRole('button', { name: say.remove }).waitFor();
      await toReview(visit.app, locale);
      await confirmPublish(visit.app, locale);
      await shop.switchOn(visit, locale, ['parcel-late']);
    }
    shop.begin();
    await shop.noonIn(1);
    const [late, slow, inTime] = [
      await shop.customer('Late'),
      await shop.customer('Slow'),
      await shop.customer('Intime'),
    ];
    const orders = [await shop.order(late), await shop.order(slow), await shop.order(inTime)];
    const promised = addDays(shop.today, PROMISED_IN);
    for (const { id } of orders) {
      await atDesk(id, 'Send it');
      await atDesk(id, 'Promise', promised);
    }
    await atDesk(orders[2]!.id, 'Deliver', promised);
    await shop.noonOn(promised);
    expect(shop.heard()).toEqual([]);
    for (const day of [1, 2, 3]) await shop.noonOn(addDays(promised, LATE_AFTER + day - 1));
    expect(shop.heard().sort()).toEqual([`parcel-late ${late}`, `parcel-late ${slow}`].sort());
    expect(shop.fieldsOf('parcel-late')).toMatchObject({ Points: POINTS });
    expect(await giftsOf(late)).toEqual([{ amount: POINTS, order: orders[0]!.id }]);

    await atDesk(orders[1]!.id, 'Deliver', shop.today);
    await shop.noonIn(1);
    await shop.noonIn(3);
    expect(shop.heard()).toHaveLength(2);
    expect(await giftsOf(slow)).toHaveLength(1);
    expect(await giftsOf(inTime)).toEqual([]);

    const { page, close } = await browser.page();
    await page.goto(`${app.urls.admin}/flow`);
    for (const customerId of [late, slow]) {
      expect(await page.locator('tbody tr').filter({ hasText: customerId }).count()).toBe(1);
    }
    expect(await page.getByText(inTime).count()).toBe(0);
    await close();
    await revisitAdmin(app, visit, { path: await shop.memberPath(late), locale });
    await visit.app.getByText(notices.kinds['parcel-late']).first().waitFor();
    await shop.expectSound(visit, `late-member-${locale}`);
    await revisitAdmin(app, visit, { path: '/app/program/moments', locale });
    await visit.app.getByRole('link', { name: say.shopperTitles.late, exact: true }).click();
    await visit.app.getByRole('heading', { name: figures.title }).scrollIntoViewIfNeeded();
    await shop.expectSound(visit, `late-figures-${locale}`);
    await visit.close();
  },
);
