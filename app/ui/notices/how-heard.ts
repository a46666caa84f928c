// "In your shop only", or "By Flow: 41 in 30 days · 2 refused by Shopify".
import type { Language } from '#app/core/values/languages.ts';
import { textsOf } from '#app/locales/texts.ts';
import { formatNumber, pluralForm } from '#app/ui/values/format.ts';

/** Of the last 30 days. */
export type Heard = { sent: number; refused: number };

export function howHeard(byFlow: boolean, { sent, refused }: Heard, language: Language): string {
  const { notices: say } = textsOf(language);
  if (!byFlow) return say.inShop;
  const counted = (says: typeof say.byFlow, count: number) =>
    says(formatNumber(count, language), pluralForm(count, language));
  const told = counted(say.byFlow, sent);
  return refused === 0 ? told : `${told} · ${counted(say.refused, refused)}`;
}
