// Connections to PostgreSQL that a process holds at most. One budget, because the server allows few (`max_connections`)
// and README says how many processes fit into it.

/** Holders of connections: our SQL, Shopify's session storage, graphile-worker, and the lock of a living worker. */
type Holder = 'sql' | 'sessions' | 'queue' | 'lock';
export type ProcessKind = 'web' | 'worker';

export const BUDGET: Readonly<Record<ProcessKind, Readonly<Record<Holder, number>>>> = {
  web: { sql: 16, sessions: 2, queue: 0, lock: 0 },
  // More for SQL than jobs run at once (jobs/run.ts): one that holds a connection, or a lock on it, may need another. Of the
  // queue's, one listens; the others take jobs and strike them off, which is quick.
  worker: { sql: 20, sessions: 2, queue: 5, lock: 1 },
};

let kind: ProcessKind = 'web';

/** To be called before anything connects; what doesn't call it is a web process. */
export function connectAsWorker(): void {
  kind = 'worker';
}

/** The settings of a holder's pool. The name is what `pg_stat_activity` shows an operator. */
export function connectionsOf(holder: Holder): { max: number; application_name: string } {
  return { max: BUDGET[kind][holder], application_name: `sixth-${kind}-${holder}` };
}
