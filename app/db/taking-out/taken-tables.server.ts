// Everything that is taken out, each feature's part: whatever else is stored says in not-taken.ts why it stays.
import { TAKEN_NAMES, type TakenName } from '#app/core/taking-out/taken-names.ts';
import { PURCHASES } from '../history/taken-purchases.server.ts';
import { DEPARTURES } from '../leaving/taken-departures.server.ts';
import { LIFE_DATE_CHANGES, LIFE_DATES_TAKEN } from '../life-dates/taken-life-dates.server.ts';
import { ADJUSTMENTS, ENTRIES, OPEN_LOTS } from '../ledger/taken-entries.server.ts';
import { FORMER_MEMBERS, MEMBERS, TIMES_LEFT_OUT } from '../members/taken-members.server.ts';
import { NOTICES } from '../notices/taken-notices.server.ts';
import { BIRTHDAY_CHANGES } from '../moments/taken-birthdays.server.ts';
import { ORDERS } from '../orders/taken-orders.server.ts';
import { SHOP, VERSIONS } from '../program/taken-program.server.ts';
import { GIFTS, VOUCHER_USES, VOUCHERS } from '../rewards/taken-rewards.server.ts';
import { CARDS_TAKEN } from '../stamps/taken-cards.server.ts';
import { TASKS } from '../tasks/taken-tasks.server.ts';
import type { TakenTable } from './taken-table.ts';

const BY_NAME: Readonly<Record<TakenName, TakenTable>> = {
  members: MEMBERS,
  formerMembers: FORMER_MEMBERS,
  cards: CARDS_TAKEN,
  entries: ENTRIES,
  openLots: OPEN_LOTS,
  adjustments: ADJUSTMENTS,
  gifts: GIFTS,
  vouchers: VOUCHERS,
  voucherUses: VOUCHER_USES,
  tasks: TASKS,
  birthdayChanges: BIRTHDAY_CHANGES,
  lifeDates: LIFE_DATES_TAKEN,
  lifeDateChanges: LIFE_DATE_CHANGES,
  leftOut: TIMES_LEFT_OUT,
  departures: DEPARTURES,
  notices: NOTICES,
  orders: ORDERS,
  purchases: PURCHASES,
  versions: VERSIONS,
  shop: SHOP,
};

export const takenTable = (name: TakenName): TakenTable => BY_NAME[name];

export const TAKEN_TABLES: readonly TakenTable[] = TAKEN_NAMES.map(takenTable);
