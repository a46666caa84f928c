// A case of what counts as the discount function sees it, and as the ledger settles it.
import { currencyExponent } from '#app/core/values/money.ts';
import { stampsOf as unitOf, type Amounts } from '#app/core/values/units.ts';
import { orderWorth } from '#app/core/orders/order-worth.ts';
import { titleBook } from '#app/core/stamps/free-on-line.ts';
import type { FunctionLine } from '#tests/function/cart-input.ts';
import { stampsOf, type FunctionScene } from '#tests/function/function-scene.ts';
import { factsOf, orderOf, rulesOf, type CountedLine, type CountsCase } from './counted-case.ts';

/** Products that an order takes apart. */
const BUNDLE = '505';

/** The cart, before checkout or merchant add anything. */
export function functionScene(counted: CountsCase): FunctionScene {
  const { currency = 'EUR', held = {} } = counted;
  const exponent = currencyExponent(currency);
  const inCart = counted.lines.filter(({ later }) => !later);
  return {
    cards: rulesOf(counted).cards,
    lines: inCart.map((line) => functionLine(line, exponent)),
    stamps: stampsOf(held),
    rate: counted.paysIn ? '1.0838' : '1.0',
    exponent,
    bundles: [BUNDLE],
    never: rulesOf(counted).neverEarns,
  };
}

function functionLine(
  { product, quantity, subscribed = false }: CountedLine,
  exponent: number,
): FunctionLine {
  const { id = '501', priceMinor, giftCard = false, collections = [], tags = [] } = product;
  const digits = String(priceMinor).padStart(exponent + 1, '0');
  const split = digits.length - exponent;
  const amount = `${digits.slice(0, split)}.${digits.slice(split) || '0'}`;
  return { productId: id, quantity, amount, giftCard, collections, tags, subscription: subscribed };
}

/** What the ledger posts for the paid order: points, and per card the stamps that it brings and takes. */
export function ledgerOf(counted: CountsCase, lines = counted.lines) {
  const rules = rulesOf(counted);
  const sizeOf = (key: string) =>
    counted.held?.[key]?.[1] ?? rules.cards.find((card) => card.key === key)?.size ?? null;
  const titles = rules.cards.map(({ key, title }) => ({ cardKey: key, title: title.en }));
  const book = titleBook(titles, []);
  const order = orderOf({ ...counted, lines });
  const worth = orderWorth(order, rules, factsOf(lines), { book, decided: {}, sizeOf });
  const byCard = (amounts: Amounts) =>
    Object.fromEntries(
      rules.cards.flatMap(({ key }) => {
        const amount = amounts[unitOf(key)];
        return amount ? [[key, amount] as const] : [];
      }),
    );
  return { points: worth.amounts['points'] ?? 0, stamps: byCard(worth.amounts), taken: byCard(worth.taken) };
}
