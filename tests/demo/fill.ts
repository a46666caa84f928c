// Gives a shop its program and three months of history, where an earlier start hasn't: all of it through the app's own ways.
import { addDays, dayIn } from '#app/core/values/days.ts';
import { POINTS } from '#app/core/values/units.ts';
import { memberIdsOf } from '#app/db/members/member-data.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { findShop } from '#app/db/shop/shops.server.ts';
import { adjustMember } from '#app/usecases/members/adjust-member.ts';
import { dismissGuide } from '#app/usecases/shop/dismiss-guide.ts';
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import { birthDates } from './history/birth-dates.ts';
import { DAYS } from './history/plan.ts';
import { playHistory } from './history/play-history.ts';
import { MERCHANT } from './merchant.ts';
import { publishBirthday } from './publish-birthday.ts';
import { DEMO_REWARDS } from './demo-rewards.ts';
import { publishCard } from './publish-card.ts';
import type { ProgramLook } from './publish-card.ts';
import type { System } from './system.ts';
import { waitForJobs } from './wait-for-jobs.ts';

const LOOK: ProgramLook = {
  signature: { en: 'Mara and the roasters', fr: 'Mara et les torréfacteurs' },
  rewards: DEMO_REWARDS,
  card: {
    noun: { en: { one: 'coffee', other: 'coffees' }, fr: { one: 'un café', other: 'cafés' } },
    shape: 'cup',
  },
};
const OPENS = 'T09:00:00Z';
/** The birthday comes once there is something to celebrate with. */
const BIRTHDAY_WEEK = 1;
const ADJUSTMENT_WEEK = 6;

/** Needs this process to live by the system's clock, and the app's environment in its own. */
export async function fill(system: System, domain: string, databaseUrl: string): Promise<void> {
  const { shopify, openApp } = system;
  const shop = shopify.shop(domain);
  const from = await beginning(system, shop);
  await openApp();
  const settled = () => waitForJobs(shopify, databaseUrl, domain);
  const coffee = shop.collections[0];
  if (!coffee) throw new Error('The catalogue has no collection.');
  await publishCard(domain, coffee.id, LOOK);
  await settled();
  const merchant = async (week: number) => {
    if (week === BIRTHDAY_WEEK) await beSetUp(domain);
    if (week === ADJUSTMENT_WEEK) await giveByHand(domain, [...shop.customers.values()][0]?.id ?? '');
  };
  await playHistory({ shopify, shop, from, settled, merchant });
}

/** The day on which the history began, or begins now: in a shop that has neither the app nor an order. */
async function beginning({ shopify }: System, shop: LocalShop): Promise<string> {
  const { timeZone } = shop.setup;
  const installation = shopify.installation(shop.domain);
  if (installation) return dayIn(timeZone, new Date(installation.installedAt));
  const from = addDays(dayIn(timeZone, shopify.clock()), -DAYS);
  if (shop.ordersEver() > 0) return from;
  await shopify.movable?.beginAt(new Date(`${from}${OPENS}`));
  for (const { id, email } of shop.customers.values()) {
    await shop.setBirthDate(id, birthDates(from).get(email) ?? null);
  }
  return from;
}

/** The last step of the guide, which is put away then. */
async function beSetUp(domain: string): Promise<void> {
  await publishBirthday(domain);
  const shop = await findShop(pool(), domain);
  if (shop) await dismissGuide(shop.id, true);
}

async function giveByHand(domain: string, customerId: string): Promise<void> {
  const shop = await findShop(pool(), domain);
  const memberId = shop && (await memberIdsOf(pool(), shop.id, [customerId])).get(customerId);
  if (!shop || !memberId) throw new Error(`The app doesn't know customer ${customerId}.`);
  const done = await adjustMember(shop.id, memberId, {
    requestKey: 'demo-late-parcel',
    unit: POINTS,
    amount: 20,
    reason: 'Her parcel came a week late.',
    note: 'Sorry for the wait.',
    belowZero: false,
    madeBy: MERCHANT,
  });
  if (!done.ok) throw new Error(`The points can't be given: ${JSON.stringify(done)}`);
}
