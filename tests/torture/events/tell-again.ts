// A note, a parcel: the order is told again and nothing of it that counts has changed.
import { pickOrder, type TortureEvent } from './torture-event.ts';

export const tellAgain: TortureEvent = {
  name: 'telling again',
  weight: 6,
  draw(random, history) {
    const placed = pickOrder(random, history);
    if (!placed) return null;
    const isParcel = random.chance(0.3);
    return async () => {
      if (isParcel) await history.shop.fulfillOrder(placed.id);
      else await history.shop.touchOrder(placed.id, { note: 'told again' });
      history.note(placed, isParcel ? 'is sent' : 'gets a note');
    };
  },
};
