// A shopper taps a reward: once, twice at the same time, several ones at once, or again because no answer came; a crowd taps the
// same one together; and at times a tap of long ago is repeated. Which reward is what the page shows; who has the points is how
// far the app is.
import type { Random } from '../random.ts';
import type { RewardTaken, ShopHistory } from '../shop-history.ts';
import { metafieldOf } from './shown.ts';
import { anew, answerAll, noteAnswer, tapOf, type Tap } from './tap.ts';
import type { TortureEvent } from './torture-event.ts';

const CANDIDATES = 4;
const AT_ONCE = 4;
const WAYS = [
  { name: 'once', weight: 45 },
  { name: 'doubled', weight: 15 },
  { name: 'lost', weight: 20 },
  { name: 'several', weight: 12 },
  { name: 'crowd', weight: 8 },
] as const;
type Way = (typeof WAYS)[number]['name'];

export const redeem: TortureEvent = {
  name: 'redemption',
  weight: 14,
  draw(random, history, { shopper }) {
    if (history.away || history.customers.length === 0) return null;
    const candidates = Array.from({ length: CANDIDATES }, () => random.pick(history.customers));
    const { name } = random.weighted(WAYS);
    const [which, patienceMs] = [random.next(), random.whole(1, 25)];
    return async () => {
      const wanting = name === 'crowd' ? candidates : [richest(history, candidates)];
      const taps = wanting.flatMap((customerId) => tapOf(history, shopper, customerId, which) ?? []);
      return taps.length > 0 && take(taps, name, patienceMs);
    };
  },
};

export const tapAgain: TortureEvent = {
  name: 'tap of long ago',
  weight: 1,
  draw(random, history, { shopper }) {
    const { away, rewards, customers } = history;
    const [place] = [random.next()];
    if (away) return null;
    return async () => {
      const taps = rewards.filter(
        ({ asked, customerId }) => asked?.customerId === customerId && customers.includes(customerId),
      );
      const tap = taps[Math.floor(place * taps.length)];
      if (!tap?.asked) return false;
      noteAnswer(history, tap, await shopper.answered(tap.asked));
      return true;
    };
  },
};

function richest(history: ShopHistory, candidates: readonly string[]): string {
  const points = (id: string) => metafieldOf<{ points: number }>(history, id, 'loyalty')?.points ?? 0;
  return [...candidates].sort((a, b) => points(b) - points(a))[0] ?? '';
}

async function take(taps: readonly Tap[], way: Way, patienceMs: number): Promise<boolean> {
  const [first] = taps;
  if (way === 'lost') await first?.shopper.ask(first.asked, patienceMs);
  if (way === 'several' && first) return answerAll(Array.from({ length: AT_ONCE }, () => anew(first)));
  return answerAll(way === 'doubled' ? [...taps, ...taps] : taps);
}

/** By chance one of those that a shopper has or had. */
export function pickReward(random: Random, { rewards }: ShopHistory): RewardTaken | null {
  const recent = random.chance(0.7) ? rewards.slice(-15) : rewards;
  return recent.length > 0 ? random.pick(recent) : null;
}
