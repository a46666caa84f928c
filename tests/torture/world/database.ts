// A PostgreSQL of the torture's own, with the settings of production: it is stopped at once, as by a crash, and started
// again at the same port, and its connections are cut.
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { migrate } from '../../../prisma/migrate.ts';
import { createDatabase, inDatabase } from '#tests/tools/create-database.ts';
import { startPostgres, type Postgres } from '#tests/tools/postgres.ts';

/**
 * The server's clock goes with everybody else's: SQL that asks for the time finds these before PostgreSQL's own. Without, the
 * database would lag behind by all hours that have passed at once, and each reconciliation would list the whole history.
 */
const MOVABLE_CLOCK = `
  create schema torture_clock;
  create table torture_clock.moved (by interval not null);
  insert into torture_clock.moved values ('0');
  create function torture_clock.now() returns timestamptz language sql stable
    as 'select pg_catalog.now() + (select by from torture_clock.moved)';
  create function torture_clock.clock_timestamp() returns timestamptz language sql volatile
    as 'select pg_catalog.clock_timestamp() + (select by from torture_clock.moved)';
  do $$ begin
    execute format('alter database %I set search_path = torture_clock, pg_catalog, public', current_database());
  end $$`;

export class TortureDatabase {
  readonly url: string;
  readonly #folder: string;
  #server: Postgres;
  /** Resolves while the server is up. */
  #up: Promise<void> = Promise.resolve();
  readonly #users = new Set<Promise<unknown>>();

  private constructor(folder: string, server: Postgres, name: string) {
    this.#folder = folder;
    this.#server = server;
    this.url = inDatabase(server.url, name);
  }

  /** Migrated, without a shop. */
  static async start(): Promise<TortureDatabase> {
    const folder = await mkdtemp(path.join(tmpdir(), 'sixth-torture-'));
    const server = await startPostgres({ dataDir: path.join(folder, 'data') });
    const name = await createDatabase(server.url, 'sixth_torture');
    const database = new TortureDatabase(folder, server, name);
    await migrate(database.url);
    await database.ask(MOVABLE_CLOCK);
    return database;
  }

  /** @param instant the time from now on */
  async moveClock(instant: Date): Promise<void> {
    await this.ask('update torture_clock.moved set by = $1::timestamptz - pg_catalog.clock_timestamp()', [
      instant,
    ]);
  }

  /** What people do by hand waits for the server, and isn't cut: they would only try again. */
  async whileUp<T>(work: () => Promise<T>): Promise<T> {
    await this.#up;
    const done = work();
    const settled = done.then(
      () => undefined,
      () => undefined,
    );
    this.#users.add(settled);
    try {
      return await done;
    } finally {
      this.#users.delete(settled);
    }
  }

  /** The server ends without a word to anybody, and comes back after `ms`. */
  crash(ms: number): Promise<void> {
    return this.#closed(async () => {
      const pid = Number.parseInt(
        readFileSync(path.join(this.#folder, 'data', 'postmaster.pid'), 'utf8'),
        10,
      );
      process.kill(pid, 'SIGQUIT');
      await sleep(ms);
      const dataDir = path.join(this.#folder, 'data');
      this.#server = await startPostgres({ dataDir, port: this.#server.port });
    });
  }

  /** Cuts every connection but ours. @returns how many there were */
  async cut(): Promise<number> {
    let many = 0;
    await this.#closed(async () => {
      const rows = await this.ask<{ cut: boolean }>(
        `select pg_terminate_backend(pid) as cut from pg_stat_activity
         where datname = current_database() and pid <> pg_backend_pid()`,
      );
      many = rows.length;
    });
    return many;
  }

  /** Over a connection of its own. */
  async ask<R extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<R[]> {
    const client = new pg.Client({ connectionString: this.url });
    await client.connect();
    try {
      return (await client.query<R>(text, values)).rows;
    } finally {
      await client.end();
    }
  }

  async stop(): Promise<void> {
    await this.#server.stop();
    await rm(this.#folder, { recursive: true, force: true });
  }

  async #closed(work: () => Promise<void>): Promise<void> {
    let open: () => void = () => undefined;
    this.#up = new Promise((resolve) => (open = resolve));
    await Promise.all(this.#users);
    try {
      await work();
    } finally {
      open();
    }
  }
}
