// The program as its screen needs it: the draft beside what is published, and what the products are called.
import { usedCardKeys } from '#app/core/program/card-keys.ts';
import { usedMomentKeys } from '#app/core/moments/moment-keys.ts';
import { usedRewardKeys } from '#app/core/rewards/reward-keys.ts';
import { pausedSince } from '#app/core/program/paused.ts';
import type { ProgramRules, ProgramVersion } from '#app/core/program/program-rules.ts';
import { upgradeRules } from '#app/core/program/upgrade-rules.ts';
import { draftOf, publishedVersion, shopProgram } from '#app/db/program/programs.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { Failure } from '#app/errors.ts';
import { log } from '#app/log.server.ts';
import { picksOf, askTitles, NO_TITLES, type AskedTitles } from './ask-titles.ts';

export type ReadProgram = {
  draft: ProgramRules;
  draftRevision: number;
  published: ProgramVersion;
  currency: string;
  /** IANA name. */
  timeZone: string;
  /** Every key that a draft or a version has used: none is given to another card or reward. */
  usedKeys: Set<string>;
  /** When the pause began that goes on; null while the program runs. */
  pausedSince: Date | null;
  titles: AskedTitles;
};

/** Where the shop's pages reach us: `https://roaster.myshopify.com/apps/sixth`. */
type WithPages = { pagesUrl: string };

/** Without Shopify's answer the screen works all the same, only without titles. */
async function titlesOrNone(domain: string, rules: readonly ProgramRules[]): Promise<AskedTitles> {
  try {
    return await askTitles(domain, picksOf(...rules));
  } catch (failure) {
    if (!(failure instanceof Failure)) throw failure;
    log.warn({ shopDomain: domain, err: failure }, 'titles could not be read');
    return NO_TITLES;
  }
}

/** The same without Shopify: for what is asked while the merchant types. Throws when there is no such shop. */
export async function readDraft(
  shopId: number,
): Promise<Omit<ReadProgram, 'titles'> & { domain: string } & WithPages> {
  const [program, stored] = await Promise.all([shopProgram(pool(), shopId), draftOf(pool(), shopId)]);
  if (!program || !stored) throw new Error(`shop ${shopId} is missing`);
  const draft = upgradeRules(stored.draft);
  const ever = [draft, ...program.versions.map(({ rules }) => rules)];
  return {
    domain: program.domain,
    pagesUrl: `https://${program.domain}${program.proxyPath}`,
    draft,
    draftRevision: stored.draftRevision,
    published: publishedVersion(program),
    currency: program.currency,
    timeZone: program.timeZone,
    pausedSince: pausedSince(program.versions, program.publishedVersion),
    usedKeys: new Set([...usedCardKeys(ever), ...usedRewardKeys(ever), ...usedMomentKeys(ever)]),
  };
}

/** @param also rules whose products' titles are wanted too. Throws when there is no such shop. */
export async function readProgram(
  shopId: number,
  also: readonly ProgramRules[] = [],
): Promise<ReadProgram & WithPages> {
  const { domain, ...program } = await readDraft(shopId);
  const titles = await titlesOrNone(domain, [program.draft, program.published.rules, ...also]);
  return { ...program, titles };
}
