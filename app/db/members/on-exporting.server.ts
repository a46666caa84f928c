// Each feature's part, in this order, of the file about a person that the merchant hands to a customer who asks for it.
import { EXPORTED_PURCHASES } from '../history/exported-purchases.server.ts';
import { EXPORTED_ADJUSTMENTS, EXPORTED_ENTRIES } from '../ledger/exported-entries.server.ts';
import { EXPORTED_TIMES_LEFT_OUT } from './left-out.server.ts';
import { EXPORTED_BIRTHDAY, EXPORTED_BIRTHDAY_CHANGES } from '../moments/exported-birthdays.server.ts';
import { EXPORTED_ORDERS } from '../orders/exported-orders.server.ts';
import { EXPORTED_GIFTS, EXPORTED_VOUCHERS } from '../rewards/exported-rewards.server.ts';
import { EXPORTED_CARDS } from '../stamps/exported-cards.server.ts';

const OWN = `'customerId', m."customerId"::text, 'joinedAt', m."joinedAt", 'points', m.points,
  'pendingPoints', m."pendingPoints", 'leftOut', m.blocked, 'joinedOn', m."joinedOn"`;

/** Names and values of one JSON object, for each member `m`. */
const ON_EXPORTING_A_MEMBER = [OWN, EXPORTED_BIRTHDAY].join(', ');

const MEMBERS = `'members', (select coalesce(json_agg(json_build_object(${ON_EXPORTING_A_MEMBER})
    order by m.id), '[]') from "Member" m where m."shopId" = $1 and m.id in (select id from person))`;

/** Lists of rows by name, of shop `$1` and the members whose ids are `person`. */
export const ON_EXPORTING: readonly string[] = [
  MEMBERS,
  EXPORTED_CARDS,
  EXPORTED_ENTRIES,
  EXPORTED_ADJUSTMENTS,
  EXPORTED_GIFTS,
  EXPORTED_VOUCHERS,
  EXPORTED_BIRTHDAY_CHANGES,
  EXPORTED_TIMES_LEFT_OUT,
  EXPORTED_ORDERS,
  EXPORTED_PURCHASES,
];
