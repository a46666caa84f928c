import type { MovedRow } from '#app/core/moving-in/moved-row.ts';
import type { Answers, Errand, Heard } from './errands.ts';
import type { FileTrouble } from './file-trouble.ts';

type Beside = {
  signal: AbortSignal;
  onBytes?: (bytes: number) => void;
  /** False where no more of them are wanted. */
  onRows?: (rows: MovedRow[]) => Promise<boolean>;
};
export type WorkerAnswer<Kind extends keyof Answers> =
  { ok: true; answer: Answers[Kind] } | { ok: false; trouble: FileTrouble | null };

const UNREADABLE = { ok: false, trouble: { why: 'unreadable', count: 0 } } as const;
const STOPPED = { ok: false, trouble: null } as const;

/** One errand, in a worker of its own that ends with it; stopped at once when the signal says so. */
export function inWorker<Kind extends keyof Answers>(
  errand: Extract<Errand, { do: Kind }>,
  { signal, onBytes, onRows }: Beside,
): Promise<WorkerAnswer<Kind>> {
  const worker = new Worker(new URL('./file-worker.ts', import.meta.url), { type: 'module' });
  return new Promise<WorkerAnswer<Kind>>((resolve) => {
    const hear = async (heard: Heard) => {
      if (heard.kind === 'bytes') onBytes?.(heard.bytes);
      else if (heard.kind === 'trouble') resolve({ ok: false, trouble: heard.trouble });
      else if (heard.kind === 'done') resolve({ ok: true, answer: heard.answer as Answers[Kind] });
      else if (await onRows?.(heard.rows)) worker.postMessage('next');
      else resolve(STOPPED);
    };
    signal.addEventListener('abort', () => resolve(STOPPED), { once: true });
    worker.addEventListener('message', ({ data }: MessageEvent<Heard>) => void hear(data));
    worker.addEventListener('error', () => resolve(UNREADABLE));
    worker.postMessage(errand);
  }).finally(() => worker.terminate());
}
