// Reads a file beside the page: it stays as quick as it was, however large the file is.
import { datesInFile } from './dates-in-file.ts';
import type { Answers, Errand, Heard } from './errands.ts';
import { UnreadFile } from './file-trouble.ts';
import { lookAtFile } from './look-at-file.ts';
import { movedRowsOf } from './moved-rows-of.ts';

const say = (heard: Heard) => self.postMessage(heard);
const told = (bytes: number) => say({ kind: 'bytes', bytes });
const nextIsWanted = () =>
  new Promise<void>((resolve) => {
    self.addEventListener('message', () => resolve(), { once: true });
  });

async function run(errand: Errand): Promise<Answers[keyof Answers]> {
  if (errand.do === 'look') return lookAtFile(errand.file, told);
  if (errand.do === 'dates') return datesInFile(errand.file, errand.wanted, told);
  for await (const rows of movedRowsOf(errand.file, errand.wanted)) {
    const sent = nextIsWanted();
    say({ kind: 'rows', rows });
    await sent;
  }
  return null;
}

/** A file that was changed or taken away since can't be read on: the browser's own error says no more. */
const troubleOf = (error: unknown) =>
  error instanceof UnreadFile ? error.trouble : ({ why: 'unreadable', count: 0 } as const);

self.addEventListener(
  'message',
  ({ data }: MessageEvent<Errand>) => {
    run(data).then(
      (answer) => say({ kind: 'done', answer }),
      (error: unknown) => say({ kind: 'trouble', trouble: troubleOf(error) }),
    );
  },
  { once: true },
);
