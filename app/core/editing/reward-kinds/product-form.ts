import { GIVES_LIMITS } from '../../rewards/reward-gives.ts';
import { pickedOf, uniqueIds } from '../picked.ts';
import { moneyText, readOptionalMoney, type FormKind } from './form-kind.ts';

export const productForm: FormKind<'product'> = {
  write: ({ productIds, upToMinor }, wording) => ({
    products: pickedOf(productIds, wording.titles.products, wording.gone),
    upTo: moneyText(upToMinor, wording),
  }),
  read: ({ products, upTo }, reading) => {
    const productIds = uniqueIds(products);
    reading.report('products', productIds.length > GIVES_LIMITS.freeProducts ? 'tooManyFree' : null);
    return { kind: 'product', productIds, upToMinor: readOptionalMoney(upTo, 'upTo', reading) };
  },
};
