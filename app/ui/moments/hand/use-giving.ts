import { useFetcher } from '@remix-run/react';
import { useState } from 'react';
import type { HandAnswer, HandPress } from './hand-data.ts';

export type Giving = {
  /** Made when a dialog opens; null while none is open. */
  press: string | null;
  busy: boolean;
  /** To what this dialog sent. */
  answer: HandAnswer | null;
  open: () => void;
  close: () => void;
  give: (what: HandPress) => void;
};

/** One dialog is one press, however often it is sent: its request key makes the same again the same. */
export function useGiving(momentKey: string): Giving {
  const fetcher = useFetcher<HandAnswer>();
  const [press, setPress] = useState<string | null>(null);
  const [sent, setSent] = useState<string | null>(null);
  const busy = fetcher.state !== 'idle';
  const answer = busy || press === null || sent !== press ? null : (fetcher.data ?? null);
  const give = (what: HandPress) => {
    if (busy || press === null) return;
    setSent(press);
    const action = `/app/program/moments/${momentKey}`;
    const body = JSON.stringify({ ...what, requestKey: press });
    fetcher.submit(body, { method: 'post', action, encType: 'application/json' });
  };
  return {
    press: answer?.ok === true ? null : press,
    busy,
    answer,
    open: () => setPress(crypto.randomUUID()),
    close: () => setPress(null),
    give,
  };
}
