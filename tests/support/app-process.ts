// The app's processes, web and worker, as they run on a server, told to find Shopify at the stand-in.
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { spawnTied, stopProcess, tiedPrefix } from './tied-process.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const PRELOAD = pathToFileURL(path.join(ROOT, 'tests/local-shopify/preload.mjs')).href;
const START_LIMIT_MS = 30_000;
/** Pino's number for errors; fatal is above. */
const ERROR_LEVEL = 50;

export type AppEnvironment = {
  databaseUrl: string;
  apiKey: string;
  apiSecret: string;
  /** Where the tunnel answers for the app. */
  appUrl: string;
  /** Where the stand-in's Admin API answers. */
  shopifyUrl: string;
  /** 32 bytes in base64. */
  sessionKey: string;
};

export type AppProcess = {
  child: ChildProcess;
  /** Lines that the process logged as errors, or wrote without being JSON. */
  problems: string[];
  stop(): Promise<void>;
};

/** The web process needs the production build. @throws Error with its last words when it doesn't come to listen. */
export async function startWeb(environment: AppEnvironment): Promise<AppProcess & { port: number }> {
  const web = start('app/server.ts', environment);
  const port = await listening(web);
  return { ...web, port };
}

export function startWorker(environment: AppEnvironment): AppProcess {
  return start('app/jobs/run.ts', environment);
}

type Started = AppProcess & { onLine(hear: (entry: LogEntry) => void): void };
type LogEntry = { level?: number; port?: number; msg?: string };

function start(file: string, environment: AppEnvironment): Started {
  const command = [...tiedPrefix('TERM'), process.execPath, path.join(ROOT, file)];
  const child = spawnTied(command, 'TERM', {
    cwd: ROOT,
    env: { ...process.env, ...variables(environment) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const problems: string[] = [];
  const listeners: ((entry: LogEntry) => void)[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    if (!stream) throw new Error('a process without output');
    createInterface({ input: stream }).on('line', (line) => {
      const entry = readLine(line);
      if (entry === null || (entry.level ?? 0) >= ERROR_LEVEL) problems.push(line);
      if (entry !== null) listeners.forEach((hear) => hear(entry));
    });
  }
  const stop = () => stopProcess(child, ['SIGTERM', 'SIGKILL']);
  return { child, problems, stop, onLine: (hear) => listeners.push(hear) };
}

function variables(environment: AppEnvironment): Record<string, string> {
  return {
    NODE_ENV: 'production',
    NODE_OPTIONS: `--import=${PRELOAD}`,
    LOCAL_SHOPIFY_URL: environment.shopifyUrl,
    DATABASE_URL: environment.databaseUrl,
    SHOPIFY_API_KEY: environment.apiKey,
    SHOPIFY_API_SECRET: environment.apiSecret,
    SHOPIFY_APP_URL: environment.appUrl,
    SESSION_KEY: environment.sessionKey,
    PORT: '0',
    LOG_LEVEL: 'info',
  };
}

/** Null for a line that is no JSON object: whatever wrote it is no logger of ours. */
function readLine(line: string): LogEntry | null {
  if (!line.startsWith('{')) return null;
  return JSON.parse(line) as LogEntry;
}

async function listening(web: Started): Promise<number> {
  const port = new Promise<number>((resolve) => {
    web.onLine((entry) => {
      if (entry.msg === 'listening' && entry.port !== undefined) resolve(entry.port);
    });
  });
  const limit = AbortSignal.timeout(START_LIMIT_MS);
  const failed = Promise.race([once(web.child, 'exit', { signal: limit }), once(limit, 'abort')]).then(() => {
    throw new Error(`the app did not start:\n${web.problems.join('\n')}`);
  });
  try {
    return await Promise.race([port, failed]);
  } catch (error) {
    await web.stop();
    throw error;
  }
}
