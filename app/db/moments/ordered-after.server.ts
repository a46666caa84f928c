// Whether a member ordered within so many days after an instant, as whoever they are now. A kept order tells its day alone; which of the same
// day came after is told by the order itself, and isn't known of one that was read from before the program.
import { placedAt } from '../orders/told-columns.server.ts';

type After = { memberId: string; at: string; zone: string; days: string };

/** $1 is the shop. A member's own orders are read first, and never all of those days. */
export const orderedAfter = ({ memberId, at, zone, days }: After): string => `exists (
  select 1 from (select (${at} at time zone ${zone})::date as day) as given
  cross join lateral survivors_of($1, ${memberId}) as owner
  cross join lateral (
    select k.day, k."orderId" from "KeptOrder" k where k."shopId" = $1 and k."memberId" = owner.id offset 0
  ) as k
  where owner."mergedIntoId" is null and k.day between given.day and given.day + ${days} and (k.day > given.day or exists (
    select 1 from "Order" o where o."shopId" = $1 and o."orderId" = k."orderId" and ${placedAt('o')} > ${at})))`;
