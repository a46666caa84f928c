// "Try it" with a member's stamps: found as in the list of members, by name where Shopify gives names.
import { useLocalShopify, type InstalledShop } from '#tests/support/use-local-shopify.ts';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { formOfRules } from '#app/core/editing/program-form.ts';
import { pool } from '#app/db/pool.server.ts';
import { readProgram } from '#app/usecases/editing/read-program.ts';
import { tryTypedProgram } from '#app/usecases/editing/trial/try-typed-program.ts';

const local = useLocalShopify(1);
let shop: InstalledShop;

beforeAll(async () => {
  shop = await local.install();
  for (const [firstName, lastName] of [
    ['Anna', 'Lindqvist'],
    ['Anna', 'Berg'],
  ])
    await member(firstName!, lastName!);
  // A customer who is no member is nobody whose stamps could be tried.
  await customer('Boris', 'Lindqvist');
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

async function member(firstName: string, lastName: string): Promise<void> {
  await pool().query('insert into "Member" ("shopId", "customerId", "joinedAt") values ($1, $2, now())', [
    shop.id,
    await customer(firstName, lastName),
  ]);
}

async function tried(text: string) {
  const { draft, currency, titles } = await readProgram(shop.id);
  const result = await tryTypedProgram(shop.id, {
    rules: formOfRules(draft, currency, titles, 'gone'),
    kind: 'cart',
    orderName: '',
    lines: [{ title: '', price: '10.00', quantity: '2', productId: null, variantId: null }],
    shopper: { kind: 'member', stamps: [], member: text },
  });
  return result.ok ? { name: result.name } : result.errors;
}

it('finds the member whose name it is, and says whom it found', async () => {
  expect(await tried(' anna LIND ')).toEqual({ name: 'Anna Lindqvist' });
  expect(await tried('lindqvist')).toEqual({ name: 'Anna Lindqvist' });
});

it('of several it asks for more of the name; whoever is no member isn’t found', async () => {
  expect(await tried('anna')).toEqual({ 'shopper.member': 'severalMembers' });
  for (const text of ['boris', 'nobody', '  ', '?*"'])
    expect(await tried(text), text).toEqual({ 'shopper.member': 'noMember' });
});

it('says so where Shopify gives no names, or doesn’t answer', async () => {
  shop.local.namesGranted = false;
  expect(await tried('anna lind')).toEqual({ 'shopper.member': 'namesRefused' });
  local.shopify().faults(shop.domain).plan('error', 3);
  expect(await tried('anna lind')).toEqual({ 'shopper.member': 'namesFailed' });
});
