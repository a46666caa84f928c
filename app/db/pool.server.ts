// The way into the database: SQL of our own, by `pg`. Prisma keeps the schema, the migrations and Shopify's sessions
// (client.server.ts).
import pg from 'pg';
import { config } from '#app/config.server.ts';
import { log } from '#app/log.server.ts';
import { connectionsOf } from './connections.server.ts';

export type Queryable = Pick<pg.ClientBase, 'query'>;

let shared: pg.Pool | undefined;

/** The process's pool. Amounts come as text (bigint): read them with `Number`, ids stay text. */
export function pool(): pg.Pool {
  shared ??= createPool(config().databaseUrl);
  return shared;
}

function createPool(connectionString: string): pg.Pool {
  const created = new pg.Pool({
    connectionString,
    ...connectionsOf('sql'),
    connectionTimeoutMillis: 3_000,
  });
  // An idle connection that breaks must not end the process: the next query asks for a new one.
  created.on('error', (err) => log.warn({ err }, 'a database connection broke'));
  return created;
}

/** Throws while the database doesn't answer. */
export async function pingDatabase(): Promise<void> {
  await pool().query('select 1');
}

export async function closePool(): Promise<void> {
  const closing = shared;
  shared = undefined;
  await closing?.end();
}

/** Runs `work` in one transaction; rolled back when it throws. No network inside. */
export async function withTransaction<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool().connect();
  let broken: Error | undefined;
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((failure: unknown) => {
      broken = failure instanceof Error ? failure : new Error(String(failure));
    });
    throw error;
  } finally {
    client.release(broken);
  }
}
