// Web and worker as processes of their own, as on a server; their calls to Shopify go to the stand-in.
import type { ChildProcess } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { spawnTied, stopProcess, tiedPrefix } from '#tests/tools/tied-process.ts';
import { followLog } from './follow-log.ts';
import type { Followed, LogLine } from './follow-log.ts';

export type AppProcess = {
  /** The line of its log that said it was ready. */
  ready: LogLine;
  /** Rejects with its last words when the process ends, asked or not. */
  ended: Promise<never>;
  stop(): Promise<void>;
  /** As a crash: nothing is told to it. Resolves once it has ended. */
  kill(): Promise<void>;
  /** Only tells it. */
  signal(name: NodeJS.Signals): void;
};

export type AppProcessOptions = {
  name: 'web' | 'worker';
  env: Record<string, string>;
  localShopifyUrl: string;
  /** A movable clock's; the machine's clock when absent. */
  clockFile?: string;
  logFolder: string;
};

const root = path.resolve(import.meta.dirname, '../..');
const preload = pathToFileURL(path.join(root, 'tests/local-shopify/preload.mjs')).href;
const scripts = { web: 'app/server.ts', worker: 'app/jobs/run.ts' };
const readyWords = { web: 'listening', worker: 'worker ready' };
const startLimitMs = 60_000;

/** Resolves once the process says that it is ready. @throws Error with its last words when it doesn't come to that. */
export async function startAppProcess(options: AppProcessOptions): Promise<AppProcess> {
  const child = spawnTied([...tiedPrefix('TERM'), process.execPath, scripts[options.name]], 'TERM', {
    cwd: root,
    // Nobody in front of it has to learn that it stops.
    env: { ...process.env, STOP_DELAY_SECONDS: '0', ...options.env, ...preloaded(options) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const { name, logFolder } = options;
  const log = followLog(child, { name, file: path.join(logFolder, `${name}.log`), ready: readyWords[name] });
  const stop = () => stopProcess(child, ['SIGTERM', 'SIGKILL']);
  const kill = () => stopProcess(child, ['SIGKILL', 'SIGKILL']);
  const signal = (name: NodeJS.Signals) => void child.kill(name);
  return { ready: await untilReady(child, log), ended: log.ended, stop, kill, signal };
}

async function untilReady(child: ChildProcess, log: Followed): Promise<LogLine> {
  // Its end is then told with what it said last.
  const limit = setTimeout(() => child.kill('SIGKILL'), startLimitMs);
  try {
    return await Promise.race([log.ready, log.ended]);
  } finally {
    clearTimeout(limit);
  }
}

function preloaded({ localShopifyUrl, clockFile = '' }: AppProcessOptions): Record<string, string> {
  const inherited = process.env['NODE_OPTIONS'] ?? '';
  return {
    NODE_OPTIONS: `${inherited} --import=${preload}`.trim(),
    LOCAL_SHOPIFY_URL: localShopifyUrl,
    LOCAL_CLOCK_FILE: clockFile,
  };
}
