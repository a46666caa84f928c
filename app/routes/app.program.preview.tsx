import type { ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { now } from '#app/clock.server.ts';
import { programForm } from '#app/core/editing/program-form.ts';
import { parseProgramForm } from '#app/core/editing/parse-program-form.ts';
import { LANGUAGES } from '#app/core/values/languages.ts';
import { orResponse } from '#app/errors.ts';
import { SHOPPERS } from '#app/liquid/preview-objects.ts';
import { renderPreviews } from '#app/liquid/render-previews.ts';
import { textsOf } from '#app/locales/texts.ts';
import type { PreviewAnswer } from '#app/ui/editing/preview/preview-panel.tsx';
import { openApp } from '#app/usecases/shop/open-app.ts';
import { readDraft } from '#app/usecases/editing/read-program.ts';

const sentForm = z.object({ form: programForm, shopper: z.enum(SHOPPERS), language: z.enum(LANGUAGES) });

/** The theme's blocks by the rules that are being typed. Stores nothing. */
export async function action({ request }: ActionFunctionArgs): Promise<PreviewAnswer> {
  const { shop } = await orResponse(openApp(request));
  const sent = sentForm.safeParse(await request.json().catch(() => null));
  if (!sent.success) return { ok: false, reason: 'invalid' };
  const { form, shopper, language } = sent.data;
  const program = await readDraft(shop.id);
  const read = parseProgramForm(form, { ...program, base: program.draft });
  if (!read.ok) return { ok: false, reason: 'invalid' };
  const product = textsOf(language).program.preview.product;
  const clock = { at: now(), timeZone: shop.timeZone };
  const scene = { rules: read.rules, currency: program.currency, language, shopper, product, clock };
  return { ok: true, previews: renderPreviews(scene) };
}
