// The problems that keep stamp cards from being published: nothing is given away without the merchant naming it.
import type { LacksForCodes } from '../discounts/card-reward.ts';
import { namesProducts } from '../program/names-products.ts';
import type { ProgramRules } from '../program/program-rules.ts';
import type { StampCard } from '../program/card-rules.ts';
import { cardCartLimit } from './card-cart-limit.ts';
import { newLackOf } from './needs-functions.ts';
import type { PublishContext } from './publish-context.ts';

type LackReason = 'codeNeedsPrice' | 'codeTakesNoTags' | 'eitherKind' | 'tooManyForReward';

export type CardProblem = {
  field: string;
  /** `malformed`: two cards with one key, which no form makes. */
  reason: 'noProducts' | 'malformed' | 'titleTwice' | 'tooMuchForCart' | LackReason;
};

export function cardProblems(rules: ProgramRules, context: PublishContext): CardProblem[] {
  const { cards } = rules;
  const keys = cards.map(({ key }) => key);
  const ofEach = cards.flatMap(({ key, products }, index): CardProblem[] => {
    const problems: CardProblem[] = [];
    if (!namesProducts(products)) problems.push({ field: `cards.${index}.products`, reason: 'noProducts' });
    if (keys.indexOf(key) !== index) problems.push({ field: `cards.${index}.key`, reason: 'malformed' });
    return [...problems, ...titleProblems(cards, index)];
  });
  return [...ofEach, ...sizeProblems(rules, context), ...functionProblems(cards, context)];
}

const folded = (title: string): string => title.trim().toLowerCase();

/** An order names a discount by its title alone, in whatever language: two cards with one title can't be told apart. */
function titleProblems(cards: readonly StampCard[], index: number): CardProblem[] {
  const earlier = cards.slice(0, index).flatMap(({ title }) => Object.values(title).map(folded));
  const twice = Object.entries(cards[index]?.title ?? {}).filter(([, title]) =>
    earlier.includes(folded(title)),
  );
  return twice.map(([language]) => ({
    field: `cards.${index}.title.${language}`,
    reason: 'titleTwice' as const,
  }));
}

/** A discount's function knows the cards before its own, too: the first that is too many is named. */
function sizeProblems(rules: ProgramRules, context: PublishContext): CardProblem[] {
  const tooLarge = rules.cards.findIndex((_card, index) => cardCartLimit(rules, index, context)?.refused);
  return tooLarge < 0 ? [] : [{ field: `cards.${tooLarge}.products`, reason: 'tooMuchForCart' }];
}

/**
 * Where functions can't run a full card is given as a code: that needs a price, and few products. Cards that are published stay as
 * they are, so that nothing else is held up by them.
 */
function functionProblems(cards: StampCard[], { functionsRun, before }: PublishContext): CardProblem[] {
  if (functionsRun) return [];
  return cards.flatMap((card, index): CardProblem[] => {
    const lacks = newLackOf(card, before);
    if (lacks === null) return [];
    const { field, reason } = LACKS[lacks];
    const own = lacks === 'tags' && card.products.withTags.length === 0 ? 'withoutTags' : field;
    return [{ field: `cards.${index}.${own}`, reason }];
  });
}

const LACKS: Record<LacksForCodes, CardProblem> = {
  ceiling: { field: 'maxPrice', reason: 'codeNeedsPrice' },
  tags: { field: 'withTags', reason: 'codeTakesNoTags' },
  'both-kinds': { field: 'products', reason: 'eitherKind' },
  'too-many': { field: 'products', reason: 'tooManyForReward' },
};
