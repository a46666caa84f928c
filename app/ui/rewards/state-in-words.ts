// "Ready to use", "Used": where a member's reward stands.
import type { Language } from '#app/core/values/languages.ts';
import { textsOf } from '#app/locales/texts.ts';
import type { MemberRewardRow } from './member-reward.ts';

type Standing = Pick<MemberRewardRow, 'state' | 'price' | 'releaseWhy'>;

/** Nothing comes back of a gift whose last day has passed. */
export function stateInWords({ state, price, releaseWhy }: Standing, language: Language): string {
  const { memberRewards: say } = textsOf(language);
  const isSpent = price === 0 && releaseWhy === 'lapsed' && state !== 'used';
  return isSpent ? say.over : say.states[state];
}
