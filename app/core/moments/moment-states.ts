// The states in which a shopper meets a moment of the list, for its preview.
import type { CauseKind } from './causes/cause-kinds.ts';

export const MOMENT_STATES = [
  'moment-before',
  'moment-asked',
  'moment-given',
  'moment-open',
  'moment-chosen',
  'moment-over',
] as const;
export type MomentState = (typeof MOMENT_STATES)[number];

/** Those that it can be in, in their order. */
export function momentStates({
  kind,
  offers,
}: {
  kind: CauseKind;
  offers: readonly unknown[];
}): MomentState[] {
  const choice = offers.length > 1;
  const isIn: Record<MomentState, boolean> = {
    'moment-before': true,
    'moment-asked': kind === 'silent',
    'moment-given': !choice,
    'moment-open': choice,
    'moment-chosen': choice,
    'moment-over': true,
  };
  return MOMENT_STATES.filter((state) => isIn[state]);
}
