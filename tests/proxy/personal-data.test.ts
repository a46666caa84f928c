// GET /proxy/personal-data, and the way out of the program over real HTTP.
import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { order } from '#tests/support/factories.ts';
import { balance, installedShop, tellAndApply, type TestShop } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';
import { openShopPages, type ShopPages } from './shop-pages.ts';

useDatabase();

let pages: ShopPages;
let shop: TestShop;

beforeAll(async () => {
  shop = await installedShop({ domain: 'roaster.myshopify.com' });
  pages = await openShopPages();
  return () => pages.stop();
});

const read = async (customerId: string, language = 'en') =>
  (await pages.read('personal-data', { customerId, more: { language } })).text;
const send = (action: string, customerId: string, body: object = { requestKey: randomUUID() }) =>
  pages.send({ language: 'en', ...body }, { action, customerId });

test('S-85 a visitor reads what is kept, and how to leave', async () => {
  const text = await read('');
  expect(text).toContain('<h3>Your birthday</h3>');
  expect(text).toContain('<p>What for: To give you a gift on the day, and for nothing else.</p>');
  expect(text).toContain('Sign in to the shop to leave the program.');
  expect(text).not.toContain('<form');
  expect(text.match(/\{\{.*?\}\}/g)).toEqual(['{{ shop.email | escape }}', '{{ shop.email | escape }}']);
  expect(await read('', 'fr')).toContain('<h3>Votre anniversaire</h3>');
});

test('C03 C62 a shopper leaves, and comes back', async () => {
  await tellAndApply(shop, order({ customerId: '9001' }), order({ customerId: '9002' }));
  expect(await read('9001')).toContain('<ul><li>14 points</li><li>1 stamp</li></ul>');
  const once = { requestKey: randomUUID() };
  for (const body of [once, once]) {
    const answer = await send('leave', '9001', body);
    expect([answer.status, answer.body]).toEqual([200, { ok: true, message: 'You have left the program.' }]);
  }
  expect((await balance(shop, '9001')).points).toBe(0);
  expect((await balance(shop, '9002')).points).toBe(14);
  expect(await read('9001')).toContain('You left the program on');
  expect((await send('return', '9001')).body.message).toBe('Welcome back. Your next order counts.');
  expect(await read('9001')).toContain('You have nothing to lose in it now.');
});

test('nobody leaves unsigned, signed out, or without a key', async () => {
  expect((await send('leave', '')).status).toBe(403);
  expect((await send('leave', '9002', {})).status).toBe(400);
  expect((await pages.send({}, { action: 'leave', customerId: '9002', secret: 'wrong' })).status).toBe(401);
  expect((await balance(shop, '9002')).points).toBe(14);
});
