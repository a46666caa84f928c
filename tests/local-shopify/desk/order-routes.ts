// The pages of orders, and everything a merchant can do to one.
import { Router } from 'express';
import type { Request, Response } from 'express';
import type { LocalShopify } from '#tests/local-shopify/shop/local-shopify.ts';
import type { Order } from '#tests/local-shopify/shop/types.ts';
import { field } from '#tests/local-shopify/storefront/form.ts';
import type { Delivery } from '#tests/local-shopify/webhooks/delivery.ts';
import { change, doneIn, refused, sendPage } from './answer.ts';
import type { Made } from './answer.ts';
import { readDay } from './delivery-box.ts';
import { clockBox } from './clock-box.ts';
import { clockRoutes } from './clock-routes.ts';
import { readCustomer } from './customer-box.ts';
import { readEdit } from './edit-form.ts';
import type { Read } from './form.ts';
import { orderList } from './order-list.ts';
import { orderPage } from './order-page.ts';
import type { Said } from './said.ts';
import { readPayment } from './payment-box.ts';
import { readRefund } from './refund-form.ts';

const DONE: Record<string, string> = {
  pay: 'All of it is paid.',
  payment: 'The payment is recorded.',
  void: 'The authorization is voided.',
  expire: 'The authorization has expired.',
  refund: 'The refund is made.',
  edit: 'The order is changed.',
  customer: 'The order belongs to somebody else now.',
  cancel: 'The order is cancelled.',
  fulfill: 'The parcel is on its way.',
  unfulfill: 'The parcel was not sent after all.',
  promise: 'The carrier has promised a day.',
  deliver: 'The carrier has delivered it.',
  repeat: 'The webhook is on its way again.',
  draft: 'The draft has become this order.',
  sale: 'It is sold.',
  renew: 'The subscription has brought this order.',
};

const LIST_DONE = { delete: 'The order is deleted.', clock: 'The clock is moved.' };

type Verb = (order: Order, request: Request) => Promise<Read<unknown>>;

const made = async (doing: Promise<unknown>): Promise<Read<unknown>> => ({ ok: true, value: await doing });

/** Checks the form first; what is wrong with it is not tried. */
function checked<T>(
  read: (order: Order, request: Request) => Read<T>,
  make: (order: Order, value: T) => Promise<unknown>,
): Verb {
  return (order, request) => {
    const sent = read(order, request);
    return sent.ok ? made(make(order, sent.value)) : refused(sent.errors);
  };
}

function verbs({ firstShop: shop, webhooks }: LocalShopify): Record<string, Verb> {
  return {
    pay: (order) => made(shop.payOrder(order.id)),
    payment: checked(readPayment, (order, minor) => shop.payOrder(order.id, minor)),
    void: (order) => made(shop.voidOrder(order.id)),
    expire: (order) => made(shop.expireOrder(order.id)),
    refund: checked(readRefund, (order, request) => shop.refundOrder(order.id, request)),
    edit: checked(
      (order, request) => readEdit(shop, order, request),
      (order, request) => shop.editOrder(order.id, request),
    ),
    customer: checked(
      (order, request) => readCustomer(shop, order, request),
      (order, customerId) => shop.moveOrder(order.id, customerId),
    ),
    cancel: (order) => made(shop.cancelOrder(order.id)),
    fulfill: (order) => made(shop.fulfillOrder(order.id)),
    unfulfill: (order) => made(shop.cancelFulfillment(order.id)),
    promise: checked(readDay, (order, estimatedDeliveryAt) =>
      shop.tellDelivery(order.id, { estimatedDeliveryAt }),
    ),
    deliver: checked(readDay, (order, deliveredAt) => shop.tellDelivery(order.id, { deliveredAt })),
    repeat: checked(
      (order, request) => findDelivery(deliveriesOf(webhooks.deliveries, order), request),
      async (_order, delivery) => webhooks.again(delivery),
    ),
  };
}

export function findDelivery(deliveries: readonly Delivery[], request: Request): Read<Delivery> {
  const found = deliveries.find((one) => one.id === field(request, 'delivery'));
  return found
    ? { ok: true, value: found }
    : { ok: false, errors: { '': 'That webhook is no longer kept.' } };
}

/** Newest first. A payload names its order as `id`, a refund's as `order_id`. */
function deliveriesOf(deliveries: readonly Delivery[], order: Order): Delivery[] {
  const named = new RegExp(`"(order_)?id":${order.id}\\b`);
  return deliveries.filter((delivery) => named.test(delivery.body)).reverse();
}

export function orderRoutes(shopify: LocalShopify): Router {
  const shop = shopify.firstShop;
  const router = Router();
  const orderOf = (request: Request) => shop.orders.get(request.params['id'] ?? '');
  const show = (request: Request, response: Response, said: Said) => {
    const order = orderOf(request);
    if (!order) throw new Error('an order without a page');
    const deliveries = deliveriesOf(shopify.webhooks.deliveries, order);
    sendPage(response, shop.name, `Order ${order.name}`, orderPage(shop, order, deliveries, said));
  };
  const list = (_request: Request, response: Response, said: Said) =>
    sendPage(response, shop.name, 'Orders', orderList(shop, said, clockBox(shopify, said)));
  router.get('/orders', (request, response) => list(request, response, doneIn(request, LIST_DONE)));
  router.use(clockRoutes(shopify, list));
  router.get('/orders/:id', (request, response, next) => {
    if (orderOf(request)) show(request, response, doneIn(request, DONE));
    else next();
  });
  for (const [form, verb] of Object.entries(verbs(shopify))) {
    const make = (request: Request) => {
      const order = orderOf(request);
      return order ? follow(verb(order, request), `/orders/${order.id}?done=${form}`) : null;
    };
    router.post(`/orders/:id/${form}`, change({ form, show, make }));
  }
  const remove = (request: Request) => {
    const order = orderOf(request);
    return order ? follow(made(shop.deleteOrder(order.id)), '/orders?done=delete') : null;
  };
  router.post('/orders/:id/delete', change({ form: 'delete', show, make: remove }));
  return router;
}

/** Leads on once it is done. */
async function follow(doing: Promise<Read<unknown>>, path: string): Promise<Read<Made>> {
  const done = await doing;
  return done.ok ? { ok: true, value: path } : done;
}
