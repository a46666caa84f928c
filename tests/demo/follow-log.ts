// Keeps what a process says in a file, and waits for the line by which it says that it is ready.
import type { ChildProcess } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';

export type LogLine = { msg?: string; port?: number };

export type Followed = { ready: Promise<LogLine>; ended: Promise<never> };

type Wanted = { name: string; file: string; /** The `msg` to wait for. */ ready: string };

/** `ended` rejects when the process ends, with the last thing it said. */
export function followLog(child: ChildProcess, { name, file, ready }: Wanted): Followed {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const log = createWriteStream(file, { mode: 0o600 });
  let last = 'it gave no reason';
  const readyLine = new Promise<LogLine>((resolve) => {
    onLine(child, (text) => {
      log.write(`${text}\n`);
      const line = parseLine(text);
      last = line.msg ?? last;
      if (line.msg === ready) resolve(line);
    });
  });
  const ended = new Promise<never>((_resolve, reject) => {
    const say = (how: string) => reject(new Error(`The app's ${name} ${how}: ${last} (its log: ${file})`));
    child.once('error', (error) => say(`can't be started (${error.message})`));
    child.once('close', (code, signal) => {
      log.end();
      say(`ended with ${signal ?? `exit code ${code}`}`);
    });
  });
  // Whoever waits hears of it; an end that nobody waits for is no problem.
  ended.catch(() => undefined);
  return { ready: readyLine, ended };
}

function onLine(child: ChildProcess, hear: (text: string) => void): void {
  for (const stream of [child.stdout, child.stderr]) {
    if (stream) createInterface(stream).on('line', hear);
  }
}

/** Our log is JSON lines; what Node says at a crash is not. */
function parseLine(text: string): LogLine {
  if (!text.startsWith('{')) return text.trim() === '' ? {} : { msg: text.trim() };
  try {
    return JSON.parse(text) as LogLine;
  } catch {
    return { msg: text };
  }
}
