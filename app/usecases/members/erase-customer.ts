// `customers/redact`: the person goes, the sums stay.
import type { PoolClient } from 'pg';
import { now } from '#app/clock.server.ts';
import { lockPerson } from '#app/db/members/erasure.server.ts';
import type { OpenRequest } from '#app/db/members/people-requests.server.ts';
import { onErasing } from './on-erasing.ts';

/** With only an e-mail there is nothing of ours to erase but the orders it names. In the caller's transaction. */
export async function eraseCustomer(
  client: PoolClient,
  shopId: number,
  { customerId, orderIds }: Pick<OpenRequest, 'customerId' | 'orderIds'>,
): Promise<void> {
  const memberIds = await lockPerson(client, shopId, customerId, orderIds);
  await onErasing(client, { shopId, customerId, memberIds, orderIds, at: now() });
}
