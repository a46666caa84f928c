import type { Queryable } from '../pool.server.ts';

/**
 * Jobs that used up their attempts, or failed when another of the same bell was waiting already: one row for each bell that
 * is rung while a job fails. Whoever needs work gets a new one, so they say nothing. Returns how many there were.
 */
export async function deleteDeadJobs(db: Queryable): Promise<number> {
  const { rowCount } = await db.query(
    'delete from graphile_worker._private_jobs where attempts >= max_attempts and locked_at is null',
  );
  return rowCount ?? 0;
}
