import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { startPostgres } from './postgres.ts';

const folder = await mkdtemp(path.join(tmpdir(), 'sixth-postgres-'));
const dataDir = path.join(folder, 'data');
afterAll(() => rm(folder, { recursive: true }));

async function query<Row extends pg.QueryResultRow>(url: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

/** A process of its own that starts the server, so that it can be killed. */
async function startElsewhere(): Promise<{ child: ChildProcess; url: string }> {
  const script = path.join(folder, 'start.mjs');
  const from = new URL('./postgres.ts', import.meta.url).href;
  const start = `const { startPostgres } = await import(${JSON.stringify(from)});`;
  await writeFile(script, `${start} process.send((await startPostgres({ dataDir: process.argv[2] })).url);`);
  const child = fork(script, [dataDir]);
  const [url] = (await once(child, 'message')) as [string];
  return { child, url };
}

test('a server in a folder of mode 0700 keeps its data over a stop and a start', async () => {
  await chmod(folder, 0o700);
  const first = await startPostgres({ dataDir });
  await query(first.url, 'create table kept as select 37 as points');
  await first.stop();
  const second = await startPostgres({ dataDir });
  expect(await query(second.url, 'select points from kept')).toEqual([{ points: 37 }]);
  await second.stop();
});

test('after a kill -9 of its process the server ends, and the next one finds the data', async () => {
  const { child, url } = await startElsewhere();
  await query(url, 'create table written_before_the_kill ()');
  child.kill('SIGKILL');
  await once(child, 'exit');
  const next = await startPostgres({ dataDir });
  expect(await query(next.url, "select to_regclass('written_before_the_kill')::text found")).toEqual([
    { found: 'written_before_the_kill' },
  ]);
  await next.stop();
  await expect(query(url, 'select 1')).rejects.toThrow('ECONNREFUSED');
});

test("a lock file that names somebody else's process is no obstacle", async () => {
  const lock = path.join(dataDir, 'postmaster.pid');
  await writeFile(lock, `${process.pid}\n${dataDir}\n`);
  const server = await startPostgres({ dataDir });
  expect(await readFile(lock, 'utf8')).not.toMatch(new RegExp(`^${process.pid}\n`));
  await server.stop();
});

test('data of another version is refused in one line', async () => {
  await writeFile(path.join(dataDir, 'PG_VERSION'), '15\n');
  await expect(startPostgres({ dataDir })).rejects.toThrow(/was made by PostgreSQL 15, this is 18/);
  await writeFile(path.join(dataDir, 'PG_VERSION'), '18\n');
});

test('a port that is taken is refused in one line', async () => {
  const holder = await startPostgres({ dataDir: `${dataDir}-of-another` });
  await expect(startPostgres({ dataDir, port: holder.port })).rejects.toThrow(
    /PostgreSQL did not start: .*FATAL/,
  );
  await holder.stop();
});
