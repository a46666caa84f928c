import { moneyText, readOptionalMoney, type FormKind } from './form-kind.ts';

export const freeShippingForm: FormKind<'free-shipping'> = {
  write: ({ upToMinor }, wording) => ({ upTo: moneyText(upToMinor, wording) }),
  read: ({ upTo }, reading) => ({
    kind: 'free-shipping',
    upToMinor: readOptionalMoney(upTo, 'upTo', reading),
  }),
};
