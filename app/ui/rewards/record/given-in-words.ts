// How a reward came to a customer, and why it ended where nobody used it.
import type { Language } from '#app/core/values/languages.ts';
import { textsOf } from '#app/locales/texts.ts';
import type { GivenRow } from './record-data.ts';

type Given = Pick<GivenRow, 'price' | 'state' | 'releaseWhy'>;

export function givenInWords({ price, state, releaseWhy }: Given, language: Language): string {
  const { memberRewards, rewardRecord: say } = textsOf(language);
  const how = price > 0 ? say.forPoints : say.asGift;
  const isOver = releaseWhy !== null && state !== 'used';
  return isOver ? `${how} · ${memberRewards.endings[releaseWhy]}` : how;
}
