// The discount functions on carts of 1, 20 and 200 lines: the card's, every unit of it free, and each kind of reward's under the
// largest config that a program can have.
import type { FunctionLine } from '#tests/function/cart-input.ts';
import { functionInput, stampsOf } from '#tests/function/function-scene.ts';
import { referenceRun } from '#tests/function/reference/reference-run.ts';
import { DEAREST_KINDS, dearestCart } from '#tests/function/vouchers/dearest-carts.ts';
import { referenceAnswer } from '#tests/function/vouchers/reference-answer.ts';
import { voucherInput } from '#tests/function/vouchers/voucher-scene.ts';
import { card } from '#tests/support/factories.ts';
import type { Figure } from './figures.ts';
import { functionFigures } from './function-figures.ts';

const CARTS = [1, 20, 200] as const;
const COLLECTION = '7300000000009';
/** Enough to make every unit free: the longest answer there is. */
const STAMPS = 5_000;

const said = (lines: number): string => (lines === 1 ? '1 line' : `${lines} lines`);

function cardFigures(lines: number): Figure[] {
  const products = { all: false, productIds: [], collectionIds: [COLLECTION], withTags: [], withoutTags: [] };
  const cart = Array.from({ length: lines }, (_one, index): FunctionLine => ({
    id: `${String(index).padStart(8, '0')}-4c1e-4a3b-9f00-0123456789ab`,
    productId: String(7_300_000_000_100 + index),
    quantity: 1 + (index % 3),
    amount: `${9 + (index % 50)}.50`,
    collections: [COLLECTION],
  }));
  const cards = [card({ products, maxPriceMinor: 100_000 })];
  const stamps = stampsOf({ coffee: [STAMPS, 5] });
  const input = functionInput({ cards, lines: cart, rate: '1.0838', stamps });
  const reference = () => referenceRun(input);
  return functionFigures({ handle: 'loyalty-discount', name: said(lines), lines, input, reference });
}

function rewardFigures(kind: string, lines: number): Figure[] {
  const input = voucherInput(dearestCart(kind, lines));
  const reference = () => referenceAnswer(input);
  const name = `${said(lines)}, ${kind}`;
  return functionFigures({ handle: 'loyalty-vouchers', name, lines, input, reference });
}

export async function functionPart(): Promise<Figure[]> {
  const ofRewards = DEAREST_KINDS.flatMap((kind) => CARTS.map((lines) => [kind, lines] as const));
  return [...CARTS.flatMap(cardFigures), ...ofRewards.flatMap(([kind, lines]) => rewardFigures(kind, lines))];
}
