// Every condition on members that rules hold: whom their moments are for.
import type { Who } from '../who/who.ts';
import type { MomentRule } from './moment-rule.ts';

type NamesWho = { moments?: readonly Pick<MomentRule, 'who'>[] | undefined };

export function whosOf({ moments = [] }: NamesWho): Who[] {
  return moments.map(({ who }) => who);
}
