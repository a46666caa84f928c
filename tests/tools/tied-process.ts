// Processes that end with ours, however ours ends: a kill -9 runs no handler, so the kernel or a shell must see to it.
import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess, SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';

const byKernel = '--pdeathsig';

/** What to put before a command so that Linux ends it with us; empty where `setpriv` is missing. */
export function tiedPrefix(signal: 'INT' | 'TERM'): string[] {
  const prefix = ['setpriv', byKernel, signal];
  return works(prefix) ? prefix : [];
}

/** Whether a command can be started behind this prefix. */
export function works([command = '', ...args]: string[]): boolean {
  return spawnSync(command, [...args, 'true'], { stdio: 'ignore' }).status === 0;
}

/**
 * Starts a command that may bear a prefix, in a session of its own: Ctrl-C in the terminal then reaches us alone, and we
 * stop the others in our order.
 */
export function spawnTied(command: string[], signal: 'INT' | 'TERM', options: SpawnOptions): ChildProcess {
  const [file = '', ...args] = command;
  const child = spawn(file, args, { ...options, detached: true });
  if (!command.includes(byKernel)) watch(child, signal);
  return child;
}

/** Where the kernel can't tie a child to its parent, a shell waits for the end of our pipe. */
function watch(child: ChildProcess, signal: string): void {
  if (process.platform === 'win32') return;
  const script = `cat > /dev/null; kill -${signal} ${child.pid}`;
  const watcher = spawn('sh', ['-c', script], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
  child.once('exit', () => watcher.kill('SIGKILL'));
  watcher.unref();
}

/** Asks a process to end, and insists after ten seconds. Resolves once it has ended. */
export async function stopProcess(
  child: ChildProcess,
  signals: [NodeJS.Signals, NodeJS.Signals],
): Promise<void> {
  if (hasEnded(child)) return;
  const ended = once(child, 'exit');
  child.kill(signals[0]);
  const impatient = setTimeout(() => child.kill(signals[1]), 10_000);
  await ended;
  clearTimeout(impatient);
}

export function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}
