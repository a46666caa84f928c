// The desk's pages of discounts with codes: what a merchant does to them and to their codes by hand, and what the app is told.
import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { CodeDiscount } from '#tests/local-shopify/shop/code-discount.ts';
import { errorOf, openDesk } from './at-desk.ts';
import type { Desk } from './at-desk.ts';

let desk: Desk;
let five: CodeDiscount;

const discounts = () => desk.world.shop.codeDiscounts;
const now = () => discounts().get(five.id);
const NONE = { productDiscounts: false, orderDiscounts: false, shippingDiscounts: false };
const CODE = 'ABCD2345EFGH';

beforeAll(async () => {
  desk = await openDesk();
  return () => desk.stop();
});

beforeEach(async () => {
  for (const { id } of discounts().values()) await discounts().remove(id);
  const terms = { tags: ['sixth-reward'], items: null, usageLimit: 1, combinesWith: NONE, endsAt: null };
  const when = { startsAt: '2026-01-01T00:00:00Z', appliesOnSubscription: false, recurringCycleLimit: 1 };
  five = await discounts().add(
    {
      ...{ ...terms, ...when, title: '€5.00 off', appliesOnOneTimePurchase: true },
      gives: { kind: 'amount', amountMinor: 500 },
      minimum: { kind: 'subtotal', minor: 500 },
    },
    CODE,
  );
  await discounts().askFor(five.id, ['WXYZ2345EFGH']);
  discounts().noteUse('WXYZ2345EFGH');
  await desk.world.shopify.webhooks.flush();
  desk.world.received.length = 0;
});

async function told(): Promise<[topic: unknown, body: unknown][]> {
  await desk.world.shopify.webhooks.flush();
  return desk.world.received.map(({ headers, body }) => [headers['x-shopify-topic'], JSON.parse(body)]);
}

const GID = () => `gid://shopify/DiscountCodeNode/${five.id}`;
const act = (verb: string, fields = {}) => desk.merchant.post(`/discounts/${five.id}/${verb}`, fields);

test('it stands in the list with what it gives, its codes and their uses', async () => {
  const { html } = await desk.merchant.get('/discounts');
  expect(html).toContain('5.00 EUR off the order, 2 codes, 1 use');
  const page = await desk.merchant.get(`/discounts/${five.id}`);
  for (const text of [CODE, 'WXYZ2345EFGH', 'Each code may be used 1 time', 'sixth-reward'])
    expect(page.html).toContain(text);
  const found = await desk.merchant.get(`/discounts/${five.id}?code=wxyz`);
  expect([found.html.includes('WXYZ2345EFGH'), found.html.includes(CODE)]).toEqual([true, false]);
});

test('it is renamed, ended, activated and deleted', async () => {
  expect((await act('save', { title: 'Summer', orderDiscounts: '1' })).html).toContain(
    'The discount is saved.',
  );
  expect(now()).toMatchObject({ title: 'Summer', combinesWith: { ...NONE, orderDiscounts: true } });
  const refused = await act('save', { title: ' ' });
  expect([refused.status, errorOf(refused.html, 'title')]).toEqual([422, 'A discount needs a title.']);
  expect((await act('end')).html).toContain('expired');
  expect((await act('start')).html).toContain('active');
  expect((await act('delete')).html).toContain('The discount is deleted.');
  expect([now(), discounts().find(CODE)]).toEqual([undefined, null]);
  const only = { admin_graphql_api_id: GID() };
  expect(await told()).toEqual([
    ...[0, 1, 2].map(() => ['discounts/update', only]),
    ['discounts/delete', only],
  ]);
  expect((await act('delete')).status).toBe(404);
});

test('a code is deleted, and told by its text; another discount’s or one that is gone isn’t', async () => {
  expect((await act('delete-code', { code: CODE })).html).toContain('The code is deleted.');
  expect(discounts().find(CODE)).toBeNull();
  const body = { admin_graphql_api_id: GID(), redeem_code: { code: CODE } };
  expect(await told()).toEqual([['discounts/redeemcode_removed', body]]);
  const again = await act('delete-code', { code: CODE });
  expect([again.status, again.html.includes('This code isn’t there any more.')]).toEqual([422, true]);
});
