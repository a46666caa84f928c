// A discount that made an item free is asked about by its name; the answer stands where it was given, and can be changed.
import { expect, test } from 'vitest';
import { pool } from '#app/db/pool.server.ts';
import { visitAdmin, WORDS } from '#tests/support/admin-visit.ts';
import { axeProblems } from '#tests/support/axe.ts';
import { addSale } from '#tests/support/with-cards.ts';
import { useCoffeeShop } from './stamp-journey.ts';

const coffee = useCoffeeShop();

/** What was decided of the one line: how many of it count as free. */
async function countedFree(): Promise<number | null | undefined> {
  const { rows } = await pool().query<{ free: number | null }>('select "freeUnits" as free from "OrderFlag"');
  return rows[0]?.free;
}

test.each([
  ['en', 1_280],
  ['fr', 360],
] as const)(
  'an answer to a discount’s name is given, and changed to the other (%s, %i px)',
  async (locale, width) => {
    const { flags, members } = WORDS[locale];
    await pool().query('delete from "OrderFlag"');
    const { shop } = coffee;
    // It makes one of two free, as a card would.
    const sale = await addSale(shop, 5_000, null);
    const name = `Sale ${locale}`;
    await shop.automaticDiscounts.change(sale.id, { title: name });
    const shopper = await coffee.shopper(locale);
    await shopper.buy(2);
    await shop.automaticDiscounts.end(sale.id);
    await coffee.jobsDone();

    const { app, page, frame, problems, close } = await visitAdmin(coffee.app, coffee.browser, {
      path: '/app/orders',
      locale,
      width,
    });
    await app.getByRole('heading', { name: flags.isYours(name) }).waitFor();
    await app.getByRole('button', { name: flags.mine }).press('Enter');
    await app.getByText(flags.noneOpen).waitFor();
    await app.getByRole('tab', { name: flags.decided }).click();
    await app.getByText(flags.isOwn(name)).waitFor();
    await expect.poll(countedFree).toBe(0);
    expect(await axeProblems(frame())).toEqual([]);

    await app.getByRole('button', { name: flags.toCardNamed(name) }).press('Enter');
    await app.getByText(flags.isCard(name)).waitFor();
    await expect.poll(countedFree).toBe(1);
    await app.getByRole('button', { name: flags.toOwnNamed(name) }).waitFor();
    expect(await app.getByText(flags.isOwn(name)).count()).toBe(0);

    // The list of members leads here, and this leads back there.
    await page.getByRole('button', { name: members.title, exact: true }).click();
    await app.getByRole('link', { name: flags.title, exact: true }).waitFor();
    expect(problems).toEqual([]);
    await coffee.jobsDone();
    await close();
  },
);
