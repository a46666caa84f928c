import { beforeAll, describe, expect, it } from 'vitest';
import type { MemberFilter } from '#app/core/members/member-filters.ts';
import { findMembers, memberPage, type MemberCursor } from '#app/db/members/member-list.server.ts';
import { memberDetail, memberEntries, memberOrders } from '#app/db/members/member-page.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { adjustMember } from '#app/usecases/members/adjust-member.ts';
import { blockMember } from '#app/usecases/members/block-member.ts';
import { line, order } from '#tests/support/factories.ts';
import { merge, redact } from '#tests/support/people.ts';
import { installedShop, tell, tellAndApply, type TestShop } from '#tests/support/shops.ts';
import { applyToldOrders } from '#app/usecases/orders/apply-orders.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

const MEMBERS = 60;
const coffees = (quantity: number) => [line({ lineId: '11', priceMinor: 1_000, quantity })];
let shop: TestShop;
let other: TestShop;

beforeAll(async () => {
  [shop, other] = [await installedShop(), await installedShop()];
  for (let customer = 1; customer <= MEMBERS; customer += 1) {
    const customerId = String(customer);
    // Every tenth has a full card, every fifteenth waits for payment.
    const quantity = customer % 10 === 0 ? 5 : 1;
    const status = customer % 15 === 0 ? 'pending' : 'paid';
    await tell(shop, order({ customerId, status, name: `#${1000 + customer}`, lines: coffees(quantity) }));
  }
  await applyToldOrders(shop.id);
  await tellAndApply(other, order({ customerId: '7', name: '#1007' }));
});

const idOf = async (customerId: string) => {
  const [found] = await findMembers(pool(), shop.id, customerId);
  return found!.id;
};
const customers = async (filter: MemberFilter, cursor: MemberCursor = null) =>
  (await memberPage(pool(), shop.id, filter, cursor)).members.map(({ customerId }) => Number(customerId));

describe('the list of members', () => {
  it('goes forward and back over every member once', async () => {
    const seen: string[] = [];
    let cursor: MemberCursor = null;
    for (;;) {
      const page = await memberPage(pool(), shop.id, 'all', cursor);
      seen.push(...page.members.map(({ id }) => id));
      expect(page.hasPrevious).toBe(cursor !== null);
      if (!page.hasNext) break;
      cursor = { side: 'after', id: page.members.at(-1)!.id };
    }
    expect(seen).toHaveLength(MEMBERS);
    expect(new Set(seen).size).toBe(MEMBERS);
    const back = await memberPage(pool(), shop.id, 'all', { side: 'before', id: seen[50]! });
    expect(back.members.map(({ id }) => id)).toEqual(seen.slice(25, 50));
    expect(back).toMatchObject({ hasPrevious: true, hasNext: true });
    const first = await memberPage(pool(), shop.id, 'all', { side: 'before', id: seen[25]! });
    expect(first).toMatchObject({ hasPrevious: false, hasNext: true });
    expect(first.members.map(({ id }) => id)).toEqual(seen.slice(0, 25));
  });

  it('filters by full card, pending, owing and left out', async () => {
    await adjustMember(shop.id, await idOf('3'), {
      unit: 'points',
      amount: -100,
      reason: 'x',
      requestKey: 'owe-points',
      madeBy: '1',
      belowZero: true,
    });
    await adjustMember(shop.id, await idOf('4'), {
      unit: 'stamps/coffee',
      amount: -9,
      reason: 'x',
      requestKey: 'owe-it',
      madeBy: '1',
      belowZero: true,
    });
    await blockMember(shop.id, await idOf('8'), true);
    expect(await customers('full')).toEqual([50, 40, 20, 10]);
    expect((await customers('pending')).sort((a, b) => a - b)).toEqual([15, 30, 45, 60]);
    expect((await customers('owing')).sort((a, b) => a - b)).toEqual([3, 4]);
    expect(await customers('blocked')).toEqual([8]);
  });

  it('finds by customer id, order id and order name, with and without its number sign', async () => {
    const found = async (text: string) =>
      (await findMembers(pool(), shop.id, text)).map(({ customerId }) => customerId);
    expect(await found('12')).toEqual(['12']);
    expect(await found('#1012')).toEqual(['12']);
    expect(await found('1012')).toEqual(['12']);
    const [bought] = await memberOrders(pool(), shop.id, await idOf('12'));
    expect(await found(bought!.orderId)).toEqual(['12']);
    for (const nothing of ['', '999999999999999999', "' or 1=1 --", 'jane', '%']) {
      expect(await found(nothing), nothing).toEqual([]);
    }
  });

  it('C62 shows nothing of another shop', async () => {
    const theirs = (await findMembers(pool(), other.id, '7'))[0]!;
    expect(await memberDetail(pool(), shop.id, theirs.id)).toBeNull();
    expect((await memberEntries(pool(), shop.id, theirs.id, null)).entries).toEqual([]);
    expect(await memberOrders(pool(), shop.id, theirs.id)).toEqual([]);
    expect((await findMembers(pool(), other.id, '#1012')).length).toBe(0);
  });

  it('C36 C63 leaves out who was merged or erased; a search for the merged finds the survivor', async () => {
    await merge(shop, '21', '22');
    await redact(shop, '23');
    expect((await findMembers(pool(), shop.id, '22')).map(({ customerId }) => customerId)).toEqual(['21']);
    expect((await findMembers(pool(), shop.id, '#1022')).map(({ customerId }) => customerId)).toEqual(['21']);
    expect(await findMembers(pool(), shop.id, '23')).toEqual([]);
    const { entries } = await memberEntries(pool(), shop.id, await idOf('21'), null);
    expect(entries.map(({ kind }) => kind).sort()).toEqual([
      'merge',
      'merge',
      'merge',
      'merge',
      ...Array.from({ length: 4 }, () => 'order'),
    ]);
  });
});
