import { useEffect, useRef, useState } from 'react';
import { END_BYTES, fileName, isWhole, type TakenFile } from '#app/core/taking-out/taken-file.ts';
import { fileAt } from '#app/ui/form/file-at.ts';
import { saveFile } from '#app/ui/form/save-file.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';

/** What the page shows of its files: which one is being made, which one didn't come. One at a time. */
export type FileState = { making: TakenFile | null; failed: TakenFile | null };

export type TakenFiles = FileState & { take: (file: TakenFile) => void; stop: () => void };

/** Saved only once it is there whole. Whoever leaves the page, or stops, gets none. */
export function useTakenFile(): TakenFiles {
  const { takingOut: texts } = useTexts();
  const [state, setState] = useState<FileState>({ making: null, failed: null });
  const wanted = useRef<AbortController | null>(null);
  useEffect(() => () => wanted.current?.abort(), []);
  const make = async (file: TakenFile, asked: AbortController) => {
    setState({ making: file, failed: null });
    const came = await wholeFile(file, asked.signal);
    if (asked.signal.aborted) return;
    wanted.current = null;
    setState({ making: null, failed: came ? null : file });
    if (!came) return;
    saveFile(came, fileName(file));
    window.shopify.toast.show(texts.saved);
  };
  const take = (file: TakenFile) => {
    if (wanted.current) return;
    wanted.current = new AbortController();
    void make(file, wanted.current);
  };
  const stop = () => {
    wanted.current?.abort();
    wanted.current = null;
    setState({ making: null, failed: null });
  };
  return { ...state, take, stop };
}

async function wholeFile(file: TakenFile, signal: AbortSignal): Promise<Blob | null> {
  const came = await fileAt(`/app/members/taken?name=${file.name}&form=${file.form}`, signal);
  return came && isWhole(await came.slice(-END_BYTES).text(), file.form) ? came : null;
}
