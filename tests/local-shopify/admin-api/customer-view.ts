// A customer. What an unapproved app may not read is refused by access.ts, names as long as they aren't granted.
import { decimal } from '#tests/local-shopify/shop/money.ts';
import { receivedMinor, returnedMinor, sum } from '#tests/local-shopify/shop/order-totals.ts';
import type { Customer, Order } from '#tests/local-shopify/shop/types.ts';
import { byId, connection } from './connections.ts';
import type { PageArgs } from './connections.ts';
import type { AdminContext } from './context.ts';
import { gid } from './global-ids.ts';
import { metafieldFields } from './metafield-view.ts';
import { orderView } from './order-view.ts';

const ordersOf = (context: AdminContext, customer: Customer): Order[] =>
  [...context.shop.orders.values()].filter((order) => order.customerId === customer.id);

function amountSpent(context: AdminContext, customer: Customer) {
  const spent = sum(ordersOf(context, customer).map((order) => receivedMinor(order) - returnedMinor(order)));
  return { amount: decimal(spent, context.shop.currency), currencyCode: context.shop.currency };
}

export function customerView(context: AdminContext, customer: Customer): object {
  return {
    __typename: 'Customer',
    ...metafieldFields(context, customer.metafields, 'CUSTOMER'),
    id: gid('Customer', customer.id),
    legacyResourceId: customer.id,
    displayName: `${customer.firstName} ${customer.lastName}`,
    firstName: customer.firstName,
    lastName: customer.lastName,
    email: customer.email,
    defaultEmailAddress: { emailAddress: customer.email },
    emailMarketingConsent: {
      marketingState: customer.newsletter?.state ?? 'NOT_SUBSCRIBED',
      consentUpdatedAt: customer.newsletter?.at ?? null,
    },
    locale: customer.locale,
    state: 'ENABLED',
    tags: customer.tags,
    note: null,
    taxExempt: false,
    verifiedEmail: true,
    createdAt: customer.createdAt,
    updatedAt: customer.updatedAt,
    numberOfOrders: () => String(ordersOf(context, customer).length),
    amountSpent: () => amountSpent(context, customer),
    orders: (args: PageArgs) =>
      connection(
        byId(ordersOf(context, customer), (order) => orderView(context, order)),
        args,
      ),
  };
}
