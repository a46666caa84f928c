// What shopify.app.toml asks Shopify for is what the app reads.
import { readFileSync } from 'node:fs';
import { parse } from 'smol-toml';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { ORDER_FIELDS } from '#app/shopify/snapshots/order-payload.ts';

const subscription = z.object({
  topics: z.array(z.string()).optional(),
  compliance_topics: z.array(z.string()).optional(),
  uri: z.string(),
  include_fields: z.array(z.string()).optional(),
});
const file = z.object({
  webhooks: z.object({ api_version: z.string(), subscriptions: z.array(subscription) }),
});

const toml = file.parse(parse(readFileSync(new URL('../../shopify.app.toml', import.meta.url), 'utf8')));

function subscriptionOf(topic: string): z.infer<typeof subscription> | undefined {
  const all = toml.webhooks.subscriptions;
  return all.find(({ topics, compliance_topics: more }) =>
    [...(topics ?? []), ...(more ?? [])].includes(topic),
  );
}

test('no scope is asked for that no feature uses', () => {
  const { access_scopes: scopes } = parse(
    readFileSync(new URL('../../shopify.app.toml', import.meta.url), 'utf8'),
  ) as { access_scopes: { optional_scopes: string[] } };
  expect(scopes.optional_scopes).toEqual(['read_all_orders', 'read_themes']);
});

test('order webhooks carry exactly the fields that the reducer reads', () => {
  for (const topic of ['orders/create', 'orders/paid', 'orders/updated', 'orders/cancelled']) {
    expect(subscriptionOf(topic)?.include_fields).toEqual([...ORDER_FIELDS]);
  }
});

test('refunds carry their own fields, deletions the whole of their little', () => {
  expect(subscriptionOf('refunds/create')?.include_fields).toContain('order_id');
  expect(subscriptionOf('orders/delete')).toMatchObject({ uri: '/webhooks/orders' });
  expect(subscriptionOf('orders/delete')).not.toHaveProperty('include_fields');
});

test('every topic that the app answers is subscribed to, at one API version', () => {
  expect(toml.webhooks.api_version).toBe('2026-10');
  for (const topic of ['app/uninstalled', 'app/scopes_update']) {
    expect(subscriptionOf(topic)?.uri).toBe('/webhooks/app');
  }
  expect(subscriptionOf('shop/update')).toMatchObject({
    uri: '/webhooks/app',
    include_fields: ['id', 'myshopify_domain'],
  });
  expect(subscriptionOf('customers/merge')?.uri).toBe('/webhooks/customers');
  for (const topic of ['discounts/create', 'discounts/update', 'discounts/delete']) {
    expect(subscriptionOf(topic)).toMatchObject({
      uri: '/webhooks/discounts',
      include_fields: ['admin_graphql_api_id'],
    });
  }
  expect(subscriptionOf('discounts/redeemcode_removed')).toMatchObject({
    uri: '/webhooks/discounts',
    include_fields: ['admin_graphql_api_id', 'redeem_code.code'],
  });
  for (const topic of ['customers/data_request', 'customers/redact', 'shop/redact']) {
    expect(subscriptionOf(topic)?.uri).toBe('/webhooks/compliance');
  }
});
