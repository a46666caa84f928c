// "10 % off, 15.00 at most": of the order or of chosen products.
import { mulDivCeil, mulDivFloor } from '../../values/money.ts';
import { MOST_SUM, priceOfLine, subtotalOf, type FunctionLine, type Saving } from './function-cart.ts';
import type { FunctionKind, SavingScene } from './function-kind.ts';

type Chosen = { readonly productIds: readonly string[]; readonly collectionIds: readonly string[] };
type CappedPercent = {
  readonly kind: 'percent';
  readonly percent: number;
  readonly of: 'order' | Chosen;
  /** In the shop's currency. */
  readonly mostMinor: number;
};

/** Half up. */
export const percentOf = (minor: number, percent: number): number =>
  Math.floor((mulDivFloor(minor, 2 * percent, 100) + 1) / 2);

/** From the subtotal of which the percentage is the ceiling on, the ceiling comes off instead. */
function ofOrder(
  { gives, lines, excluded, minimum }: SavingScene<CappedPercent>,
  most: number,
): Saving | null {
  if (subtotalOf(lines) === 0) return null;
  const full = Math.min(mulDivCeil(most, 100, gives.percent), MOST_SUM);
  return {
    on: 'order',
    tries: [
      { off: { minor: most }, least: Math.max(full, minimum) },
      { off: { percent: gives.percent }, least: minimum },
    ],
    excluded: excluded.map(({ lineId }) => lineId),
  };
}

function isIncluded({ productIds }: Chosen, line: FunctionLine): boolean {
  const { productId, chosen } = line;
  return productId !== null && priceOfLine(line) > 0 && (chosen || productIds.includes(productId));
}

/** Shopify rounds each line: the ceiling is held against what the rounded lines add up to. */
function ofProducts(
  { gives: { percent }, lines, minimum }: SavingScene<CappedPercent>,
  of: Chosen,
  most: number,
): Saving | null {
  const included = lines.filter((line) => isIncluded(of, line));
  if (included.length === 0 || subtotalOf(included) < minimum) return null;
  const off = included.reduce((sum, line) => sum + percentOf(priceOfLine(line), percent), 0);
  return {
    on: 'products',
    off: off > most ? { minor: most } : { percent },
    lines: included.map(({ lineId, quantity }) => ({ lineId, quantity })),
  };
}

const namesOf = ({ productIds, collectionIds }: Chosen) => ({
  productIds: [...productIds],
  collectionIds: [...collectionIds],
});

export const cappedPercent: FunctionKind<CappedPercent> = {
  kind: 'percent',
  discountClass: ({ of }) => (of === 'order' ? 'ORDER' : 'PRODUCT'),
  config: ({ kind, percent, of, mostMinor }) => ({
    ...{ kind, percent, of: of === 'order' ? of : namesOf(of), mostMinor },
  }),
  collectionIds: ({ of }) => (of === 'order' ? [] : of.collectionIds),
  saves: (scene) => {
    const { of, mostMinor } = scene.gives;
    const most = scene.inShoppers(mostMinor);
    if (!most) return null;
    return of === 'order' ? ofOrder(scene, most) : ofProducts(scene, of, most);
  },
};
