// A customer's gifts and rewards as the file of their data lists them, their own codes among them; `person` are the ids of
// their members.
import { ofShop } from '../shop/of-shop.server.ts';

export const EXPORTED_GIFTS = `'gifts', (select coalesce(json_agg(json_build_object('at', g."givenAt", 'cause', g.cause,
    'gives', g.gives, 'state', g.state, 'reason', g.reason, 'note', g.note,
    'takenBackReason', g."takenBackReason") order by g."givenAt", g.cause), '[]')
  from "Gift" g where ${ofShop('g', '$1')} and g."memberId" in (select id from person))`;

const ORDERS = `(select coalesce(json_agg(u."orderId"::text order by u."orderId"), '[]') from "VoucherUse" u
    where u."shopId" = $1 and u."voucherId" = v.id)`;

export const EXPORTED_VOUCHERS = `'vouchers', (select coalesce(json_agg(json_build_object('code', v.code, 'gives', v.gives,
    'unit', v.unit, 'price', v.price, 'state', v.state, 'heldAt', v."heldAt", 'from', v."validFrom", 'until', v."validUntil",
    'usedAt', v."usedAt", 'releasedAt', v."releasedAt", 'takenBackReason', v."takenBackReason", 'orders', ${ORDERS}) order by v.id), '[]')
  from "Voucher" v where ${ofShop('v', '$1')} and v."memberId" in (select id from person))`;
