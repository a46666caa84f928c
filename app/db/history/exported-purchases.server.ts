import { ofShop } from '../shop/of-shop.server.ts';

/** A customer's purchases of shop `$1` as the file of their data lists them; `person` are the ids of their members. */
export const EXPORTED_PURCHASES = `'purchases', (select coalesce(json_agg(json_build_object('orderId', k."orderId"::text,
    'day', k.day, 'kept', k."keptMinor", 'ourDiscounts', k."ourMinor", 'otherDiscounts', k."othersMinor", 'placedAt', k.source,
    'handledOn', k."handledOn", 'promisedOn', k."promisedOn", 'deliveredOn', k."deliveredOn") order by k.day, k."orderId"), '[]')
  from "KeptOrder" k where ${ofShop('k', '$1')} and k."memberId" in (select id from person))`;
