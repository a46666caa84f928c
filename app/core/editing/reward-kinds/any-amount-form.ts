import { firstStepMinor, roundMinor } from '../../program/first-program.ts';
import { mostAtFirst } from '../../rewards/law/law-warnings.ts';
import { moneyText, readMoney, readOptionalMoney, readPercent, type FormKind } from './form-kind.ts';

export const anyAmountForm: FormKind<'any-amount'> = {
  begin: ({ currency, place }) => ({
    amount: moneyText(roundMinor(currency), { currency }),
    least: moneyText(firstStepMinor(currency), { currency }),
    most: moneyText(mostAtFirst(place, currency), { currency }),
  }),
  write: ({ minor, leastMinor, mostMinor, sharePercent }, wording) => ({
    amount: moneyText(minor, wording),
    least: moneyText(leastMinor, wording),
    most: moneyText(mostMinor, wording),
    share: String(sharePercent),
  }),
  read: (form, reading) => {
    const minor = readMoney(form.amount, 'amount', reading);
    const leastMinor = readMoney(form.least, 'least', reading);
    const mostMinor = readOptionalMoney(form.most, 'most', reading);
    const sharePercent = readPercent(form.share, 'share', reading);
    if (mostMinor !== null && mostMinor > 0 && mostMinor < leastMinor) {
      reading.report('most', 'mostBelowLeast');
    }
    return { kind: 'any-amount', minor, leastMinor, mostMinor, sharePercent };
  },
};
