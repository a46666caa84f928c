// Shares one statement among the requests of one tick. Nobody is answered before the commit of their own batch.
import { withTimeout } from '#app/bare-http/with-timeout.ts';
import { isValueRefused } from '#app/errors.ts';
import { withoutLogContext } from '#app/log-context.ts';

export type BatchOptions = {
  /** Items of one statement at most. */
  maxItems: number;
  /** Statements at once at most; what comes meanwhile waits and makes the next batch bigger. */
  maxInFlight: number;
  /** Milliseconds after which a statement is given up, so that a hanging database doesn't hold its place for ever. */
  timeoutMs: number;
};

type Waiting<I, R> = { item: I; resolve(result: R): void; reject(error: unknown): void };

/** `run` answers item by item, in order. */
export function createBatcher<I, R>(
  run: (items: I[]) => Promise<R[]>,
  { maxItems, maxInFlight, timeoutMs }: BatchOptions,
): (item: I) => Promise<R> {
  const inTime = (items: I[]) => withTimeout(timeoutMs, run(items));
  let waiting: Waiting<I, R>[] = [];
  let inFlight = 0;
  let scheduled = false;

  function flush(): void {
    scheduled = false;
    while (waiting.length > 0 && inFlight < maxInFlight) {
      const batch = waiting.slice(0, maxItems);
      waiting = waiting.slice(maxItems);
      inFlight += 1;
      void answerBatch(batch, inTime).finally(() => {
        inFlight -= 1;
        flush();
      });
    }
  }

  return (item) =>
    new Promise<R>((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (scheduled || inFlight >= maxInFlight) return;
      scheduled = true;
      // After the poll phase: every socket that had data by now has joined. What is logged of a batch is none of its items'.
      withoutLogContext(() => setImmediate(flush));
    });
}

/** Never rejects: a failing batch fails its own callers. */
async function answerBatch<I, R>(batch: Waiting<I, R>[], run: (items: I[]) => Promise<R[]>): Promise<void> {
  try {
    const results = await run(batch.map(({ item }) => item));
    batch.forEach(({ resolve, reject }, index) => {
      const result = results[index];
      if (result === undefined) reject(new Error('The batch has fewer answers than items'));
      else resolve(result);
    });
  } catch (error) {
    if (batch.length > 1 && isValueRefused(error)) await oneByOne(batch, run);
    else batch.forEach(({ reject }) => reject(error));
  }
}

// The neighbours, other shops' orders perhaps, must not pay for one value.
async function oneByOne<I, R>(batch: Waiting<I, R>[], run: (items: I[]) => Promise<R[]>): Promise<void> {
  for (const each of batch) await answerBatch([each], run);
}
