// State in PostgreSQL, in a schema of its own, so that a second start finds the same shop.
import pg from 'pg';
import type { Keeper, Kept } from './keeper.ts';

const CREATE = `
  create schema if not exists local_shopify;
  create table if not exists local_shopify.kv (
    shop text not null, kind text not null, id text not null, value jsonb not null,
    primary key (shop, kind, id)
  )`;

const WRITE = `
  insert into local_shopify.kv (shop, kind, id, value)
  select * from unnest($1::text[], $2::text[], $3::text[], $4::jsonb[])
  on conflict (shop, kind, id) do update set value = excluded.value`;

function columnsOf(rows: Kept[]): string[][] {
  return [
    rows.map((row) => row.shop),
    rows.map((row) => row.kind),
    rows.map((row) => row.id),
    rows.map((row) => JSON.stringify(row.value)),
  ];
}

class PostgresKeeper implements Keeper {
  readonly #pool: pg.Pool;
  #noted = new Map<string, Kept>();
  #writing: Promise<void> = Promise.resolve();

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  put(shop: string, kind: string, id: string, value: unknown): void {
    this.#noted.set(JSON.stringify([shop, kind, id]), { shop, kind, id, value });
  }

  /** A mark stays instead of the row: what the catalogue brings again must stay deleted. */
  remove(shop: string, kind: string, id: string): void {
    this.put(shop, kind, id, null);
  }

  // One statement at a time: changes made while one is under way go together with the next.
  flush(): Promise<void> {
    const write = () => this.#write();
    // What an earlier write failed on was told to those who waited for it, and is noted again.
    this.#writing = this.#writing.then(write, write);
    return this.#writing;
  }

  async #write(): Promise<void> {
    const taken = this.#noted;
    if (taken.size === 0) return;
    this.#noted = new Map();
    try {
      await this.#pool.query(WRITE, columnsOf([...taken.values()]));
    } catch (error) {
      this.#noted = new Map([...taken, ...this.#noted]);
      throw error;
    }
  }

  async load(): Promise<Kept[]> {
    return (await this.#pool.query<Kept>('select shop, kind, id, value from local_shopify.kv')).rows;
  }

  async close(): Promise<void> {
    await this.flush();
    await this.#pool.end();
  }
}

export async function postgresKeeper(databaseUrl: string): Promise<Keeper> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2, application_name: 'local-shopify' });
  // An idle connection that breaks is replaced at the next statement, which tells of any trouble itself.
  pool.on('error', () => undefined);
  // The same while it says goodbye: end() doesn't wait for that.
  pool.on('connect', (client) => client.on('error', () => undefined));
  await pool.query(CREATE);
  return new PostgresKeeper(pool);
}
