// A month later a subscription's next order comes. At times it repeats the code of the order before, which is no use of it.
import { isSubscribed, renewalOf } from '#tests/local-shopify/shop/subscriptions.ts';
import type { DiscountRequest, Order } from '#tests/local-shopify/shop/types.ts';
import type { TortureEvent } from './torture-event.ts';

/** As the order before bears them: whole lines are lowered, the others aren't asked. */
function repeated({ discounts }: Order): DiscountRequest[] {
  return discounts.flatMap(({ type, title, value, target }) =>
    type === 'discount_code' ? [{ type, title, value, target }] : [],
  );
}

export const renewOrder: TortureEvent = {
  name: 'renewal',
  weight: 1.5,
  draw(random, history) {
    const subscribed = history.orders.slice(-300).filter((one) => isSubscribed(history.order(one)));
    const placed = subscribed.length > 0 ? random.pick(subscribed) : null;
    const isRepeated = random.chance(0.6);
    if (!placed) return null;
    return async () => {
      const { shop, orders } = history;
      const order = history.order(placed);
      const discounts = isRepeated ? repeated(order) : [];
      const { id } = await shop.placeOrder({ ...renewalOf(order), discounts });
      const renewed = { id, everPaid: false, exchanged: false, favoured: false };
      orders.push(renewed);
      for (const { title } of discounts) history.nameCode(renewed, title, false);
      const codes = discounts.map(({ title }) => title).join(', ');
      history.note(renewed, `renews ${order.name}${codes === '' ? '' : ` and repeats ${codes}`}`);
    };
  },
};
