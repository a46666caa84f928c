// The queue's own connections. graphile-worker would make a pool itself, but then a database that starts up keeps its
// takers of jobs away for minutes: they sleep three seconds and more over some codes, and a second over everything else.
import type pg from 'pg';
import { config } from '#app/config.server.ts';
import { connectionsOf } from './connections.server.ts';
import { listeningPool } from './listening-pool.server.ts';

export function queuePool(): pg.Pool {
  const pool = listeningPool({ connectionString: config().databaseUrl, ...connectionsOf('queue') });
  const connect = pool.connect.bind(pool);
  pool.connect = ((callback?: Parameters<typeof connect>[0]) =>
    callback ? connect(callback) : connect().catch(withoutCode)) as typeof connect;
  return pool;
}

function withoutCode(cause: unknown): never {
  throw new Error(cause instanceof Error ? cause.message : 'no connection', { cause });
}
