// What past orders would earn under a version, reckoned as the ledger would, member by member. Nothing is written but the sum.
import type { PoolClient } from 'pg';
import { now } from '#app/clock.server.ts';
import {
  addCounted,
  addUntold,
  NOTHING_COUNTED,
  type CountedMember,
  type CountedOrders,
} from '#app/core/past-orders/counted-orders.ts';
import { evaluateOrders, indexOfMembers } from '#app/core/orders/evaluate-orders.ts';
import { startOfDay } from '#app/core/values/days.ts';
import { cardKeyOf, unitsOf, type Amounts } from '#app/core/values/units.ts';
import { membersAfter } from '#app/db/members/members-after.server.ts';
import { lockMembers, type LockedMember } from '#app/db/members/members.server.ts';
import type { DueOrder } from '#app/db/orders/due-orders.server.ts';
import { ordersThatCouldEarn } from '#app/db/past-orders/past-members.server.ts';
import {
  changePastOrders,
  forgetInCount,
  type PastOrdersRow,
} from '#app/db/past-orders/past-orders.server.ts';
import { pool, withTransaction } from '#app/db/pool.server.ts';
import { readTitleBook } from '#app/db/stamps/card-titles.server.ts';
import { askFactsApart } from './ask-facts-apart.ts';
import type { PastShop } from './go-on-with-past.ts';
import { later } from './later.ts';

const AT_ONCE = 200;
const ALIVE_MS = 120_000;

/** Goes on from the last members that were added up. Throws a Failure when Shopify can't be asked what the rules need. */
export async function countPast(shop: PastShop, row: PastOrdersRow): Promise<boolean> {
  let sum = row.counted ?? NOTHING_COUNTED;
  for (let after = row.afterMember; ;) {
    const memberIds = await membersAfter(pool(), shop.id, after, AT_ONCE);
    sum = await countMembers(shop, row, memberIds, sum);
    after = memberIds.at(-1) ?? after;
    const isEnd = memberIds.length < AT_ONCE;
    const change = { counted: sum, afterMember: isEnd ? '0' : after, dueAt: isEnd ? null : later(ALIVE_MS) };
    const kept = await changePastOrders(pool(), shop.id, 'counting', {
      ...change,
      ...(isEnd && { step: 'counted' as const }),
    });
    if (kept && isEnd) await forgetInCount(pool(), shop.id);
    if (!kept || isEnd) return false;
  }
}

/** The instant from which on orders earn; null for all. */
export const earnsSince = ({ program }: PastShop, { awardsFrom }: PastOrdersRow): Date | null =>
  awardsFrom === null ? null : startOfDay(program.timeZone, awardsFrom);

async function countMembers(
  shop: PastShop,
  row: PastOrdersRow,
  memberIds: readonly string[],
  before: CountedOrders,
): Promise<CountedOrders> {
  const { id, program } = shop;
  const version = row.version ?? program.publishedVersion;
  const orders = await ordersThatCouldEarn(pool(), id, { from: earnsSince(shop, row), memberIds, version });
  if (orders.length === 0) return before;
  const { asked, told, untold } = await askFactsApart(program, orders, id, before.untold?.orders ?? 0);
  const sum = addUntold(before, orders.length, untold.map(nameOf));
  if (told.length === 0) return sum;
  const { members, book } = await withTransaction((client) => look(client, shop, told));
  const index = indexOfMembers(members);
  const nothing = { posted: new Map(), decisions: new Map() };
  const { evaluated, cards } = evaluateOrders(told, { program, asked, book, members: index, ...nothing });
  const rules = program.versions.find(({ number }) => number === version)?.rules;
  const cheapest = Math.min(...(rules?.rewards ?? []).map(({ cost }) => cost));
  const counted = new Map<string, CountedMember>();
  for (const { member, evaluation } of evaluated) {
    if (!member) continue;
    const one = counted.get(member.id) ?? countedOf(member);
    counted.set(member.id, withOrder(one, evaluation.corrections));
  }
  const sizes = new Map(cards.map(({ member, cardKey, life }) => [`${member.id} ${cardKey}`, life.size]));
  return [...counted.values()].reduce(
    (all, one) =>
      addCounted(
        all,
        withCards(one, index.byId.get(one.memberId), sizes),
        Number.isFinite(cheapest) ? cheapest : null,
      ),
    sum,
  );
}

const nameOf = ({ newest, orderId }: DueOrder): string => newest?.name || orderId;

/** Looked at together, and locked for no longer. */
async function look(client: PoolClient, { id, program }: PastShop, orders: readonly DueOrder[]) {
  const memberIds = orders.flatMap(({ memberId }) => memberId ?? []);
  const members = await lockMembers(client, id, { customerIds: [], memberIds }, now());
  return { members, book: await readTitleBook(client, id, program.versions) };
}

function countedOf({ id, customerId, points }: LockedMember): CountedMember {
  return { memberId: id, customerId, orders: 0, earning: 0, gets: {}, points, fullCards: false };
}

function withOrder(
  one: CountedMember,
  corrections: readonly { unit: keyof Amounts; amount: number }[],
): CountedMember {
  const gets: Amounts = { ...one.gets };
  for (const { unit, amount } of corrections) gets[unit] = (gets[unit] ?? 0) + amount;
  const earns = corrections.some(({ amount }) => amount > 0);
  return { ...one, gets, orders: one.orders + 1, earning: one.earning + (earns ? 1 : 0) };
}

/** A card that is full by these, and wasn't before. */
function withCards(
  one: CountedMember,
  member: LockedMember | undefined,
  sizes: ReadonlyMap<string, number>,
): CountedMember {
  const fullCards = unitsOf(one.gets).some((unit) => {
    const key = cardKeyOf(unit);
    const card = key === null ? undefined : member?.cards.get(key);
    const size = sizes.get(`${one.memberId} ${key ?? ''}`) ?? card?.size ?? Infinity;
    const has = card?.stamps ?? 0;
    return key !== null && has < size && has + (one.gets[unit] ?? 0) >= size;
  });
  return { ...one, fullCards };
}
