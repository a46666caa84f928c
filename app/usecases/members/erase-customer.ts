// `customers/redact`: the person goes, the sums stay.
import type { PoolClient } from 'pg';
import { now } from '#app/clock.server.ts';
import { eraseMembers, eraseOrders, lockPerson } from '#app/db/members/erasure.server.ts';
import { forgetMerges, type OpenRequest } from '#app/db/members/people-requests.server.ts';

/** With only an e-mail there is nothing of ours to erase but the orders it names. In the caller's transaction. */
export async function eraseCustomer(
  client: PoolClient,
  shopId: number,
  { customerId, orderIds }: Pick<OpenRequest, 'customerId' | 'orderIds'>,
): Promise<void> {
  const memberIds = customerId === null ? [] : await lockPerson(client, shopId, customerId);
  await eraseOrders(client, shopId, { memberIds, orderIds }, now());
  await eraseMembers(client, shopId, memberIds, now());
  if (customerId !== null) await forgetMerges(client, shopId, customerId);
}
