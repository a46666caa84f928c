// Two customers turn out to be one. Nobody of whom an order was taken off, or who was left out: whether it was taken off or its customer is gone
// can't be told apart while the merge is on its way (decision 051). None while the app is uninstalled: nobody tells it.
import type { TortureEvent } from './torture-event.ts';

export const mergeCustomers: TortureEvent = {
  name: 'merge',
  weight: 0.6,
  draw(random, history) {
    const whole = history.customers.filter((id) => !history.unmergeable.has(id));
    if (history.away || whole.length < 5) return null;
    const gone = random.pick(whole);
    const kept = random.pick(whole.filter((id) => id !== gone));
    return async () => {
      history.tell(`${gone} is merged into ${kept}`, [gone, kept]);
      history.customers.splice(history.customers.indexOf(gone), 1);
      for (const one of history.adjustments) if (one.customerId === gone) one.customerId = kept;
      for (const one of [...history.rewards, ...history.refusals])
        if (one.customerId === gone) one.customerId = kept;
      history.join(gone, kept);
      await history.shop.mergeCustomers(kept, gone);
    };
  },
};
