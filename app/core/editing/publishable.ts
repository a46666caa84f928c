// A draft may be half done; what is published may not: nothing is given away without the merchant naming it.
import { FIRST_LANGUAGE } from '../values/languages.ts';
import { currencyExponent } from '../values/money.ts';
import type { ProgramRules } from '../program/program-rules.ts';
import type { StampCard } from '../program/card-rules.ts';
import type { FieldErrors } from './field-errors.ts';
import { functionConfig, isConfigTooLarge } from '../stamps/discount-config.ts';

export type PublishProblem = {
  field: string;
  reason:
    | 'card-without-products'
    | 'card-key-twice'
    | 'card-title-twice'
    | 'too-much-for-cart'
    | 'functions-not-available'
    | 'occasion-twice';
};

export type PublishContext = {
  /** The rules that are published now. */
  before: Pick<ProgramRules, 'cards'>;
  currency: string;
  /** Whether Shopify runs our function on this store: without it no card gives its free unit in the cart. */
  functionsRun: boolean;
};

/** A second offer for one day would never be given: the ledger gives once a year. */
function momentProblems({ occasions }: ProgramRules): PublishProblem[] {
  const kinds = occasions.map(({ kind }) => kind);
  return occasions.flatMap(({ kind }, index): PublishProblem[] =>
    kinds.indexOf(kind) === index ? [] : [{ field: `occasions.${index}`, reason: 'occasion-twice' }],
  );
}

/** What stands between a draft and its publication; empty when nothing does. */
export function publishProblems(rules: ProgramRules, context: PublishContext): PublishProblem[] {
  const keys = rules.cards.map(({ key }) => key);
  const ofCards = rules.cards.flatMap(({ key, products }, index): PublishProblem[] => {
    const problems: PublishProblem[] = [];
    if (!namesProducts(products))
      problems.push({ field: `cards.${index}.products`, reason: 'card-without-products' });
    if (keys.indexOf(key) !== index) problems.push({ field: `cards.${index}.key`, reason: 'card-key-twice' });
    return [...problems, ...titleProblems(rules.cards, index)];
  });
  const ofOthers = [...functionProblems(rules, context), ...momentProblems(rules)];
  return [...ofCards, ...sizeProblems(rules.cards, context), ...ofOthers];
}

function namesProducts({ all, productIds, collectionIds, withTags }: StampCard['products']): boolean {
  return all || productIds.length + collectionIds.length + withTags.length > 0;
}

const folded = (title: string): string => title.trim().toLowerCase();

/** An order names a discount by its title alone, in whatever language: two cards with one title can't be told apart. */
function titleProblems(cards: readonly StampCard[], index: number): PublishProblem[] {
  const earlier = cards.slice(0, index).flatMap(({ title }) => Object.values(title).map(folded));
  const twice = Object.entries(cards[index]?.title ?? {}).filter(([, title]) =>
    earlier.includes(folded(title)),
  );
  return twice.map(([language]) => ({
    field: `cards.${index}.title.${language}`,
    reason: 'card-title-twice' as const,
  }));
}

/** A discount's function knows the cards before its own, too: the first that is too many is named. */
function sizeProblems(cards: readonly StampCard[], { currency }: PublishContext): PublishProblem[] {
  const exponent = currencyExponent(currency);
  const tooLarge = cards.findIndex(({ key }) => isConfigTooLarge(functionConfig(cards, key, exponent)));
  return tooLarge < 0 ? [] : [{ field: `cards.${tooLarge}.products`, reason: 'too-much-for-cart' }];
}

/** Cards that are published stay as they are, so that nothing else is held up by them. */
function functionProblems({ cards }: ProgramRules, context: PublishContext): PublishProblem[] {
  if (context.functionsRun || !addsCards(context.before, { cards })) return [];
  return [{ field: 'cards', reason: 'functions-not-available' }];
}

/** Whether rules have a card that wasn't there before. */
export function addsCards(before: Pick<ProgramRules, 'cards'>, after: Pick<ProgramRules, 'cards'>): boolean {
  return after.cards.some(({ key }) => !before.cards.some((card) => card.key === key));
}

/** Keys of the cards whose look changes for their members: new, ended, or with another title or size. */
export function changedCards(before: ProgramRules, after: ProgramRules): string[] {
  const look = ({ cards }: ProgramRules) =>
    new Map(cards.map(({ key, title, size }) => [key, JSON.stringify([title, size])]));
  const [was, is] = [look(before), look(after)];
  return [...new Set([...was.keys(), ...is.keys()])].filter((key) => was.get(key) !== is.get(key));
}

/** The same by the fields of the program's form. */
export function publishErrors(problems: readonly PublishProblem[]): FieldErrors {
  return Object.fromEntries(
    problems.map(({ field, reason }) => {
      switch (reason) {
        case 'card-without-products':
          return [field, 'noProducts'];
        case 'card-key-twice':
          return [field.replace('.key', `.title.${FIRST_LANGUAGE}`), 'malformed'];
        case 'occasion-twice':
          return [field, 'malformed'];
        case 'card-title-twice':
          return [field, 'titleTwice'];
        case 'too-much-for-cart':
          return [field, 'tooMuchForCart'];
        case 'functions-not-available':
          return [field, 'functionsNotAvailable'];
      }
    }),
  );
}
