import { moneyText, readMoney, readOptionalMoney, readPercent, type FormKind } from './form-kind.ts';

export const anyAmountForm: FormKind<'any-amount'> = {
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
