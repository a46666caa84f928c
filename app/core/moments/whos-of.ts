// Every condition on members that rules hold: whom their moments are for.
import type { Who } from '../who/who.ts';
import { momentsOf, type HasMoments } from './moments-of.ts';

export function whosOf(rules: HasMoments): Who[] {
  return momentsOf(rules).map(({ who }) => who);
}
