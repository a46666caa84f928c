// Who a birthday or an anniversary is for. Rules from before there were conditions say it in one word, and so do those that still can:
// a process of the release before reads these alone.
import { same } from '../values/same.ts';
import { EVERYBODY, type Who } from '../who/who.ts';
import type { Moment } from './moment-rules.ts';

/** An order within the year before the window's first day, or since. */
export const ORDERED: Who = { conditions: [{ kind: 'ordered', withinDays: 365 }] };

const IN_A_WORD = { all: EVERYBODY, ordered: ORDERED } as const;

export function whoOf({ who }: Pick<Moment, 'who'>): Who {
  return typeof who === 'string' ? IN_A_WORD[who] : who;
}

export function isForEverybody(moment: Pick<Moment, 'who'>): boolean {
  return whoOf(moment).conditions.length === 0;
}

/** As it stands in the rules. */
export function inRules(who: Who): Moment['who'] {
  if (same(who, EVERYBODY)) return 'all';
  return same(who, ORDERED) ? 'ordered' : who;
}
