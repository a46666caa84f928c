// Jobs are enqueued in the transaction that made them necessary, so that neither is ever there without the other.
import type { ClientBase } from 'pg';
import { JOBS, type ShopJobName } from '#app/core/jobs.ts';
import type { Tx } from './client.server.ts';

type ShopPayload = { shopId: number };

// Not add_job itself: see prisma/functions/ring_bell.sql.
const RING = 'select ring_bell($1, $2::int, $3::int)';

/** One waiting job per shop and name: asking twice before it starts runs it once; while it runs, once more. */
export async function enqueueInPrisma(tx: Tx, name: ShopJobName, payload: ShopPayload): Promise<void> {
  // Cast to text: Prisma can't read a result of type void.
  await tx.$queryRawUnsafe(`${RING}::text`, ...argumentsOf(name, payload));
}

/** The same inside a transaction of a `pg` client. */
export async function enqueue(client: ClientBase, name: ShopJobName, payload: ShopPayload): Promise<void> {
  await client.query(RING, argumentsOf(name, payload));
}

function argumentsOf(name: ShopJobName, { shopId }: ShopPayload): [string, number, number] {
  return [name, shopId, JOBS[name].maxAttempts];
}
