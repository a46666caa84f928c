// POST /proxy/history over real HTTP: a shopper's own history, in parts and in words.
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Reward } from '#app/core/rewards/reward-rules.ts';
import { pool } from '#app/db/pool.server.ts';
import { adjustMember } from '#app/usecases/members/adjust-member.ts';
import { giveByHand } from '#app/usecases/rewards/give-by-hand.ts';
import { line, nextId, order } from '#tests/support/factories.ts';
import { merge } from '#tests/support/people.ts';
import { FIVE, memberIdOf, memberWith, rewardShop, tap } from '#tests/support/rewards.ts';
import { installedShop, tellAndApply, type TestShop } from '#tests/support/shops.ts';
import { orderWith } from '#tests/support/vouchers.ts';
import { useDatabase } from '#tests/support/use-database.ts';
import { openShopPages, type Answered, type ProxyRequest, type ShopPages } from './shop-pages.ts';

useDatabase();

const DOMAIN = 'roaster.myshopify.com';
let pages: ShopPages;
let shop: TestShop;

beforeAll(async () => {
  shop = await rewardShop({ domain: DOMAIN });
  pages = await openShopPages();
  return () => pages.stop();
});

type Entry = { what: string; moved: string; day: string; why: string[] };
type Body = Answered['body'] & { entries?: Entry[]; next?: string | null };

async function look(customerId: string, sent: object = {}, request: ProxyRequest = {}) {
  const { status, body } = await pages.send(
    { language: 'en', ...sent },
    { action: 'history', customerId, ...request },
  );
  return { status, body: body as Body };
}

const told = ({ body }: { body: Body }) =>
  body.entries?.map(({ what, moved }) => `${what}: ${moved.replaceAll('\u00a0', ' ')}`);

async function adjust(customerId: string, amount: number, note: string | null = null, of = shop) {
  const wanted = { unit: 'points', amount, reason: 'a broken cup', belowZero: true, madeBy: '42' };
  const memberId = await memberIdOf(of, customerId);
  const text = note === null ? {} : { note };
  await adjustMember(of.id, memberId, { ...wanted, ...text, requestKey: randomUUID() });
}

async function giveOf(customerId: string, of: Reward, note?: string): Promise<{ code: string }> {
  const memberId = await memberIdOf(shop, customerId);
  const wanted = {
    requestKey: randomUUID(),
    rewardKey: of.key,
    reason: 'a gift',
    note: note ?? '',
    madeBy: '42',
  };
  const given = await giveByHand(shop.id, memberId, wanted);
  const { rows } = await pool().query<{ code: string }>(
    'select code from "Voucher" where "memberId" = $1 order by id desc limit 1',
    [memberId],
  );
  if (!rows[0]) throw new Error(JSON.stringify(given));
  return rows[0];
}

describe('C62 S-15 a shopper’s own history', () => {
  test('tells what moved, when and why, the newest first, in the shopper’s language', async () => {
    const customerId = await memberWith(shop, 100);
    await tap(shop, customerId);
    await adjust(customerId, 20, 'Sorry for the <cup>');
    const lines = [line({ lineId: nextId(), priceMinor: 1_000, quantity: 2 })];
    await tellAndApply(shop, order({ customerId, name: '#1042', lines }));
    const english = await look(customerId);
    expect(english.status).toBe(200);
    expect(told(english)).toEqual([
      'Order #1042: +20 points, +2 stamps',
      'Changed by the shop: +20 points',
      `Taken: ${FIVE.title.en}: −100 points`,
      'Changed by the shop: +100 points',
    ]);
    // The sentence to the customer, and nothing of what the merchant noted for themselves.
    expect(english.body.entries?.[1]?.why).toEqual(['Sorry for the <cup>']);
    expect(JSON.stringify(english.body)).not.toMatch(/broken cup|"42"/);
    expect(english.body.entries?.[0]?.day).toMatch(/^21\sNovember( 2026)?$/);
    expect(told(await look(customerId, { language: 'fr' }))?.[2]).toBe(
      `Récompense choisie\u00a0: ${FIVE.title.fr}: −100 points`,
    );
  });

  test('tells of an order that changed, waits, went back or ended', async () => {
    const customerId = nextId();
    const lines = [line({ lineId: '11', priceMinor: 1_000, quantity: 3 })];
    const placed = order({ customerId, name: '#1043', status: 'pending', lines });
    const paid = { ...placed, status: 'paid' as const, updatedAt: '2026-11-22T10:00:00Z' };
    const cancelled = { ...paid, cancelledAt: '2026-11-23T10:00:00Z', updatedAt: '2026-11-23T10:00:00Z' };
    await tellAndApply(shop, placed, paid, cancelled);
    expect(told(await look(customerId))).toEqual([
      'Order #1043 cancelled: −30 points, −3 stamps',
      'Order #1043: +30 points, +3 stamps',
    ]);
  });

  test('tells gifts that moved no points, each once and at its place, over parts and merges', async () => {
    const customerId = await memberWith(shop, 1);
    const gone = await memberWith(shop, 5);
    const give = (of: string, note?: string) => giveOf(of, FIVE, note);
    await give(customerId, 'For the cold cup');
    for (let amount = 2; amount <= 22; amount += 1) await adjust(customerId, amount);
    const { code } = await give(gone);
    await tellAndApply(shop, { ...orderWith({ code }, [500]), customerId: gone, name: '#1077' });
    await merge(shop, customerId, gone);
    const first = await look(customerId);
    const second = await look(customerId, { before: first.body.next });
    const all = [first, second].flatMap(({ body }) => body.entries ?? []);
    const gifts = all.filter(({ what }) => what === `Gift: ${FIVE.title.en}`);
    expect(gifts.map(({ moved, why }) => [moved, why])).toEqual([
      ['', ['Used on order #1077.']],
      ['', ['For the cold cup']],
    ]);
    expect(first.body.entries?.some(({ what }) => what === gifts[0]?.what)).toBe(true);
    expect(second.body.entries?.at(-3)?.what).toBe(gifts[1]?.what);
    expect(second.body.next).toBeNull();
    const french = await look(customerId, { language: 'fr' });
    expect(french.body.entries?.some(({ what }) => what === `Cadeau\u00a0: ${FIVE.title.fr}`)).toBe(true);
    // A number of somebody else's shows none of the gifts twice.
    await memberWith(shop, 3);
    expect(
      (await look(customerId, { before: '999999999' })).body.entries?.some(
        ({ what }) => what === gifts[0]?.what,
      ),
    ).toBe(false);
  });

  test('comes twenty at a time, each once, to its end', async () => {
    const customerId = await memberWith(shop, 1);
    for (let amount = 2; amount <= 41; amount += 1) await adjust(customerId, amount);
    const first = await look(customerId);
    const second = await look(customerId, { before: first.body.next });
    const third = await look(customerId, { before: second.body.next });
    const parts = [first, second, third];
    expect(parts.map(({ body }) => body.entries?.length)).toEqual([20, 20, 1]);
    expect(third.body.next).toBeNull();
    const moved = parts.flatMap(({ body }) => body.entries?.map((entry) => entry.moved) ?? []);
    expect(moved).toEqual(
      Array.from({ length: 41 }, (_, index) => `+${41 - index}\u00a0point${index === 40 ? '' : 's'}`),
    );
  });

  test('is that of both accounts once they are one', async () => {
    const [kept, gone] = [await memberWith(shop, 30), await memberWith(shop, 12)];
    await merge(shop, kept, gone);
    expect(told(await look(kept))).toEqual([
      'Two accounts became one: ',
      'Changed by the shop: +12 points',
      'Changed by the shop: +30 points',
    ]);
  });

  test('is nobody else’s: neither another customer’s nor another shop’s, whatever is sent', async () => {
    const other = await installedShop({ domain: 'other.myshopify.com' });
    const customerId = await memberWith(shop, 77);
    const theirs = await memberWith(other, 88, customerId);
    expect(theirs).toBe(customerId);
    const inOther = await look(customerId, {}, { shop: 'other.myshopify.com' });
    expect(told(inOther)).toEqual(['Changed by the shop: +88 points']);
    // A number of somebody else's leads nowhere further than one's own.
    await memberWith(shop, 55, nextId());
    expect(told(await look(customerId, { before: '999999999' }))).toEqual([
      'Changed by the shop: +77 points',
    ]);
    expect((await look(customerId, { customerId: '1', memberId: '1', shop: 'x' })).body.entries).toHaveLength(
      1,
    );
  });

  test('of whoever has none is a sentence', async () => {
    const { status, body } = await look(nextId(), { language: 'fr' });
    expect([status, body.entries, body.next]).toEqual([200, [], null]);
    expect(body.message).toBe('Rien pour l’instant. Vos gains et vos récompenses s’afficheront ici.');
  });

  test('needs somebody who is signed in, and a number that is one', async () => {
    const guest = await look('', { language: 'fr' });
    expect([guest.status, guest.body.message]).toEqual([403, 'Connectez-vous pour voir votre historique.']);
    for (const before of ['', '1; drop', -1, 7, {}, '9'.repeat(19)])
      expect([before, (await look('8101', { before })).status]).toEqual([before, 400]);
    expect((await look('8101', {}, { secret: 'somebody else' })).status).toBe(401);
    expect((await look('8101', {}, { shop: 'nobody.myshopify.com' })).status).toBe(404);
  });

  test('is asked for thirty times a minute, and no more', async () => {
    const asked = await Promise.all(Array.from({ length: 31 }, () => look('8102')));
    expect(asked.filter(({ status }) => status === 429)).toHaveLength(1);
  });
});
