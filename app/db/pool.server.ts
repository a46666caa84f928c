// The way into the database: SQL of our own, by `pg`. Prisma keeps the schema, the migrations and Shopify's sessions
// (client.server.ts).
import pg from 'pg';
import { config } from '#app/config.server.ts';
import { connectionsOf } from './connections.server.ts';
import { forgetBells, keepBells, ringKeptBells } from './kept-bells.server.ts';
import { listeningPool } from './listening-pool.server.ts';

export type Queryable = Pick<pg.ClientBase, 'query'>;

let shared: pg.Pool | undefined;

/** The process's pool. Amounts come as text (bigint): read them with `Number`, ids stay text. */
export function pool(): pg.Pool {
  shared ??= createPool(config().databaseUrl);
  return shared;
}

const createPool = (connectionString: string) => listeningPool({ connectionString, ...connectionsOf('sql') });

/** How long the database may take to say that it is there. A copy, to which nothing can be written, isn't it. */
const PING = {
  text: `select current_setting('transaction_read_only')::bool as "readOnly"`,
  query_timeout: 1_800,
};
let asking: Promise<void> | undefined;

/** Throws while the database doesn't answer. All who ask meanwhile share one question, and its one connection. */
export function pingDatabase(): Promise<void> {
  asking ??= ping().finally(() => (asking = undefined));
  return asking;
}

async function ping(): Promise<void> {
  const client = await pool().connect();
  try {
    const { rows } = await client.query<{ readOnly: boolean }>(PING);
    if (rows[0]?.readOnly) throw new Error('the database takes nothing: it is a copy, or was made read-only');
    client.release();
  } catch (error) {
    // Given up with its question: one that hangs would hold its place for as long as the database does.
    client.release(true);
    throw error;
  }
}

export async function closePool(): Promise<void> {
  const closing = shared;
  shared = undefined;
  await closing?.end();
}

/**
 * How a transaction's statements are planned. PostgreSQL would plan one anew each time where it takes few values for cheaper than
 * many: for one member or order that costs more than the work itself. `once`: its named statements go by their keys, however
 * many values they are given, and are planned once a connection. By keys also where a table is empty: such a plan would be kept
 * while it grows.
 */
export type Planned = 'as-ever' | 'once';

const BEGIN_ONCE = 'begin; set local plan_cache_mode = force_generic_plan; set local enable_seqscan = off';

/** Runs `work` in one transaction, and rings its bells at the end; rolled back when it throws. No network inside. */
export async function withTransaction<T>(
  work: (client: pg.PoolClient) => Promise<T>,
  planned: Planned = 'as-ever',
): Promise<T> {
  const client = await pool().connect();
  let broken: Error | undefined;
  try {
    if (planned === 'once') await client.query(BEGIN_ONCE);
    else await client.query('begin');
    keepBells(client);
    const result = await work(client);
    await ringKeptBells(client);
    await client.query('commit');
    return result;
  } catch (error) {
    forgetBells(client);
    await client.query('rollback').catch((failure: unknown) => {
      broken = failure instanceof Error ? failure : new Error(String(failure));
    });
    throw error;
  } finally {
    client.release(broken);
  }
}
