import { numberOf, type Finder } from './finder.server.ts';

/** By the index of days of kept orders: who bought on these days, and often enough. */
export const nthOrder: Finder = {
  text: `select distinct m.id, null::text as name from "KeptOrder" k
    join "Member" m on m."shopId" = k."shopId" and m.id = k."memberId"
    where k."shopId" = $1 and k.day between $2::date and $3::date
      and m."keptOrders" + coalesce(m."ordersAtShopify", 0) >= $4::int`,
  values: (rule) => [numberOf(rule, 'n')],
};
