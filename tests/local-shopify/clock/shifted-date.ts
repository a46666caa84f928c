// Lets the app live on another day, unaware: `Date` is as far ahead of the machine's clock as a file says. The queue's own
// library keeps the machine's clock, because the database keeps it too.
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';

/** Milliseconds for which a process may go by what it last read. */
export const KNOWN_MS = 25;

const TrueDate = globalThis.Date;
const QUEUE = /\/node_modules\/graphile-worker\/dist\/[^?]*\.js$/;

/** For a preload: nothing else of the process may have read the time before. @param file holds milliseconds */
export function shiftDate(file: string): void {
  keepQueueTrue();
  const shift = shiftIn(file);
  const now = () => TrueDate.now() + shift();
  const Shifted = new Proxy(TrueDate, {
    construct: (target, given: unknown[], newTarget) =>
      Reflect.construct(target, given.length === 0 ? [now()] : given, newTarget) as Date,
    apply: () => new TrueDate(now()).toString(),
    get: (target, name) => (name === 'now' ? now : (Reflect.get(target, name) as unknown)),
  });
  TrueDate.prototype.constructor = Shifted;
  globalThis.Date = Shifted;
}

function shiftIn(file: string): () => number {
  let shiftMs = 0;
  let askAgainAt = -Infinity;
  return () => {
    const at = performance.now();
    if (at < askAgainAt) return shiftMs;
    askAgainAt = at + KNOWN_MS;
    shiftMs = Number(readFileSync(file, 'utf8'));
    return shiftMs;
  };
}

/** Jobs are due by the database's `now()`, and a cron that sees a month pass at once would make up for every minute. */
function keepQueueTrue(): void {
  Object.assign(globalThis, { TrueDate });
  registerHooks({
    load(url, context, nextLoad) {
      const loaded = nextLoad(url, context);
      if (!QUEUE.test(url)) return loaded;
      const source = loaded.source ?? readFileSync(new URL(url));
      const text = typeof source === 'string' ? source : new TextDecoder().decode(source);
      return { ...loaded, source: `const Date = globalThis.TrueDate;${text}` };
    },
  });
}
