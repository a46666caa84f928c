// The bells that were rung for a shop: jobs that wait.
import { pool } from '#app/db/pool.server.ts';

export async function bellsOf({ id }: { id: number }): Promise<string[]> {
  const { rows } = await pool().query<{ name: string }>(
    `select task_identifier as name from graphile_worker.jobs where key like '%/' || $1::text order by 1`,
    [id],
  );
  return rows.map(({ name }) => name);
}

/** As if whoever had them was gone. */
export async function forgetJobs(): Promise<void> {
  await pool().query('delete from graphile_worker._private_jobs');
}
