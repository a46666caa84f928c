// A customer's entries as the file of their data lists them, and why a merchant gave or took; `person` are the ids of their
// members.
import { ofShop } from '../shop/of-shop.server.ts';

export const EXPORTED_ENTRIES = `'entries', (select coalesce(json_agg(json_build_object('at', e."occurredAt",
    'unit', e.unit, 'kind', e.kind, 'amount', e.amount, 'balanceAfter', e."balanceAfter", 'orderId', e."orderId"::text,
    'explanation', e.explanation) order by e.id), '[]')
  from "LedgerEntry" e where ${ofShop('e', '$1')} and e."memberId" in (select id from person))`;

export const EXPORTED_ADJUSTMENTS = `'adjustments', (select coalesce(json_agg(json_build_object('at', a."madeAt",
    'unit', a.unit, 'amount', a.amount, 'reason', a.reason, 'note', a.note) order by a."madeAt"), '[]')
  from "Adjustment" a where a."shopId" = $1 and a."memberId" in (select id from person))`;
