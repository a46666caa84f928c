// The home page: what is left to set up, what the program has done, and whether all is well.
import { now } from '#app/clock.server.ts';
import { onlyFirstCardWaits } from '#app/core/editing/first-card.ts';
import type { HomeFigures, Period } from '#app/core/figures/home-figures.ts';
import { UnreadableRules } from '#app/core/program/unreadable-rules.ts';
import { upgradeRules } from '#app/core/program/upgrade-rules.ts';
import { log } from '#app/log.server.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import { healthOf, type Health, type HealthFacts } from '#app/core/shop/health.ts';
import { readGuide, readHomeFigures, type GuideState } from '#app/db/figures/home.server.ts';
import { readHealth } from '#app/db/shop/health.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { countOpenFlags } from '#app/db/stamps/order-flags.server.ts';
import { readDiscountHealth } from '../discounts/read-discount-health.ts';
import { readPublished } from '../editing/read-published.ts';

type ShopOfHome = { id: number; domain: string; timeZone: string; currency: string };

export type ReadHome = {
  now: Date;
  /** The published ones; the first ones, for their words, where the shop's can't be read, which health says. */
  rules: ProgramRules;
  /** `cardWaits`: the guide may publish the draft's card itself. */
  guide: Omit<GuideState, 'draft'> & { cardPublished: boolean; cardWaits: boolean };
  figures: HomeFigures;
  health: { facts: HealthFacts; states: Health };
  discounts: Awaited<ReturnType<typeof readDiscountHealth>>;
  /** Flagged lines of orders that wait for a decision. */
  flags: number;
};

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
  const [{ rules, unreadable }, guide, figures, found, flags] = await Promise.all([
    readPublished(shop),
    readGuide(pool(), shop.id),
    readHomeFigures(pool(), shop, period, at),
    readHealth(pool(), shop, at),
    countOpenFlags(pool(), shop.id),
  ]);
  const { draft: stored, ...known } = guide;
  const draft = readDraft(stored, shop.id);
  const cardWaits = !unreadable && draft !== null && onlyFirstCardWaits(draft, rules);
  const facts = { ...found, rules: { count: unreadable ? 1 : 0, since: null } };
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
