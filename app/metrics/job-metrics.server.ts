// Jobs as a worker runs them: how long they waited, how long they took, and how they ended.
import { Counter, Histogram } from 'prom-client';
import { LONG_SECONDS, registry } from './registry.server.ts';

const registers = [registry];

/**
 * `stopped`: for want of a token; `put-off`: for want of a key of ours; `throttled` and `unavailable`: Shopify's, tried
 * again; `failed`: anything else, tried again; `given-up`: failed the last time it is tried.
 */
export type JobOutcome = 'done' | 'stopped' | 'put-off' | 'throttled' | 'unavailable' | 'failed' | 'given-up';

const runs = new Counter({
  name: 'sixth_job_runs_total',
  help: 'Jobs run, by name and by what came of it',
  labelNames: ['job', 'outcome'],
  registers,
});
const retries = new Counter({
  name: 'sixth_job_retries_total',
  help: 'Runs of jobs that had failed before',
  labelNames: ['job'],
  registers,
});
const duration = new Histogram({
  name: 'sixth_job_duration_seconds',
  help: 'How long a job ran',
  labelNames: ['job'],
  buckets: LONG_SECONDS,
  registers,
});
const waited = new Histogram({
  name: 'sixth_job_wait_seconds',
  help: 'From a job’s time to its start',
  buckets: LONG_SECONDS,
  registers,
});

type StartedJob = { task_identifier: string; attempts: number; run_at: Date };

/** @returns to be called once the job has ended */
export function countJob(job: StartedJob, startedAt: Date): (outcome: JobOutcome) => void {
  const name = { job: job.task_identifier };
  const begun = performance.now();
  waited.observe(Math.max(0, startedAt.getTime() - new Date(job.run_at).getTime()) / 1_000);
  if (job.attempts > 1) retries.inc(name);
  // Told from the first run on: Prometheus sees a number rise only from one that it has seen.
  runs.inc({ ...name, outcome: 'given-up' }, 0);
  return (outcome) => {
    runs.inc({ ...name, outcome });
    duration.observe(name, (performance.now() - begun) / 1_000);
  };
}
