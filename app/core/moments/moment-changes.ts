// The changes between the gifts of two programs at a birthday or an anniversary.
import { same } from '../values/same.ts';
import { MOMENTS, type MomentKind } from './kinds/moment-kinds.ts';
import type { Moment } from './moment-rules.ts';
import { whoOf } from './who-of-moment.ts';

export type MomentChange = {
  kind: 'occasion-added' | 'occasion-ended' | 'occasion-changed';
  occasion: MomentKind;
};

export function momentChanges(before: readonly Moment[], after: readonly Moment[]): MomentChange[] {
  return MOMENTS.flatMap((occasion): MomentChange[] => {
    const [was, is] = [before, after].map((all) => all.find(({ kind }) => kind === occasion));
    if (same(was && inConditions(was), is && inConditions(is))) return [];
    if (!was) return [{ kind: 'occasion-added', occasion }];
    return [{ kind: is ? 'occasion-changed' : 'occasion-ended', occasion }];
  });
}

/** A word and the conditions that it stands for say the same. */
const inConditions = (moment: Moment): Moment => ({ ...moment, who: whoOf(moment) });
