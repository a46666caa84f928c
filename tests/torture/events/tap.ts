// One tap on a reward, and what is noted of its answer.
import { randomUUID } from 'node:crypto';
import type { Reward } from '../replay/rules.ts';
import { dayIn } from '../replay/terms.ts';
import type { RewardTaken, ShopHistory } from '../shop-history.ts';
import type { Answer, Asked, Shopper } from '../world/shopper.ts';
import { programOf } from './shown.ts';

export type Tap = { history: ShopHistory; shopper: Shopper; reward: Reward; asked: Asked; day: string };

/** Of what the page offers. Null where it offers nothing. @param which by its place, from 0 to below 1 */
export function tapOf(history: ShopHistory, shopper: Shopper, customerId: string, which: number): Tap | null {
  const offered = programOf(history)?.rewards ?? [];
  const seen = offered[Math.floor(which * offered.length)];
  const reward = history.rules.rewards?.find(({ key }) => key === seen?.key);
  if (!seen || !reward) return null;
  const body = { requestKey: randomUUID(), reward: seen.key, shown: seen.shown };
  const asked: Asked = { domain: history.shop.domain, customerId, action: 'redeem', body };
  return { history, shopper, reward, asked, day: today(history) };
}

const today = ({ shop }: ShopHistory): string => dayIn(shop.setup.timeZone, shop.now());

/** The same wish once more. */
export const anew = (tap: Tap): Tap => ({
  ...tap,
  asked: { ...tap.asked, body: { ...tap.asked.body, requestKey: randomUUID() } },
});

/** Until they are answered, all at once. @returns whether any was taken */
export async function answerAll(taps: readonly Tap[]): Promise<boolean> {
  const answers = await Promise.all(
    taps.map(async (tap) => [tap, await tap.shopper.answered(tap.asked)] as const),
  );
  return answers.map(([tap, answer]) => note(tap, answer)).some(Boolean);
}

function note({ history, reward, asked, day }: Tap, answer: Answer): boolean {
  const { customerId } = asked;
  const cause = `redeem/${asked.body.requestKey}`;
  const known = history.rewards.find((one) => one.cause === cause);
  if (known) noteAnswer(history, known, answer);
  else if (!answer.ok) {
    const days = [day, today(history)];
    history.refusals.push({ customerId, reward, days, reason: answer.refused ?? `${answer.status}` });
  }
  if (known || !answer.ok || !answer.voucher) return answer.ok;
  const { id, code, until } = answer.voucher;
  const { key, cost: price, gives, refund } = reward;
  const face = gives.kind === 'amount' ? gives.minor : null;
  const inProportion = refund === 'in-proportion';
  history.rewards.push({
    cause,
    customerId,
    asked,
    price,
    face,
    inProportion,
    id,
    code,
    until,
    ended: false,
  });
  history.tell(`${customerId} takes ${key} for ${price}: ${code ?? 'no code yet'}`, [customerId]);
  return true;
}

/** A tap that was answered before is answered alike. */
export function noteAnswer({ shop, mistakes }: ShopHistory, taken: RewardTaken, answer: Answer): void {
  const { status, ok, voucher, refused = '', message = '' } = answer;
  if (ok && voucher?.id === taken.id) return;
  const said = ok ? `voucher ${voucher?.id}` : `${status} ${refused} ${message}`;
  const at = shop.now().toISOString();
  mistakes.push(`${shop.domain}: ${taken.cause} brought ${taken.id}, and then ${said} at ${at}`);
}
