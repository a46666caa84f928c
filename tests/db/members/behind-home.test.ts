// The lists behind the home page's sentences, and whom it names first, against the plainest way of counting.
import { beforeAll, expect, it } from 'vitest';
import { prisma } from '#app/db/client.server.ts';
import { countMembers, findMembers, memberPage } from '#app/db/members/member-list.server.ts';
import { pool } from '#app/db/pool.server.ts';
import type { OrderSnapshot } from '#app/core/snapshots/order-snapshot.ts';
import { blockMember } from '#app/usecases/members/block-member.ts';
import { readTopMembers } from '#app/usecases/members/read-top-members.ts';
import { applyToldOrders } from '#app/usecases/orders/apply-orders.ts';
import { line, order } from '#tests/support/factories.ts';
import { merge, redact } from '#tests/support/people.ts';
import { installedShop, tell, tellAndApply, type TestShop } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

const SINCE = '2026-12-10';
/** Midnight in Paris, in which the shops count. */
const BEGIN = new Date('2026-12-09T23:00:00Z');
let shop: TestShop;

const bought = (customerId: string, processedAt: string, quantity = 1): OrderSnapshot =>
  order({ customerId, processedAt, updatedAt: processedAt, lines: [line({ lineId: '1', quantity })] });

/** Six, of which one is free. */
function withFree(customerId: string, processedAt: string): OrderSnapshot {
  const discounts = [{ application: 0, amount: [1_400, 1_400] as const }];
  return {
    ...bought(customerId, processedAt, 6),
    discounts: [{ type: 'automatic', title: 'Coffee card' }],
    lines: [line({ lineId: '1', quantity: 6, discounts })],
  };
}

beforeAll(async () => {
  shop = await installedShop();
  const day = (date: number) => `2026-12-${String(date).padStart(2, '0')}T10:00:00Z`;
  const toCancel = bought('4', day(12));
  const freedAndReturned = withFree('6', day(12));
  await tellAndApply(
    shop,
    bought('1', day(1)),
    bought('2', day(2)),
    bought('2', day(11)),
    bought('2', day(12)),
    bought('3', day(3)),
    // The last second of the day before, in the shop's calendar, and the first of the day.
    bought('3', '2026-12-09T22:59:59Z'),
    bought('3', '2026-12-09T23:00:00Z'),
    bought('4', day(11)),
    toCancel,
    withFree('5', day(4)),
    freedAndReturned,
    withFree('7', day(13)),
    withFree('8', day(14)),
    bought('9', day(14)),
    bought('10', day(15)),
    bought('11', day(15)),
    bought('11', day(16)),
  );
  await tell(shop, { ...toCancel, cancelledAt: day(13), status: 'voided', updatedAt: day(13) });
  const returned = freedAndReturned.lines.map((one) => ({ ...one, currentQuantity: 0 }));
  await tell(shop, { ...freedAndReturned, lines: returned, updatedAt: day(15) });
  await applyToldOrders(shop.id);
  // 9 and 10 are one person: two orders, and the free item of 7 is theirs as well.
  await merge(shop, '9', '10');
  await merge(shop, '9', '7');
  await redact(shop, '8');
  const other = await installedShop();
  await tellAndApply(other, withFree('2', day(12)), bought('2', day(13)));
});

type Person = { customerId: string; orders: Set<bigint>; freed: number };

/** Who is a person, with the orders that have entries and the free items since an instant. */
async function byHand(since: Date | null): Promise<Person[]> {
  const members = await prisma().member.findMany({ where: { shopId: shop.id } });
  const entries = await prisma().ledgerEntry.findMany({ where: { shopId: shop.id } });
  const survivor = (id: bigint): (typeof members)[number] => {
    const member = members.find((one) => one.id === id)!;
    return member.mergedIntoId === null ? member : survivor(member.mergedIntoId);
  };
  const people = members.filter((one) => one.mergedIntoId === null && one.erasedAt === null);
  return people.map(({ id, customerId }) => {
    const own = entries.filter(({ memberId }) => survivor(memberId).id === id);
    const orders = own.flatMap(({ kind, orderId }) =>
      kind === 'merge' || orderId === null ? [] : [orderId],
    );
    const freed = own.filter(({ occurredAt }) => since === null || occurredAt >= since);
    return {
      customerId: String(customerId),
      orders: new Set(orders),
      freed: freed.reduce((sum, entry) => sum + entry.freed, 0),
    };
  });
}

const numbers = (some: readonly { customerId: string }[]) =>
  some.map(({ customerId }) => Number(customerId)).toSorted((a, b) => a - b);

it('whoever came back is in the list of whom the home page counts', async () => {
  const { members } = await memberPage(pool(), shop.id, { filter: 'returned', sort: 'ordered desc' });
  const expected = (await byHand(null)).filter(({ orders }) => orders.size > 1);
  expect(numbers(members)).toEqual([2, 3, 4, 9, 11]);
  expect(numbers(members)).toEqual(numbers(expected));
  expect(await countMembers(pool(), shop.id, { filter: 'returned' })).toBe(members.length);
});

it('whoever was given a free item is in the list since a day, not whose item was taken back', async () => {
  for (const since of [null, BEGIN]) {
    const { members } = await memberPage(pool(), shop.id, { filter: 'freed', since });
    const expected = (await byHand(since)).filter(({ freed }) => freed > 0);
    expect(numbers(members)).toEqual(since === null ? [5, 9] : [9]);
    expect(numbers(members)).toEqual(numbers(expected));
    expect(await countMembers(pool(), shop.id, { filter: 'freed', since })).toBe(members.length);
  }
  const found = (since: Date | null) => findMembers(pool(), shop.id, '5', { filter: 'freed', since });
  expect(await found(BEGIN)).toEqual([]);
  expect(await found(null)).toHaveLength(1);
});

it('the list goes forward and back within a day’s filter', async () => {
  const which = { filter: 'freed', since: new Date('2026-12-01T00:00:00Z'), size: 1 } as const;
  const first = await memberPage(pool(), shop.id, which);
  expect(first.hasNext).toBe(true);
  const next = await memberPage(pool(), shop.id, {
    ...which,
    cursor: { side: 'after', ...first.members[0]! },
  });
  expect(numbers([...first.members, ...next.members])).toEqual([5, 9]);
  const back = await memberPage(pool(), shop.id, {
    ...which,
    cursor: { side: 'before', ...next.members[0]! },
  });
  expect(back.members).toEqual(first.members);
});

it('the top members are those with the most orders since the day that were kept, of equals those with more points', async () => {
  const kept = await prisma().order.findMany({
    where: { shopId: shop.id, placedAt: { gte: BEGIN }, cancelledAt: null, deletedAt: null },
    include: { member: true },
  });
  const count = (id: bigint) => kept.filter(({ memberId }) => memberId === id).length;
  const people = await prisma().member.findMany({ where: { shopId: shop.id, mergedIntoId: null } });
  const expected = people
    .filter(({ erasedAt, id }) => erasedAt === null && count(id) > 0)
    .toSorted((a, b) => count(b.id) - count(a.id) || Number(b.points - a.points))
    .map(({ id, customerId, points }) => {
      return { id: String(id), customerId: String(customerId), orders: count(id), points: Number(points) };
    });
  const top = await readTopMembers({ ...shop, timeZone: 'Europe/Paris' }, SINCE);
  expect(top).toEqual(expected.slice(0, 3));
  expect(top?.map(({ customerId, orders }) => [customerId, orders])).toEqual([
    ['9', 3],
    ['2', 2],
    ['11', 2],
  ]);
});

it('a merge brings the survivor the last order of both', async () => {
  const [survivor] = await findMembers(pool(), shop.id, '9');
  expect(survivor?.lastOrderAt).toEqual(new Date('2026-12-15T10:00:00Z'));
});

it('whoever is excluded isn’t named among the top members', async () => {
  const [member] = await findMembers(pool(), shop.id, '9');
  await blockMember(shop.id, member!.id, true);
  const top = await readTopMembers({ ...shop, timeZone: 'Europe/Paris' }, SINCE);
  expect(top?.map(({ customerId }) => customerId)).toEqual(['2', '11', '3']);
});
