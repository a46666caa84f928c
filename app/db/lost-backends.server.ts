// Connections whose server vanished without a word, as a machine does that is cut off or replaced: while an answer is awaited no
// keepalive is sent, and the system goes on for a quarter of an hour. Whoever waits for long is looked after by another
// connection: where its backend isn't there any more, it is hung up, and its work fails as after any lost connection.
import type { Socket } from 'node:net';
import pg from 'pg';
import { log } from '#app/log.server.ts';
import { withoutLogContext } from '#app/log-context.ts';

const LOOK_MS = 5_000;
const ANSWER_MS = 4_000;

/** Looks at the pool's clients for as long as the pool lives. */
export function watchBackends(pool: pg.Pool, settings: pg.PoolConfig): void {
  /** Clients in somebody's hands, and how much each had read at the last look. */
  const held = new Map<pg.PoolClient, number>();
  pool.on('acquire', (client) => void held.set(client, -1));
  pool.on('release', (_error, client) => void held.delete(client));
  pool.on('remove', (client) => void held.delete(client));
  const looks = setInterval(() => {
    if (pool.ended) clearInterval(looks);
    const silent = silentOf(held);
    if (silent.length > 0) withoutLogContext(() => void hangUpLost(silent, settings));
  }, LOOK_MS);
  looks.unref();
}

/** Those that wait for an answer, and have read nothing since the last look. */
function silentOf(held: Map<pg.PoolClient, number>): pg.PoolClient[] {
  const before = new Map(held);
  for (const client of held.keys()) held.set(client, socketOf(client).bytesRead);
  return [...before].flatMap(([client, read]) =>
    isWaiting(client) && socketOf(client).bytesRead === read ? [client] : [],
  );
}

async function hangUpLost(silent: readonly pg.PoolClient[], settings: pg.PoolConfig): Promise<void> {
  try {
    const there = await backendsThere(silent.map(pidOf), settings);
    const lost = silent.filter((client) => there !== null && !there.has(pidOf(client)));
    for (const client of lost)
      socketOf(client).destroy(new Error('Connection terminated: its server has gone'));
  } catch (err) {
    // Then nobody knows; the next look asks again.
    log.warn({ err, pool: settings.application_name }, 'connections that wait could not be looked after');
  }
}

/** Null behind a pooler, whose numbers aren't the server's. */
async function backendsThere(pids: number[], settings: pg.PoolConfig): Promise<ReadonlySet<number> | null> {
  const client = new pg.Client({ ...settings, query_timeout: ANSWER_MS });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ own: number; there: number[] }>(
      `select pg_backend_pid() as own, array(select pid from pg_stat_activity where pid = any($1)) as there`,
      [pids],
    );
    return rows[0]?.own === pidOf(client) ? new Set(rows[0].there) : null;
  } finally {
    await client.end();
  }
}

// What `pg` has and its types don't tell.
const pidOf = (client: pg.ClientBase) => Number(Reflect.get(client, 'processID'));
const isWaiting = (client: pg.ClientBase) => Reflect.get(client, 'readyForQuery') === false;
const socketOf = (client: pg.ClientBase) => (Reflect.get(client, 'connection') as { stream: Socket }).stream;
