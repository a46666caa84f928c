// The sixth free, while the merchant has a sale, changes the card, or deletes our discount by hand.
import { expect, test } from 'vitest';
import { publishCard } from '#tests/support/publish-card.ts';
import { addSale } from '#tests/support/with-cards.ts';
import { useCoffeeShop, LANGUAGES } from './stamp-journey.ts';

const coffee = useCoffeeShop();

test.each(LANGUAGES)(
  'the merchant’s better sale has the line, and no stamps are taken (%s)',
  async (language, form) => {
    coffee.shop.unsettled = form;
    const shopper = await coffee.shopper(language);
    const sale = await addSale(coffee.shop, 2_000, coffee.shop.collections[0]?.id ?? null);
    await shopper.add(6);
    expect(await shopper.page.locator('.cart-lines .off').innerText()).toContain('Winter sale −€11.40');
    const order = await shopper.order();
    expect(order.discounts.map((one) => one.title)).toEqual(['Winter sale']);
    await shopper.expectStamps(6);
    await coffee.shop.automaticDiscounts.remove(sale.id);
    await shopper.add(1);
    await shopper.expectFree(1);
    await shopper.order();
    await shopper.expectStamps(1);
    await shopper.leave();
  },
);

test.each(LANGUAGES)('C46 our discount deleted by hand is made again (%s)', async (language, form) => {
  coffee.shop.unsettled = form;
  const shopper = await coffee.shopper(language);
  const { id } = coffee.discount();
  await coffee.shop.automaticDiscounts.remove(id);
  await coffee.jobsDone();
  expect(coffee.discount().id).not.toBe(id);
  await shopper.add(6);
  await shopper.expectFree(1);
  await shopper.order();
  await shopper.expectStamps(0);
  await shopper.leave();
});

test.each(LANGUAGES)(
  'C52 a running card keeps its size until its free unit is taken (%s)',
  async (language, form) => {
    coffee.shop.unsettled = form;
    const { domain } = coffee.shop;
    const shopper = await coffee.shopper(language);
    await shopper.buy(4);
    await shopper.expectStamps(4);
    await publishCard(domain, { size: 8 });
    await coffee.jobsDone();
    await shopper.expectStamps(4);
    await shopper.add(2);
    await shopper.expectFree(1);
    await shopper.order();
    await shopper.expectStamps(0, { size: 8 });
    await shopper.add(6);
    await shopper.expectFree(0);
    await publishCard(domain, { size: 5 });
    await coffee.jobsDone();
    await shopper.leave();
  },
);
