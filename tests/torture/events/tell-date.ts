// A shopper tells a date of life, or their birthday, tells another, or takes it away. Those around today, so that most bring something.
import { randomUUID } from 'node:crypto';
import { consentHash, lifeDateRules } from '#app/core/life-dates/life-date-request.ts';
import type { MomentRule } from '#app/core/moments/moment-rule.ts';
import type { ShopHistory } from '../shop-history.ts';
import { dayIn, daysLater } from '../replay/terms.ts';
import { WEDDING } from './draw-moments.ts';
import type { TortureEvent } from './torture-event.ts';

export const tellDate: TortureEvent = {
  name: 'date that is told',
  weight: 2.5,
  draw(random, history, { shopper }) {
    const { shop, customers, dates } = history;
    if (history.away || customers.length === 0) return null;
    const told = customers.filter((id) => dates.has(id));
    const customerId = told.length > 0 && random.chance(0.3) ? random.pick(told) : random.pick(customers);
    const [days, isBirthday, takesAway] = [random.whole(-30, 12), random.chance(0.3), random.chance(0.1)];
    // While a merge is on its way, the other's date may come after the word that takes one's own away.
    const isTakenAway = takesAway && !history.joined.has(customerId);
    return async () => {
      const date = daysLater(dayIn(shop.setup.timeZone, shop.now()), days);
      const [, month = 1, day = 1] = date.split('-').map(Number);
      const said = isTakenAway && !isBirthday ? { remove: 'yes' } : { month, day, agreed: agreedOf(history) };
      const what = isBirthday ? { month, day } : { moment: WEDDING, ...said };
      const body = { requestKey: randomUUID(), ...what };
      const action = isBirthday ? 'birthday' : 'life-date';
      const { ok } = await shopper.answered({ domain: shop.domain, customerId, action, body });
      if (!ok) return false;
      if (isBirthday) history.births.set(customerId, date);
      else dates.set(customerId, isTakenAway ? null : date);
      history.tell(`${customerId} tells ${JSON.stringify(what)}`, [customerId]);
      return true;
    };
  },
};

/** Of the words that the pages show: the same in each version. */
function agreedOf({ rules }: ShopHistory): string {
  const [rule] = lifeDateRules(rules.moments as readonly MomentRule[]);
  return rule ? consentHash(rule) : '';
}
