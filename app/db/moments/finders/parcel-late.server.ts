import { numberOf, type Finder } from './finder.server.ts';

/** By the index of promised days. */
export const parcelLate: Finder = {
  text: `select k."memberId" as id, k."orderId"::text as name from "KeptOrder" k
    where k."shopId" = $1 and k."promisedOn" between $2::date - $4::int and $3::date - $4::int
      and (k."deliveredOn" is null or k."deliveredOn" > k."promisedOn" + $4::int)`,
  values: (rule) => [numberOf(rule, 'days')],
};
