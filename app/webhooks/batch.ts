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
  /**
   * Milliseconds after which a statement keeps nobody else waiting: one row that somebody has locked is no other's fault.
   * So many of them at once are let be; where all are slow, the database is, and more at once would help nobody.
   */
  slow: { afterMs: number; most: number };
  /** Milliseconds after which nobody waits for an answer any more: such an item is written by its next delivery. */
  waitMs: number;
};

type Waiting<I, R> = { item: I; sinceMs: number; resolve(result: R): void; reject(error: unknown): void };

/** `run` answers item by item, in order. */
export function createBatcher<I, R>(
  run: (items: I[]) => Promise<R[]>,
  { maxItems, maxInFlight, timeoutMs, slow, waitMs }: BatchOptions,
): (item: I) => Promise<R> {
  const inTime = (items: I[]) => withTimeout(timeoutMs, run(items));
  let waiting: Waiting<I, R>[] = [];
  let inFlight = 0;
  let slowOnes = 0;
  let scheduled = false;

  function flush(): void {
    scheduled = false;
    if (inFlight < maxInFlight) waiting = stillAwaited(waiting, performance.now() - waitMs);
    while (waiting.length > 0 && inFlight < maxInFlight) {
      const batch = waiting.slice(0, maxItems);
      waiting = waiting.slice(maxItems);
      void inItsPlace(answerBatch(batch, inTime));
    }
  }

  /** A place is held until the end, or until others shall wait for it no longer. */
  async function inItsPlace(work: Promise<void>): Promise<void> {
    inFlight += 1;
    let isSlow = false;
    const stepAside = setInterval(() => {
      if (isSlow || slowOnes >= slow.most) return;
      isSlow = true;
      slowOnes += 1;
      inFlight -= 1;
      flush();
    }, slow.afterMs);
    await work;
    clearInterval(stepAside);
    if (isSlow) slowOnes -= 1;
    else inFlight -= 1;
    flush();
  }

  return (item) =>
    new Promise<R>((resolve, reject) => {
      waiting.push({ item, sinceMs: performance.now(), resolve, reject });
      if (scheduled || inFlight >= maxInFlight) return;
      scheduled = true;
      // After the poll phase: every socket that had data by now has joined. What is logged of a batch is none of its items'.
      withoutLogContext(() => setImmediate(flush));
    });
}

/** Those who came after `sinceMs`; the others are told that it took too long. They wait in the order of their coming. */
function stillAwaited<I, R>(waiting: Waiting<I, R>[], sinceMs: number): Waiting<I, R>[] {
  const first = waiting.findIndex((one) => one.sinceMs > sinceMs);
  const late = first < 0 ? waiting : waiting.slice(0, first);
  for (const { reject } of late) reject(new Error('Waited too long for a statement'));
  return first < 0 ? [] : waiting.slice(first);
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
