import { ofShop } from '../shop/of-shop.server.ts';

/** A customer's orders of shop `$1` as the file of their data lists them; `person` are the ids of their members. */
export const EXPORTED_ORDERS = `'orders', (select coalesce(json_agg(json_build_object('orderId', o."orderId"::text,
    'order', o.snapshot, 'facts', o.facts) order by o."orderId"), '[]')
  from "Order" o where ${ofShop('o', '$1')} and o."memberId" in (select id from person))`;
