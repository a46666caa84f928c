import { now } from '#app/clock.server.ts';
import { leadingBlock, setUp } from '#app/core/editing/setup/first-setup.ts';
import { renderPreviews } from '#app/liquid/render-previews.ts';
import { textsOf } from '#app/locales/texts.ts';
import type { PictureAnswer } from '#app/ui/home/block-picture.tsx';
import { readDraft } from '#app/usecases/editing/read-program.ts';
import { forMerchant } from './merchant/for-merchant.ts';
import { parseBody } from './merchant/parse-body.ts';
import { setupForm } from './merchant/setup-form.ts';

/** What customers will see by what is being typed in the setup guide: the theme's own block. Stores nothing. */
export const action = forMerchant(async ({ shop, request }): Promise<PictureAnswer> => {
  const form = await parseBody(request, setupForm);
  const { draft, currency } = await readDraft(shop.id);
  const { rules } = setUp(draft, form);
  // The made-up product is on the card, whichever products were chosen so far.
  const cards = rules.cards.map((card) => ({ ...card, products: { ...card.products, all: true } }));
  const { language } = form;
  const { product } = textsOf(language).program.preview;
  const clock = { at: now(), timeZone: shop.timeZone };
  const scene = {
    rules: { ...rules, cards },
    currency,
    language,
    product,
    clock,
    shopper: 'member',
  } as const;
  const found = renderPreviews(scene).find(({ file }) => file === leadingBlock(rules));
  return found?.html ? { title: found.title, html: found.html } : { title: null, html: null };
});
