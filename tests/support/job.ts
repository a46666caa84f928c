import type { JobHelpers } from 'graphile-worker';

type Job = JobHelpers['job'];

/** What runTask is given of a job that the queue has handed out. */
export function job(of: Partial<Job> = {}): Pick<JobHelpers, 'job' | 'abortSignal'> {
  const row = { id: '1', task_identifier: 'apply_orders', attempts: 1, max_attempts: 25, run_at: new Date() };
  return { job: { ...row, ...of } as Job, abortSignal: new AbortController().signal };
}
