import type { ShopJobName } from '#app/core/jobs.ts';
import { pool } from '#app/db/pool.server.ts';
import { beginPutOff, putOff } from '#app/db/upkeep/put-off.server.ts';
import { log } from '#app/log.server.ts';

/** The shop's job ends here, and another takes its place later. */
export async function putJobOff(name: ShopJobName, shopId: number): Promise<void> {
  await putOff(pool(), name, shopId);
}

/** Keys were wrong, and may be right now: a worker has started. */
export async function beginJobsPutOff(): Promise<void> {
  const begun = await beginPutOff(pool());
  if (begun > 0) log.info({ jobs: begun }, 'jobs that were put off begin');
}
