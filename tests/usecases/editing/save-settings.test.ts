// Settings that change a number belong to the draft: saved beside the cards, published with them.
import { describe, expect, test } from 'vitest';
import { upgradeRules } from '#app/core/program/upgrade-rules.ts';
import { draftOf } from '#app/db/program/programs.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { publishProgram } from '#app/usecases/editing/publish-program.ts';
import { readShopSettings } from '#app/usecases/editing/read-settings.ts';
import { saveSettings } from '#app/usecases/editing/save-settings.ts';
import { installedShop } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

async function draft(shopId: number) {
  const stored = await draftOf(pool(), shopId);
  return { rules: upgradeRules(stored?.draft), revision: stored?.draftRevision };
}

describe('saving settings', () => {
  test('changes the draft’s settings and nothing else of it', async () => {
    const shop = await installedShop();
    const before = await draft(shop.id);
    const { saved, revision, unpublished } = await readShopSettings(shop.id);
    const value = {
      ...saved,
      leftOutTags: ['staff'],
      counts: { ...saved.counts, tips: true, tax: 'without' },
    };
    expect(await saveSettings(shop.id, { value, revision })).toEqual({ ok: true });
    const after = await draft(shop.id);
    // Nobody signs: then the rules say nothing of it.
    const { signature: _nobody, ...said } = value;
    expect(after.rules).toEqual({ ...before.rules, ...said });
    expect(unpublished).toBe(false);
    expect((await readShopSettings(shop.id)).unpublished).toBe(true);
  });

  test('waits for the next publish, which ends the waiting', async () => {
    const shop = await installedShop();
    const { saved, revision } = await readShopSettings(shop.id);
    await saveSettings(shop.id, { value: { ...saved, leftOutTags: ['staff'] }, revision });
    const published = await publishProgram(shop.id, {
      draftRevision: revision + 1,
      publishedBy: 'merchant',
    });
    expect(published.ok).toBe(true);
    expect((await readShopSettings(shop.id)).unpublished).toBe(false);
  });

  test('the second of two edits with the same beginning is refused, and overwrites nothing', async () => {
    const shop = await installedShop();
    const { saved, revision } = await readShopSettings(shop.id);
    const sent = (tag: string) => ({ value: { ...saved, leftOutTags: [tag] }, revision });
    const answers = await Promise.all(['a', 'b'].map((tag) => saveSettings(shop.id, sent(tag))));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers).toContainEqual({ ok: false, reason: 'draft-changed' });
    expect((await draft(shop.id)).revision).toBe(revision + 1);
  });

  test('bad input is refused whole, by field', async () => {
    const shop = await installedShop();
    const { saved, revision } = await readShopSettings(shop.id);
    const value = { ...saved, leftOutTags: ['x'.repeat(41)] };
    expect(await saveSettings(shop.id, { value, revision })).toEqual({
      ok: false,
      reason: 'invalid',
      errors: { leftOutTags: 'tooLong' },
    });
    expect((await draft(shop.id)).revision).toBe(revision);
  });

  test('C62 one shop’s settings are another’s business in nothing', async () => {
    const [shop, other] = [await installedShop(), await installedShop()];
    const { saved, revision } = await readShopSettings(shop.id);
    await saveSettings(shop.id, { value: { ...saved, leftOutTags: ['staff'] }, revision });
    expect((await readShopSettings(other.id)).saved.leftOutTags).toEqual([]);
  });
});
