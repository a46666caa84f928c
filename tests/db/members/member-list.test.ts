import { beforeAll, describe, expect, it } from 'vitest';
import { MEMBER_SORTS, type MemberFilter, type MemberSort } from '#app/core/members/member-filters.ts';
import {
  countMembers,
  findMembers,
  memberPage,
  type ListedMember,
} from '#app/db/members/member-list.server.ts';
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
const customers = async (filter: MemberFilter, sort?: MemberSort) => {
  const { members } = await memberPage(pool(), shop.id, { filter, ...(sort ? { sort } : {}) });
  return members.map(({ customerId }) => Number(customerId));
};

const after = (member: ListedMember | undefined) => ({ side: 'after' as const, ...member! });
const before = (member: ListedMember | undefined) => ({ side: 'before' as const, ...member! });

describe('the list of members', () => {
  it.each(MEMBER_SORTS)('goes forward and back over every member once, %s', async (sort) => {
    const seen: ListedMember[] = [];
    for (;;) {
      const cursor = seen.length === 0 ? null : after(seen.at(-1));
      const page = await memberPage(pool(), shop.id, { filter: 'all', sort, cursor });
      seen.push(...page.members);
      expect(page.hasPrevious).toBe(cursor !== null);
      if (!page.hasNext) break;
    }
    expect(new Set(seen.map(({ id }) => id)).size).toBe(MEMBERS);
    expect(seen).toHaveLength(MEMBERS);
    const places = seen.map(({ place }) => Number(place));
    expect(places).toEqual(places.toSorted((a, b) => (sort.endsWith('asc') ? a - b : b - a)));
    const back = await memberPage(pool(), shop.id, { filter: 'all', sort, cursor: before(seen[50]) });
    expect(back).toEqual({ members: seen.slice(25, 50), hasPrevious: true, hasNext: true });
    const first = await memberPage(pool(), shop.id, { filter: 'all', sort, cursor: before(seen[25]) });
    expect(first).toEqual({ members: seen.slice(0, 25), hasPrevious: false, hasNext: true });
  });

  it('says of each when the last order was placed, and how many there are', async () => {
    const times = ['2026-12-11T10:00:00Z', '2026-12-12T10:00:00Z', '2026-12-10T09:00:00Z'];
    const orders = times.map((processedAt) => order({ customerId: '59', processedAt, lines: coffees(1) }));
    await tellAndApply(shop, ...orders);
    const row = async () => (await findMembers(pool(), shop.id, '59'))[0]!;
    expect(await row()).toMatchObject({ orders: 4, lastOrderAt: new Date(times[1]!) });
    expect((await customers('all', 'ordered desc'))[0]).toBe(59);
    await tell(shop, { kind: 'deleted', orderId: orders[1]!.orderId });
    await applyToldOrders(shop.id);
    expect(await row()).toMatchObject({ orders: 3, lastOrderAt: new Date(times[0]!) });
    // Shopify says that another customer bought it.
    await tellAndApply(shop, { ...orders[0]!, customerId: '58', updatedAt: '2027-04-01T10:00:00Z' });
    expect(await row()).toMatchObject({ orders: 2, lastOrderAt: new Date(times[2]!) });
    expect((await findMembers(pool(), shop.id, '58'))[0]).toMatchObject({
      orders: 2,
      lastOrderAt: new Date(times[0]!),
    });
  });

  it('says of a member without an order that there is none, who comes last', async () => {
    const { rows } = await pool().query<{ id: string }>(
      `insert into "Member" ("shopId", "customerId", "joinedAt") values ($1, 777, now()) returning id::text`,
      [other.id],
    );
    const { members } = await memberPage(pool(), other.id, { filter: 'all', sort: 'ordered desc' });
    expect(members.at(-1)).toMatchObject({ id: rows[0]!.id, orders: 0, lastOrderAt: null, place: '0' });
    const cursor = after(members[0]);
    const next = await memberPage(pool(), other.id, { filter: 'all', sort: 'ordered desc', cursor });
    expect(next.members.map(({ id }) => id)).toEqual([rows[0]!.id]);
  });

  it('counts whom a filter finds, and sorts them', async () => {
    expect(await countMembers(pool(), shop.id, { filter: 'all' })).toBe(MEMBERS);
    expect(await countMembers(pool(), shop.id, { filter: 'full' })).toBe(4);
    await pool().query(
      `update "Member" set "birthMonth" = 5, "birthDay" = 1, "birthdaySetOn" = current_date
       where "shopId" = $1 and "customerId" in (5, 50)`,
      [shop.id],
    );
    expect(await customers('birthday', 'points desc')).toEqual([50, 5]);
    expect(await customers('birthday', 'points asc')).toEqual([5, 50]);
    expect(await countMembers(pool(), shop.id, { filter: 'birthday' })).toBe(2);
    expect((await findMembers(pool(), shop.id, '5', { filter: 'birthday' })).length).toBe(1);
    expect(await findMembers(pool(), shop.id, '6', { filter: 'birthday' })).toEqual([]);
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
    expect((await customers('full')).sort((a, b) => a - b)).toEqual([10, 20, 40, 50]);
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

  it('C36 a merged member’s last order is the survivor’s, whichever of them placed it', async () => {
    const processedAt = '2026-12-13T10:00:00Z';
    await tellAndApply(shop, order({ customerId: '32', processedAt, lines: coffees(1) }));
    await merge(shop, '31', '32');
    const row = async () => (await findMembers(pool(), shop.id, '31'))[0]!;
    expect(await row()).toMatchObject({ orders: 3, lastOrderAt: new Date(processedAt) });
    expect((await customers('all', 'ordered desc'))[0]).toBe(31);
    await merge(shop, '31', '33');
    expect(await row()).toMatchObject({ orders: 4, lastOrderAt: new Date(processedAt) });
  });
});
