// The desk's pages of automatic discounts: what a merchant does to them by hand, and what the app is told of it.
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { errorOf, openDesk } from './at-desk.ts';
import type { Desk } from './at-desk.ts';
import type { AutomaticDiscount } from '#tests/local-shopify/shop/automatic-discount.ts';
import { addCardDiscounts, coffeeCard } from '#tests/support/with-cards.ts';

let desk: Desk;
let card: AutomaticDiscount;

beforeAll(async () => {
  desk = await openDesk();
  return () => desk.stop();
});

beforeEach(async () => {
  const { shop } = desk.world;
  for (const { id } of all()) await shop.automaticDiscounts.remove(id);
  [card] = (await addCardDiscounts(shop, [coffeeCard(shop)])) as [AutomaticDiscount];
  await desk.world.shopify.webhooks.flush();
  desk.world.received.length = 0;
});

const all = () => desk.world.shop.automaticDiscounts.values();
const now = () => desk.world.shop.automaticDiscounts.get(card.id);

async function told(): Promise<[topic: unknown, body: unknown][]> {
  await desk.world.shopify.webhooks.flush();
  return desk.world.received.map(({ headers, body }) => [headers['x-shopify-topic'], JSON.parse(body)]);
}

const GID = () => `gid://shopify/DiscountAutomaticNode/${card.id}`;

test('a discount is renamed and combined otherwise, with nothing but its id told', async () => {
  const path = `/discounts/${card.id}/save`;
  const { html } = await desk.merchant.post(path, { title: 'Summer', orderDiscounts: '1' });
  expect(html).toContain('The discount is saved.');
  expect(now()).toMatchObject({
    title: 'Summer',
    combinesWith: { productDiscounts: false, orderDiscounts: true, shippingDiscounts: false },
    metafields: card.metafields,
  });
  expect(await told()).toEqual([['discounts/update', { admin_graphql_api_id: GID() }]]);
  const refused = await desk.merchant.post(path, { title: ' ' });
  expect([refused.status, errorOf(refused.html, 'title')]).toEqual([422, 'A discount needs a title.']);
});

test('it is ended, activated, copied with and without the app’s data, and deleted', async () => {
  const act = (verb: string, fields = {}) => desk.merchant.post(`/discounts/${card.id}/${verb}`, fields);
  expect((await act('end')).html).toContain('expired');
  expect(now()?.endsAt).not.toBeNull();
  expect((await act('start')).html).toContain('active');
  expect(now()?.endsAt).toBeNull();
  expect((await act('duplicate', { metafields: 'with' })).html).toContain('Copy of Coffee card');
  await act('duplicate');
  expect(all().map(({ metafields }) => Object.keys(metafields).length)).toEqual([2, 2, 0]);
  expect((await act('delete')).html).toContain('The discount is deleted.');
  expect(now()).toBeUndefined();
  expect((await told()).map(([topic]) => topic)).toEqual([
    ...['discounts/update', 'discounts/update', 'discounts/create', 'discounts/create', 'discounts/delete'],
  ]);
  expect((await act('delete')).status).toBe(404);
});

test('the merchant’s own sale is made beside it', async () => {
  const coffee = desk.world.shop.collections[0]?.id ?? '';
  const sale = { title: 'Winter sale', percent: '12.5', collection: coffee, productDiscounts: '1' };
  expect((await desk.merchant.post('/discounts', sale)).html).toContain('12.5% off Coffee');
  expect(all()[1]).toMatchObject({ kind: 'basic', percentBp: 1250, collectionId: coffee, endsAt: null });
  const wrong = await desk.merchant.post('/discounts', { ...sale, percent: '101' });
  expect(errorOf(wrong.html, 'percent')).toBe('A percentage above 0, up to 100.');
  expect(wrong.html).toContain('value="Winter sale"');
  expect((await desk.merchant.get('/discounts')).html).toContain('Winter sale');
});
