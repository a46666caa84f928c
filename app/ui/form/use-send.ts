// A dialog's one errand: sends what was typed to the page's action, says so when it is done, and closes.
import { useFetcher } from '@remix-run/react';
import { useEffect, useRef } from 'react';
import type { NotSaved } from './keep-what-was-typed.ts';

type Options = {
  /** The toast's words once it is done. */
  done: string;
  /** Closes the dialog. */
  onClose: () => void;
};

export type Sending<Answer> = {
  /** As JSON; nothing while an answer is awaited. */
  send: (body: object) => void;
  saving: boolean;
  /** The latest; null before it, and while another is awaited. */
  answer: Answer | NotSaved | null;
  /**
   * Closes unless an answer is awaited: opened again, a second save's refusal would make Remix drop the reading that
   * follows the first one's success.
   */
  close: () => void;
};

/** The route exports `clientAction = keepWhatWasTyped`: whatever the answer, what was typed stays in the dialog. */
export function useSend<Answer extends { ok: boolean }>({ done, onClose }: Options): Sending<Answer> {
  const { submit, state, data } = useFetcher<Answer | NotSaved>();
  const saving = state !== 'idle';
  const answer = saving ? null : ((data ?? null) as Answer | NotSaved | null);
  const told = useRef<unknown>(null);
  useEffect(() => {
    // Once for each answer, however often `done` and `onClose` are made anew.
    if (!answer?.ok || told.current === answer) return;
    told.current = answer;
    window.shopify.toast.show(done);
    onClose();
  }, [answer, done, onClose]);
  const send = (body: object) => {
    if (!saving) submit(JSON.stringify(body), { method: 'post', encType: 'application/json' });
  };
  const close = () => {
    if (!saving) onClose();
  };
  return { send, saving, answer, close };
}
