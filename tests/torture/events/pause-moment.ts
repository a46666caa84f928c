// The merchant pauses one moment, or starts it again, at once.
import { pauseMoment as pause } from '#app/usecases/editing/pause-moment.ts';
import { AT_TIMES } from './draw-moments.ts';
import type { TortureEvent } from './torture-event.ts';

export const pauseMoment: TortureEvent = {
  name: 'pause of a moment',
  weight: 0.6,
  draw(random, history, { merchant }) {
    const [moment, paused] = [random.pick(AT_TIMES), random.chance(0.5)];
    if (history.away) return null;
    return async () => {
      const { domain } = history.shop;
      const [shop] = await merchant.look<{ id: number }>('select id from "Shop" where domain = $1', [domain]);
      const done = shop && (await merchant.whileUp(() => pause(shop.id, { moment, paused }, '1')));
      if (done?.ok) history.tell(`${moment} is ${paused ? 'paused' : 'started'}`, []);
      return done?.ok ?? false;
    };
  },
};
