import { z } from 'zod';
import type { LogContext } from '#app/log-context.ts';

const ofShop = z.object({ shopId: z.int() });

/** What a job's lines in the log bear, whoever writes them. */
export function jobContext(job: {
  id: string;
  task_identifier: string;
  attempts: number;
  payload?: unknown;
}): LogContext {
  const { id: jobId, task_identifier: name, attempts: attempt, payload } = job;
  return { job: name, jobId, attempt, ...ofShop.safeParse(payload).data };
}
