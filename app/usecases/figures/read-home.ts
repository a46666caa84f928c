// The home page: what is left to set up, what the program has done, and whether all is well.
import { now } from '#app/clock.server.ts';
import { onlyFirstCardWaits } from '#app/core/editing/first-card.ts';
import { firstDayShown, type HomeFigures, type Period } from '#app/core/figures/home-figures.ts';
import { lifeDateRules } from '#app/core/life-dates/life-date-request.ts';
import { momentsOf } from '#app/core/moments/moments-of.ts';
import { dayIn } from '#app/core/values/days.ts';
import { UnreadableRules } from '#app/core/program/unreadable-rules.ts';
import { upgradeRules } from '#app/core/program/upgrade-rules.ts';
import { log } from '#app/log.server.ts';
import type { CardNoun, StampCard } from '#app/core/program/card-rules.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import { healthOf, type Health, type HealthFacts } from '#app/core/shop/health.ts';
import { readMonthOfBirthdays, type MonthOfBirthdays } from '#app/db/moments/month-of-birthdays.server.ts';
import { readGuide, readHomeFigures, type GuideState } from '#app/db/figures/home.server.ts';
import { readHealth } from '#app/db/shop/health.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { countFlaggedRewards } from '#app/db/rewards/flagged-vouchers.server.ts';
import { countOpenFlags } from '#app/db/stamps/order-flags.server.ts';
import type { TopMember } from '#app/db/members/top-members.server.ts';
import { readRewardHealth } from '../rewards/read-reward-health.ts';
import { readDiscountHealth } from '../discounts/read-discount-health.ts';
import { readPublished } from '../editing/read-published.ts';
import { readTopMembers } from '../members/read-top-members.ts';
import { countTasksToDo } from '../tasks/read-tasks.ts';

type ShopOfHome = { id: number; domain: string; timeZone: string; currency: string };

export type ReadHome = {
  now: Date;
  /** The published ones; the first ones, for their words, where the shop's can't be read, which health says. */
  rules: ProgramRules;
  /** When the pause began that goes on; null while the program runs. */
  pausedSince: Date | null;
  guide: Omit<GuideState, 'draft'> & GuideOfRules;
  figures: HomeFigures;
  /** Who ordered most in the period; null where too many did. */
  top: TopMember[] | null;
  birthdays: MonthOfBirthdays;
  health: { facts: HealthFacts; states: Health };
  discounts: Awaited<ReturnType<typeof readDiscountHealth>>;
  rewards: Awaited<ReturnType<typeof readRewardHealth>>;
  /** Flagged lines of orders that wait for a decision. */
  flags: number;
  /** Rewards with which something happened that nobody has looked at, counted up to a hundred. */
  rewardFlags: number;
  /** Parcels that need something, and the notes and calls of today. */
  tasks: { parcels: number; today: number };
};

/** `waiting`: the first card in the draft, which the guide may publish itself. */
type GuideOfRules = Record<
  'published' | 'pointsOn' | 'birthdayOn' | 'datesOn' | 'rewardsOn' | 'momentsOn',
  boolean
> & {
  waiting: Waiting | null;
};
type Waiting = Pick<StampCard, 'title' | 'size'> & {
  noun: CardNoun | null;
  pointsOn: boolean;
  rules: Pick<ProgramRules, 'earn' | 'names'>;
};

function guideOf(rules: ProgramRules, draft: ProgramRules | null): GuideOfRules {
  const pointsOn = !rules.pointsOff;
  const birthdayOn = rules.occasions.some(({ kind }) => kind === 'birthday');
  const datesOn = lifeDateRules(rules.moments).length > 0;
  const rewardsOn = (rules.rewards ?? []).length > 0;
  const moments = momentsOf(rules).length;
  const waiting = draft && onlyFirstCardWaits(draft, rules) ? waitingOf(draft) : null;
  // Points that were on from the start are nobody's choice while the first card still waits.
  const published = rules.cards.length + moments > 0 || (pointsOn && draft?.cards.length === 0);
  return { published, waiting, pointsOn, birthdayOn, datesOn, rewardsOn, momentsOn: moments > 0 };
}

function waitingOf({ cards, earn, names, pointsOff }: ProgramRules): Waiting | null {
  const [card] = cards;
  if (!card) return null;
  const { title, size, noun = null } = card;
  return { title, size, noun, pointsOn: !pointsOff, rules: { earn, names } };
}

/** Null where it can't be read: the page goes on, and the program's own says so. */
function readDraft(stored: unknown, shopId: number): ProgramRules | null {
  try {
    return upgradeRules(stored);
  } catch (err) {
    if (!(err instanceof UnreadableRules)) throw err;
    log.error({ err, shopId }, 'a stored draft can’t be read');
    return null;
  }
}

export async function readHome(shop: ShopOfHome, period: Period): Promise<ReadHome> {
  const at = now();
  const today = dayIn(shop.timeZone, at);
  const [
    { rules, unreadable, pausedSince },
    guide,
    figures,
    top,
    birthdays,
    found,
    flags,
    rewardFlags,
    tasks,
  ] = await Promise.all([
    readPublished(shop),
    readGuide(pool(), shop.id),
    readHomeFigures(pool(), shop, period, at),
    readTopMembers(shop, firstDayShown(today, period)),
    readMonthOfBirthdays(pool(), shop.id, today),
    readHealth(pool(), shop, at),
    countOpenFlags(pool(), shop.id),
    countFlaggedRewards(pool(), shop.id),
    countTasksToDo(shop),
  ]);
  const { draft: stored, ...known } = guide;
  const draft = readDraft(stored, shop.id);
  const facts = { ...found, rules: { count: unreadable ? 1 : 0, since: null } };
  return {
    now: at,
    rules,
    pausedSince,
    guide: { ...known, ...guideOf(rules, unreadable ? null : draft) },
    figures,
    top,
    birthdays,
    health: { facts, states: healthOf(facts, at) },
    discounts: await readDiscountHealth(shop, rules.cards),
    rewards: await readRewardHealth(shop, rules.rewards ?? []),
    flags,
    rewardFlags,
    tasks,
  };
}
