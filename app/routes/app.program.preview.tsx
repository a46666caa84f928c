import { z } from 'zod';
import { now } from '#app/clock.server.ts';
import { programForm } from '#app/core/editing/program-form.ts';
import { parseProgramForm } from '#app/core/editing/parse-program-form.ts';
import { LANGUAGES } from '#app/core/values/languages.ts';
import { SHOPPERS } from '#app/liquid/preview-objects.ts';
import { renderPreviews } from '#app/liquid/render-previews.ts';
import { textsOf } from '#app/locales/texts.ts';
import type { PreviewAnswer } from '#app/ui/editing/preview/preview-panel.tsx';
import { readDraft } from '#app/usecases/editing/read-program.ts';
import { typedFields } from './merchant/edited-form.ts';
import { forMerchant } from './merchant/for-merchant.ts';
import { parseBody } from './merchant/parse-body.ts';

const wanted = z.object({
  form: typedFields,
  shopper: z.enum(SHOPPERS),
  language: z.enum(LANGUAGES),
});

/** The theme's blocks by the rules that are being typed. Stores nothing. */
export const action = forMerchant(async ({ shop, request }): Promise<PreviewAnswer> => {
  const { form: typed, shopper, language } = await parseBody(request, wanted);
  const form = programForm.safeParse(typed);
  if (!form.success) return { ok: false, reason: 'invalid' };
  const program = await readDraft(shop.id);
  const read = parseProgramForm(form.data, { ...program, base: program.draft });
  if (!read.ok) return { ok: false, reason: 'invalid' };
  const product = textsOf(language).program.preview.product;
  const clock = { at: now(), timeZone: shop.timeZone };
  const scene = { rules: read.rules, currency: program.currency, language, shopper, product, clock };
  return { ok: true, previews: renderPreviews(scene) };
});
