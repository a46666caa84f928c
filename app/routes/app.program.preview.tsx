import { z } from 'zod';
import { now } from '#app/clock.server.ts';
import { programForm } from '#app/core/editing/program-form.ts';
import { parseProgramForm } from '#app/core/editing/parse-program-form.ts';
import { momentAlone, previewedRules } from '#app/core/editing/previewed-rules.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import { LANGUAGES } from '#app/core/values/languages.ts';
import { SHOPPERS } from '#app/liquid/preview-objects.ts';
import { shopInitial } from '#app/core/shop/shop-initial.ts';
import { renderPreviews } from '#app/liquid/render-previews.ts';
import { textsOf } from '#app/locales/texts.ts';
import type { PreviewAnswer } from '#app/ui/editing/preview/preview-panel.tsx';
import { readDraft } from '#app/usecases/editing/read-program.ts';
import { readCardWays } from '#app/usecases/stamps/read-card-ways.ts';
import { typedFields } from './merchant/edited-form.ts';
import { forMerchant } from './merchant/for-merchant.ts';
import { parseBody } from './merchant/parse-body.ts';

const wanted = z.object({
  /** Null: what is published. */
  form: typedFields.nullable(),
  shopper: z.enum(SHOPPERS),
  language: z.enum(LANGUAGES),
  /** Files of the theme extension; all where it is missing. */
  blocks: z.array(z.string().max(100)).max(50).optional(),
  /** The place in the form of the one card that is shown; all where it is missing. */
  card: z.int().min(0).max(100).optional(),
  /** The same of the one moment. */
  moment: z.int().min(0).max(100).optional(),
  /** The page around them. */
  dark: z.boolean().optional(),
});

/** The theme's blocks by the rules that are being typed. Stores nothing. */
export const action = forMerchant(async ({ shop, request }): Promise<PreviewAnswer> => {
  const {
    form: typed,
    shopper,
    language,
    blocks,
    card,
    moment,
    dark = false,
  } = await parseBody(request, wanted);
  const program = await readDraft(shop.id);
  const typedRules = typed === null ? program.published.rules : rulesOf(typed, program);
  if (typedRules === null) return { ok: false, reason: 'invalid' };
  const isAlone = moment !== undefined;
  const rules = isAlone ? momentAlone(typedRules, moment) : previewedRules(typedRules, card);
  const product = textsOf(language).program.preview.product;
  const clock = { at: now(), timeZone: shop.timeZone };
  const shopName = shopInitial(shop);
  const ways = await readCardWays(shop.id);
  const asked = { language, shopper, momentAlone: isAlone, dark };
  const scene = { ...asked, rules, currency: program.currency, product, clock, shopName, ways };
  return { ok: true, previews: renderPreviews(scene, blocks) };
});

function rulesOf(typed: unknown, program: Awaited<ReturnType<typeof readDraft>>): ProgramRules | null {
  const form = programForm.safeParse(typed);
  if (!form.success) return null;
  const read = parseProgramForm(form.data, { ...program, base: program.draft });
  return read.ok ? read.rules : null;
}
