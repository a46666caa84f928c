// Stamp cards as they are typed, to stamp cards. Every problem names its field.
import { nextCardKey } from '../program/card-keys.ts';
import { PLAIN_SHAPE, type CardForm } from './card-form.ts';
import { CARD_LIMITS, type CardNoun, type StampCard } from '../program/card-rules.ts';
import { CARD_SHAPES } from '../program/card-shapes.ts';
import { byLanguage, LANGUAGES, MOST_TITLE, type Localized } from '../values/languages.ts';
import { parseAmount } from '../values/parse-amount.ts';
import type { FieldErrors, FieldProblem } from './field-errors.ts';
import { uniqueIds } from './picked.ts';
import { typedDays } from './typed-days.ts';
import { parseNoun, PLAIN_NOUN } from './typed-noun.ts';

/** `before` are the draft's cards. */
type Context = { currency: string; usedKeys: ReadonlySet<string>; before?: readonly StampCard[] };
type CardLook = Pick<StampCard, 'noun' | 'shape'>;
/** Says what is wrong with a field of one card. */
type Report = (field: string, problem: FieldProblem | null) => void;

/** The problems are added to `errors`; a card with one of them means nothing. */
export function parseCards(
  forms: readonly CardForm[],
  { currency, usedKeys, before = [] }: Context,
  errors: FieldErrors,
): StampCard[] {
  if (forms.length > CARD_LIMITS.cards) errors['cards'] = 'tooManyCards';
  const keys = keysOf(forms, usedKeys);
  return forms.map((form, index) => {
    const report: Report = (field, problem) => {
      if (problem) errors[`cards.${index}.${field}`] = problem;
    };
    readTitles(forms, index, report);
    const key = keys[index] ?? '';
    const was = before.find((card) => card.key === key);
    return { key, ...readCard(form, currency, report), ...readLook(form, was, report) };
  });
}

/** A key that no draft and no version knows, or that came twice, is none: the card is a new one. */
function keysOf(forms: readonly CardForm[], usedKeys: ReadonlySet<string>): string[] {
  const taken = new Set(usedKeys);
  const seen = new Set<string>();
  return forms.map((form) => {
    const known = usedKeys.has(form.key) && !seen.has(form.key);
    const key = known ? form.key : nextCardKey(taken);
    taken.add(key);
    seen.add(key);
    return key;
  });
}

function readCard(
  form: CardForm,
  currency: string,
  report: Report,
): Omit<StampCard, 'key' | 'noun' | 'shape'> {
  report('size', sizeProblem(form.size));
  return {
    title: byLanguage((language) => form.title[language].trim()),
    size: Number(form.size),
    products: readProducts(form, report),
    maxPriceMinor: readCeiling(form.maxPrice, currency, report),
    ...typedDays(form, report),
    combinesWith: form.combinesWith,
  };
}

/** The words and the picture of what the card gives. Parts that say nothing are left out. */
function readLook(form: CardForm, was: StampCard | undefined, report: Report): CardLook {
  const noun = form.noun === undefined ? was?.noun : readNoun(form.noun, report);
  const shape = form.shape === undefined ? was?.shape : CARD_SHAPES.find((one) => one === form.shape);
  report('shape', form.shape !== undefined && shape === undefined ? 'malformed' : null);
  return { ...(noun && { noun }), ...(shape && shape !== PLAIN_SHAPE && { shape }) };
}

/** Where it is typed in one language, the others read "item". */
function readNoun(typed: Localized, report: Report): CardNoun | undefined {
  if (LANGUAGES.every((language) => typed[language].trim() === '')) return undefined;
  return byLanguage((language) => {
    if (typed[language].trim() === '') return PLAIN_NOUN[language];
    const read = parseNoun(typed[language], language);
    if (read.ok) return read.noun;
    report(`noun.${language}`, read.problem === 'tooLong' ? 'nounTooLong' : read.problem);
    return PLAIN_NOUN[language];
  });
}

const folded = (title: string): string => title.trim().toLowerCase();

/** Orders name a card by its title alone, in whatever language: no title may be another card's. */
function readTitles(forms: readonly CardForm[], index: number, report: Report): void {
  const earlier = forms.slice(0, index).flatMap(({ title }) => Object.values(title).map(folded));
  for (const language of LANGUAGES) {
    const title = forms[index]?.title[language].trim() ?? '';
    const twice = earlier.includes(folded(title));
    report(
      `title.${language}`,
      title === '' ? 'required' : title.length > MOST_TITLE ? 'tooLong' : twice ? 'titleTwice' : null,
    );
  }
}

function sizeProblem(typed: string): FieldProblem | null {
  const size = /^\s*\d{1,3}\s*$/.test(typed) ? Number(typed) : null;
  if (typed.trim() === '') return 'required';
  return size === null || size < CARD_LIMITS.smallest || size > CARD_LIMITS.largest ? 'sizeRange' : null;
}

/** A card for all products names none; what it leaves out stays. */
function readProducts(form: CardForm, report: Report): StampCard['products'] {
  const { all, products, collections } = form;
  const withoutTags = readTags(form.withoutTags, 'withoutTags', report);
  if (all) return { all, productIds: [], collectionIds: [], withTags: [], withoutTags };
  const tooMany = products.length > CARD_LIMITS.products || collections.length > CARD_LIMITS.collections;
  report('products', tooMany ? 'tooManyProducts' : null);
  const withTags = readTags(form.withTags, 'withTags', report);
  return {
    all,
    productIds: uniqueIds(products),
    collectionIds: uniqueIds(collections),
    withTags,
    withoutTags,
  };
}

/** Tags ignore case: of two that differ in nothing else the first stays. */
function readTags(typed: readonly string[], field: 'withTags' | 'withoutTags', report: Report): string[] {
  const tags = new Map<string, string>();
  for (const tag of typed.map((one) => one.trim())) {
    if (tag !== '' && !tags.has(tag.toLowerCase())) tags.set(tag.toLowerCase(), tag);
  }
  const all = [...tags.values()];
  const malformed = all.some((tag) => tag.includes(','));
  const tooLong = all.some((tag) => tag.length > CARD_LIMITS.tagLetters);
  report(
    field,
    malformed ? 'malformed' : tooLong ? 'tagTooLong' : all.length > CARD_LIMITS.tags ? 'tooManyTags' : null,
  );
  return all;
}

/** Without one every unit may be the free one. */
function readCeiling(typed: string, currency: string, report: Report): number | null {
  if (typed.trim() === '') return null;
  const { minor, problem } = parseAmount(typed, currency);
  report('maxPrice', problem);
  return minor;
}
