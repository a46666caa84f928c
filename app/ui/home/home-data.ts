// The data that the home page's loader gives, as it arrives in the browser: instants are texts.
import type { DiscountHealth } from '#app/core/discounts/discount-health.ts';
import type { Health, HealthFact, HealthItem } from '#app/core/shop/health.ts';
import type { HomeFigures } from '#app/core/figures/home-figures.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import type { Localized } from '#app/core/values/languages.ts';

export type GuideData = {
  dismissed: boolean;
  cardPublished: boolean;
  /** Whether the guide may publish the card itself; else the Program page does. */
  cardWaits: boolean;
  /** Whether the blocks of the guide stood on the theme when a browser was last told. */
  blocksPlaced: boolean;
  orderCounted: boolean;
};

export type HealthData = {
  states: Health;
  facts: Record<HealthItem, Omit<HealthFact, 'since'> & { since: string | null }>;
};

/** The published cards' discounts, with the cards' titles. */
export type DiscountsData = { discounts: DiscountHealth[]; titles: Record<string, Localized> };

export type HomeData = {
  shop: string;
  timeZone: string;
  /** In which the program counts. */
  currency: string;
  now: string;
  rules: Pick<ProgramRules, 'earn' | 'names' | 'occasions'>;
  guide: GuideData;
  figures: HomeFigures;
  health: HealthData;
  discounts: DiscountsData;
  /** Flagged lines of orders that wait for a decision, counted up to a hundred. */
  flags: number;
};

export type HomeAnswer = { ok: true; published?: number } | { ok: false; reason: HomeRefusal };
export type HomeRefusal = 'no-products' | 'edited-elsewhere' | 'tooMuchForCart' | 'functionsNotAvailable';
