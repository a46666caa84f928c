// Steps after a member's units moved to the survivor, in this order: one line a feature, in the merging transaction.
import type { PoolClient } from 'pg';
import type { MergedPair } from '#app/core/members/merged-pair.ts';
import { moveHistory } from '#app/db/history/people-history.server.ts';
import { moveChoices } from '#app/db/choosing/choices.server.ts';
import { leaveSurvivorOut } from '#app/db/members/left-out.server.ts';
import { handOver } from '#app/db/members/merged-members.server.ts';
import { moveLifeDates } from '#app/db/life-dates/life-dates.server.ts';
import { followTold } from '#app/db/notices/follow-told.server.ts';
import { moveBirthday } from '#app/db/moments/birthdays.server.ts';
import { moveConsent } from '#app/db/moments/consents.server.ts';
import { moveTasks } from '#app/db/tasks/people-tasks.server.ts';
import { settleMergedVouchers } from '../rewards/settle-merged-vouchers.ts';
import { closeMerged } from '../leaving/close-merged.ts';
import { followMerge } from '../past-orders/follow-merge.ts';
import { ringBell } from '../upkeep/ring-bell.ts';

type AfterMerge = (client: PoolClient, pair: MergedPair) => Promise<void>;

const AFTER_MERGE: readonly AfterMerge[] = [
  leaveSurvivorOut,
  handOver,
  moveHistory,
  moveTasks,
  settleMergedVouchers,
  moveBirthday,
  moveConsent,
  moveLifeDates,
  moveChoices,
  followTold,
  closeMerged,
  followMerge,
  ringBell('sync_members'),
  // The survivor may be due what the loser's date or orders bring.
  ringBell('sweep_occasions'),
  // Orders that looked up the loser before the lock were left for later.
  ringBell('apply_orders'),
];

export async function afterMerge(client: PoolClient, pair: MergedPair): Promise<void> {
  for (const follow of AFTER_MERGE) await follow(client, pair);
}
