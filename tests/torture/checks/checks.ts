// Everything that must hold in the end, one line each.
import { codesCheck } from './codes.ts';
import { healthCheck, ledgerCheck } from './health.ts';
import { keptOrdersCheck } from './kept-orders.ts';
import { limitsCheck } from './limits.ts';
import { lotsCheck } from './lots.ts';
import { membersCheck } from './members.ts';
import { metafieldsCheck } from './metafields.ts';
import { entriesCheck, ordersCheck } from './orders.ts';
import { movedInCheck } from './moved-in.ts';
import { pastOrdersCheck } from './past-orders.ts';
import { choicesCheck } from './moments/choices.ts';
import { setByFilesCheck } from './set-by-files.ts';
import { datesCheck } from './moments/dates.ts';
import { dueMomentsCheck } from './moments/due-moments.ts';
import { mergedCheck } from './moments/merged.ts';
import { momentsCheck } from './moments/moments.ts';
import { noticesCheck } from './moments/notices.ts';
import { tasksCheck } from './moments/tasks.ts';
import { toldGiftsCheck } from './moments/told-gifts.ts';
import type { TortureCheck } from './torture-check.ts';
import { termsCheck } from './terms.ts';
import { vouchersCheck } from './vouchers.ts';

export const CHECKS: readonly TortureCheck[] = [
  ordersCheck,
  entriesCheck,
  membersCheck,
  vouchersCheck,
  termsCheck,
  limitsCheck,
  codesCheck,
  lotsCheck,
  keptOrdersCheck,
  pastOrdersCheck,
  movedInCheck,
  setByFilesCheck,
  momentsCheck,
  dueMomentsCheck,
  choicesCheck,
  datesCheck,
  mergedCheck,
  tasksCheck,
  noticesCheck,
  toldGiftsCheck,
  metafieldsCheck,
  healthCheck,
  ledgerCheck,
];
