// A year after the history in which hardly anybody orders, and some do once or twice: whoever stays away is asked, is offered something one
// rhythm later, and then it is quiet. In the middle every other shop pauses its program. Each step is looked at when all is at rest.
import { momentPausedAs } from '#app/core/moments/paused-moments.ts';
import { choicesCheck } from './checks/moments/choices.ts';
import { datesCheck } from './checks/moments/dates.ts';
import { mergedCheck } from './checks/moments/merged.ts';
import { silenceCheck } from './checks/moments/silence.ts';
import { toldGiftsCheck } from './checks/moments/told-gifts.ts';
import { ledgerCheck } from './checks/health.ts';
import { keptOrdersCheck } from './checks/kept-orders.ts';
import { lotsCheck } from './checks/lots.ts';
import type { Checked } from './checks/torture-check.ts';
import { SILENT } from './events/draw-moments.ts';
import { pauseOrStart } from './events/pause-program.ts';
import { rest } from './heal.ts';
import { dayIn } from './replay/terms.ts';
import type { ShopHistory } from './shop-history.ts';
import type { World } from './world/world.ts';

const DAY_MS = 86_400_000;
/** Of the day in Greenwich: far from midnight in each of the torture's zones, so that what a step brings comes on its day. */
const LOOKS_AT_MS = 12.5 * 3_600_000;
const CHECKS = [
  silenceCheck,
  toldGiftsCheck,
  choicesCheck,
  datesCheck,
  mergedCheck,
  keptOrdersCheck,
  lotsCheck,
  ledgerCheck,
];

type Step = { days: number; does?: 'order' | 'pause' | 'start' };

/** No longer than something late may be at a time; and then most of a year at once. */
const STEPS: readonly Step[] = [
  { days: 22 },
  { days: 3 },
  { days: 21, does: 'pause' },
  { days: 5, does: 'start' },
  { days: 20 },
  { days: 24 },
  { days: 12, does: 'order' },
  { days: 24 },
  { days: 24 },
  { days: 24 },
  { days: 330, does: 'order' },
  { days: 24 },
  { days: 24 },
  { days: 24 },
];
const BUYERS = 3;

export async function quietYear(
  world: World,
  say: (text: string) => void,
): Promise<{ open: Record<string, number>; checks: Record<string, Checked> }> {
  const open: Record<string, number> = {};
  await moveOn(world, 1);
  for (const history of world.histories) await begin(world, history);
  Object.assign(open, await rest(world, say));
  for (const [place, { days, does }] of STEPS.entries()) {
    await moveOn(world, days);
    for (const [index, history] of world.histories.entries()) {
      // Whoever stays away so long has to sign in anew.
      await world.merchant.openApp(history.shop.domain);
      if (does === 'order') await orderSome(history);
      else if (does && index % 2 === 1) await pauseOrStart(history, world.merchant, does === 'pause');
    }
    await world.shopify.webhooks.flush();
    Object.assign(open, await rest(world, say));
    for (const history of world.histories)
      if (!history.paused) history.looks.push(dayIn(history.shop.setup.timeZone, history.shop.now()));
    say(`step ${place + 1} of ${STEPS.length} of the quiet year`);
  }
  const checks: Record<string, Checked> = {};
  for (const check of CHECKS) checks[`a year later: ${check.name}`] = await check.look(world);
  return { open, checks };
}

async function moveOn({ merchant, clock }: World, days: number): Promise<void> {
  const today = Math.floor(clock.now().getTime() / DAY_MS);
  await merchant.moveClock(new Date((today + days) * DAY_MS + LOOKS_AT_MS));
}

/** The moment of who stays away runs from now on. */
async function begin({ merchant }: World, history: ShopHistory): Promise<void> {
  await merchant.publish(history.shop.domain, ({ pausedMoments, ...rules }) => {
    const moments = [...(rules.moments ?? []).filter(({ key }) => key !== SILENT.key), SILENT];
    return { ...momentPausedAs({ pausedMoments, ...rules }, SILENT.key, false), moments };
  });
  const { shop, looks } = history;
  looks.push(dayIn(shop.setup.timeZone, shop.now()));
}

/** The same few each time. */
async function orderSome(history: ShopHistory): Promise<void> {
  const { shop, customers, orders } = history;
  const [variant] = shop.products.flatMap(({ variants }) => variants);
  for (const customerId of customers.slice(0, BUYERS)) {
    const lines = [{ variantId: variant?.id ?? '', quantity: 1 }];
    const { id } = await shop.placeOrder({ customerId, lines, payment: 'paid', locale: 'en' });
    const placed = { id, everPaid: true, exchanged: false, favoured: false };
    orders.push(placed);
    history.note(placed, 'in the quiet year');
  }
}
