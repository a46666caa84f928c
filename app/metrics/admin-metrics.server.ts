// Calls of Shopify's Admin API: how they end, what they cost, and how often Shopify says "too many".
import { Counter, Histogram } from 'prom-client';
import { AdminThrottled, Failure, type Cost } from '#app/errors.ts';
import { registry, SECONDS } from './registry.server.ts';

const registers = [registry];

const calls = new Counter({
  name: 'sixth_admin_calls_total',
  help: 'Calls of the Admin API, by operation and by what came of it',
  labelNames: ['operation', 'outcome'],
  registers,
});
const duration = new Histogram({
  name: 'sixth_admin_call_duration_seconds',
  help: 'From a call of the Admin API to its answer, tokens renewed on the way included',
  buckets: SECONDS,
  registers,
});
const cost = new Counter({
  name: 'sixth_admin_cost_points_total',
  help: 'Points of shops’ buckets that calls asked for, and those that Shopify charged',
  labelNames: ['kind'],
  registers,
});
const throttled = new Counter({
  name: 'sixth_admin_throttled_seconds_total',
  help: 'Time that Shopify said to wait for where a bucket was empty',
  registers,
});
const left = new Histogram({
  name: 'sixth_admin_bucket_share',
  help: 'What an answer left of the shop’s bucket, 1 being full',
  buckets: [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 1],
  registers,
});

/** Counts one call however it ends; what it throws goes on. */
export async function countAdminCall<T extends { cost: Cost | null }>(
  operation: string,
  call: () => Promise<T>,
): Promise<T> {
  const begun = performance.now();
  try {
    const answer = await call();
    calls.inc({ operation, outcome: 'answered' });
    countCost(answer.cost);
    return answer;
  } catch (error) {
    calls.inc({ operation, outcome: error instanceof Failure ? error.code : 'failed' });
    if (error instanceof AdminThrottled) {
      throttled.inc(error.waitMs / 1_000);
      countCost(error.cost);
    }
    throw error;
  } finally {
    duration.observe((performance.now() - begun) / 1_000);
  }
}

/** Of what was throttled Shopify says no charge. Whatever it says, counting it must not fail the call. */
function countCost(said: Cost | null): void {
  if (!said) return;
  cost.inc({ kind: 'requested' }, Math.max(0, said.requested));
  cost.inc({ kind: 'actual' }, Math.max(0, said.actual ?? 0));
  if (said.capacity !== undefined) left.observe(said.available / said.capacity);
}
