// C94 graphile-worker keeps the answer to its first look for jobs, also where it was a failure. A worker whose database
// stops in that moment takes jobs again all the same.
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { config } from '#app/config.server.ts';
import { connectAsWorker } from '#app/db/connections.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { keepWorking, type Work } from '#app/jobs/keep-working.ts';
import { enterPhase, phaseNow } from '#app/operations/phase.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();
/** Holds the table that the first look asks, so that it waits. */
let holder: pg.Client;
let work: Work;

beforeAll(async () => {
  await add('check_ledger', 'before');
  holder = new pg.Client({ connectionString: config().databaseUrl });
  await holder.connect();
  connectAsWorker();
});

afterAll(async () => {
  await work.stop();
  await holder.end();
  enterPhase('running');
});

const add = (task: string, key: string) =>
  pool().query('select graphile_worker.add_job($1, job_key => $2)', [task, key]);

async function waiting(key: string): Promise<boolean> {
  const { rows } = await pool().query('select 1 from graphile_worker._private_jobs where key = $1', [key]);
  return rows.length > 0;
}

async function cutFirstLook(): Promise<number> {
  const { rows } = await pool().query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where application_name = 'sixth-worker-queue' and wait_event_type = 'Lock' and datname = current_database()
       and query like '%\\_private\\_tasks as tasks%'`,
  );
  return rows.length;
}

describe('C94 a worker whose connection breaks in its first look for jobs', () => {
  it('isn’t ready once every look has failed, and takes jobs again by itself', async () => {
    await holder.query('begin');
    await holder.query('lock table graphile_worker._private_tasks in access exclusive mode');
    work = keepWorking(() => undefined);
    await expect.poll(cutFirstLook).toBeGreaterThan(0);
    await holder.query('rollback');
    await expect.poll(phaseNow, { interval: 20, timeout: 30_000 }).toBe('starting');
    await expect.poll(() => waiting('before'), { timeout: 30_000 }).toBe(false);
    expect(phaseNow()).toBe('running');
    await add('check_ledger', 'after');
    await expect.poll(() => waiting('after'), { timeout: 30_000 }).toBe(false);
  });
});
