import { momentKind, type MomentKind, type PreviewShopper } from '#app/core/moments/kinds/moment-kinds.ts';
import type { MomentsForm } from '#app/core/editing/moment-form.ts';
import type { Language } from '#app/core/values/languages.ts';
import { textsOf } from '#app/locales/texts.ts';

/** Members in each state of a moment's block; none while its gift is off. */
export function giftShoppers(
  form: MomentsForm,
  kind: MomentKind,
  language: Language,
): { label: string; value: string }[] {
  const { shoppers } = textsOf(language).birthdays.offer;
  if (!form[kind].on) return [];
  return momentKind(kind).previews.map(({ shopper }) => {
    return { value: shopper, label: shoppers[shopper as PreviewShopper] };
  });
}
