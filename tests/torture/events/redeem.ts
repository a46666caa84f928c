// A shopper taps a reward: once, twice at the same time, several ones at once, or again because no answer came; and at times a
// tap of long ago is repeated. Which reward is what the page shows; who has the points is how far the app is.
import { randomUUID } from 'node:crypto';
import type { Random } from '../random.ts';
import type { Reward } from '../replay/rules.ts';
import type { RewardTaken, ShopHistory } from '../shop-history.ts';
import type { Answer, Asked, Shopper } from '../world/shopper.ts';
import { metafieldOf, programOf } from './shown.ts';
import type { TortureEvent } from './torture-event.ts';

const CANDIDATES = 4;
const AT_ONCE = 4;
const WAYS = [
  { name: 'once', weight: 50 },
  { name: 'doubled', weight: 15 },
  { name: 'lost', weight: 20 },
  { name: 'several', weight: 15 },
] as const;

type Tap = { history: ShopHistory; shopper: Shopper; reward: Reward; asked: Asked };

export const redeem: TortureEvent = {
  name: 'redemption',
  weight: 14,
  draw(random, history, { shopper }) {
    if (history.away || history.customers.length === 0) return null;
    const candidates = Array.from({ length: CANDIDATES }, () => random.pick(history.customers));
    const { name } = random.weighted(WAYS);
    const [which, patienceMs] = [random.next(), random.whole(1, 25)];
    return async () => {
      const customerId = richest(history, candidates);
      const tap = tapOf(history, shopper, customerId, which);
      if (!tap) return false;
      return take(tap, name, patienceMs);
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

function tapOf(history: ShopHistory, shopper: Shopper, customerId: string, which: number): Tap | null {
  const offered = programOf(history)?.rewards ?? [];
  const seen = offered[Math.floor(which * offered.length)];
  const reward = history.rules.rewards?.find(({ key }) => key === seen?.key);
  if (!seen || !reward) return null;
  const body = { requestKey: randomUUID(), reward: seen.key, shown: seen.shown };
  const asked: Asked = { domain: history.shop.domain, customerId, action: 'redeem', body };
  return { history, shopper, reward, asked };
}

async function take(tap: Tap, way: (typeof WAYS)[number]['name'], patienceMs: number): Promise<boolean> {
  const { shopper, asked } = tap;
  if (way === 'lost') await shopper.ask(asked, patienceMs);
  const taps =
    way === 'several'
      ? Array.from({ length: AT_ONCE }, () => ({ ...tap, asked: withKey(asked, randomUUID()) }))
      : way === 'doubled'
        ? [tap, tap]
        : [tap];
  const answers = await Promise.all(
    taps.map(async (one) => [one, await shopper.answered(one.asked)] as const),
  );
  return answers.map(([one, answer]) => note(one, answer)).some(Boolean);
}

const withKey = (asked: Asked, requestKey: string): Asked => ({
  ...asked,
  body: { ...asked.body, requestKey },
});

/** Whether it was taken. */
function note({ history, reward, asked }: Tap, answer: Answer): boolean {
  const cause = `redeem/${asked.body.requestKey}`;
  const known = history.rewards.find((one) => one.cause === cause);
  if (known) noteAnswer(history, known, answer);
  if (known || !answer.ok || !answer.voucher) return answer.ok;
  const { id, code, until } = answer.voucher;
  const { cost: price, gives, refund } = reward;
  const face = gives.kind === 'amount' ? gives.minor : null;
  const [customerId, inProportion] = [asked.customerId, refund === 'in-proportion'];
  const taken = { cause, customerId, asked, price, face, inProportion, id, code, until, ended: false };
  history.rewards.push(taken);
  history.tell(`${customerId} takes ${reward.key} for ${price}: ${code ?? 'no code yet'}`, [customerId]);
  return true;
}

/** A tap that was answered before is answered alike. */
function noteAnswer(history: ShopHistory, taken: RewardTaken, { ok, voucher, refused }: Answer): void {
  if (ok && voucher?.id === taken.id) return;
  const said = ok ? `voucher ${voucher?.id}` : refused;
  history.mistakes.push(`${history.shop.domain}: ${taken.cause} brought ${taken.id}, and then ${said}`);
}

/** By chance one of those that a shopper has or had. */
export function pickReward(random: Random, { rewards }: ShopHistory): RewardTaken | null {
  const recent = random.chance(0.7) ? rewards.slice(-15) : rewards;
  return recent.length > 0 ? random.pick(recent) : null;
}
