// The data that the home page's loader gives, as it arrives in the browser: instants are texts.
import type { DiscountHealth, RewardHealth } from '#app/core/discounts/discount-health.ts';
import type { Health, HealthFact, HealthItem } from '#app/core/shop/health.ts';
import type { HomeFigures } from '#app/core/figures/home-figures.ts';
import type { SetupErrors } from '#app/core/editing/setup/first-setup.ts';
import type { CardNoun } from '#app/core/program/card-rules.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import type { MomentHearing } from '#app/ui/notices/moment-heard.ts';
import type { WhereSeenData } from '#app/ui/storefront/where-seen-data.ts';
import type { Localized } from '#app/core/values/languages.ts';

export type WaitingSetup = {
  title: Localized;
  noun: CardNoun | null;
  size: number;
  pointsOn: boolean;
  rules: Pick<ProgramRules, 'earn' | 'names'>;
};

export type GuideData = {
  dismissed: boolean;
  /** Whether the merchant has published anything that customers get. */
  published: boolean;
  /** The first card in the draft, which the guide may publish itself; null: else the Program page does. */
  waiting: WaitingSetup | null;
  /** Of the published program. */
  pointsOn: boolean;
  birthdayOn: boolean;
  datesOn: boolean;
  rewardsOn: boolean;
  momentsOn: boolean;
  /** Whether the blocks of the guide stood on the theme when a browser was last told. */
  blocksPlaced: boolean;
  orderCounted: boolean;
  /** Orders from before the program that nobody asked for yet. */
  ordersBefore: number;
};

export type HealthData = {
  states: Health;
  facts: Record<HealthItem, Omit<HealthFact, 'since'> & { since: string | null }>;
};

/** The published cards' discounts, with the cards' titles, and those of rewards; absent: there are none. */
export type DiscountsData = {
  discounts: DiscountHealth[];
  titles: Record<string, Localized>;
  rewards?: RewardHealth[];
};

/** Members' birthdays of this month. `days` has one count a day, from the first on. */
export type MonthOfBirthdays = { month: string; days: number[] };

/** `orders` were placed in the period. */
export type TopMember = { id: string; customerId: string; orders: number; points: number };

export type HomeData = {
  shop: string;
  timeZone: string;
  /** In which the program counts. */
  currency: string;
  now: string;
  rules: Pick<ProgramRules, 'earn' | 'names' | 'occasions' | 'pointsOff'>;
  /** When the pause began that goes on; null while the program runs. */
  pausedSince: string | null;
  guide: GuideData;
  figures: HomeFigures;
  /** What the only card gives; null where there are several, or it has no noun. */
  noun: CardNoun | null;
  /** Who ordered most in the period; null where too many did to be ranked. */
  top: TopMember[] | null;
  birthdays: MonthOfBirthdays;
  health: HealthData;
  discounts: DiscountsData;
  seen: WhereSeenData;
  /** How customers hear of what moments bring. */
  hearing: MomentHearing;
  /** Flagged lines of orders that wait for a decision, counted up to a hundred. */
  flags: number;
  /** Rewards to look at, counted up to a hundred. */
  rewardFlags: number;
  /** Parcels that need something, counted up to a hundred, and the notes and calls of today. */
  tasks: { parcels: number; today: number };
};

export type HomeAnswer =
  | { ok: true; published?: number }
  | { ok: false; reason: 'invalid'; errors: SetupErrors }
  | { ok: false; reason: HomeRefusal };
export type HomeRefusal = 'edited-elsewhere' | 'tooMuchForCart' | 'functionsNotAvailable';
