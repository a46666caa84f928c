// The catalogue of jobs: name → payload, key, retries. Payloads carry ids, never amounts: a job reads the state now.
import { z } from 'zod';

const ofShop = z.object({ shopId: z.int().positive() });
const none = z.object({}).catchall(z.unknown());
/** What a line of the crontab adds to its job: the minute for which it was due. */
const ofMinute = z.object({ _cron: z.object({ ts: z.coerce.date() }) });

/**
 * `perShop` jobs have one waiting job per shop (job key) and, in one process, run one at a time per shop (flag), both named
 * `<name>/<shopId>`. In two processes two may run at once: each job must be safe then.
 */
export const JOBS = {
  apply_orders: { payload: ofShop, perShop: true, maxAttempts: 25 },
  sync_members: { payload: ofShop, perShop: true, maxAttempts: 25 },
  sync_program: { payload: ofShop, perShop: true, maxAttempts: 25 },
  sync_discounts: { payload: ofShop, perShop: true, maxAttempts: 25 },
  fill_codes: { payload: ofShop, perShop: true, maxAttempts: 25 },
  reconcile_shop: { payload: ofShop, perShop: true, maxAttempts: 25 },
  carry_out_requests: { payload: ofShop, perShop: true, maxAttempts: 25 },
  follow_shop: { payload: ofShop, perShop: true, maxAttempts: 25 },
  check_installation: { payload: ofShop, perShop: true, maxAttempts: 25 },
  erase_shop: { payload: ofShop, perShop: true, maxAttempts: 25 },
  own_discounts: { payload: ofShop, perShop: true, maxAttempts: 25 },
  release_vouchers: { payload: ofShop, perShop: true, maxAttempts: 25 },
  sweep_occasions: { payload: ofShop, perShop: true, maxAttempts: 25 },
  give_lists: { payload: ofShop, perShop: true, maxAttempts: 25 },
  tell_notices: { payload: ofShop, perShop: true, maxAttempts: 25 },
  lapse_choices: { payload: ofShop, perShop: true, maxAttempts: 25 },
  read_birthdays: { payload: ofShop, perShop: true, maxAttempts: 25 },
  read_consents: { payload: ofShop, perShop: true, maxAttempts: 25 },
  read_collections: { payload: ofShop, perShop: true, maxAttempts: 25 },
  read_history: { payload: ofShop, perShop: true, maxAttempts: 25 },
  past_orders: { payload: ofShop, perShop: true, maxAttempts: 25 },
  move_in: { payload: ofShop, perShop: true, maxAttempts: 25 },
  read_theme: { payload: ofShop, perShop: true, maxAttempts: 25 },
  sweep_all: { payload: none, perShop: false, maxAttempts: 3 },
  reconcile_turn: { payload: ofMinute, perShop: false, maxAttempts: 3 },
  reconcile_all: { payload: none, perShop: false, maxAttempts: 3 },
  check_ledger: { payload: none, perShop: false, maxAttempts: 3 },
  rescue_jobs: { payload: none, perShop: false, maxAttempts: 1 },
  fill_order_columns: { payload: none, perShop: false, maxAttempts: 3 },
  reseal_sessions: { payload: none, perShop: false, maxAttempts: 3 },
  sweep_deliveries: { payload: none, perShop: false, maxAttempts: 3 },
} as const;

export type JobName = keyof typeof JOBS;
export type ShopJobName = { [N in JobName]: (typeof JOBS)[N]['perShop'] extends true ? N : never }[JobName];
