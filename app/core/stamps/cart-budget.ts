// How long a cart may be for a card's discount. Shopify gives its function so many bytes to read and so many instructions to
// spend; over either it drops the discount without a word. Both grow with the program: what is asked of every product comes
// back with every line. A test holds these numbers against what the function really spends.
import { functionVariables, type FunctionConfig } from './discount-config.ts';
import { jsonBytes } from './json-bytes.ts';

/** The longest cart that Shopify makes. */
export const MOST_CART_LINES = 500;
/** What every published card serves: to here Shopify's limits stay as they are, from here they grow with the cart. */
export const LEAST_CART_LINES = 200;

const INPUT_BYTES = 128_000;
const INSTRUCTIONS = 11_000_000;

/** The input without config and lines, the member's stamps on ten cards among it. */
const OTHER_BYTES = 1_200;
/** A cart's line with a subscription, long ids and a high price, without its collections and tags. */
const LINE_BYTES = 265;

const RUN = {
  start: 140_000,
  card: 25_000,
  product: 2_100,
  collection: 5_900,
  tag: 3_500,
  tagByte: 350,
} as const;
const LINE = { start: 18_500, collection: 3_100, tag: 3_050, tagByte: 5 } as const;

type Spent = { bytes: number; instructions: number };

const bytesOf = (text: string): number => jsonBytes(text) - 2;
const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** What is spent once a run, whatever the cart. */
function spentOnce(config: FunctionConfig): Spent {
  const products = config.cards.flatMap((card) => card.products.productIds).length + config.bundles.length;
  const collections = config.cards.flatMap((card) => card.products.collectionIds).length;
  const tags = config.cards.flatMap(({ products: { withTags, withoutTags } }) => [
    ...withTags,
    ...withoutTags,
  ]);
  return {
    bytes: OTHER_BYTES + jsonBytes(config),
    instructions:
      RUN.start +
      RUN.card * config.cards.length +
      RUN.product * products +
      RUN.collection * collections +
      sum(tags.map((tag) => RUN.tag + RUN.tagByte * bytesOf(tag))),
  };
}

/** What the dearest line spends: a product in all collections and with all tags that are asked for, and free. */
function spentALine(config: FunctionConfig): Spent {
  const { collectionIds, tags } = functionVariables(config);
  const answers = [
    ...collectionIds.map((id) => ({ id, is: false })),
    ...tags.map((tag) => ({ tag, is: false })),
  ];
  return {
    bytes: LINE_BYTES + jsonBytes(answers),
    instructions:
      LINE.start +
      LINE.collection * collectionIds.length +
      sum(tags.map((tag) => LINE.tag + LINE.tagByte * bytesOf(tag))),
  };
}

/** The instructions that a cart of so many lines takes at most. */
export function mostInstructions(config: FunctionConfig, lines: number): number {
  return spentOnce(config).instructions + lines * spentALine(config).instructions;
}

/**
 * The lines of the longest cart for which the card's function is sure to answer. Where a cart of 200 lines fits, any does:
 * beyond it the limits grow with the lines, and what is spent once doesn't.
 */
export function linesThatFit(config: FunctionConfig): number {
  const [once, line] = [spentOnce(config), spentALine(config)];
  const fitting = Math.min(
    (INPUT_BYTES - once.bytes) / line.bytes,
    (INSTRUCTIONS - once.instructions) / line.instructions,
  );
  return fitting >= LEAST_CART_LINES ? MOST_CART_LINES : Math.max(0, Math.floor(fitting));
}

/** Whether the config serves every cart up to 200 lines. */
export function servesLongCarts(config: FunctionConfig): boolean {
  return linesThatFit(config) >= LEAST_CART_LINES;
}
