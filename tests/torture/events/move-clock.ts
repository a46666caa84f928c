// Hours pass at once, for Shopify and app together; what the clock rings within them is rung when all has healed.
import type { TortureEvent } from './torture-event.ts';

/** Far below the fifty days beyond which Shopify's silence about an order is no proof (decision 034). */
const MOST_DAYS = 20;
/** At once: below the four after which the queue takes a locked job for forgotten, because none ever lasts so long. */
const MOST_HOURS = 3;
const HOUR_MS = 3_600_000;

export const moveClock: TortureEvent = {
  name: 'move of the clock',
  weight: 0.4,
  draw(random, { shop }, { merchant }) {
    const hours = random.whole(1, MOST_HOURS);
    return async () => {
      const at = shop.now().getTime() + hours * HOUR_MS;
      if (at - merchant.startedAt.getTime() > MOST_DAYS * 24 * HOUR_MS) return false;
      await merchant.moveClock(new Date(at));
      return true;
    };
  },
};
