// The orders that ever named a voucher's code, for a statement that lists vouchers `v` of the shop $1.
import { orderName } from '../orders/told-columns.server.ts';

export type OrderOfReward = {
  id: string;
  /** As merchants read it, "#1001", or its id where the name isn't known any more. */
  name: string;
  /** The order goes on, and bears the code. */
  counts: boolean;
  /** What the reward took off it, in the shop's minor units; null where that isn't known. */
  offMinor: number | null;
};

export const ORDERS_OF_VOUCHER = `(select coalesce(json_agg(json_build_object('id', u."orderId"::text,
      'name', coalesce(nullif(${orderName('o')}, ''), u."orderId"::text), 'counts', u.counts, 'offMinor', u."offMinor")
    order by u."orderId"), '[]')
  from "VoucherUse" u left join "Order" o on o."shopId" = u."shopId" and o."orderId" = u."orderId"
  where u."shopId" = $1 and u."voucherId" = v.id)`;
