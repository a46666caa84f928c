// Rules are stored for ever, so every shape that was ever published goes on meaning what it meant.
import { programRules, type ProgramRules } from './program-rules.ts';

/**
 * Rules in whatever shape they were written; a setting that is younger than they are has the value that changes nothing.
 * A shape 2 adds a step from shape 1 here, and no reader changes.
 * @throws ZodError where they are no rules
 */
export function upgradeRules(stored: unknown): ProgramRules {
  return programRules.parse(stored);
}
