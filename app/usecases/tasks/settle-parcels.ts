// What goes into which parcels follows the orders, in the transaction that applies them.
import type { PoolClient } from 'pg';
import type { AppliedOrders } from '#app/core/orders/applied-orders.ts';
import { packingRules, type PackingRule } from '#app/core/moments/packing-rules.ts';
import { settleParcels, type SettledParcels } from '#app/core/tasks/settle-parcels.ts';
import { addDays, dayIn } from '#app/core/values/days.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { lockMembers } from '#app/db/members/members.server.ts';
import type { ShopProgram } from '#app/db/program/programs.server.ts';
import { buyersSince, parcelsOf, saveParcels } from '#app/db/tasks/parcels.server.ts';
import { membersAmong } from '#app/db/who/members-among.server.ts';
import { waitingRules } from '../who/waiting-rules.ts';

/** Of orders that weren't sent by that day: a collection that decides of them is known. */
export async function settleParcelsSince(
  client: PoolClient,
  { shopId, timeZone, versions }: { shopId: number } & Pick<ShopProgram, 'timeZone' | 'versions'>,
  day: string,
  at: Date,
): Promise<void> {
  const rules = packingRules(versions);
  if (rules.size === 0) return;
  const buyers = await buyersSince(client, shopId, day, MOST_SETTLED);
  const wanted = { customerIds: [], memberIds: buyers, onlyKnown: true } as const;
  const memberIds = (await lockMembers(client, shopId, wanted, at)).map(({ id }) => id);
  await settle(client, { shopId, timeZone, at }, rules, { memberIds, orderIds: [], sentSince: day });
}

type Shop = { shopId: number; timeZone: string; at: Date };
type Rules = ReadonlyMap<number, readonly PackingRule[]>;
type Changed = { orderIds: readonly string[]; memberIds: readonly string[]; sentSince: string | null };

/** A parcel that left before Shopify's count was known is told of for so many days. */
const TOLD_DAYS = 7;
/** Of the last buyers. */
const MOST_SETTLED = 1_000;

/** Costs nothing where no version ever put anything into a parcel. */
export async function settleParcelsAfterOrders(client: PoolClient, applied: AppliedOrders): Promise<void> {
  const { versions, orderIds, ownerIds: memberIds } = applied;
  const rules = packingRules(versions);
  if (rules.size > 0 && memberIds.length > 0)
    await settle(client, applied, rules, { orderIds, memberIds, sentSince: null });
}

/** Once Shopify's own count of their orders is known. */
export async function settleParcelsOfCustomers(
  client: PoolClient,
  { shopId, timeZone, versions }: { shopId: number } & Pick<ShopProgram, 'timeZone' | 'versions'>,
  customerIds: readonly string[],
  at: Date,
): Promise<void> {
  const rules = packingRules(versions);
  if (rules.size === 0 || customerIds.length === 0) return;
  const wanted = { customerIds, memberIds: [], onlyKnown: true } as const;
  const memberIds = (await lockMembers(client, shopId, wanted, at)).map(({ id }) => id);
  const sentSince = addDays(dayIn(timeZone, at), -TOLD_DAYS);
  await settle(client, { shopId, timeZone, at }, rules, { memberIds, orderIds: [], sentSince });
}

async function settle(client: PoolClient, shop: Shop, rules: Rules, changed: Changed): Promise<void> {
  const { shopId, timeZone, at } = shop;
  const today = dayIn(timeZone, at);
  const known = await parcelsOf(client, shopId, { ...changed, versions: [...rules.keys()] });
  const settled = known.map(({ memberId, ...theirs }) => settleParcels(memberId, rules, theirs));
  const put = await amongWho(
    client,
    shopId,
    settled.flatMap((each) => each.put),
    today,
  );
  const states = settled.flatMap((each) => each.states);
  await saveParcels(client, shopId, { put, states }, { today, at });
  // Who is new is asked about at once: a parcel may leave within the hour.
  if (known.some(({ parcels }) => parcels.some(({ number }) => number === null)))
    await enqueue(client, 'read_history', { shopId });
}

/** Those for members whom their rule is about. */
async function amongWho(
  client: PoolClient,
  shopId: number,
  put: SettledParcels['put'],
  today: string,
): Promise<SettledParcels['put']> {
  const meant: SettledParcels['put'] = [];
  const rules = [...new Set(put.map((task) => task.rule))];
  const waiting = await waitingRules(client, shopId, rules);
  for (const rule of rules.filter(({ key }) => !waiting.keys.has(key))) {
    const ofRule = put.filter((task) => task.rule === rule);
    const memberIds = ofRule.map(({ memberId }) => memberId);
    const among = await membersAmong(client, shopId, rule.who, memberIds, today);
    meant.push(...ofRule.filter(({ memberId }) => among.has(memberId)));
  }
  return meant;
}
