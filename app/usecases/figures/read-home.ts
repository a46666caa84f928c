// The home page: what is left to set up, what the program has done, and whether all is well.
import { ZodError } from 'zod';
import { now } from '#app/clock.server.ts';
import { onlyFirstCardWaits } from '#app/core/editing/first-card.ts';
import type { HomeFigures, Period } from '#app/core/figures/home-figures.ts';
import { firstProgram } from '#app/core/program/first-program.ts';
import { upgradeRules } from '#app/core/program/upgrade-rules.ts';
import { log } from '#app/log.server.ts';
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
  /** The published ones; the first ones, for their words, where those can't be read, which health says. */
  rules: ProgramRules;
  /** `cardWaits`: the guide may publish the draft's card itself. */
  guide: Omit<GuideState, 'rules' | 'draft' | 'currency'> & { cardPublished: boolean; cardWaits: boolean };
  figures: HomeFigures;
  health: { facts: HealthFacts; states: Health };
  discounts: Awaited<ReturnType<typeof readDiscountHealth>>;
  /** Flagged lines of orders that wait for a decision. */
  flags: number;
};

/** Null where they are no rules: the page says so, and goes on. */
function readRules(stored: unknown): ProgramRules | null {
  try {
    return upgradeRules(stored);
  } catch (err) {
    if (!(err instanceof ZodError)) throw err;
    log.error({ err }, 'stored rules can’t be read');
    return null;
  }
}

export async function readHome(shop: ShopOfHome, period: Period): Promise<ReadHome> {
  const at = now();
  const [guide, figures, found, flags] = await Promise.all([
    readGuide(pool(), shop.id),
    readHomeFigures(pool(), shop, period, at),
    readHealth(pool(), shop, at),
    countOpenFlags(pool(), shop.id),
  ]);
  const { rules: stored, draft: storedDraft, currency, ...known } = guide;
  const [published, draft] = [readRules(stored), readRules(storedDraft)];
  const rules = published ?? firstProgram(currency).rules;
  const cardWaits = published !== null && draft !== null && onlyFirstCardWaits(draft, rules);
  const facts = { ...found, rules: { count: published ? 0 : 1, since: null } };
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
