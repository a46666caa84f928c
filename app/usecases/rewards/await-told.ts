// Whether the checkout knows of an amount yet: the sync tells Shopify of it, mostly in the time of a blink.
import { setTimeout as wait } from 'node:timers/promises';
import { now } from '#app/clock.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { toldOf, type WhoseNews } from '#app/db/storefront/sync.server.ts';
import { log } from '#app/log.server.ts';

/** A shopper who has waited for more than that since the tap is told so. */
const MOST_MS = 1_500;
const LOOK_EVERY_MS = 50;

type Waiting = WhoseNews & { answer: (told: boolean) => void };

const waiting = new Set<Waiting>();
let isLooking = false;

/** False where Shopify doesn't have the member's newest state within a second and a half of the tap. */
export function awaitTold(shopId: number, customerId: string, since: Date): Promise<boolean> {
  const left = MOST_MS - (now().getTime() - since.getTime());
  return new Promise((resolve) => {
    const answer = (told: boolean) => {
      clearTimeout(timer);
      waiting.delete(mine);
      resolve(told);
    };
    const mine = { shopId, customerId, answer };
    const timer = setTimeout(() => answer(false), Math.max(0, left));
    waiting.add(mine);
    if (!isLooking) void lookForAll();
  });
}

/** One look for everybody who waits: a crowd that asked by itself would keep the database from whoever comes next. */
async function lookForAll(): Promise<void> {
  isLooking = true;
  while (waiting.size > 0) {
    await look([...waiting]);
    if (waiting.size > 0) await wait(LOOK_EVERY_MS);
  }
  isLooking = false;
}

const keyOf = ({ shopId, customerId }: WhoseNews): string => `${shopId}/${customerId}`;

/** The amount is the shopper's already: what can't be looked up isn't told yet. */
async function look(all: readonly Waiting[]): Promise<void> {
  try {
    const told = new Set((await toldOf(pool(), all)).map(keyOf));
    for (const each of all) if (told.has(keyOf(each))) each.answer(true);
  } catch (error) {
    log.warn({ err: error }, 'nobody could look whether amounts were told');
    for (const each of all) each.answer(false);
  }
}
