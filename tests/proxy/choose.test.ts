// POST /proxy/choose over real HTTP, into a real database.
import { beforeAll, describe, expect, test } from 'vitest';
import { pool } from '#app/db/pool.server.ts';
import { CAUSE, choiceRows, choiceShop, memberWhoChooses } from '#tests/support/choices.ts';
import type { OccasionShop } from '#tests/support/occasions.ts';
import { useDatabase } from '#tests/support/use-database.ts';
import { openShopPages, type ProxyRequest, type ShopPages } from './shop-pages.ts';

useDatabase();

let pages: ShopPages;
let shop: OccasionShop;

beforeAll(async () => {
  shop = await choiceShop();
  pages = await openShopPages();
  return () => pages.stop();
});

const choice = (change: object = {}) => ({
  requestKey: '8c8ea1f5-27ec-4c5d-9d2a-000000000001',
  ...{ cause: CAUSE, offer: '0', language: 'en' },
  ...change,
});

const send = (body: unknown, request: ProxyRequest = {}) =>
  pages.send(body, { shop: shop.domain, action: 'choose', ...request });

/** Whose gift can be chosen for years: the listener goes by the clock. */
async function memberWithChoice(): Promise<string> {
  const { id, customerId } = await memberWhoChooses(shop);
  await pool().query(`update "Gift" set "openUntil" = '2099-12-31' where "memberId" = $1`, [id]);
  return customerId;
}

describe('S-08 a choice from the shop’s page', () => {
  test('is answered in the shopper’s language, twice the same, and another with what was chosen', async () => {
    const customerId = await memberWithChoice();
    const first = await send(choice({ language: 'fr', offer: '1' }), { customerId });
    expect(first.status).toBe(200);
    expect(first.body.message).toMatch(
      /^C’est à vous\u00a0: 5,00.* de remise\. Vous le trouverez parmi vos récompenses\.$/,
    );
    expect(first.headers.get('cache-control')).toBe('private, no-store');
    const again = await send(choice({ language: 'fr', offer: 1 }), { customerId });
    expect([again.status, again.body]).toEqual([200, first.body]);
    const other = await send(choice(), { customerId });
    expect(other.status).toBe(409);
    expect(other.body.message).toMatch(/^You’ve already chosen: .*5\.00 off\.$/);
  });

  test('of points says how many came', async () => {
    const customerId = await memberWithChoice();
    const { body } = await send(choice(), { customerId });
    expect(body.message).toMatch(/^It’s yours: 50 \w+, added to your balance\.$/);
  });

  test('of nothing is told beside the form, and so is one that is over', async () => {
    const customerId = await memberWithChoice();
    const { offer: _, ...nothing } = choice();
    const missing = await send(nothing, { customerId });
    expect([missing.status, missing.body.field, missing.body.message]).toEqual([
      ...[422, 'offer'],
      'Please choose one of them.',
    ]);
    await pool().query(
      `update "Gift" g set "openUntil" = '2026-05-01' from "Member" m where m.id = g."memberId" and m."customerId" = $1`,
      [customerId],
    );
    const late = await send(choice({ language: 'fr' }), { customerId });
    expect(late.status).toBe(422);
    expect(late.body.message).toMatch(/^Vous pouviez choisir jusqu’au 1er\s+mai/);
  });
});

describe('C99 what isn’t meant for it', () => {
  test.each([
    ['nobody is signed in', {}, { customerId: '' }, 403],
    ['another’s gift', {}, { customerId: '77001' }, 404],
    ['a cause that is none', { cause: "third/3' or 1=1" }, {}, 400],
    ['a cause of ten thousand signs', { cause: `third/${'3'.repeat(1_000)}` }, {}, 400],
    ['a cause that isn’t text', { cause: { $ne: null } }, {}, 400],
    ['an offer that is none', { offer: '1e9' }, {}, 400],
    ['an offer below the first', { offer: -1 }, {}, 400],
    ['an offer between two', { offer: 0.5 }, {}, 400],
    ['an offer that isn’t there', { offer: 9 }, {}, 404],
    ['a redemption’s cause', { cause: 'redeem/8c8ea1f5-27ec-4c5d-9d2a-000000000001' }, {}, 404],
  ])('%s is refused, and changes nothing', async (_what, change, request, status) => {
    const customerId = await memberWithChoice();
    const before = await choiceRows(shop);
    const answer = await send(choice(change), { customerId, ...request });
    expect(answer.status).toBe(status);
    expect(answer.body.message).not.toBe('');
    expect(await choiceRows(shop)).toEqual(before);
  });

  test('a form of any page of the web, and a method that only reads', async () => {
    const form = await send('cause=third%2F3&offer=0', { contentType: 'text/plain' });
    expect(form.status).toBe(415);
    expect((await pages.read('choose', { shop: shop.domain })).status).toBe(405);
    expect((await send(choice(), { secret: 'another' })).status).toBe(401);
  });
});
