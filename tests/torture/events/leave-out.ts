// The merchant leaves a customer out, or takes them in again. They are merged with nobody: a merge joins times (041).
import { wholeSecond } from '#tests/local-shopify/shop/times.ts';
import type { TortureEvent } from './torture-event.ts';

export const leaveOut: TortureEvent = {
  name: 'leaving out or taking in',
  weight: 0.4,
  draw(random, history, { merchant }) {
    const { shop, timesLeftOut, leftOutByFiles } = history;
    const isBack = random.chance(0.5);
    const out = [...timesLeftOut].filter(([, spans]) => spans.at(-1)?.until === null).map(([id]) => id);
    const from = isBack
      ? out
      : history.customers.filter((id) => !out.includes(id) && !leftOutByFiles.has(id));
    if (history.away || from.length === 0) return null;
    const customerId = random.pick(from);
    return async () => {
      const at = shop.now();
      if (!(await merchant.leaveOut(shop.domain, customerId, !isBack, at))) return false;
      const second = wholeSecond(at);
      const spans = timesLeftOut.get(customerId) ?? [];
      const last = spans.at(-1);
      if (isBack && last) last.until = second;
      else spans.push({ from: second, until: null });
      timesLeftOut.set(customerId, spans);
      history.unmergeable.add(customerId);
      history.tell(`${customerId} is ${isBack ? 'taken in again' : 'left out'} at ${second}`, [customerId]);
      return true;
    };
  },
};
