// Members found by what Shopify alone knows of them.
import { useLocalShopify, type InstalledShop } from '#tests/support/use-local-shopify.ts';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { now } from '#app/clock.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { findShop } from '#app/db/shop/shops.server.ts';
import { askCustomerNames } from '#app/usecases/members/ask-customer-names.ts';
import { readMembers } from '#app/usecases/members/read-members.ts';

const local = useLocalShopify(2);
let shop: InstalledShop;

beforeAll(async () => {
  shop = await local.install();
});
beforeEach(() => {
  local.shopify().faults(shop.domain).clear();
  Object.assign(shop.local, { namesGranted: true, emailsGranted: true });
});

async function customer(firstName: string, lastName: string): Promise<string> {
  const [known] = shop.local.customers.values();
  const email = `${firstName}.${lastName}@example.com`.toLowerCase();
  return (await shop.local.addCustomer({ ...known!, firstName, lastName, email })).id;
}

async function member(firstName: string, lastName: string): Promise<string> {
  const customerId = await customer(firstName, lastName);
  await pool().query('insert into "Member" ("shopId", "customerId", "joinedAt") values ($1, $2, $3)', [
    shop.id,
    customerId,
    now(),
  ]);
  return customerId;
}

async function search(q: string) {
  const known = await findShop(pool(), shop.domain);
  return readMembers(known!, { filter: 'all', since: null, sort: 'joined desc', q, cursor: null });
}
const found = async (q: string) => (await search(q)).members.map(({ customerId }) => customerId);

it('finds Anna by the beginning of either name, in any order and case, and says her name at once', async () => {
  const anna = await member('Anna', 'Lindqvist');
  for (const typed of ['anna', 'ANN', 'lind', 'lindqvist anna', ' Anna  L ']) {
    expect(await found(typed), typed).toEqual([anna]);
  }
  for (const typed of ['nna', 'anna weber', 'lindqvistt']) expect(await found(typed), typed).toEqual([]);
  expect((await search('anna')).search).toEqual({
    byName: 'searched',
    names: { [anna]: 'Anna Lindqvist' },
    more: false,
  });
});

it('finds by e-mail where Shopify gives those', async () => {
  const berta = await member('Berta', 'Olsen');
  expect(await found('berta.olsen@')).toEqual([berta]);
  shop.local.emailsGranted = false;
  expect(await found('berta.olsen@')).toEqual([]);
});

it('a customer of that name who is no member isn’t listed', async () => {
  await customer('Cornelius', 'Fink');
  const { members, search: how } = await search('cornelius');
  expect(members).toEqual([]);
  expect(how?.byName).toBe('searched');
});

it('where Shopify gives no names it says so, and numbers find as ever', async () => {
  const dora = await member('Dora', 'Quist');
  shop.local.namesGranted = false;
  const { members, search: how } = await search('dora');
  expect(members).toEqual([]);
  expect(how).toEqual({ byName: 'refused', names: {}, more: false });
  expect(await found(dora)).toEqual([dora]);
});

it('where Shopify can’t be asked it says so', async () => {
  local.shopify().faults(shop.domain).plan('error', 3);
  expect((await search('anna')).search?.byName).toBe('failed');
});

it('asks Shopify for no number, and for more than 50 only to type more', async () => {
  const calls = () =>
    local.shopify().asked.calls.filter(({ operation }) => operation === 'CustomerSearch').length;
  const before = calls();
  expect((await search('#1001')).search).toBeNull();
  expect((await search('7300000000037')).search).toBeNull();
  expect(calls()).toBe(before);
  for (let index = 0; index < 51; index += 1) await customer('Emil', `Number${index}`);
  expect((await search('emil')).search?.more).toBe(true);
  expect((await search('emil number7')).search?.more).toBe(false);
});

it('first names alone are shown alone', async () => {
  const fay = await member('Fay', '');
  expect(await askCustomerNames(shop.domain, [fay])).toEqual({ [fay]: 'Fay' });
});

it('C62 finds nobody of another shop’s', async () => {
  await member('Gerda', 'Holm');
  const other = await local.install(1);
  other.local.namesGranted = true;
  const known = await findShop(pool(), other.domain);
  const wanted = { filter: 'all', since: null, sort: 'joined desc', q: 'gerda', cursor: null } as const;
  const { members } = await readMembers(known!, wanted);
  expect(members).toEqual([]);
});
