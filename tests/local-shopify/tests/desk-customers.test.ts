// Dates of birth at the desk: Shopify's own metafield, as the Admin API then tells it.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { birthDates, birthDatesUpdated } from '#app/shopify/moments/birth-dates.ts';
import { errorOf, openDesk } from './at-desk.ts';
import type { Desk } from './at-desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.stop());

async function datesAtShopify(): Promise<(string | null)[]> {
  const ids = desk.world.shop.setup.customers.map(({ id }) => `gid://shopify/Customer/${id}`);
  const { body } = await desk.world.admin(birthDates.document, { ids });
  const { nodes } = birthDates.result.parse(body.data);
  return nodes.map((node) => node?.metafield?.value ?? null);
}
const save = (index: number, date: string) =>
  desk.merchant.post(`/customers/${desk.customer(index)}/birth-date`, { date });

test('a date is set, changed and taken away; the customer counts as updated', async () => {
  const since = { query: "updated_at:>='2026-06-01T00:00:00Z'", after: null };
  await save(1, '1990-05-03');
  expect((await datesAtShopify()).slice(0, 3)).toEqual([null, '1990-05-03', null]);
  const { body } = await desk.world.admin(birthDatesUpdated.document, since);
  const { nodes } = birthDatesUpdated.result.parse(body.data).customers;
  expect(nodes.map(({ metafield }) => metafield?.value)).toEqual(['1990-05-03']);
  await save(1, '1990-05-04');
  expect((await datesAtShopify())[1]).toBe('1990-05-04');
  await save(1, '');
  expect((await datesAtShopify())[1]).toBeNull();
});

test('what is no day is refused beside its field, and nothing typed is lost', async () => {
  for (const typed of ['3.5.1990', '1990-02-30', 'x']) {
    const { status, html } = await save(2, typed);
    expect(status).toBe(422);
    expect(errorOf(html, 'date')).toBe('Write a day such as 1990-05-03.');
    expect(html).toContain(`value="${typed}"`);
  }
  expect((await datesAtShopify())[2]).toBeNull();
});

test('a desk whose clock is a test’s own shows no form for it, and moves nothing', async () => {
  expect((await desk.merchant.get('/orders')).html).not.toContain('action="/clock"');
  expect((await desk.merchant.post('/clock', { day: '2030-01-01' })).status).toBe(404);
});
