// The first minutes: a card, points and a birthday gift, each on or off, from a few fields. What isn't asked is as it is
// everywhere else where nobody set it.
import { formOfMoments } from '../moment-form.ts';
import { parseMoments } from '../parse-moment-form.ts';
import { CARD_LIMITS, NO_PRODUCTS, type StampCard } from '../../program/card-rules.ts';
import type { ProgramRules } from '../../program/program-rules.ts';
import { MOST_TITLE, type Language } from '../../values/languages.ts';
import { nounIn, parseNoun, type NounProblem } from '../typed-noun.ts';

/** As typed, in one language. The words may be left empty. */
export type SetupForm = {
  language: Language;
  cardOn: boolean;
  title: string;
  noun: string;
  /** In stamps. */
  size: number;
  /** Shopify's numeric ids. */
  productIds: string[];
  collectionIds: string[];
  pointsOn: boolean;
  birthdayOn: boolean;
};

export type SetupProblem = NounProblem | 'noProducts' | 'nothingOn' | 'sizeRange';
/** By field: `title`, `noun`, `size`, `products`, `cardOn`. */
export type SetupErrors = Partial<Record<'title' | 'noun' | 'size' | 'products' | 'cardOn', SetupProblem>>;

/** The draft of the first minute with what was typed. A card that is off waits in the draft no longer. */
export function setUp(draft: ProgramRules, form: SetupForm): { rules: ProgramRules; errors: SetupErrors } {
  const { pointsOn, birthdayOn, cardOn } = form;
  const errors: SetupErrors = cardOn || pointsOn || birthdayOn ? {} : { cardOn: 'nothingOn' };
  const cards = cardOn ? draft.cards.map((card) => cardOf(card, form, errors)) : [];
  const { pointsOff: _off, ...rest } = draft;
  return {
    rules: {
      ...rest,
      ...(!pointsOn && { pointsOff: true as const }),
      cards,
      occasions: birthdayOn ? firstBirthday() : draft.occasions,
    },
    errors,
  };
}

/** The errors are added to `errors`; a field with one keeps what the draft has. */
function cardOf(card: StampCard, form: SetupForm, errors: SetupErrors): StampCard {
  const { language, size, productIds, collectionIds } = form;
  if (productIds.length + collectionIds.length === 0) errors.products = 'noProducts';
  const isSize = Number.isInteger(size) && size >= CARD_LIMITS.smallest && size <= CARD_LIMITS.largest;
  if (!isSize) errors.size = 'sizeRange';
  const title = form.title.trim();
  if (title.length > MOST_TITLE) errors.title = 'tooLong';
  const named = title === '' || errors.title ? card.title : { ...card.title, [language]: title };
  const noun = nounOf(card, form, errors);
  return {
    ...card,
    ...(noun && { noun }),
    title: named,
    size: isSize ? size : card.size,
    products: { ...NO_PRODUCTS, productIds, collectionIds },
  };
}

function nounOf(card: StampCard, { noun, language }: SetupForm, errors: SetupErrors): StampCard['noun'] {
  if (noun.trim() === '') return card.noun;
  const read = parseNoun(noun, language);
  if (read.ok) return nounIn(language, read.noun, card.noun);
  errors.noun = read.problem;
  return card.noun;
}

/** As its form begins when it is switched on. */
function firstBirthday(): ProgramRules['occasions'] {
  const form = formOfMoments([]);
  return parseMoments({ ...form, birthday: { ...form.birthday, on: true } }).occasions;
}

/** The theme's block that shows most of it; null where nothing is on that a block of its own shows. */
export function leadingBlock({ cards, pointsOff }: ProgramRules): string | null {
  if (cards.length > 0) return 'stamp-card';
  return pointsOff ? null : 'points-balance';
}
