import { pickOrder, type TortureEvent } from './torture-event.ts';

export const deleteOrder: TortureEvent = {
  name: 'deletion',
  weight: 1,
  draw(random, history) {
    const placed = pickOrder(random, history);
    if (!placed) return null;
    return async () => {
      history.note(placed, 'is deleted');
      await history.shop.deleteOrder(placed.id);
      history.drop(placed);
    };
  },
};
