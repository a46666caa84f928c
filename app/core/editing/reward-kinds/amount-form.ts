import { roundMinor } from '../../program/first-program.ts';
import { moneyText, readMoney, type FormKind } from './form-kind.ts';

export const amountForm: FormKind<'amount'> = {
  begin: ({ currency }) => ({ amount: moneyText(roundMinor(currency), { currency }) }),
  write: ({ minor }, wording) => ({ amount: moneyText(minor, wording) }),
  read: ({ amount }, reading) => ({ kind: 'amount', minor: readMoney(amount, 'amount', reading) }),
};
