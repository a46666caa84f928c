// An app that edits orders takes a code off one: what it took off is outstanding, and paid in the end as after any edit.
import { codeOf } from '../replay/vouchers.ts';
import { pickOrder, type TortureEvent } from './torture-event.ts';

export const takeCodeOff: TortureEvent = {
  name: 'code taken off an order',
  weight: 1,
  draw(random, history) {
    const placed = pickOrder(random, history);
    if (!placed || placed.favoured) return null;
    const { cancelledAt, refunds, discounts, financialStatus } = history.order(placed);
    const ours = discounts.filter(({ title }) => history.named.has(codeOf(title)));
    const isOver = cancelledAt !== null || ['voided', 'expired'].includes(financialStatus);
    if (isOver || refunds.length > 0 || ours.length === 0) return null;
    const { title } = random.pick(ours);
    return async () => {
      await history.shop.takeCodeOff(placed.id, title);
      placed.exchanged = true;
      history.note(placed, `loses ${title}`);
    };
  },
};
