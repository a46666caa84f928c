// What happened with a reward that the merchant should know, in plain sentences, and what it cost where that is known.
import type { VoucherFlag } from '#app/core/rewards/settle-voucher.ts';
import type { Language } from '#app/core/values/languages.ts';
import type { PluralForm } from '#app/locales/plural.ts';
import { textsOf } from '#app/locales/texts.ts';
import { formatList, formatMoney, formatNumber, pluralForm } from '#app/ui/values/format.ts';
import type { MemberRewardRow } from '../member-reward.ts';

type Flagged = Pick<MemberRewardRow, 'orders' | 'price'> & { flag: VoucherFlag };

export function flagInWords({ flag, orders, price }: Flagged, currency: string, language: Language): string {
  const { flags: say } = textsOf(language).memberRewards;
  const counting = orders.filter(({ counts }) => counts);
  const lost = orders.filter(({ counts }) => !counts);
  const named = (some: typeof orders): [names: string, form: PluralForm] => {
    const names = (some.length > 0 ? some : orders).map(({ name }) => name);
    return [formatList(names, language), pluralForm(names.length, language)];
  };
  const isKnown = counting.every(({ offMinor }) => offMinor !== null);
  const sum = counting.reduce((so, { offMinor }) => so + (offMinor ?? 0), 0);
  const known = sum === 0 ? say.costNothing : say.cost(formatMoney(sum, currency, language));
  const cost = isKnown ? known : say.costUnknown;
  switch (flag) {
    case 'beyond':
      return `${(price > 0 ? say.beyond : say.giftBeyond)(formatNumber(counting.length, language), named(counting)[0])} ${cost}`;
    case 'taken-off':
      return (price > 0 ? say.takenOff : say.giftTakenOff)(...named(lost));
    case 'used-late':
      return [say.usedLate(...named(counting)), ...(price > 0 ? [say.takenAgain] : []), cost].join(' ');
    case 'unexplained':
      return [say.unexplained, ...(price > 0 ? [say.cameBack] : [])].join(' ');
    case 'by-hand':
      return say.byHand;
  }
}
