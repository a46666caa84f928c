import { toSecond } from '../values/to-second.ts';
import type { ProgramRules, ProgramVersion } from './program-rules.ts';

/**
 * The version after this one. Its second is never before: of two processes the second to publish may have the slower clock,
 * and an order would go on earning by the version that came before.
 */
export function nextVersion(before: ProgramVersion, rules: ProgramRules, now: Date): ProgramVersion {
  const publishedAt = toSecond(new Date(Math.max(now.getTime(), before.publishedAt.getTime())));
  return { number: before.number + 1, rules, publishedAt };
}
