// PostgreSQL's data folder: made once, checked before every start, freed from servers that were killed.
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { chown, mkdir, readFile, readlink, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Launcher } from './postgres-binaries.ts';

const run = promisify(execFile);
/** Whoever connects proves the password by so many rounds. It is a random one, of a server that only this machine reaches. */
const ROUNDS = ['-c', 'scram_iterations=1'];
const major = '18';
const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--encoding=UTF8'];

/** Makes the folder when it isn't there. A half-made one never gets the name, so a kill leaves nothing behind. */
export async function prepareData(dataDir: string, initdb: string, launcher: Launcher): Promise<void> {
  if (existsSync(path.join(dataDir, 'PG_VERSION'))) return checkVersion(dataDir);
  const fresh = `${dataDir}.new`;
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { recursive: true, mode: 0o700 });
  const passwordFile = `${dataDir}.password`;
  await writeFile(passwordFile, randomBytes(18).toString('base64url'), { mode: 0o600 });
  for (const file of [fresh, passwordFile])
    if (launcher.uid !== null) await chown(file, launcher.uid, launcher.uid);
  const auth = ['-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  const [command = '', ...args] = [
    ...launcher.prefix,
    initdb,
    '-D',
    fresh,
    ...auth,
    ...ROUNDS,
    ...locale,
    '--no-sync',
  ];
  await run(command, args);
  await rm(dataDir, { recursive: true, force: true });
  await rename(fresh, dataDir);
}

export function dataPassword(dataDir: string): string {
  return readFileSync(`${dataDir}.password`, 'utf8');
}

async function checkVersion(dataDir: string): Promise<void> {
  const version = (await readFile(path.join(dataDir, 'PG_VERSION'), 'utf8')).trim();
  if (version === major) return;
  throw new Error(`${dataDir} was made by PostgreSQL ${version}, this is ${major}: move the folder away.`);
}

/**
 * After a kill -9 of our process its PostgreSQL is still shutting down: wait for it. After a crash of the machine the
 * lock file may name a process that is someone else's by now, which PostgreSQL can't tell: remove it.
 */
export async function awaitFreeData(dataDir: string, waitMs = 10_000): Promise<void> {
  const lock = path.join(dataDir, 'postmaster.pid');
  for (let waitedMs = 0; existsSync(lock); waitedMs += 100) {
    const pid = Number.parseInt(await readFile(lock, 'utf8').catch(() => ''), 10);
    if (!isAlive(pid)) return;
    if (!(await servesData(pid, dataDir))) return rm(lock, { force: true });
    if (waitedMs >= waitMs)
      throw new Error(`Another process (${pid}) uses ${dataDir}. Is it running already?`);
    await sleep(100);
  }
}

function isAlive(pid: number): boolean {
  if (!(pid > 0)) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

async function servesData(pid: number, dataDir: string): Promise<boolean> {
  if (process.platform === 'linux') return (await readlink(`/proc/${pid}/cwd`).catch(() => '')) === dataDir;
  const { stdout } = await run('ps', ['-o', 'command=', '-p', String(pid)]).catch(() => ({ stdout: '' }));
  return stdout.includes('postgres');
}
