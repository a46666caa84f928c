import { useEffect, useRef, useState } from 'react';
import type { ProgramForm } from '#app/core/editing/program-form.ts';
import type { Language } from '#app/core/values/languages.ts';
import { ask } from '../../form/ask.ts';
import type { PreviewAnswer } from './preview-panel.tsx';
import type { Preview } from './previews.tsx';

/** Keystrokes closer together than this make one preview. */
const PAUSE_MS = 250;

type Question = {
  /** Null: what is published. */
  form: ProgramForm | null;
  shopper: string;
  language: Language;
  blocks: readonly string[];
  card?: number | undefined;
  moment?: number | undefined;
  dark?: boolean;
};

/** @param question null while a field is half typed: the last rules that could be read stay in view */
export function usePreviews(question: Question | null) {
  const [previews, setPreviews] = useState<Preview[] | null>(null);
  const [failed, setFailed] = useState(false);
  const [retries, setRetries] = useState(0);
  const body = question && JSON.stringify(question);
  const first = useRef(true);
  useEffect(() => {
    if (body === null) return;
    const given = new AbortController();
    const send = async () => {
      first.current = false;
      const answer = await ask<PreviewAnswer>('/app/program/preview', body, given.signal);
      if (given.signal.aborted) return;
      setFailed(answer === null);
      if (answer?.ok) setPreviews(answer.previews);
    };
    const timer = setTimeout(() => void send(), first.current ? 0 : PAUSE_MS);
    return () => {
      clearTimeout(timer);
      given.abort();
    };
  }, [body, retries]);
  return { previews, failed, retry: () => setRetries((count) => count + 1) };
}
