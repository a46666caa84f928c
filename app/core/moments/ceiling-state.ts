// How far a moment is from the most that it gives in all.
import type { MomentRule } from './moment-rule.ts';

export type CeilingState = NonNullable<MomentRule['ceiling']> & {
  /** In the same unit; what can still be chosen counts as the dearest of it. */
  given: number;
  /** Not one gift more fits below it: the moment has stopped by itself. */
  reached: boolean;
};

/** The keys of those that have stopped, of what is known by the moments' keys. */
export function stoppedMoments(ceilings: Readonly<Record<string, CeilingState>>): string[] {
  return Object.keys(ceilings).filter((key) => ceilings[key]?.reached);
}
