// From what was typed to rules. Every problem names its field; the server and the page ask the same function.
import type { z } from 'zod';
import { nextCardKey } from './card-keys.ts';
import { currencyExponent, minorUnits } from './money.ts';
import { NO_PRODUCTS, PLAIN_CARD, type ProgramRules, type StampCard } from './program-rules.ts';
import type { CardForm, ProgramForm } from './program-form.ts';
import { readOccasions, type OccasionProblem } from './read-occasion-form.ts';
import { wholeProblem, type NumberProblem } from './whole-number.ts';

/** Keys of `texts.program.problems`. */
export type FieldProblem =
  | NumberProblem
  | OccasionProblem
  | 'tooPrecise'
  | 'tooLong'
  | 'sizeRange'
  | 'tooManyCards'
  | 'tooManyProducts'
  | 'titleTwice'
  | 'noProducts'
  | 'notInShop'
  | 'malformed';

/** By field: `points`, `perAmount`, `cards`, `cards.0.titleEn`, `.titleFr`, `.size`, `.products`, `occasions.birthday.points`. */
export type FieldErrors = Record<string, FieldProblem>;

export type ReadForm = { ok: true; rules: ProgramRules } | { ok: false; errors: FieldErrors };

/** `base` is the draft: what this form doesn't edit stays. `usedKeys` are those of every draft and version so far. */
type Context = { base: ProgramRules; currency: string; usedKeys: ReadonlySet<string> };

type Reading = { errors: FieldErrors };

const MOST_POINTS = 100_000;
const MOST_MINOR = 1_000_000_000;
const MOST_TITLE = 60;
const MOST_CARDS = 10;
const MOST_PRODUCTS = 250;
const MOST_COLLECTIONS = 100;

export function readProgramForm(form: ProgramForm, { base, currency, usedKeys }: Context): ReadForm {
  const reading: Reading = { errors: {} };
  const points = readPoints(form.points, reading);
  const perMinor = readAmount(form.perAmount, currency, reading);
  const cards = readCards(form.cards, { base, usedKeys }, reading);
  const { occasions, errors } = readOccasions(form.occasions);
  Object.assign(reading.errors, errors);
  if (Object.keys(reading.errors).length > 0) return { ok: false, errors: reading.errors };
  return { ok: true, rules: { ...base, earn: { points, perMinor }, cards, occasions } };
}

function readPoints(typed: string, reading: Reading): number {
  const problem = wholeProblem(typed, MOST_POINTS);
  if (problem) reading.errors['points'] = problem;
  return Number(typed);
}

function readAmount(typed: string, currency: string, reading: Reading): number {
  const plain = typed.trim().replace(',', '.');
  const fraction = /\.(\d+)$/.exec(plain)?.[1] ?? '';
  const minor = minorUnits(plain, currency);
  const problem = ((): FieldProblem | null => {
    if (plain === '') return 'required';
    if (/^\d{16,}$/.test(plain)) return 'tooLarge';
    if (!/^-?\d+(\.\d+)?$/.test(plain)) return 'notANumber';
    if (/[1-9]/.test(fraction.slice(currencyExponent(currency)))) return 'tooPrecise';
    if (minor === null) return 'tooLarge';
    if (minor < 1) return 'tooSmall';
    return minor > MOST_MINOR ? 'tooLarge' : null;
  })();
  if (problem) reading.errors['perAmount'] = problem;
  return minor ?? 0;
}

function readCards(
  forms: readonly CardForm[],
  { base, usedKeys }: Pick<Context, 'base' | 'usedKeys'>,
  reading: Reading,
): StampCard[] {
  if (forms.length > MOST_CARDS) reading.errors['cards'] = 'tooManyCards';
  const taken = new Set(usedKeys);
  const seen = new Set<string>();
  return forms.map((form, index) => {
    // A key that no draft and no version knows, or that came twice, is none: the card is a new one.
    const known = usedKeys.has(form.key) && !seen.has(form.key);
    const key = known ? form.key : nextCardKey(taken);
    taken.add(key);
    seen.add(key);
    readTitles(forms, index, reading);
    readSize(form.size, index, reading);
    readProducts(form, index, reading);
    const before = base.cards.find((card) => card.key === key);
    return {
      ...PLAIN_CARD,
      ...before,
      key,
      title: { en: form.titleEn.trim(), fr: form.titleFr.trim() },
      size: Number(form.size),
      products: {
        ...NO_PRODUCTS,
        ...before?.products,
        all: form.all,
        productIds: form.all ? [] : uniqueIds(form.products),
        collectionIds: form.all ? [] : uniqueIds(form.collections),
      },
    };
  });
}

const uniqueIds = (picked: readonly { id: string }[]): string[] => [...new Set(picked.map(({ id }) => id))];

function readTitles(forms: readonly CardForm[], index: number, reading: Reading): void {
  for (const field of ['titleEn', 'titleFr'] as const) {
    const title = forms[index]?.[field].trim() ?? '';
    const twice = forms
      .slice(0, index)
      .some((other) => other[field].trim().toLowerCase() === title.toLowerCase());
    const problem: FieldProblem | null =
      title === '' ? 'required' : title.length > MOST_TITLE ? 'tooLong' : twice ? 'titleTwice' : null;
    if (problem) reading.errors[`cards.${index}.${field}`] = problem;
  }
}

function readSize(typed: string, index: number, reading: Reading): void {
  const size = /^\s*\d{1,3}\s*$/.test(typed) ? Number(typed) : null;
  if (typed.trim() === '') reading.errors[`cards.${index}.size`] = 'required';
  else if (size === null || size < 3 || size > 12) reading.errors[`cards.${index}.size`] = 'sizeRange';
}

function readProducts(form: CardForm, index: number, reading: Reading): void {
  if (form.all) return;
  const tooMany = form.products.length > MOST_PRODUCTS || form.collections.length > MOST_COLLECTIONS;
  if (tooMany) reading.errors[`cards.${index}.products`] = 'tooManyProducts';
}

/** For what no page of ours sends: wrong types and shapes, by the same field names. */
export function malformedFields(error: z.ZodError): FieldErrors {
  const fields = error.issues.map(({ path }) => path.slice(path[0] === 'value' ? 1 : 0).join('.'));
  return Object.fromEntries(fields.map((field) => [field === '' ? 'cards' : field, 'malformed']));
}
