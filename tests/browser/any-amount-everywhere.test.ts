// Any amount with the whole product running, in a shop whose plan runs no functions, then some, then none again: taken, changed, taken
// off, put on again, paid with and refunded, and nobody loses anything when the plan changes.
import { beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { enqueue } from '#app/db/enqueue.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { findShop } from '#app/db/shop/shops.server.ts';
import { runDueJobs } from '#tests/demo/run-due-jobs.ts';
import { axeProblems } from '#tests/support/axe.ts';
import { ANY } from '#tests/support/own-shop.ts';
import { pass, reconciled } from '#tests/support/releasing.ts';
import { useRewardShop, type RewardShopper } from './reward-journey.ts';

const WORDS = {
  en: {
    other: 'Use another amount',
    change: 'Change amount',
    take: 'Take €6.00 off',
    taken: '€6.00 off this cart',
    lower: 'Take €3.50 off',
    lowered: '€3.50 off this cart',
    again: 'Use €3.50',
    takeOff: 'Take off',
    usedOn: 'Used on order #',
  },
  fr: {
    other: 'Autre montant',
    change: 'Changer le montant',
    take: 'Déduire €6.00',
    taken: '€6.00 de remise sur ce panier',
    lower: 'Déduire €3.50',
    lowered: '€3.50 de remise sur ce panier',
    again: 'Utiliser €3.50',
    takeOff: 'Retirer',
    usedOn: 'Utilisé sur la commande nº ',
  },
};
const LANGUAGES = ['en', 'fr'] as const;
const LONG = { timeout: 15_000 };
const shop = useRewardShop([ANY]);
beforeAll(() => plan('basic'));

/** The shop's plan changes, and the hour comes. */
async function plan(name: 'basic' | 'plus'): Promise<void> {
  const { app } = shop;
  app.shopify.app.publicCategory = 'CUSTOM';
  app.shop.plan = name;
  const known = await findShop(pool(), app.shop.domain);
  await enqueue(pool(), 'sync_discounts', { shopId: known!.id });
  await app.jobsDone();
}

/** Checkouts that were under way are waited for by the database's clock, which nobody moves. */
async function waitOut(): Promise<void> {
  const known = await findShop(pool(), shop.app.shop.domain);
  for (const minutes of [1, 25, 5]) {
    await pass(known!, minutes);
    await reconciled(known!);
    await enqueue(pool(), 'own_discounts', { shopId: known!.id });
    await runDueJobs(shop.app.databaseUrl);
    await shop.app.jobsDone();
  }
}

const details = (shopper: RewardShopper) => shopper.block().locator('details');

async function choose(
  shopper: RewardShopper,
  summary: string,
  amount: string,
  button: string,
): Promise<void> {
  await details(shopper).locator('summary', { hasText: summary }).click();
  await details(shopper).getByRole('textbox').fill(amount);
  await details(shopper).getByRole('button', { name: button }).click();
}

const says = (page: Page, words: string) => page.getByText(words).first().waitFor(LONG);

/** Discounts that are this shopper's alone. */
const discountsOf = ({ id }: RewardShopper) =>
  shop.app.shop.codeDiscounts
    .values()
    .flatMap(({ gives, customerIds }) => (customerIds?.includes(id) ? [gives] : []));

test.each(LANGUAGES)(
  'C100 C110 without functions: 6.00, changed to 3.50, taken off, put on, paid, refunded (%s)',
  async (language) => {
    const words = WORDS[language];
    const shopper = await shop.shopper(language, language === 'fr' ? 360 : 1280);
    const { page } = shopper;
    // 13 × 9.50: 123 points.
    await shopper.earn(13);
    await shopper.add(2);
    await shopper.untilCartSays(words.other);
    await choose(shopper, words.other, '6.00', words.take);
    await says(page, words.taken);
    expect(discountsOf(shopper)).toEqual([{ kind: 'amount', amountMinor: 600 }]);
    expect(await shopper.books()).toEqual({ points: 3, states: ['held'] });
    expect(await shopper.codesOnCart()).toEqual([true]);
    expect(await axeProblems(page)).toEqual([]);

    await choose(shopper, words.change, '3.50', words.lower);
    await says(page, words.lowered);
    expect(discountsOf(shopper)).toEqual([{ kind: 'amount', amountMinor: 350 }]);
    expect(await shopper.books()).toEqual({ points: 53, states: ['held'] });

    await shopper.block().getByRole('button', { name: words.takeOff }).click();
    await shopper.block().getByRole('link', { name: words.again }).click();
    await says(page, words.lowered);
    const order = await shopper.pay();
    expect(order.discounts).toMatchObject([{ type: 'discount_code' }]);
    // 53, and 15 for 15.50 that were paid.
    expect(await shopper.books()).toEqual({ points: 68, states: ['used'] });
    await shopper.untilCartSays(words.usedOn);

    for (const { id } of order.lines)
      await shop.app.shop.refundOrder(order.id, { lines: [{ lineId: id, quantity: 2 }] });
    await shop.app.jobsDone();
    expect(await shopper.books()).toEqual({ points: 123, states: ['used'] });
    await waitOut();
    expect(discountsOf(shopper)).toEqual([]);
    await shopper.leave();
  },
);

test.each(LANGUAGES)(
  'C110 functions appear and go: what is held stays, under its code (%s)',
  async (language) => {
    const words = WORDS[language];
    const shopper = await shop.shopper(language);
    const { page } = shopper;
    await shopper.earn(13);
    await plan('plus');
    await shopper.add(2);
    await shopper.untilCartSays(words.other);
    await choose(shopper, words.other, '6.00', words.take);
    await says(page, words.taken);
    expect(discountsOf(shopper)).toEqual([]);

    await plan('basic');
    await waitOut();
    expect(discountsOf(shopper)).toEqual([{ kind: 'amount', amountMinor: 600 }]);
    expect(await shopper.books()).toEqual({ points: 3, states: ['held'] });
    await shopper.untilCartSays(words.taken);
    await choose(shopper, words.change, '3.50', words.lower);
    await says(page, words.lowered);

    await plan('plus');
    await shopper.untilCartSays(words.lowered);
    const order = await shopper.pay();
    expect(order.discounts).toHaveLength(1);
    expect(await shopper.books()).toEqual({ points: 68, states: ['used'] });
    await plan('basic');
    await shopper.leave();
  },
);
