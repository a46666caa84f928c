// C94 A worker whose connections are cut says again that it lives, and nobody starts its running job once more; one that was
// killed is found out, and its jobs are done by another.
import pg from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { closePool } from '#app/db/pool.server.ts';
import { rescueJobs } from '#app/usecases/upkeep/rescue-jobs.ts';
import type { AppProcess } from '#tests/demo/app-process.ts';
import { databaseSwitch } from '#tests/webhooks/database-switch.ts';
import { orderBody } from '#tests/webhooks/order-body.ts';
import { orderHeaders, ownProcesses, type OwnProcesses } from './own-processes.ts';

let own: OwnProcesses;
let web: AppProcess;
let workers: AppProcess[];
/** Holds the row of the one member, so that a job which applies an order waits. */
let holder: pg.Client;

beforeAll(async () => {
  own = await ownProcesses();
  web = await own.start('web');
  workers = [await own.start('worker'), await own.start('worker')];
  await tell(1);
  await vi.waitFor(async () => expect(await due()).toBe(0), { timeout: 15_000 });
  holder = new pg.Client({ connectionString: own.databaseUrl });
  await holder.connect();
});

afterAll(async () => {
  await holder.end();
  await closePool();
  await own.stop();
});

async function tell(number: number): Promise<void> {
  const body = orderBody(number);
  const url = `http://127.0.0.1:${web.ready.port}/webhooks/orders`;
  const headers = orderHeaders(body, `delivery-${number}`);
  expect((await fetch(url, { method: 'POST', headers, body })).status).toBe(200);
}

async function due(): Promise<number> {
  const text = 'select count(*)::int as due from "Order" where "appliedRevision" < revision';
  return (await own.ask<{ due: number }>(text))[0]?.due ?? NaN;
}

const ofLocks = `from pg_locks l join pg_stat_activity a using (pid) where l.locktype = 'advisory' and l.granted
  and a.application_name = 'sixth-worker-lock'`;

const held = async () => (await own.ask(`select 1 ${ofLocks}`)).length;
const cutLocks = () => own.ask(`select pg_terminate_backend(pid) ${ofLocks}`);
const cutAll = () =>
  own.ask(`select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'sixth-%'`);

async function running(): Promise<{ by: string; attempts: number }[]> {
  return own.ask(
    `select locked_by as by, attempts from graphile_worker._private_jobs j
     where locked_by is not null and exists (select 1 from graphile_worker._private_tasks t
       where t.id = j.task_id and t.identifier = 'apply_orders')`,
  );
}

/** Starts a job that waits until `letGo` is called. */
async function longJob(number: number): Promise<() => Promise<unknown>> {
  await holder.query('begin');
  await holder.query('select 1 from "Member" for update');
  await tell(number);
  await expect.poll(async () => (await running()).length).toBe(1);
  return () => holder.query('rollback');
}

test('C94 each has its lock again after its connections were cut', async () => {
  expect(await held()).toBe(2);
  await cutAll();
  await expect.poll(held).toBe(2);
});

test('C94 a job that runs while the lock is cut and while others look for the dead is started once', async () => {
  const letGo = await longJob(2);
  const [before] = await running();
  await cutLocks();
  await Promise.all([rescueJobs(), rescueJobs(), own.start('worker').then((one) => workers.push(one))]);
  expect(await running()).toEqual([before]);
  expect(before?.attempts).toBe(1);
  await expect.poll(held).toBe(3);
  await letGo();
  await expect.poll(due).toBe(0);
});

test('C94 workers that were killed are found out, and another does their job', async () => {
  const letGo = await longJob(3);
  const [before] = await running();
  await Promise.all(workers.map((one) => one.kill()));
  workers = [await own.start('worker')];
  await rescueJobs();
  await letGo();
  await expect.poll(due).toBe(0);
  const given = (await own.logged()).filter((line) => line.includes('jobs of dead workers were given back'));
  expect(given.every((line) => line.includes(before?.by ?? 'nobody'))).toBe(true);
});

test('a worker that is told to stop gives back the job that takes too long', async () => {
  const hasty = await own.start('worker', { STOP_GRACE_SECONDS: '1' });
  for (const one of workers) await one.stop();
  const letGo = await longJob(4);
  hasty.signal('SIGTERM');
  await expect(hasty.ended).rejects.toThrow('exit code 0');
  expect(await running()).toEqual([]);
  await letGo();
  workers = [await own.start('worker')];
  await expect.poll(due).toBe(0);
});

test('C94 a worker that starts before its database waits for it, and says so', async () => {
  const wire = await databaseSwitch(own.databaseUrl);
  const starting = own.start('worker', { DATABASE_URL: wire.url });
  const waits = async () => (await own.logged()).some((line) => line.includes('waiting for the database'));
  await expect.poll(waits).toBe(true);
  await wire.up();
  await (await starting).stop();
  await wire.down();
});
