// Connections to PostgreSQL that a process holds at most. One budget, because the server allows few (`max_connections`)
// and the guide of operations says how many processes fit into it.
import { config } from '#app/config.server.ts';

/** Holders of connections: our SQL, Shopify's session storage, graphile-worker, and the lock of a living worker. */
type Holder = 'sql' | 'sessions' | 'queue' | 'lock';
export type ProcessKind = 'web' | 'worker';

export const BUDGET: Readonly<Record<ProcessKind, Readonly<Record<Holder, number>>>> = {
  web: { sql: 16, sessions: 2, queue: 0, lock: 0 },
  // More for SQL than jobs run at once: one that holds a connection, or a lock on it, may need another. Of the queue's, one
  // listens; the others take jobs and strike them off, which is quick.
  worker: { sql: 20, sessions: 2, queue: 5, lock: 1 },
};

let kind: ProcessKind = 'web';

/** To be called before anything connects; what doesn't call it is a web process. */
export function connectAsWorker(): void {
  kind = 'worker';
}

export const processKind = (): ProcessKind => kind;

/**
 * Neither side waits for hours for one that vanished without a word, and nobody's row stays locked by a process that stands
 * still in the middle of a transaction: there is no network inside one, so none lasts that long.
 */
const SESSION = {
  tcp_keepalives_idle: '10',
  tcp_keepalives_interval: '5',
  tcp_keepalives_count: '3',
  idle_in_transaction_session_timeout: '60s',
};

/** Somebody waits for what a web process does: for a row that another holds, no longer than for anything else. */
const OF_WEB = { lock_timeout: '4s' };

/** graphile's own bookkeeping needn't wait for the disk: a lock or completion that is lost only runs a job again. */
const OF_HOLDER: Partial<Record<Holder, Record<string, string>>> = { queue: { synchronous_commit: 'off' } };

export type ConnectionSettings = {
  max: number;
  application_name: string;
  options: string;
  keepAlive: true;
  keepAliveInitialDelayMillis: number;
  connectionTimeoutMillis: number;
};

/** The settings of a holder's pool. The name is what `pg_stat_activity` shows an operator. */
export function connectionsOf(holder: Holder): ConnectionSettings {
  const session = Object.entries({ ...SESSION, ...(kind === 'web' ? OF_WEB : {}), ...OF_HOLDER[holder] });
  return {
    max: budget()[holder],
    application_name: `sixth-${kind}-${holder}`,
    options: session.map(([name, value]) => `-c ${name}=${value}`).join(' '),
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    // Shopify gives a webhook five seconds in all.
    connectionTimeoutMillis: 3_000,
  };
}

/** What this process may hold, with the number for SQL that the operator gave. */
export function budget(): Readonly<Record<Holder, number>> {
  return { ...BUDGET[kind], sql: config().sqlConnections ?? BUDGET[kind].sql };
}

/** Connections for SQL that no job holds: for those that need a second one, and for what looks after the jobs. */
const SPARE = 4;

/** Jobs that a worker runs at once. */
export const jobsAtOnce = (): number => Math.min(16, budget().sql - SPARE);
