// "€5.00 off", of what an order still has of a reward. All that was bought may have gone back, or there was nothing to take off.
import type { Language } from '#app/core/values/languages.ts';
import { textsOf } from '#app/locales/texts.ts';
import { formatMoney } from '#app/ui/values/format.ts';

export function offInWords(minor: number, currency: string, language: Language): string {
  const { rewardRecord: say } = textsOf(language);
  return minor === 0 ? say.nothingOff : say.off(formatMoney(minor, currency, language));
}
