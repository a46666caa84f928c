import { now } from '#app/clock.server.ts';
import type { ToldRequest } from '#app/core/members/told-request.ts';
import { daysBefore } from '#app/core/shop/retention.ts';
import { erasedShopsSince, requestsSince } from '#app/db/members/told-requests.server.ts';
import { pool } from '#app/db/pool.server.ts';

/** Requests about people and erased shops of the last days, for a list that is kept apart from the backups. */
export async function listRequests(days: number): Promise<ToldRequest[]> {
  const since = daysBefore(now(), days);
  return [...(await requestsSince(pool(), since)), ...(await erasedShopsSince(pool(), since))];
}
