import type { PreviewShopper } from '#app/core/moments/kinds/moment-kinds.ts';
import { PREVIEW_SHOPPERS, previewOf } from '#app/core/moments/kinds/preview-shoppers.ts';
import type { MomentsForm } from '#app/core/moments/moment-form.ts';
import type { Language } from '#app/core/values/languages.ts';
import { textsOf } from '#app/locales/texts.ts';

/** Members in each state of the birthday block, as far as the program gives something. */
export function giftShoppers(
  form: MomentsForm,
  language: Language,
): { label: string; value: PreviewShopper }[] {
  const { shoppers } = textsOf(language).birthdays.offer;
  const shown = PREVIEW_SHOPPERS.filter((shopper) => {
    const preview = previewOf(shopper);
    return preview && form[preview.kind].on;
  });
  return shown.map((value) => ({ value, label: shoppers[value] }));
}
