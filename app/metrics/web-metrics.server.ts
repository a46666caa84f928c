// Webhooks and refusals. What counts them is count-refusals.ts, so that metrics and the log say the same.
import { Counter, Histogram } from 'prom-client';
import { allCounts } from '#app/count-refusals.ts';
import { registry, SECONDS } from './registry.server.ts';

const registers = [registry];

new Counter({
  name: 'sixth_webhooks_total',
  help: 'Webhooks answered, by the last part of their path and the status',
  labelNames: ['topics', 'status'],
  registers,
  collect() {
    this.reset();
    for (const { of, count } of allCounts().webhooks) this.inc({ ...of }, count);
  },
});

new Counter({
  name: 'sixth_refused_requests_total',
  help: 'Requests refused as not well-formed, not signed or too much, by where, status and reason',
  labelNames: ['where', 'status', 'reason'],
  registers,
  collect() {
    this.reset();
    for (const { of, count } of allCounts().refused) this.inc({ ...of }, count);
  },
});

const duration = new Histogram({
  name: 'sixth_webhook_duration_seconds',
  help: 'From a webhook’s headers to its answer',
  labelNames: ['topics'],
  buckets: SECONDS,
  registers,
});

export function timeWebhook(topics: string, sinceMs: number): void {
  duration.observe({ topics }, (performance.now() - sinceMs) / 1_000);
}
