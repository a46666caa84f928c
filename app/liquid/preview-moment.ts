// A made-up member in each state of one moment of the list: what Shopify's copy would hold of it today.
import { monthDayOf } from '#app/core/moments/calendar.ts';
import { causeOf } from '#app/core/moments/causes/cause-kinds.ts';
import { offeredBy } from '#app/core/moments/moment-gift.ts';
import type { MomentRule } from '#app/core/moments/moment-rule.ts';
import { MOMENT_STATES, type MomentState } from '#app/core/moments/moment-states.ts';
import { rewardOfOffer } from '#app/core/moments/reward-of-moment.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import type { MomentGift } from '#app/core/storefront/project-choices.ts';
import type { StoredDates } from '#app/core/storefront/project-life-dates.ts';
import type { OrdersState } from '#app/core/storefront/project-order-bars.ts';
import { addDays } from '#app/core/values/days.ts';

type Shown = { momentGifts: MomentGift[]; lifeDates: StoredDates; today: string } & OrdersState;

/** Null where no state of a moment is asked for. @param rules with the one moment @param today in the shop's calendar */
export function momentInPreview(
  shopper: string,
  { moments = [], rewards = [] }: Pick<ProgramRules, 'moments' | 'rewards'>,
  today: string,
): Shown | null {
  const state = MOMENT_STATES.find((one) => one === shopper);
  const [rule] = moments;
  if (!state || !rule) return null;
  const isBefore = state === 'moment-before';
  return {
    momentGifts: giftOf(state, rule, rewards, today),
    lifeDates: isBefore ? new Map() : new Map([[rule.key, toldOn(today)]]),
    today,
    ...ordersOf(rule, isBefore),
  };
}

function giftOf(
  state: MomentState,
  rule: MomentRule,
  rewards: NonNullable<ProgramRules['rewards']>,
  today: string,
): MomentGift[] {
  const { key, title, openDays } = rule;
  const isThere = (offer: MomentRule['offers'][number]) =>
    offer.kind !== 'reward' || rewardOfOffer(offer, rewards) !== null;
  const offers = offeredBy({ ...rule, offers: rule.offers.filter(isThere) }, rewards);
  const advice = causeOf(rule.kind).words.includes('advice') ? (rule.advice ?? null) : null;
  const until = addDays(today, openDays);
  const gift = { cause: `${key}/1`, state: 'given' as const, title, advice, offers, until, on: today };
  const nothing = { kind: 'nothing' as const };
  switch (state) {
    case 'moment-before':
    case 'moment-over':
      return [];
    case 'moment-asked':
      return [{ ...gift, gives: nothing }];
    case 'moment-open':
      return [{ ...gift, state: 'open', gives: nothing }];
    case 'moment-given':
    case 'moment-chosen':
      return [{ ...gift, gives: offers[0] ?? nothing }];
  }
}

const toldOn = (today: string) => ({ date: { ...monthDayOf(today), year: null, setOn: today }, log: [] });

/** One order before it, and with it. */
function ordersOf(rule: MomentRule, isBefore: boolean): OrdersState {
  if (rule.kind !== 'nth-order') return {};
  const { n } = rule.when;
  return { orders: isBefore ? { count: n - 1, had: [] } : { count: n, had: [`${rule.key}/${n}`] } };
}
