import { afterEach, beforeEach, expect, test } from 'vitest';
import { coffeeRoaster } from '#tests/local-shopify/shop/coffee-roaster.ts';
import { inMemory } from './in-memory.ts';
import type { InMemory } from './in-memory.ts';

let world: InMemory;
beforeEach(async () => {
  world = await inMemory();
});
afterEach(() => world.stop());

const NAME = 'query Name { shop { name } }';
const faults = () => world.shopify.faults(world.shop.domain);

async function askForToken(body: object): Promise<number> {
  const response = await fetch(`${world.shopUrl}/admin/oauth/access_token`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  return response.status;
}

test('a script answers in the stand-in’s place, and leaves it what it doesn’t answer', async () => {
  faults().script = ({ token }) =>
    token === world.token ? null : { status: 423, body: { errors: 'Locked' } };
  expect((await world.admin(NAME)).body.data).toEqual({ shop: { name: world.shop.name } });
  expect(await world.admin(NAME, {}, 'another')).toEqual({ status: 423, body: { errors: 'Locked' } });
  faults().clear();
  expect((await world.admin(NAME, {}, 'another')).status).toBe(401);
});

test('what the app asked for is listed, let in or not', async () => {
  await world.admin(NAME, {}, 'another');
  faults().tokenRefusal = { status: 503, body: {} };
  expect(await askForToken({ grant_type: 'refresh_token', refresh_token: 'old' })).toBe(503);
  faults().clear();
  expect(await askForToken({})).toBe(400);
  const { domain: shop } = world.shop;
  expect(world.shopify.asked.calls).toEqual([{ shop, token: 'another', operation: '' }]);
  expect(world.shopify.asked.grants).toEqual([
    { shop, type: 'refresh', refreshToken: 'old' },
    { shop, type: 'exchange', refreshToken: null },
  ]);
});

test('a shop that opens later is one like the others, and there is none twice', async () => {
  const setup = coffeeRoaster({ domain: 'later.myshopify.com', index: 1 });
  const later = world.shopify.addShop(setup);
  expect(world.shopify.shop('later.myshopify.com')).toBe(later);
  expect((await world.shopify.install(later.domain)).scopes).toEqual(world.shopify.app.scopes);
  expect(() => world.shopify.addShop(setup)).toThrow('there is a shop');
});
