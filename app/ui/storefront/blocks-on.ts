import type { ProgramRules } from '#app/core/program/program-rules.ts';
import type { BlocksOn } from '#app/ui/home/theme-blocks.ts';

/** Which blocks there is anything to show in, by published rules. */
export function blocksOn({ pointsOff, occasions, rewards = [] }: ProgramRules): BlocksOn {
  return {
    pointsOn: pointsOff !== true,
    birthdayOn: occasions.some(({ kind }) => kind === 'birthday'),
    rewardsOn: rewards.length > 0,
  };
}
