// One line for each step that takes a while, with its time; a terminal counts the seconds meanwhile.
import process from 'node:process';

const TICK_MS = 1_000;

export async function withProgress<T>(what: string, make: () => Promise<T>): Promise<T> {
  const since = performance.now();
  const seconds = () => (performance.now() - since) / 1_000;
  const { stdout } = process;
  const tick = () => stdout.write(`\r${what} … ${Math.round(seconds())} s`);
  const timer = stdout.isTTY ? setInterval(tick, TICK_MS) : undefined;
  if (stdout.isTTY) stdout.write(`${what} …`);
  try {
    return await make();
  } finally {
    clearInterval(timer);
    stdout.write(`${stdout.isTTY ? '\r' : ''}${what} … ${seconds().toFixed(1)} s\n`);
  }
}
