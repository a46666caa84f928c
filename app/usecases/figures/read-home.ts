// The home page: what is left to set up, what the program has done, and whether all is well.
import { now } from '#app/clock.server.ts';
import { onlyFirstCardWaits } from '#app/core/editing/first-card.ts';
import type { HomeFigures, Period } from '#app/core/figures/home-figures.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import { healthOf, type Health, type HealthFacts } from '#app/core/shop/health.ts';
import { readGuide, readHomeFigures, type GuideState } from '#app/db/figures/home.server.ts';
import { readHealth } from '#app/db/shop/health.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { countOpenFlags } from '#app/db/stamps/order-flags.server.ts';
import { readDiscountHealth } from '../discounts/read-discount-health.ts';

type ShopOfHome = { id: number; domain: string; timeZone: string };

export type ReadHome = {
  now: Date;
  /** The published ones. */
  rules: ProgramRules;
  /** `cardWaits`: the guide may publish the draft's card itself. */
  guide: Omit<GuideState, 'rules' | 'draft'> & { cardPublished: boolean; cardWaits: boolean };
  figures: HomeFigures;
  health: { facts: HealthFacts; states: Health };
  discounts: Awaited<ReturnType<typeof readDiscountHealth>>;
  /** Flagged lines of orders that wait for a decision. */
  flags: number;
};

export async function readHome(shop: ShopOfHome, period: Period): Promise<ReadHome> {
  const at = now();
  const [{ rules, draft, ...known }, figures, facts, flags] = await Promise.all([
    readGuide(pool(), shop.id),
    readHomeFigures(pool(), shop, period, at),
    readHealth(pool(), shop, at),
    countOpenFlags(pool(), shop.id),
  ]);
  const cardWaits = onlyFirstCardWaits(draft, rules);
  return {
    now: at,
    rules,
    guide: { ...known, cardPublished: rules.cards.length > 0, cardWaits },
    figures,
    health: { facts, states: healthOf(facts, at) },
    discounts: await readDiscountHealth(shop, rules.cards),
    flags,
  };
}
