// A real PostgreSQL server from npm, for the demo and for tests. It listens on 127.0.0.1 only and ends with us.
import type { ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { mkdir, realpath } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { freePort } from './free-port.ts';
import { postgresBinaries, postgresLauncher } from './postgres-binaries.ts';
import { awaitFreeData, dataPassword, prepareData } from './postgres-data.ts';
import { hasEnded, spawnTied, stopProcess } from './tied-process.ts';

export type PostgresOptions = {
  /** Made when missing; its log and password lie beside it. */
  dataDir: string;
  /** A free one by default. */
  port?: number;
  /** `false` is faster, and a crash of the machine loses the data: for tests. */
  fsync?: boolean;
  /** `false` waits for no disk at the end of a transaction: a crash loses the last moment, and breaks nothing. */
  lastMoment?: boolean;
};

/** `url` names the database `postgres`. `stop` closes all connections and waits for the end. */
export type Postgres = { url: string; port: number; stop(): Promise<void> };

/** @throws Error of one line when binaries are missing, or the data folder is in use or of another version. */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const { postgres, initdb } = await postgresBinaries();
  const launcher = postgresLauncher();
  await mkdir(path.dirname(options.dataDir), { recursive: true, mode: 0o700 });
  const dataDir = path.join(await realpath(path.dirname(options.dataDir)), path.basename(options.dataDir));
  await prepareData(dataDir, initdb, launcher);
  await awaitFreeData(dataDir);
  const command = [...launcher.prefix, postgres, '-D', dataDir, ...settings(options)];
  if (options.port !== undefined) return serve(command, dataDir, options.port);
  // A port that was free a moment ago may be somebody's by now: once more, then.
  return serve(command, dataDir, await freePort()).catch(async () =>
    serve(command, dataDir, await freePort()),
  );
}

async function serve(command: string[], dataDir: string, port: number): Promise<Postgres> {
  const url = `postgresql://postgres:${dataPassword(dataDir)}@127.0.0.1:${port}/postgres`;
  const child = spawnServer([...command, '-p', String(port)], `${dataDir}.log`);
  await untilReady(child, url, `${dataDir}.log`);
  return { url, port, stop: () => stop(child) };
}

function settings({ fsync = true, lastMoment = fsync }: PostgresOptions): string[] {
  const always = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=200',
    'timezone=UTC',
  ];
  const careless = fsync ? [] : ['fsync=off', 'full_page_writes=off'];
  const quick = lastMoment ? [] : ['synchronous_commit=off'];
  return [...always, ...careless, ...quick].flatMap((setting) => ['-c', setting]);
}

function spawnServer(command: string[], logFile: string): ChildProcess {
  const log = openSync(logFile, 'w', 0o600);
  const child = spawnTied(command, 'INT', { stdio: ['ignore', log, log] });
  closeSync(log);
  return child;
}

async function untilReady(child: ChildProcess, url: string, logFile: string): Promise<void> {
  for (let attempt = 0; attempt < 1_000; attempt++) {
    if (hasEnded(child)) break;
    if (await answers(url)) return;
    await sleep(30);
  }
  await stop(child);
  const lines = readFileSync(logFile, 'utf8').trim().split('\n');
  throw new Error(
    `PostgreSQL did not start: ${lines.find((line) => line.includes('FATAL')) ?? lines.at(-1)}`,
  );
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  try {
    await client.connect();
    return true;
  } catch {
    // Not yet; the caller counts the attempts and reads the log when they are used up.
    return false;
  } finally {
    await client.end();
  }
}

/**
 * First the shutdown that waits for clients: a pool says that it has ended before its connections are closed, and cut
 * off they would throw into whoever stops us. Then the one that cuts off, then the one that recovers at the next start.
 */
async function stop(child: ChildProcess): Promise<void> {
  child.kill('SIGTERM');
  for (let waitedMs = 0; waitedMs < 1_000 && !hasEnded(child); waitedMs += 20) await sleep(20);
  await stopProcess(child, ['SIGINT', 'SIGQUIT']);
}
