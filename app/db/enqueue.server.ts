// Jobs are enqueued in the transaction that made them necessary, so that neither is ever there without the other.
import type { ClientBase } from 'pg';
import { JOBS, shopJobKey, type ShopJobName } from '#app/core/jobs.ts';
import type { Tx } from './client.server.ts';

type ShopPayload = { shopId: number };

const ADD_JOB = `select graphile_worker.add_job(
  identifier => $1, payload => $2::json, queue_name => $3, job_key => $3, max_attempts => $4)`;

/** One waiting job per shop and name: asking twice before it starts runs it once; while it runs, once more. */
export async function enqueueInPrisma(tx: Tx, name: ShopJobName, payload: ShopPayload): Promise<void> {
  // Cast to text: Prisma can't read the composite that add_job returns.
  await tx.$queryRawUnsafe(`${ADD_JOB}::text`, ...argumentsOf(name, payload));
}

/** The same inside a transaction of a `pg` client. */
export async function enqueue(client: ClientBase, name: ShopJobName, payload: ShopPayload): Promise<void> {
  await client.query(ADD_JOB, argumentsOf(name, payload));
}

function argumentsOf(name: ShopJobName, payload: ShopPayload): [string, string, string, number] {
  return [name, JSON.stringify(payload), shopJobKey(name, payload.shopId), JOBS[name].maxAttempts];
}
