// Pause and start, by the use cases that the merchant's screens call, on a real ledger.
import { describe, expect, it } from 'vitest';
import { now } from '#app/clock.server.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import { upgradeRules } from '#app/core/program/upgrade-rules.ts';
import { ledgerMismatches } from '#app/db/ledger/ledger-check.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { newestVersions } from '#app/db/program/programs.server.ts';
import { pauseProgram } from '#app/usecases/editing/pause-program.ts';
import { publishProgram } from '#app/usecases/editing/publish-program.ts';
import { restoreVersion } from '#app/usecases/editing/restore-version.ts';
import { saveDraft } from '#app/usecases/editing/save-draft.ts';
import { order, rules } from '#tests/support/factories.ts';
import { installedShop, tellAndApply, type TestShop } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

async function stored({ id }: TestShop): Promise<{ draft: ProgramRules; draftRevision: number }> {
  const { rows } = await pool().query<{ draft: unknown; draftRevision: number }>(
    'select draft, "draftRevision" from "Shop" where id = $1',
    [id],
  );
  const [row] = rows;
  if (!row) throw new Error('no shop');
  return { ...row, draft: upgradeRules(row.draft) };
}

const versions = ({ id }: TestShop) => newestVersions(pool(), id, null, 10);
const flags = async (shop: TestShop) => (await versions(shop)).map(({ rules: of }) => of.paused ?? false);

async function pointsOf({ id }: TestShop): Promise<number[]> {
  const { rows } = await pool().query<{ points: number }>(
    'select points::int from "Member" where "shopId" = $1',
    [id],
  );
  return rows.map(({ points }) => points);
}

/** From now on, as Shopify would date it. */
const placed = (seconds = 0) => {
  const processedAt = new Date(Math.floor(now().getTime() / 1000) * 1000 + seconds * 1000).toISOString();
  return { processedAt, updatedAt: processedAt };
};

describe('pausing the program', () => {
  it('publishes a version like the one before, and leaves what waits in the draft', async () => {
    const shop = await installedShop();
    const edited = rules({ earn: { points: 3, perMinor: 100 } });
    await saveDraft(shop.id, { rules: edited, draftRevision: 1 });
    expect(await pauseProgram(shop.id, true, '42')).toEqual({ ok: true, version: 2 });
    const [newest, first] = await versions(shop);
    expect(newest).toMatchObject({ publishedBy: '42', rules: { ...first?.rules, paused: true } });
    expect((await stored(shop)).draft).toEqual({ ...edited, paused: true });
    expect(await pauseProgram(shop.id, false, '42')).toEqual({ ok: true, version: 3 });
    expect((await versions(shop))[0]?.rules).toEqual(first?.rules);
    expect((await stored(shop)).draft).toEqual(edited);
  });

  it('C03 twice, or five times at once, makes one version', async () => {
    const shop = await installedShop();
    const answers = await Promise.all(Array.from({ length: 5 }, () => pauseProgram(shop.id, true, '42')));
    expect(answers).toEqual(Array.from({ length: 5 }, () => ({ ok: true, version: 2 })));
    expect(await flags(shop)).toEqual([true, false]);
  });

  it('tells whoever edits the draft of before, so that nothing undoes it', async () => {
    const shop = await installedShop();
    await pauseProgram(shop.id, true, '42');
    expect(await saveDraft(shop.id, { rules: rules(), draftRevision: 1 })).toEqual({
      ok: false,
      reason: 'draft-changed',
    });
  });

  it('lasts through publishing the draft and restoring a version from before', async () => {
    const shop = await installedShop();
    await pauseProgram(shop.id, true, '42');
    const { draftRevision } = await stored(shop);
    expect(await restoreVersion(shop.id, { number: 1, draftRevision })).toMatchObject({ ok: true });
    const { draft, draftRevision: next } = await stored(shop);
    expect(draft.paused).toBe(true);
    await saveDraft(shop.id, {
      rules: { ...draft, earn: { points: 2, perMinor: 100 } },
      draftRevision: next,
    });
    const published = await publishProgram(shop.id, { draftRevision: next + 1, publishedBy: '42' });
    expect(published).toEqual({ ok: true, version: 3 });
    expect(await flags(shop)).toEqual([true, true, false]);
  });

  it('C62 leaves another shop alone', async () => {
    const [shop, other] = [await installedShop(), await installedShop()];
    await pauseProgram(shop.id, true, '42');
    expect(await flags(other)).toEqual([false]);
  });

  it('an order placed meanwhile earns nothing, whenever it is told, and one placed before keeps what it earned', async () => {
    const shop = await installedShop();
    const before = order({ ...placed(-60), customerId: '1' });
    await tellAndApply(shop, before);
    const earned = await pointsOf(shop);
    await pauseProgram(shop.id, true, '42');
    const meanwhile = order({ ...placed(1), customerId: '1' });
    await tellAndApply(shop, meanwhile);
    expect(await pointsOf(shop)).toEqual(earned);
    await pauseProgram(shop.id, false, '42');
    await tellAndApply(shop, { ...meanwhile, updatedAt: placed(2).updatedAt });
    expect(await pointsOf(shop)).toEqual(earned);
  });
});

it('C03 two people who pause, start and publish at once, with orders between: each order stands under one version', async () => {
  const shop = await installedShop();
  for (let round = 0; round < 5; round += 1) {
    const { draft, draftRevision } = await stored(shop);
    const earn = { points: 2 + round, perMinor: 100 };
    const saved = await saveDraft(shop.id, { rules: { ...draft, earn }, draftRevision });
    const wanted = { draftRevision: saved.ok ? saved.draftRevision : 0, publishedBy: '42' };
    const orders = [-1, 0, 1].map((second) => order({ ...placed(second), customerId: '1' }));
    await Promise.all([
      pauseProgram(shop.id, round % 2 === 0, '42'),
      pauseProgram(shop.id, round % 2 === 0, '43'),
      pauseProgram(shop.id, round % 2 === 1, '43'),
      publishProgram(shop.id, wanted),
      ...orders.map((each) => tellAndApply(shop, each)),
    ]);
    // What is told once more is worth what it was, whatever was published since.
    const points = await pointsOf(shop);
    await tellAndApply(shop, ...orders.map((each) => ({ ...each, updatedAt: placed(60 + round).updatedAt })));
    expect(await pointsOf(shop)).toEqual(points);
  }
  const oldestFirst = (await newestVersions(pool(), shop.id, null, 50)).toReversed();
  const times = oldestFirst.map(({ publishedAt }) => publishedAt.getTime());
  expect(times).toEqual(times.toSorted((a, b) => a - b));
  const said = oldestFirst.map(({ rules: of }) => JSON.stringify(of));
  expect(said.filter((one, index) => one === said[index - 1])).toEqual([]);
  const { draft } = await stored(shop);
  expect(draft.paused).toEqual(oldestFirst.at(-1)?.rules.paused);
  expect(await ledgerMismatches(pool(), shop.id)).toEqual([]);
});

describe('a version', () => {
  it('keeps who published it, and why', async () => {
    const shop = await installedShop();
    const saved = await saveDraft(shop.id, {
      rules: rules({ earn: { points: 2, perMinor: 100 } }),
      draftRevision: 1,
    });
    const draftRevision = saved.ok ? saved.draftRevision : 0;
    await publishProgram(shop.id, { draftRevision, publishedBy: '42', note: ' More for Christmas ' });
    expect(await versions(shop)).toMatchObject([
      { publishedBy: '42', note: 'More for Christmas' },
      { note: null },
    ]);
  });
});
