import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { pool } from '#app/db/pool.server.ts';
import { prisma } from '#app/db/client.server.ts';
import { adjustMember } from '#app/usecases/members/adjust-member.ts';
import { eraseShop } from '#app/usecases/shop/erase-shop.ts';
import { recordPrivacyRequest } from '#app/usecases/members/record-privacy-request.ts';
import { deleteOldRecords } from '#app/usecases/upkeep/delete-old-records.ts';
import { ringBells } from '#app/usecases/upkeep/ring-bells.ts';
import { bellsOf, forgetJobs } from '#tests/support/bells.ts';
import { at, line, order } from '#tests/support/factories.ts';
import { customersOf, delivery, merge, pointsOfShop, redact, uninstall } from '#tests/support/people.ts';
import { balance, installedShop, tell, tellAndApply, type TestShop } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

const coffees = (quantity: number) => [line({ lineId: '11', priceMinor: 1_000, quantity })];

/** Everything that a table says of the shop, as text. */
async function allWords(shop: TestShop): Promise<string> {
  const tables = ['Member', 'Order', 'LedgerEntry', 'Adjustment'];
  const texts = tables.map(async (table) => {
    const { rows } = await pool().query<{ text: string }>(
      `select t::text as text from "${table}" t where "shopId" = $1`,
      [shop.id],
    );
    return rows.map(({ text }) => text).join('\n');
  });
  return (await Promise.all(texts)).join('\n');
}

describe('customers/redact', () => {
  it('C63 takes the person out of every row, and keeps the sums', async () => {
    const shop = await installedShop();
    const customerId = '7055294349312345678';
    const bought = order({ customerId, name: '#90210', tags: ['jane@example.com'], lines: coffees(3) });
    await tellAndApply(shop, bought);
    const member = await prisma().member.findFirstOrThrow({ where: { shopId: shop.id } });
    const adjustment = { unit: 'points', amount: 5, reason: 'Jane complained', belowZero: false };
    await adjustMember(shop.id, String(member.id), { ...adjustment, requestKey: 'one', madeBy: '42' });
    await redact(shop, customerId, [bought.orderId]);
    expect(await pointsOfShop(shop)).toBe(35);
    expect(await customersOf(shop)).toEqual([String(-member.id)]);
    expect(await allWords(shop)).not.toMatch(new RegExp(`${customerId}|jane@example|Jane complained`));
  });

  it('C63 a later snapshot corrects the sums, and brings nobody back', async () => {
    const shop = await installedShop();
    const bought = order({ customerId: '1', lines: coffees(3) });
    await tellAndApply(shop, bought);
    await redact(shop, '1', [bought.orderId]);
    await tellAndApply(shop, { ...bought, updatedAt: at('13:00'), cancelledAt: at('13:00') });
    expect(await pointsOfShop(shop)).toBe(0);
    expect(await customersOf(shop)).toHaveLength(1);
    expect(await allWords(shop)).not.toContain('"customerId": "1"');
  });

  it('C63 an old order that is told for the first time after the erasure makes no member', async () => {
    const shop = await installedShop();
    await redact(shop, '1');
    await tellAndApply(shop, order({ customerId: '1', lines: coffees(1) }));
    expect(await customersOf(shop)).toEqual([]);
    expect(await allWords(shop)).not.toContain('"customerId": "1"');
  });

  it('C63 who buys again after the erasure begins anew', async () => {
    const shop = await installedShop();
    await tellAndApply(shop, order({ customerId: '1', lines: coffees(3) }));
    await redact(shop, '1');
    await tellAndApply(
      shop,
      order({ customerId: '1', processedAt: at('13:00'), updatedAt: at('13:00'), lines: coffees(1) }),
    );
    expect(await balance(shop, '1')).toMatchObject({ points: 10 });
    expect(await pointsOfShop(shop)).toBe(40);
  });

  it('C36 C63 erases those who were merged into the customer as well', async () => {
    const shop = await installedShop();
    await tellAndApply(shop, order({ customerId: '1' }), order({ customerId: '2' }));
    await merge(shop, '1', '2');
    await redact(shop, '1');
    expect((await customersOf(shop)).every((customerId) => customerId.startsWith('-'))).toBe(true);
    expect(await prisma().peopleRequest.count({ where: { shopId: shop.id, kind: 'merge' } })).toBe(0);
  });

  it('C63 with only an e-mail the orders it names lose their customer', async () => {
    const shop = await installedShop();
    const bought = order({ customerId: '1' });
    await tellAndApply(shop, bought, order({ customerId: '2', name: '#1002' }));
    await redact(shop, null, [bought.orderId]);
    const names = await pool().query<{ name: string }>(
      `select snapshot->>'name' as name from "Order" where "shopId" = $1 order by 1`,
      [shop.id],
    );
    expect(names.rows).toEqual([{ name: '' }, { name: '#1002' }]);
    expect(await balance(shop, '1')).toMatchObject({ points: 14 });
  });

  it('C63 of a customer who isn’t ours, or told twice, it is done', async () => {
    const shop = await installedShop();
    await redact(shop, '404');
    await redact(shop, '404');
    expect(await prisma().peopleRequest.count({ where: { shopId: shop.id, doneAt: null } })).toBe(0);
    const deliveries = await prisma().webhookDelivery.findMany({ where: { shopDomain: shop.domain } });
    expect(deliveries.map(({ outcome, subject }) => ({ outcome, subject }))).toEqual([
      { outcome: 'done', subject: null },
      { outcome: 'done', subject: null },
    ]);
  });

  it('C62 C63 touches no other shop’s customer of the same id', async () => {
    const [shop, other] = [await installedShop(), await installedShop()];
    for (const each of [shop, other]) await tellAndApply(each, order({ customerId: '1' }));
    await redact(shop, '1');
    expect(await balance(other, '1')).toMatchObject({ points: 14 });
    await tellAndApply(other, order({ customerId: '1' }));
    expect(await balance(other, '1')).toMatchObject({ points: 28 });
  });

  it('C63 a finished request is forgotten after ninety days, an open one never', async () => {
    const shop = await installedShop();
    await redact(shop, '1');
    await recordPrivacyRequest(delivery(shop, 'customers/data_request'), { customerId: '2', orderIds: [] });
    await pool().query(
      `update "PeopleRequest" set "doneAt" = "doneAt" - interval '91 days' where "shopId" = $1`,
      [shop.id],
    );
    await deleteOldRecords();
    const left = await prisma().peopleRequest.findMany({ where: { shopId: shop.id } });
    expect(left.map(({ kind }) => kind)).toEqual(['data']);
  });
});

describe('shop/redact', () => {
  const NOBODY = { customerId: null, orderIds: [] };
  const rowsOf = async (shop: TestShop) => {
    const tables = [
      'Member',
      'MemberCard',
      'LedgerEntry',
      'Order',
      'Adjustment',
      'PeopleRequest',
      'ProgramVersion',
    ];
    const counts = tables.map(async (table) => {
      const { rows } = await pool().query<{ count: number }>(
        `select count(*)::int as count from "${table}" where "shopId" = $1`,
        [shop.id],
      );
      return rows[0]!.count;
    });
    return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
  };
  const uninstalled = async () => {
    const shop = await installedShop();
    for (let customer = 1; customer <= 120; customer += 1) {
      await tell(shop, order({ customerId: String(customer), lines: coffees(1) }));
    }
    await tellAndApply(shop, order({ customerId: '1', lines: coffees(2) }));
    await merge(shop, '1', '2');
    await uninstall(shop);
    return shop;
  };

  it('C63 erases every row of the shop, in batches, and nothing of another', async () => {
    const [shop, other] = [await uninstalled(), await installedShop()];
    await tellAndApply(other, order());
    const asked = delivery(shop, 'shop/redact', '14:00');
    await recordPrivacyRequest(asked, NOBODY);
    await Promise.all([eraseShop(shop.id), eraseShop(shop.id)]);
    await eraseShop(shop.id);
    expect(await rowsOf(shop)).toBe(0);
    expect(await prisma().shop.count({ where: { id: shop.id } })).toBe(0);
    const left = await prisma().webhookDelivery.findMany({ where: { shopDomain: shop.domain } });
    expect(left).toMatchObject([{ webhookId: asked.webhookId, outcome: 'done' }]);
    const counted = await prisma().erasedShop.findUniqueOrThrow({ where: { id: shop.id } });
    expect(counted).toMatchObject({ orders: 121, members: 120 });
    expect(await balance(other)).toMatchObject({ points: 14 });
  });

  it('C63 is carried out no sooner than 48 hours after the uninstall, by our own clock', async () => {
    const shop = await installedShop();
    await tellAndApply(shop, order());
    const hoursAgo = (hours: number) =>
      pool().query(`update "Shop" set "uninstalledAt" = now() - $2 * interval '1 hour' where id = $1`, [
        shop.id,
        hours,
      ]);
    await uninstall(shop);
    await hoursAgo(47);
    const asked = delivery(shop, 'shop/redact', '14:00');
    await recordPrivacyRequest(asked, NOBODY);
    await eraseShop(shop.id);
    await forgetJobs();
    await ringBells();
    expect(await bellsOf(shop)).not.toContain('erase_shop');
    expect(await balance(shop)).toMatchObject({ points: 14 });
    await hoursAgo(49);
    await ringBells();
    expect(await bellsOf(shop)).toContain('erase_shop');
    await eraseShop(shop.id);
    expect(await rowsOf(shop)).toBe(0);
  });

  it('C63 leaves a tombstone for ninety days: that it was erased, when, and who asked', async () => {
    const shop = await uninstalled();
    const asked = delivery(shop, 'shop/redact', '14:00');
    await recordPrivacyRequest(asked, NOBODY);
    await eraseShop(shop.id);
    const left = await prisma().erasedShop.findUniqueOrThrow({ where: { id: shop.id } });
    expect(left).toMatchObject({
      askedBy: asked.webhookId,
      orders: 121,
      members: 120,
      finishedAt: expect.any(Date) as Date,
    });
    expect(left.domainHash).toBe(createHash('sha256').update(shop.domain).digest('hex'));
    expect(JSON.stringify(left)).not.toContain(shop.domain);
    await tell(shop, order());
    expect(await rowsOf(shop)).toBe(0);
    await deleteOldRecords();
    expect(await prisma().erasedShop.count({ where: { id: shop.id } })).toBe(1);
    await pool().query(`update "ErasedShop" set "finishedAt" = now() - interval '91 days' where id = $1`, [
      shop.id,
    ]);
    await deleteOldRecords();
    expect(await prisma().erasedShop.count({ where: { id: shop.id } })).toBe(0);
  });

  it('C76 a shop that is installed is left alone, and erased once it has uninstalled', async () => {
    const shop = await installedShop();
    await tellAndApply(shop, order());
    await recordPrivacyRequest(delivery(shop, 'shop/redact', '14:00'), NOBODY);
    await eraseShop(shop.id);
    expect(await balance(shop)).toMatchObject({ points: 14 });
    await uninstall(shop, '15:00');
    await eraseShop(shop.id);
    expect(await rowsOf(shop)).toBe(0);
  });

  it('C76 a reinstall between the request and its job keeps everything', async () => {
    const shop = await uninstalled();
    await recordPrivacyRequest(delivery(shop, 'shop/redact', '14:00'), NOBODY);
    const again = { installedAt: new Date(at('15:00')), uninstalledAt: null };
    await prisma().shop.update({ where: { id: shop.id }, data: again });
    await eraseShop(shop.id);
    await uninstall(shop, '16:00');
    await eraseShop(shop.id);
    expect(await balance(shop, '3')).toMatchObject({ points: 10 });
    expect(await prisma().peopleRequest.count({ where: { shopId: shop.id, doneAt: null } })).toBe(0);
  });

  it('C76 a reinstall while it is being erased begins a new shop', async () => {
    const shop = await uninstalled();
    await recordPrivacyRequest(delivery(shop, 'shop/redact', '14:00'), NOBODY);
    const erasing = eraseShop(shop.id);
    await expect.poll(() => prisma().shop.count({ where: { domain: shop.domain } })).toBe(0);
    const fresh = await installedShop({ domain: shop.domain });
    await tellAndApply(fresh, order({ customerId: '1' }));
    await erasing;
    expect(await balance(fresh, '1')).toMatchObject({ points: 14 });
    expect(await rowsOf(shop)).toBe(0);
  });
});
