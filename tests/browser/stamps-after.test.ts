// The sixth free, after the order: unpaid, refunded, cancelled.
import { expect, test } from 'vitest';
import { useCoffeeShop, LANGUAGES } from './stamp-journey.ts';

const coffee = useCoffeeShop();

test.each(LANGUAGES)(
  'C65 five bank transfers with five stamps: one free unit in all (%s)',
  async (language, form) => {
    coffee.shop.unsettled = form;
    const shopper = await coffee.shopper(language);
    await shopper.buy(5);
    const free: number[] = [];
    for (let order = 0; order < 5; order += 1) {
      const { discounts } = await shopper.buy(1, 'pending');
      free.push(discounts.length);
    }
    expect(free).toEqual([1, 0, 0, 0, 0]);
    await shopper.expectStamps(0);
    for (const { id, customerId, dueMinor } of coffee.shop.orders.values()) {
      if (customerId === shopper.id && dueMinor > 0) await pay(id);
    }
    await shopper.expectStamps(4);
    await shopper.leave();
  },
);

async function pay(orderId: string): Promise<void> {
  if (coffee.shop.order(orderId).financialStatus === 'pending') await coffee.shop.payOrder(orderId);
}

test.each(LANGUAGES)('C71 one of six given back, then all: stamps as before (%s)', async (language, form) => {
  coffee.shop.unsettled = form;
  const shopper = await coffee.shopper(language);
  await shopper.buy(2);
  const order = await shopper.buy(6);
  await shopper.expectStamps(2);
  const lineId = order.lines.at(-1)?.id ?? '';
  await coffee.shop.refundOrder(order.id, { lines: [{ lineId, quantity: 1 }] });
  await shopper.expectStamps(form.partlyFreeLine === 'split' ? 1 : 2);
  const rest = order.lines
    .filter((line) => line.currentQuantity > 0)
    .map((line) => ({ lineId: line.id, quantity: line.currentQuantity }));
  await coffee.shop.refundOrder(order.id, { lines: rest });
  await shopper.expectStamps(2);
  await shopper.leave();
});

test.each(LANGUAGES)('a cancelled order gives the stamps back, paid or not (%s)', async (language, form) => {
  coffee.shop.unsettled = form;
  const shopper = await coffee.shopper(language);
  await shopper.buy(5);
  for (const payment of ['paid', 'pending'] as const) {
    await shopper.add(1);
    await shopper.expectFree(1);
    const order = await shopper.order(payment);
    await shopper.expectStamps(0);
    await coffee.shop.cancelOrder(order.id);
    await shopper.expectStamps(5);
  }
  await shopper.leave();
});
