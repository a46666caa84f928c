// Brings a shop from its install to a life with members, and into a pause, so that each page has something to show.
import { addDays, dayIn } from '#app/core/values/days.ts';
import { POINTS } from '#app/core/values/units.ts';
import { pool } from '#app/db/pool.server.ts';
import { findShop } from '#app/db/shop/shops.server.ts';
import { pauseProgram } from '#app/usecases/editing/pause-program.ts';
import { adjustMember } from '#app/usecases/members/adjust-member.ts';
import { blockMember } from '#app/usecases/members/block-member.ts';
import { setBirthday } from '#app/usecases/moments/set-birthday.ts';
import { MERCHANT } from '#tests/demo/merchant.ts';
import { publishBirthday } from '#tests/demo/publish-birthday.ts';
import { publishCard } from '#tests/demo/publish-card.ts';
import type { DiscountRequest } from '#tests/local-shopify/shop/types.ts';
import { changeDraft } from '../change-draft.ts';
import { FIVE_OFF, giveWithoutCode, liveWithRewards, ON_PRODUCTS } from './live-with-rewards.ts';
import type { TestApp } from '../use-running-app.ts';
import type { Phase } from './places.ts';

/** In its order: each goes on from the one before. */
export async function reachPhase(phase: Phase, app: TestApp): Promise<void> {
  if (phase === 'lived in') await liveIn(app);
  if (phase === 'paused') await pauseProgram(await shopIdOf(app), true, MERCHANT);
}

async function liveIn(app: TestApp): Promise<void> {
  const { shop } = app;
  await publishCard(shop.domain, shop.collections[0]?.id ?? '');
  await changeDraft(shop.domain, (rules) => ({ ...rules, rewards: [FIVE_OFF, ON_PRODUCTS] }));
  await publishBirthday(shop.domain);
  const [first = '', second = ''] = shop.customers.keys();
  await buy(app, first, []);
  await buy(app, second, [ASKED_ABOUT]);
  await treatMembers(app, first);
  await liveWithRewards(app, await shopIdOf(app), first);
  app.shopify.requestPrivacy(shop.domain, 'customers/data_request', first);
  await changeDraft(shop.domain, (rules) => ({ ...rules, earn: { points: 2, perMinor: 100 } }));
  await app.jobsDone();
  await giveWithoutCode(await shopIdOf(app), '1');
}

/** It makes one of two free, under a name that isn't the card's. */
const ASKED_ABOUT: DiscountRequest = {
  type: 'automatic',
  title: 'Winter sale',
  value: { kind: 'percent', percentBp: 5_000 },
};

async function buy({ shop, jobsDone }: TestApp, customerId: string, discounts: DiscountRequest[]) {
  const variantId = shop.products[0]?.variants[0]?.id ?? '';
  const lines = [{ variantId, quantity: 2 }];
  await shop.placeOrder({ customerId, lines, discounts, payment: 'paid', locale: 'en' });
  await jobsDone();
}

/** Members have their numbers by the order in which they came. */
async function treatMembers(app: TestApp, customerId: string): Promise<void> {
  const shopId = await shopIdOf(app);
  const soon = addDays(dayIn(app.shop.setup.timeZone, app.shopify.clock()), 3);
  const date = { month: Number(soon.slice(5, 7)), day: Number(soon.slice(8)), year: null };
  const done = [
    await setBirthday(shopId, { customerId }, date, { kind: 'shopper' }, 'accessibility'),
    await adjustMember(shopId, '1', ADJUSTMENT),
    await blockMember(shopId, '2', true),
  ];
  if (!done.every(({ ok }) => ok)) throw new Error(`refused: ${JSON.stringify(done)}`);
}

const ADJUSTMENT = {
  requestKey: 'accessibility',
  unit: POINTS,
  amount: 20,
  reason: 'Her parcel came late.',
  note: 'Sorry for the wait.',
  belowZero: false,
  madeBy: MERCHANT,
};

async function shopIdOf({ shop }: TestApp): Promise<number> {
  const known = await findShop(pool(), shop.domain);
  if (!known) throw new Error('the app is not installed');
  return known.id;
}
