// Worker locks tell which workers are alive. graphile-worker takes a worker that was killed for dead after four hours
// only, and until then its jobs, and with them a shop's queue, stay locked. A lock of the session says it at once; one
// that is lost with its connection is taken again for as long as the worker lives.
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { config } from '#app/config.server.ts';
import { log } from '#app/log.server.ts';
import { ADVISORY_LOCKS } from './advisory-locks.server.ts';
import { connectionsOf } from './connections.server.ts';

const AGAIN_MS = 500;
/** How often the session is asked whether it still is one: a connection may be lost without a word. */
const PULSE_MS = 3_000;
const SILENT_MS = 5_000;

/** Held on a connection of its own until it is let go, or the process is gone: PostgreSQL lets go by itself then. */
export function takeWorkerLock(workerPoolId: string): Promise<() => Promise<void>> {
  const over = new AbortController();
  return new Promise((resolve) => {
    const ended = holdOn(workerPoolId, over.signal, () => resolve(letGo));
    const letGo = () => {
      over.abort();
      return ended;
    };
  });
}

async function holdOn(workerPoolId: string, over: AbortSignal, held: () => void): Promise<void> {
  while (!over.aborted) {
    try {
      await holdOnce(workerPoolId, over, held);
    } catch (err) {
      // Nobody takes this worker for dead meanwhile: its jobs' locks are renewed by other connections.
      log.warn({ err }, 'the worker lock is lost, and will be taken again');
    }
    await pause(AGAIN_MS, over);
  }
}

/** One session. Resolves when it was let go, rejects when it was lost. */
async function holdOnce(workerPoolId: string, over: AbortSignal, held: () => void): Promise<void> {
  const client = new pg.Client({
    connectionString: config().databaseUrl,
    ...connectionsOf('lock'),
    query_timeout: SILENT_MS,
  });
  const lost = new AbortController();
  client.on('error', () => lost.abort());
  try {
    await client.connect();
    await untilTaken(client, workerPoolId, over);
    held();
    for (const end = AbortSignal.any([over, lost.signal]); !over.aborted; await pause(PULSE_MS, end))
      await client.query('select 1');
  } finally {
    await client.end();
  }
}

/** Tried, not waited for: the session before may hold it until the server knows that it is gone, and so says that we live. */
async function untilTaken(client: pg.Client, workerPoolId: string, over: AbortSignal): Promise<void> {
  for (; !over.aborted; await pause(AGAIN_MS, over)) {
    const { rows } = await client.query<{ taken: boolean }>(
      'select pg_try_advisory_lock($1, hashtext($2)) as taken',
      [ADVISORY_LOCKS.workers, workerPoolId],
    );
    if (rows[0]?.taken) return;
  }
}

/** Cut short by the signal, and never a failure. */
const pause = (ms: number, signal: AbortSignal) => sleep(ms, undefined, { signal }).catch(() => undefined);
