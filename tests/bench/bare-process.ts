import path from 'node:path';
import process from 'node:process';
import { followLog } from '#tests/demo/follow-log.ts';
import { spawnTied, stopProcess, tiedPrefix } from '#tests/tools/tied-process.ts';

const script = path.join(import.meta.dirname, 'bare-server.ts');

/** Starts the bare server as a process of its own, as ours is. */
export async function startBareServer(env: Record<string, string>, logFolder: string) {
  const child = spawnTied([...tiedPrefix('TERM'), process.execPath, script], 'TERM', {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const log = followLog(child, { name: 'bare', file: path.join(logFolder, 'bare.log'), ready: 'listening' });
  const { port } = await Promise.race([log.ready, log.ended]);
  return { port, stop: () => stopProcess(child, ['SIGTERM', 'SIGKILL']) };
}
