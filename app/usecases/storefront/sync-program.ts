// Makes Shopify's copy of the program match the published version: the app's metafield, which every block reads.
import { PROGRAM_METAFIELD } from '#app/shopify/storefront/metafields.ts';
import { pausesOf, recentPauses } from '#app/core/moments/running-moments.ts';
import { freeProductIds, type Handles } from '#app/core/storefront/page-handles.ts';
import { projectProgram } from '#app/core/storefront/project-program.ts';
import { withoutIdleRewards } from '#app/core/storefront/without-idle-rewards.ts';
import { dayIn } from '#app/core/values/days.ts';
import { ownersOfNothing } from '#app/db/discounts/reward-discounts.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { publishedVersion, shopProgram } from '#app/db/program/programs.server.ts';
import { markProgramSynced } from '#app/db/storefront/sync.server.ts';
import { AdminRefused } from '#app/errors.ts';
import { log } from '#app/log.server.ts';
import { callAdmin } from '#app/shopify/admin-api/admin.server.ts';
import { appInstallationId } from '#app/shopify/admin-api/app-installation-id.ts';
import { readCardWays } from '../stamps/read-card-ways.ts';
import { setMetafields } from '#app/shopify/admin-api/set-metafields.ts';
import { askHandles } from '#app/shopify/storefront/product-handles.ts';

/**
 * Safe to run twice and in parallel: of two that write, the one whose text lands last looks afterwards whether it still is the
 * program, and writes again where it isn't.
 */
export async function syncProgram(shopId: number): Promise<void> {
  let written: string | null = null;
  for (;;) {
    const program = await shopProgram(pool(), shopId);
    if (!program) return;
    const version = withoutIdle(publishedVersion(program), await ownersOfNothing(pool(), shopId));
    const publishedOn = dayIn(program.timeZone, version.publishedAt);
    const pauses = recentPauses(pausesOf(program.versions, program.timeZone, 'birthday'), publishedOn);
    const handles = await handlesOf(program.domain, freeProductIds(version.rules.rewards));
    const ways = await readCardWays(shopId);
    const value = JSON.stringify(projectProgram(version, { ...program, handles }, pauses, ways));
    if (value === written) return markProgramSynced(pool(), shopId, version.number);
    await write(program.domain, value);
    written = value;
  }
}

/** A product that Shopify doesn't take for one keeps no program from the pages: they do without the free products. */
async function handlesOf(domain: string, productIds: readonly string[]): Promise<Handles> {
  try {
    return await askHandles(domain, productIds);
  } catch (err) {
    if (!(err instanceof AdminRefused)) throw err;
    log.error({ err, shopDomain: domain }, 'handles of free products were refused');
    return {};
  }
}

type Version = ReturnType<typeof publishedVersion>;

function withoutIdle(version: Version, idleOwners: readonly string[]): Version {
  const { rewards, ...rest } = version.rules;
  const offered = withoutIdleRewards(rewards, idleOwners);
  return { ...version, rules: { ...rest, ...(offered && { rewards: offered }) } };
}

async function write(domain: string, value: string): Promise<void> {
  const { currentAppInstallation } = await callAdmin(domain, appInstallationId, {});
  const { metafieldsSet } = await callAdmin(domain, setMetafields, {
    metafields: [{ ...PROGRAM_METAFIELD, ownerId: currentAppInstallation.id, type: 'json', value }],
  });
  const [refused] = metafieldsSet.userErrors;
  if (refused) throw new AdminRefused(domain, `program metafield: ${refused.code} ${refused.message}`);
}
