// What the page of a moment by hand knows, and what it is answered.
import type { HandList, ListProblem } from '#app/core/moments/hand-list.ts';
import type { NotSaved } from '#app/ui/form/keep-what-was-typed.ts';

export type HandData = {
  among: number;
  /** A collection isn't read: nobody can be given it yet. */
  waits: boolean;
  lists: HandList[];
};
export type HandAnswer = { ok: true } | { ok: false; problems: ListProblem[] } | NotSaved;
/** To everybody whom the moment is for, or to these; `again`: also to who had it before. */
export type HandPress = { reason: string; again: boolean } & (
  { do: 'give' } | { do: 'give-list'; memberIds: readonly string[] }
);
