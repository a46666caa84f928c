// Customers who asked for a copy of their data, and by when they must have it.
import { now } from '#app/clock.server.ts';
import { answerBy } from '#app/core/members/people-request.ts';
import { memberIdsOf } from '#app/db/members/member-data.server.ts';
import { openRequests } from '#app/db/members/people-requests.server.ts';
import { pool } from '#app/db/pool.server.ts';

export type DataRequest = {
  id: string;
  customerId: string;
  requestedAt: Date;
  answerBy: Date;
  late: boolean;
  /** Null for a customer who isn't a member. */
  memberId: string | null;
};

/** A page holds more than a merchant ever has open. */
const MOST_SHOWN = 100;

export async function readDataRequests(shopId: number): Promise<DataRequest[]> {
  const open = await openRequests(pool(), shopId, ['data'], MOST_SHOWN);
  const customers = open.flatMap(({ customerId }) => customerId ?? []);
  const members = await memberIdsOf(pool(), shopId, customers);
  const at = now();
  return open.flatMap(({ id, customerId, requestedAt }) => {
    if (customerId === null) return [];
    const by = answerBy(requestedAt);
    const memberId = members.get(customerId) ?? null;
    return [{ id, customerId, requestedAt, answerBy: by, late: by < at, memberId }];
  });
}
