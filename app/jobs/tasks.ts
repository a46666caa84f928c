// Each job: parse its payload, then one use case.
import type { Task, TaskList } from 'graphile-worker';
import { JOBS, type JobName, type ShopJobName } from '#app/core/jobs.ts';
import { lapseChoices } from '#app/usecases/choosing/lapse-choices.ts';
import { fillCodes } from '#app/usecases/rewards/fill-codes.ts';
import { carryOutRequests } from '#app/usecases/members/carry-out-requests.ts';
import { checkInstallation } from '#app/usecases/shop/check-installation.ts';
import { checkLedger } from '#app/usecases/upkeep/check-ledger.ts';
import { eraseShop } from '#app/usecases/shop/erase-shop.ts';
import { followShop } from '#app/usecases/shop/follow-shop.ts';
import { giveLists } from '#app/usecases/moments/give-lists.ts';
import { importConsents } from '#app/usecases/moments/import-consents.ts';
import { importBirthdays } from '#app/usecases/moments/import-birthdays.ts';
import { ringReconciliations } from '#app/usecases/orders/ring-reconciliations.ts';
import { reconcileShop } from '#app/usecases/orders/reconcile-shop.ts';
import { fillOrderColumns } from '#app/usecases/upkeep/fill-order-columns.ts';
import { tendOwnDiscounts } from '#app/usecases/rewards/own/tend-own-discounts.ts';
import { readHistoryOfShop } from '#app/usecases/history/read-history-of-shop.ts';
import { countOrdersBefore } from '#app/usecases/past-orders/count-orders-before.ts';
import { goOnWithPast } from '#app/usecases/past-orders/go-on-with-past.ts';
import { releaseVouchers } from '#app/usecases/rewards/release-vouchers.ts';
import { rescueJobs } from '#app/usecases/upkeep/rescue-jobs.ts';
import { applyOrders } from '#app/usecases/orders/apply-orders.ts';
import { ringSweeps } from '#app/usecases/moments/ring-sweeps.ts';
import { putJobOff } from '#app/usecases/upkeep/put-job-off.ts';
import { resealSessions } from '#app/usecases/upkeep/reseal-sessions.ts';
import { deleteOldRecords } from '#app/usecases/upkeep/delete-old-records.ts';
import { sweepMoments } from '#app/usecases/moments/sweep-moments.ts';
import { tellNotices } from '#app/usecases/notices/tell-notices.ts';
import { syncDiscounts } from '#app/usecases/discounts/sync-discounts.ts';
import { goOnMoving } from '#app/usecases/moving-in/go-on-moving.ts';
import { importTheme } from '#app/usecases/storefront/import-theme.ts';
import { syncMembers } from '#app/usecases/storefront/sync-members.ts';
import { syncProgram } from '#app/usecases/storefront/sync-program.ts';
import { readCollections } from '#app/usecases/who/read-collections.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { runTask } from './run-task.ts';

type OfShop = (shopId: number, stop?: AbortSignal) => Promise<unknown>;

function ofShop(name: ShopJobName, work: OfShop): Task {
  return (payload, helpers) => {
    const { shopId } = JOBS[name].payload.parse(payload);
    const putOff = () => putJobOff(name, shopId);
    return oneAtATime(name, shopId, () => runTask(() => work(shopId, helpers.abortSignal), helpers, putOff));
  };
}

function ofAll(work: () => Promise<unknown>): Task {
  return (_payload, helpers) => runTask(work, helpers);
}

/** Turns are minutes of the hour. */
function ofTurn(work: (turn: number) => Promise<unknown>): Task {
  return (payload, helpers) => {
    const { _cron } = JOBS.reconcile_turn.payload.parse(payload);
    return runTask(() => work(_cron.ts.getUTCMinutes()), helpers);
  };
}

export const TASKS: TaskList = {
  apply_orders: ofShop('apply_orders', applyOrders),
  sync_members: ofShop('sync_members', syncMembers),
  sync_program: ofShop('sync_program', syncProgram),
  sync_discounts: ofShop('sync_discounts', syncDiscounts),
  fill_codes: ofShop('fill_codes', fillCodes),
  reconcile_shop: ofShop('reconcile_shop', reconcileShop),
  carry_out_requests: ofShop('carry_out_requests', carryOutRequests),
  follow_shop: ofShop('follow_shop', async (shopId) => {
    await followShop(shopId);
    await countOrdersBefore(shopId);
  }),
  check_installation: ofShop('check_installation', checkInstallation),
  erase_shop: ofShop('erase_shop', eraseShop),
  own_discounts: ofShop('own_discounts', tendOwnDiscounts),
  release_vouchers: ofShop('release_vouchers', (shopId) => releaseVouchers(shopId)),
  sweep_occasions: ofShop('sweep_occasions', (shopId) => sweepMoments(shopId)),
  give_lists: ofShop('give_lists', (shopId) => giveLists(shopId)),
  tell_notices: ofShop('tell_notices', tellNotices),
  lapse_choices: ofShop('lapse_choices', (shopId) => lapseChoices(shopId)),
  read_birthdays: ofShop('read_birthdays', (shopId) => importBirthdays(shopId)),
  read_consents: ofShop('read_consents', (shopId) => importConsents(shopId)),
  read_collections: ofShop('read_collections', readCollections),
  read_history: ofShop('read_history', readHistoryOfShop),
  past_orders: ofShop('past_orders', goOnWithPast),
  move_in: ofShop('move_in', goOnMoving),
  read_theme: ofShop('read_theme', importTheme),
  sweep_all: ofAll(() => ringSweeps()),
  reconcile_turn: ofTurn(ringReconciliations),
  reconcile_all: ofAll(() => ringReconciliations()),
  check_ledger: ofAll(checkLedger),
  rescue_jobs: (_payload, helpers) => runTask(() => rescueJobs(undefined, helpers.abortSignal), helpers),
  fill_order_columns: ofAll(fillOrderColumns),
  reseal_sessions: ofAll(resealSessions),
  sweep_deliveries: ofAll(deleteOldRecords),
} satisfies Record<JobName, Task>;
