import type { PastStep } from './past-step.ts';

type Past = {
  step: PastStep;
  goesOnWith: PastStep | null;
  awardedOn: string | null;
  spentMembers: number;
};

const GIVEN: readonly (PastStep | null)[] = ['awarding', 'settling-awards', 'awarded', 'undoing'];

/** The day on which past orders were given points that somebody still has, in whole or in part; null where nobody has any. */
export function givenOn({ step, goesOnWith, awardedOn, spentMembers }: Past): string | null {
  const isKept = step === 'undone' && spentMembers > 0;
  return GIVEN.includes(step) || GIVEN.includes(goesOnWith) || isKept ? awardedOn : null;
}
