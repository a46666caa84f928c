// A call that waits for the shop's bucket instead of failing: for whoever would lose, by beginning again, what earlier calls
// have brought.
import { setTimeout as wait } from 'node:timers/promises';
import { AdminThrottled } from '#app/errors.ts';
import { askAdmin } from './admin.server.ts';
import type { AdminAnswer } from './admin-answer.ts';
import type { AdminOperation } from './operation.ts';

/** Longer than the smallest plan's bucket needs for the dearest question. */
const PATIENCE_MS = 15_000;

/** As `callAdmin`; throws AdminThrottled only once it has waited for long. */
export async function callPatiently<R, V>(
  shopDomain: string,
  operation: AdminOperation<R, V>,
  variables: V,
): Promise<R> {
  return (await askPatiently(shopDomain, operation, variables)).data;
}

/** The same, with what it cost. */
export async function askPatiently<R, V>(
  shopDomain: string,
  operation: AdminOperation<R, V>,
  variables: V,
): Promise<AdminAnswer<R>> {
  for (let waitedMs = 0; ;) {
    try {
      return await askAdmin(shopDomain, operation, variables);
    } catch (error) {
      if (!(error instanceof AdminThrottled) || waitedMs + error.waitMs > PATIENCE_MS) throw error;
      await wait(error.waitMs);
      waitedMs += error.waitMs;
    }
  }
}
