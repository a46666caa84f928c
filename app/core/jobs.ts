// The catalogue of jobs: name → payload, key, retries. Payloads carry ids, never amounts: a job reads the state now.
import { z } from 'zod';

const ofShop = z.object({ shopId: z.int().positive() });
const none = z.object({}).catchall(z.unknown());

/**
 * `perShop` jobs have one waiting job per shop (job key) and run one at a time per shop (queue),
 * both named `<name>/<shopId>`.
 */
export const JOBS = {
  apply_orders: { payload: ofShop, perShop: true, maxAttempts: 25 },
  sync_members: { payload: ofShop, perShop: true, maxAttempts: 25 },
  sync_program: { payload: ofShop, perShop: true, maxAttempts: 25 },
  sync_discounts: { payload: ofShop, perShop: true, maxAttempts: 25 },
  reconcile_shop: { payload: ofShop, perShop: true, maxAttempts: 25 },
  carry_out_requests: { payload: ofShop, perShop: true, maxAttempts: 25 },
  follow_shop: { payload: ofShop, perShop: true, maxAttempts: 25 },
  check_installation: { payload: ofShop, perShop: true, maxAttempts: 25 },
  erase_shop: { payload: ofShop, perShop: true, maxAttempts: 25 },
  sweep_occasions: { payload: ofShop, perShop: true, maxAttempts: 25 },
  read_birthdays: { payload: ofShop, perShop: true, maxAttempts: 25 },
  sweep_all: { payload: none, perShop: false, maxAttempts: 3 },
  reconcile_all: { payload: none, perShop: false, maxAttempts: 3 },
  check_ledger: { payload: none, perShop: false, maxAttempts: 3 },
  rescue_jobs: { payload: none, perShop: false, maxAttempts: 1 },
  fill_order_columns: { payload: none, perShop: false, maxAttempts: 3 },
  reseal_sessions: { payload: none, perShop: false, maxAttempts: 3 },
  sweep_deliveries: { payload: none, perShop: false, maxAttempts: 3 },
} as const;

export type JobName = keyof typeof JOBS;
export type ShopJobName = { [N in JobName]: (typeof JOBS)[N]['perShop'] extends true ? N : never }[JobName];
