import { GIVES_LIMITS } from '../../rewards/reward-gives.ts';
import type { GivesOf } from '../../rewards/kinds/reward-kind.ts';
import { pickedOf, uniqueIds } from '../picked.ts';
import {
  moneyText,
  readOptionalMoney,
  readPercent,
  type FormKind,
  type GivesForm,
  type Report,
} from './form-kind.ts';

export const percentForm: FormKind<'percent'> = {
  begin: () => ({ percent: '10' }),
  write: ({ percent, of, mostMinor }, wording) => ({
    percent: String(percent),
    most: moneyText(mostMinor, wording),
    ...(of !== 'order' && {
      of: 'chosen',
      products: pickedOf(of.productIds, wording.titles.products, wording.gone),
      collections: pickedOf(of.collectionIds, wording.titles.collections, wording.gone),
    }),
  }),
  read: (form, reading) => ({
    kind: 'percent',
    percent: readPercent(form.percent, 'percent', reading),
    of: readProducts(form, reading.report),
    mostMinor: readOptionalMoney(form.most, 'most', reading),
  }),
};

function readProducts({ of, products, collections }: GivesForm, report: Report): GivesOf<'percent'>['of'] {
  if (of === 'order') return of;
  const chosen = { productIds: uniqueIds(products), collectionIds: uniqueIds(collections) };
  const tooMany =
    chosen.productIds.length > GIVES_LIMITS.products ||
    chosen.collectionIds.length > GIVES_LIMITS.collections;
  const both = chosen.productIds.length > 0 && chosen.collectionIds.length > 0;
  report('products', tooMany ? 'tooManyForReward' : both ? 'eitherKind' : null);
  return chosen;
}
