// Everything that must hold in the end, one line each.
import { healthCheck, ledgerCheck } from './health.ts';
import { membersCheck } from './members.ts';
import { metafieldsCheck } from './metafields.ts';
import { entriesCheck, ordersCheck } from './orders.ts';
import type { TortureCheck } from './torture-check.ts';

export const CHECKS: readonly TortureCheck[] = [
  ordersCheck,
  entriesCheck,
  membersCheck,
  metafieldsCheck,
  healthCheck,
  ledgerCheck,
];
