// Orders that were sent and haven't come yet, as far as is known: asked about once a day.
import type { DeliveryDays } from '#app/core/history/delivery-days.ts';
import { ownInOrder } from '../members/members-in-order.server.ts';
import type { Queryable } from '../pool.server.ts';
import { shopsHaving } from '../upkeep/shops-having.server.ts';
import { ASKED_DAYS } from './kept-orders.server.ts';

export async function shopsWithDueDeliveries(db: Queryable, at: Date): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>(
    `select id from ${shopsHaving('KeptOrder', 'k', 'k."deliveryDueAt" <= $1')} as due order by id`,
    [at],
  );
  return rows.map(({ id }) => id);
}

export async function dueDeliveries(
  db: Queryable,
  shopId: number,
  at: Date,
  limit: number,
): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `select k."orderId"::text as id from "KeptOrder" k where k."shopId" = $1 and k."deliveryDueAt" <= $2
     order by k."deliveryDueAt" limit $3`,
    [shopId, at, limit],
  );
  return rows.map(({ id }) => id);
}

export type ReadDelivery = DeliveryDays & { orderId: string };

/**
 * What Shopify said of them; of those that it didn't know nothing changes. All are asked about again, unless they have come. Their members
 * are locked first, as by whoever applies orders or moves them.
 */
export async function saveDeliveries(
  db: Queryable,
  shopId: number,
  { asked, read }: { asked: readonly string[]; read: readonly ReadDelivery[] },
  next: Date,
): Promise<void> {
  await db.query(
    `${ownInOrder(`m."shopId" = $1 and m.id in (select k."memberId" from "KeptOrder" k where k."shopId" = $1
        and k."orderId" = any($2::bigint[]))`)}
     update "KeptOrder" k set "promisedOn" = coalesce(r.promised, k."promisedOn"),
       "deliveredOn" = coalesce(r.delivered, k."deliveredOn"),
       "deliveryDueAt" = case when coalesce(r.delivered, k."deliveredOn") is null
         and k.day > ($4::timestamptz)::date - ${ASKED_DAYS} then $4::timestamptz end
     from own, unnest($2::bigint[]) as a(id)
     left join unnest($3::bigint[], $5::date[], $6::date[]) as r(id, promised, delivered) on r.id = a.id
     where k."shopId" = $1 and k."orderId" = a.id and k."memberId" = own.id`,
    [
      shopId,
      asked,
      read.map(({ orderId }) => orderId),
      next,
      read.map(({ promisedOn }) => promisedOn),
      read.map(({ deliveredOn }) => deliveredOn),
    ],
  );
}
