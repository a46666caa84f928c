import { useState } from 'react';
import { MOST_PASTED, type HandLines } from '#app/core/moments/hand-lines.ts';
import type { LookedList } from '#app/core/moments/looked-list.ts';
import { ask } from '#app/ui/form/ask.ts';

export type Looked = Extract<LookedList, { ok: true }>;
export type LookProblem = Extract<LookedList, { ok: false }>['reason'] | 'nobody' | 'too-many';

/** Asks whom a list names. Nothing is given by it. */
export function useLook(momentKey: string) {
  const [looking, setLooking] = useState(false);
  const [looked, setLooked] = useState<Looked | null>(null);
  const [problem, setProblem] = useState<LookProblem | null>(null);
  const forget = () => {
    setLooked(null);
    setProblem(null);
  };
  const look = async ({ customerIds, emails }: HandLines) => {
    const wrong = problemOf(customerIds.length + emails.length);
    setProblem(wrong);
    if (wrong !== null) return;
    setLooking(true);
    const question = JSON.stringify({ momentKey, customerIds, emails });
    const answer = await ask<LookedList>('/app/moments/listed', question, null);
    setLooking(false);
    if (answer?.ok) setLooked(answer);
    else setProblem(answer?.reason ?? 'failed');
  };
  return { looking, looked, problem, setProblem, look, forget };
}

function problemOf(count: number): LookProblem | null {
  if (count === 0) return 'nobody';
  return count > MOST_PASTED ? 'too-many' : null;
}
