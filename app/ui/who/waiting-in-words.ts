// Why a "who" waits, a sentence for each collection.
import type { WaitingCollection } from '#app/core/who/kept-collection.ts';
import type { Texts } from '#app/locales/en.ts';

export function waitingInWords(
  waiting: readonly WaitingCollection[],
  { waiting: say }: Texts['who'],
): string[] {
  const lines = waiting.map(({ title, lack }) =>
    lack === null ? say.soon : say[lack](title === null ? say.unnamed : say.named(title)),
  );
  return [...new Set(lines)];
}
