// Requests about people: merged customers, copies of data, erasures. Open while `doneAt` is null.
import type { ErasedPerson } from '#app/core/members/erased-person.ts';
import type { Delivery } from '#app/core/shop/delivery.ts';
import type { NewPeopleRequest, PeopleRequestKind } from '#app/core/members/people-request.ts';
import type { Queryable } from '../pool.server.ts';

/** The same delivery again changes nothing. */
export async function addPeopleRequest(
  db: Queryable,
  shopId: number,
  delivery: Pick<Delivery, 'webhookId' | 'triggeredAt' | 'receivedAt'>,
  request: NewPeopleRequest,
): Promise<void> {
  await db.query(
    `insert into "PeopleRequest" ("shopId", "webhookId", kind, "customerId", "otherCustomerId", "orderIds", "requestedAt")
     values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
    [
      shopId,
      delivery.webhookId,
      request.kind,
      request.customerId,
      request.otherCustomerId,
      request.orderIds,
      delivery.triggeredAt ?? delivery.receivedAt,
    ],
  );
}

export type OpenRequest = {
  id: string;
  webhookId: string;
  kind: PeopleRequestKind;
  customerId: string | null;
  otherCustomerId: string | null;
  orderIds: string[];
  requestedAt: Date;
};

const COLUMNS = `id::text, "webhookId", kind, "customerId"::text, "otherCustomerId"::text, "orderIds"::text[],
  "requestedAt"`;

/** Oldest first. */
export async function openRequests(
  db: Queryable,
  shopId: number,
  kinds: readonly PeopleRequestKind[],
  limit: number,
): Promise<OpenRequest[]> {
  const { rows } = await db.query<OpenRequest>(
    `select ${COLUMNS} from "PeopleRequest"
     where "shopId" = $1 and "doneAt" is null and kind = any($2) order by id limit $3`,
    [shopId, kinds, limit],
  );
  return rows;
}

/** Shops with a request that is ours to carry out; copies of data wait for the merchant. */
export async function shopsWithOpenRequests(db: Queryable): Promise<number[]> {
  const { rows } = await db.query<{ shopId: number }>(
    `select distinct "shopId" from "PeopleRequest"
     where "doneAt" is null and kind in ('merge', 'redact') order by "shopId"`,
  );
  return rows.map(({ shopId }) => shopId);
}

/** Locked, so that two workers never carry out one request at once; null when it has been carried out. */
export async function lockRequest(db: Queryable, shopId: number, id: string): Promise<OpenRequest | null> {
  const { rows } = await db.query<OpenRequest>(
    `select ${COLUMNS} from "PeopleRequest" where "shopId" = $1 and id = $2 and "doneAt" is null for update`,
    [shopId, id],
  );
  return rows[0] ?? null;
}

/** The delivery that brought it needs to be kept no longer, nor what it named. */
export async function finishRequest(
  db: Queryable,
  shopId: number,
  request: Pick<OpenRequest, 'id' | 'webhookId'>,
  now: Date,
): Promise<void> {
  await db.query('update "PeopleRequest" set "doneAt" = $3 where "shopId" = $1 and id = $2', [
    shopId,
    request.id,
    now,
  ]);
  await db.query(
    `update "WebhookDelivery" set outcome = 'done', subject = null
     where "webhookId" = $2 and "shopDomain" = (select domain from "Shop" where id = $1)`,
    [shopId, request.webhookId],
  );
}

/** Requests that were none: whatever is open of the kind is closed. */
export async function dropRequests(
  db: Queryable,
  shopId: number,
  kind: PeopleRequestKind,
  now: Date,
): Promise<void> {
  await db.query(
    'update "PeopleRequest" set "doneAt" = $3 where "shopId" = $1 and kind = $2 and "doneAt" is null',
    [shopId, kind, now],
  );
}

/** Open requests for a copy of one customer's data. */
export async function openDataRequestIds(
  db: Queryable,
  shopId: number,
  customerId: string,
): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `select id::text from "PeopleRequest"
     where "shopId" = $1 and kind = 'data' and "customerId" = $2 and "doneAt" is null order by id`,
    [shopId, customerId],
  );
  return rows.map(({ id }) => id);
}

/** Finished requests that name an erased customer. */
export async function forgetMerges(db: Queryable, { shopId, customerId }: ErasedPerson): Promise<void> {
  if (customerId === null) return;
  await db.query(
    `delete from "PeopleRequest" where "shopId" = $1 and kind = 'merge' and "doneAt" is not null
     and ("customerId" = $2 or "otherCustomerId" = $2)`,
    [shopId, customerId],
  );
}

export async function deleteRequestsDoneBefore(db: Queryable, before: Date): Promise<void> {
  await db.query('delete from "PeopleRequest" where "doneAt" < $1', [before]);
}
