// The members who ordered most since a day of the shop's calendar, for the home page.
import { TOP_MEMBERS } from '#app/core/members/member-filters.ts';
import { startOfDay } from '#app/core/values/days.ts';
import { topMembers, type TopMember } from '#app/db/members/top-members.server.ts';
import { pool } from '#app/db/pool.server.ts';

/** Null where too many ordered to be ranked for a page. */
export function readTopMembers(
  shop: { id: number; timeZone: string },
  since: string,
): Promise<TopMember[] | null> {
  return topMembers(pool(), shop.id, startOfDay(shop.timeZone, since), TOP_MEMBERS);
}
