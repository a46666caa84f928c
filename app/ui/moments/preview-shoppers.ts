import { PREVIEW_SHOPPERS } from '#app/core/storefront/preview-shoppers.ts';
import type { MomentsForm } from '#app/core/moments/moment-form.ts';
import type { Language } from '#app/core/values/languages.ts';
import { textsOf } from '#app/locales/texts.ts';

/** Members in each state of the birthday block, as far as the program gives something. */
export function giftShoppers(
  { birthday, anniversary }: MomentsForm,
  language: Language,
): { label: string; value: string }[] {
  const { shoppers } = textsOf(language).birthdays.offer;
  return PREVIEW_SHOPPERS.filter((value) => (value === 'anniversary-today' ? anniversary : birthday).on).map(
    (value) => ({ value, label: shoppers[value] }),
  );
}
