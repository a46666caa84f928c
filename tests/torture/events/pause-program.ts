// The merchant pauses the whole program, or starts it again. In a second in which nobody orders: Shopify tells the second alone, and an
// order takes free units of a running program only. What is paused in the end starts again before everything heals.
import { setTimeout as sleep } from 'node:timers/promises';
import { dayIn } from '../replay/terms.ts';
import type { ShopHistory } from '../shop-history.ts';
import type { Merchant } from '../world/merchant.ts';
import type { TortureEvent } from './torture-event.ts';

/** Most of a history the program runs. */
const STARTS_AGAIN = 0.7;

export const pauseProgram: TortureEvent = {
  name: 'pause of the program',
  weight: 0.8,
  draw(random, history, { merchant }) {
    const does = history.paused ? random.chance(STARTS_AGAIN) : random.chance(0.5);
    if (history.away || !does) return null;
    return () => pauseOrStart(history, merchant, !history.paused);
  },
};

export async function pauseOrStart(
  history: ShopHistory,
  merchant: Merchant,
  paused: boolean,
): Promise<boolean> {
  const { shop, pauses } = history;
  const wholeSecond = () => sleep(1_000 - (shop.now().getTime() % 1_000));
  await wholeSecond();
  const today = dayIn(shop.setup.timeZone, shop.now());
  const version = await merchant.pause(shop.domain, paused);
  await wholeSecond();
  if (version === null) return false;
  history.paused = paused;
  if (paused) pauses.push({ from: today, until: '9999-12-31' });
  else Object.assign(pauses.at(-1) ?? {}, { until: today });
  history.tell(`the program is ${paused ? 'paused' : 'started'} by version ${version}`, []);
  return true;
}
