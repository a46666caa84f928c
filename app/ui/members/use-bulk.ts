import { useFetcher } from '@remix-run/react';
import { useEffect, useRef, useState } from 'react';
import type { AdjustProblem } from '#app/core/ledger/adjustment.ts';
import type { BulkResult } from '#app/core/members/bulk.ts';
import type { NotSaved } from '#app/ui/form/keep-what-was-typed.ts';

export type BulkAnswer = BulkResult | { ok: false; reason: 'refused'; problems: AdjustProblem[] } | NotSaved;

/** What is sent to the list's action, of how many; and how it is taken back. */
export type BulkRequest =
  | {
      do: 'adjust';
      memberIds: string[];
      requestKey: string;
      unit: string;
      direction: 'add' | 'remove';
      amount: string;
      reason: string;
    }
  | { do: 'undo'; memberIds: string[]; requestKey: string }
  | { do: 'block'; memberIds: string[]; blocked: boolean };

export type Bulk = {
  send: (request: BulkRequest) => void;
  /** The latest that was sent, and null before any was. */
  sent: BulkRequest | null;
  sending: boolean;
  /** Null until it has come. */
  answer: BulkAnswer | null;
};

/** Something done to the members who were chosen in the list. While an answer is awaited, nothing more is sent. */
export function useBulk(): Bulk {
  const { submit, state, data } = useFetcher<BulkAnswer>();
  const [sent, setSent] = useState<BulkRequest | null>(null);
  const sending = state !== 'idle';
  // Set from the press of the button on, so that a second press in the same instant sends nothing.
  const underWay = useRef<{ before: unknown } | null>(null);
  useEffect(() => {
    // Only another answer ends it: a render may come between the press and the fetcher's own state.
    if (state === 'idle' && underWay.current && data !== underWay.current.before) underWay.current = null;
  }, [state, data]);
  const send = (request: BulkRequest) => {
    if (underWay.current) return;
    underWay.current = { before: data };
    setSent(request);
    submit(JSON.stringify(request), {
      method: 'post',
      action: '/app/members?index',
      encType: 'application/json',
    });
  };
  return {
    send,
    sent,
    sending,
    answer: sending ? null : (data ?? null),
  };
}
