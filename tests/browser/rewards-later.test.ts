// What refunds and days do to a reward, with the whole product running: its order goes back in halves, it is good from the next
// order, or its last day passes. The clock moves for shop and app alike; each journey begins where the last one left it.
import { expect, test } from 'vitest';
import { addDays, dayIn } from '#app/core/values/days.ts';
import { pool } from '#app/db/pool.server.ts';
import { runDueJobs } from '#tests/demo/run-due-jobs.ts';
import { sameTimeOn } from '#tests/local-shopify/clock/later-day.ts';
import { sidewaysScroll, visitAdmin, WORDS } from '#tests/support/admin-visit.ts';
import { reward } from '#tests/support/factories.ts';
import { FIVE, useRewardShop, type Language, type RewardShopper } from './reward-journey.ts';

const NEXT = reward({
  ...{ key: 'next', title: { en: '€6.00 off later', fr: '6,00 € de remise ensuite' } },
  ...{ cost: 42, gives: { kind: 'amount', minor: 600 }, usable: 'next-day' },
});
const OF_NEXT = {
  en: { use: 'Use €6.00', onCart: '€6.00 off this cart' },
  fr: { use: 'Utiliser €6.00', onCart: '€6.00 de remise sur ce panier' },
};
const shop = useRewardShop([FIVE, NEXT]);
const LANGUAGES = ['en', 'fr'] as const;

const today = () => dayIn(shop.app.shop.setup.timeZone, shop.app.shopify.clock());

async function daysLater(days: number): Promise<void> {
  const { shopify } = shop.app;
  const { timeZone } = shop.app.shop.setup;
  await shopify.moveClock(sameTimeOn(addDays(today(), days), shopify.clock(), timeZone));
  await shop.app.jobsDone();
}

/** Checkouts that were under way are waited for by the database's clock, which nobody moves: so it has waited longer already. */
async function waitOut(): Promise<void> {
  const earlier = ['releasingSince', 'goneSince', 'lookAt'].map(
    (column) => `"${column}" = "${column}" - interval '1 hour'`,
  );
  await pool().query(`update "Voucher" set ${earlier.join(', ')} where state = 'releasing'`);
  await runDueJobs(shop.app.databaseUrl);
}

/** As people read it, without its year. */
function said(day: string, language: Language): string {
  const parts = { day: 'numeric', month: 'long', timeZone: 'UTC' } as const;
  const text = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'fr', parts).format(new Date(day));
  return language === 'fr' ? text.replace(/^1 /, '1er ') : text;
}

/** The member's page in the admin: the history, with the reasons of points that came back, and the rewards beside it. */
async function seenByMerchant(shopper: RewardShopper): Promise<string> {
  const { language } = shopper;
  const { ledger, members } = WORDS[language];
  const visit = await visitAdmin(shop.app, shop.browser, {
    path: await shopper.adminPath(),
    locale: language,
    width: language === 'en' ? 1280 : 360,
  });
  const table = visit.app.getByRole('table', { name: members.history });
  const why = table.getByRole('button', { name: ledger.whyOf(ledger.back(FIVE.title[language])) });
  await why.first().waitFor();
  for (const button of await why.all()) await button.click();
  expect(await sidewaysScroll(visit.frame())).toBeLessThanOrEqual(0);
  expect(visit.problems).toEqual([]);
  const text = await visit.frame().locator('.Polaris-Page').innerText();
  await visit.close();
  return text.replace(/\s+/g, ' ');
}

const times = (text: string, words: string) => text.split(words.replace(/\s+/g, ' ')).length - 1;

test.each(LANGUAGES)(
  'C14 its order is refunded in halves: points come back in halves, all of them in the end (%s)',
  async (language) => {
    const shopper = await shop.shopper(language);
    await shopper.earn();
    await shopper.add(2);
    await shopper.useOnCart();
    const order = await shopper.pay();
    const refundOne = async () => {
      const lines = [{ lineId: order.lines[0]!.id, quantity: 1 }];
      await shop.app.shop.refundOrder(order.id, { lines });
      await shop.app.jobsDone();
      return (await shopper.books()).points;
    };
    // 47 − 40, and 14 for 14.00 that were paid: each half of it is 7 points earned, and 20 of the reward's price.
    expect(await shopper.books()).toEqual({ points: 21, states: ['used'] });
    expect(await refundOne()).toBe(21 - 7 + 20);
    await shopper.untilCartSays('34');
    expect(await refundOne()).toBe(47);

    const { ledger } = WORDS[language];
    const seen = await seenByMerchant(shopper);
    expect(times(seen, ledger.back(FIVE.title[language]))).toBe(2);
    expect(times(seen, ledger.rewardWhy.refunded)).toBe(2);
    expect(seen).toContain(ledger.rewardUsed('20 points', '40 points'));
    expect(seen).toContain(ledger.rewardUsed(language === 'fr' ? '0 point' : '0 points', '40 points'));
    await shopper.leave();
  },
);

test.each(LANGUAGES)(
  'good from the next order: shown with its day and without its code, and used the day after (%s)',
  async (language) => {
    const shopper = await shop.shopper(language);
    const { page } = shopper;
    const words = OF_NEXT[language];
    await shopper.earn();
    await shopper.add(2);
    await shopper.untilCartSays(words.use);
    // Whoever leaves before the cart was looked at takes nothing.
    const answered = page.waitForResponse((answer) => answer.url().endsWith('/redeem'));
    await shopper.block().getByRole('button', { name: words.use }).click();
    await answered;
    const tomorrow = said(addDays(today(), 1), language);
    await shopper.untilCartSays(tomorrow);
    expect(await shopper.block().getByRole('link', { name: words.use }).count()).toBe(0);
    expect(await shopper.codesOnCart()).toEqual([]);

    await daysLater(1);
    await shopper.showCart();
    await shopper.block().getByRole('link', { name: words.use }).click();
    await page.getByText(words.onCart).first().waitFor();
    const { discounts } = await shopper.pay();
    expect(discounts).toHaveLength(1);
    expect((await shopper.books()).states).toEqual(['used']);
    await shopper.leave();
  },
);

test.each(LANGUAGES)(
  'C45 past its last day: off the cart, told as on its way back, and its points are in the history (%s)',
  async (language) => {
    const shopper = await shop.shopper(language);
    const { words } = shopper;
    await shopper.earn();
    await shopper.add(2);
    await shopper.useOnCart();
    await daysLater(FIVE.lastsDays + 1);
    await shopper.showCart();
    expect(await shopper.read()).toContain(words.comingBack);
    expect(await shopper.read()).not.toContain(words.onCart);
    expect(await shopper.codesOnCart()).not.toContain(true);
    expect(await shopper.books()).toEqual({ points: 7, states: ['releasing'] });

    const released = async () => {
      await waitOut();
      return (await shopper.books()).states;
    };
    await expect.poll(released, { timeout: 20_000, interval: 50 }).toEqual(['released']);
    await shop.app.jobsDone();
    await shopper.untilCartSays('47');
    expect(await shopper.read()).not.toContain(words.comingBack);
    const { ledger, memberRewards } = WORDS[language];
    const seen = await seenByMerchant(shopper);
    expect(seen).toContain(ledger.rewardWhy['not-used'].replace(/\s+/g, ' '));
    expect(seen).toContain(memberRewards.states.released);
    expect(seen).toContain(memberRewards.endings.lapsed.replace(/\s+/g, ' '));
    await shopper.leave();
  },
);
