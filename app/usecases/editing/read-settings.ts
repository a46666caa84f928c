import { upgradeRules } from '#app/core/program/upgrade-rules.ts';
import { settingsOf, type SettingsForm } from '#app/core/editing/settings-form.ts';
import { draftOf, publishedVersion, shopProgram } from '#app/db/program/programs.server.ts';
import { pool } from '#app/db/pool.server.ts';

export type ShopSettings = {
  /** The draft's. */
  saved: SettingsForm;
  revision: number;
  /** Whether the published version has others. */
  unpublished: boolean;
};

/** Throws when there is no such shop. */
export async function readShopSettings(shopId: number): Promise<ShopSettings> {
  const [program, stored] = await Promise.all([shopProgram(pool(), shopId), draftOf(pool(), shopId)]);
  if (!program || !stored) throw new Error(`shop ${shopId} is missing`);
  const saved = settingsOf(upgradeRules(stored.draft));
  const published = settingsOf(publishedVersion(program).rules);
  const unpublished = JSON.stringify(saved) !== JSON.stringify(published);
  return { saved, revision: stored.draftRevision, unpublished };
}
