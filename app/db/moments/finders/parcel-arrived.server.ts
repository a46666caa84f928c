import { numberOf, type Finder } from './finder.server.ts';

/** By the index of days on which parcels came. */
export const parcelArrived: Finder = {
  text: `select k."memberId" as id, k."orderId"::text as name from "KeptOrder" k
    where k."shopId" = $1 and k."deliveredOn" between $2::date - $4::int and $3::date - $4::int`,
  values: (rule) => [numberOf(rule, 'days')],
};
