import { lifeDateRules } from '#app/core/life-dates/life-date-request.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import type { BlocksOn } from '#app/ui/home/theme-blocks.ts';

/** Which blocks there is anything to show in, by published rules. */
export function blocksOn({ pointsOff, occasions, moments, rewards = [] }: ProgramRules): BlocksOn {
  return {
    pointsOn: pointsOff !== true,
    birthdayOn: occasions.some(({ kind }) => kind === 'birthday'),
    datesOn: lifeDateRules(moments).length > 0,
    rewardsOn: rewards.length > 0,
  };
}
