// Makes Shopify's copy of the program match the published version: the app's metafield, which every block reads.
import { PROGRAM_METAFIELD } from '#app/shopify/storefront/metafields.ts';
import { projectProgram } from '#app/core/storefront/project-program.ts';
import { pool } from '#app/db/pool.server.ts';
import { publishedVersion, shopProgram } from '#app/db/program/programs.server.ts';
import { markProgramSynced } from '#app/db/storefront/sync.server.ts';
import { AdminRefused } from '#app/errors.ts';
import { callAdmin } from '#app/shopify/admin-api/admin.server.ts';
import { appInstallationId } from '#app/shopify/admin-api/app-installation-id.ts';
import { setMetafields } from '#app/shopify/admin-api/set-metafields.ts';

/** Safe to run twice: the same version writes the same text. */
export async function syncProgram(shopId: number): Promise<void> {
  const program = await shopProgram(pool(), shopId);
  if (!program) return;
  const version = publishedVersion(program);
  const projection = projectProgram(version, program);
  const { currentAppInstallation } = await callAdmin(program.domain, appInstallationId, {});
  const { metafieldsSet } = await callAdmin(program.domain, setMetafields, {
    metafields: [
      {
        ...PROGRAM_METAFIELD,
        ownerId: currentAppInstallation.id,
        type: 'json',
        value: JSON.stringify(projection),
      },
    ],
  });
  const [refused] = metafieldsSet.userErrors;
  if (refused)
    throw new AdminRefused(program.domain, `program metafield: ${refused.code} ${refused.message}`);
  await markProgramSynced(pool(), shopId, version.number);
}
