import { kindOf } from './kinds/kind-of.ts';
import type { RewardGives } from './reward-gives.ts';

/** Whether its discount is the app's own function (`discountCodeAppCreate`), which not every shop can have. */
export function usesFunction(gives: RewardGives): boolean {
  return kindOf(gives).usesFunction(gives);
}
