// "Try it", as typed: a made-up cart or the name of an order, beside the rules that are being edited.
import { z } from 'zod';
import { minorUnits } from '../../values/money.ts';
import { programForm } from '../program-form.ts';
import type { TrialLine } from './trial-order.ts';

const digits = z.string().regex(/^\d{1,19}$/);
const text = z.string().max(1_000);

const trialLine = z.object({
  title: text,
  /** In the currency's major unit. */
  price: text,
  quantity: text,
  productId: digits.nullable(),
  variantId: digits.nullable(),
});
export type TrialLineForm = z.infer<typeof trialLine>;

export const trialForm = z.object({
  rules: programForm,
  kind: z.enum(['cart', 'order']),
  orderName: text,
  lines: z.array(trialLine).max(100),
  shopper: z.object({
    kind: z.enum(['typed', 'member']),
    /** By the cards' places in the form; empty is none. */
    stamps: z.array(text).max(100),
    /** As the list of members is searched: a name, a customer's number, or an order. */
    member: text,
  }),
});
export type TrialShopperForm = z.infer<typeof trialForm>['shopper'];

/** Keys of `texts.program.trial`, and `rules` where the rules themselves need mending. */
export type TrialProblem =
  | 'noLines'
  | 'noOrder'
  | 'noMember'
  | 'severalMembers'
  | 'namesRefused'
  | 'namesFailed'
  | 'quantityRange'
  | 'priceRange'
  | 'stampsRange'
  | 'fixRules';

/** By field: `orderName`, `lines`, `lines.0.price`, `lines.0.quantity`, `shopper.stamps.0`, `shopper.member`, `rules`. */
export type TrialErrors = Record<string, TrialProblem>;

export type NamedTrialLine = TrialLine & { title: string };

const MOST_UNITS = 1_000;
export const MOST_STAMPS = 999;

/** A line without a name is called by its number on the page. */
export function parseTrialLines(
  lines: readonly TrialLineForm[],
  currency: string,
): { ok: true; lines: NamedTrialLine[] } | { ok: false; errors: TrialErrors } {
  const errors: TrialErrors = lines.length === 0 ? { lines: 'noLines' } : {};
  const read = lines.map(({ title, price, quantity, productId, variantId }, index): NamedTrialLine => {
    const units = /^\s*\d{1,4}\s*$/.test(quantity) ? Number(quantity) : 0;
    const priceMinor = minorUnits(price.trim().replace(',', '.'), currency);
    if (units < 1 || units > MOST_UNITS) errors[`lines.${index}.quantity`] = 'quantityRange';
    if (priceMinor === null || priceMinor < 0) errors[`lines.${index}.price`] = 'priceRange';
    return { title: title.trim(), priceMinor: priceMinor ?? 0, quantity: units, productId, variantId };
  });
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, lines: read };
}

/** Stamps by the cards' places. */
export function parseTrialStamps(
  typed: readonly string[],
): { ok: true; stamps: number[] } | { ok: false; errors: TrialErrors } {
  const errors: TrialErrors = {};
  const stamps = typed.map((text, index) => {
    const plain = text.trim();
    if (plain !== '' && !(/^\d{1,4}$/.test(plain) && Number(plain) <= MOST_STAMPS))
      errors[`shopper.stamps.${index}`] = 'stampsRange';
    return Number(plain);
  });
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, stamps };
}
