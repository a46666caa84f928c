// "Carts up to 158 lines": how long a cart a card of the draft serves, where it doesn't serve all.
import type { ProgramRules } from '../program/program-rules.ts';
import { linesThatFit, MOST_CART_LINES, servesLongCarts } from '../stamps/cart-budget.ts';
import { functionConfig, isConfigTooLarge, type FunctionConfig } from '../stamps/discount-config.ts';
import { currencyExponent } from '../values/money.ts';
import { same } from '../values/same.ts';
import type { PublishContext } from './publish-context.ts';

export type CardCartLimit = {
  /** The longest cart in which the free unit is sure; 0: none. */
  lines: number;
  /** Not published as it stands. What is published already, and serves shorter carts only, holds nothing up. */
  refused: boolean;
};

/** Null for a card that serves every cart. A card asks for what those before it ask for, too, and for what never counts. */
export function cardCartLimit(
  rules: Pick<ProgramRules, 'cards' | 'neverEarns'>,
  index: number,
  { currency, before }: Pick<PublishContext, 'currency' | 'before'>,
): CardCartLimit | null {
  const own = rules.cards[index]?.key ?? '';
  const configIn = ({ cards, neverEarns: never }: typeof rules) =>
    functionConfig(cards, own, currencyExponent(currency), { never });
  const config = configIn(rules);
  if (isConfigTooLarge(config)) return { lines: 0, refused: true };
  const lines = linesThatFit(config);
  if (lines === MOST_CART_LINES) return null;
  const isPublished = before.cards.some(({ key }) => key === own) && asks(configIn(before), config);
  return { lines, refused: !servesLongCarts(config) && !isPublished };
}

const asks = (one: FunctionConfig, other: FunctionConfig) => same(one.cards, other.cards);
