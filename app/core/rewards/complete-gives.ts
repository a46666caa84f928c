import type { RewardGives } from './reward-gives.ts';

/** What was stored before percentages had a ceiling has none. */
export function completeGives(stored: RewardGives): RewardGives {
  return stored.kind === 'percent' ? { ...stored, mostMinor: stored.mostMinor ?? null } : stored;
}
