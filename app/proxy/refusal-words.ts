// Why a reward can't be had, in the shopper's words.
import type { Language } from '#app/core/values/languages.ts';
import { MOST_HELD } from '#app/core/rewards/voucher.ts';
import { textsOf } from '#app/locales/texts.ts';
import type { RedeemRefused, Said } from '#app/usecases/rewards/redeem.ts';
import { sayDay } from './say-day.ts';
import { sayMoney } from './say-money.ts';
import { sayNumber, sayPoints } from './say-points.ts';

type Context = Said & { language: Language };

export function refusalWords(refusal: RedeemRefused, { language, today, names, currency }: Context): string {
  const { redeeming } = textsOf(language);
  const day = (when: string) => sayDay(when, language, today);
  const points = (count: number) => sayPoints(count, language, names);
  const money = (minor: number) => sayMoney(minor, language, currency);
  switch (refusal.reason) {
    case 'excluded':
      return redeeming.excluded;
    case 'not-yet':
      return redeeming.notYet(day(refusal.from));
    case 'over':
    case 'unknown':
      return redeeming.over;
    case 'limit-person':
      return refusal.count === 1 ? redeeming.onceOnly : redeeming.noMore;
    case 'limit-period':
      return refusal.again === null ? redeeming.noMore : redeeming.again(day(refusal.again));
    case 'limit-all':
      return redeeming.allGiven;
    case 'owing':
      return redeeming.owing;
    case 'not-enough':
      return redeeming.notEnough(points(refusal.missing));
    case 'amount': {
      const { leastMinor, mostMinor } = refusal;
      const least = redeeming.atLeast(money(leastMinor));
      return mostMinor === null ? least : `${least} ${redeeming.atMost(money(mostMinor))}`;
    }
    case 'too-many-held':
      return redeeming.tooManyHeld(sayNumber(MOST_HELD, language));
    case 'changed':
      return redeeming.changed(points(refusal.cost));
    case 'sold-out':
      return redeeming.soldOut;
    case 'other-contents':
      return redeeming.otherContents;
  }
}
