import { describe, expect, it } from 'vitest';
import { pool } from '#app/db/pool.server.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import { publishProgram } from '#app/usecases/editing/publish-program.ts';
import { saveDraft } from '#app/usecases/editing/save-draft.ts';
import { card, order, rules } from '#tests/support/factories.ts';
import { installedShop, tellAndApply, type TestShop } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

const doubled = rules({ earn: { points: 2, perMinor: 100 } });
const by = (draftRevision: number) => ({ draftRevision, publishedBy: '42' });

async function drafted(edited: ProgramRules): Promise<TestShop & { draftRevision: number }> {
  const shop = await installedShop();
  const saved = await saveDraft(shop.id, { rules: edited, draftRevision: 1 });
  return { ...shop, draftRevision: saved.ok ? saved.draftRevision : 0 };
}

async function versions(shop: TestShop): Promise<{ number: number; publishedBy: string }[]> {
  const { rows } = await pool().query<{ number: number; publishedBy: string }>(
    'select number, "publishedBy" from "ProgramVersion" where "shopId" = $1 order by number',
    [shop.id],
  );
  return rows;
}

describe('publishing', () => {
  it('makes the draft the next version, and rings the storefront’s bells', async () => {
    const shop = await drafted(doubled);
    expect(await publishProgram(shop.id, by(shop.draftRevision))).toEqual({ ok: true, version: 2 });
    expect(await versions(shop)).toMatchObject([{ number: 1 }, { number: 2, publishedBy: '42' }]);
    const { rows } = await pool().query<{ key: string }>(
      `select key from graphile_worker.jobs where key like '%/' || $1::text order by key`,
      [shop.id],
    );
    expect(rows.map(({ key }) => key)).toEqual([
      `sync_discounts/${shop.id}`,
      `sync_members/${shop.id}`,
      `sync_program/${shop.id}`,
    ]);
  });

  it('C03 twice, or five times at once, makes one version, and each gets the same answer', async () => {
    const shop = await drafted(doubled);
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => publishProgram(shop.id, by(shop.draftRevision))),
    );
    expect(answers).toEqual(Array.from({ length: 5 }, () => ({ ok: true, version: 2 })));
    expect(await versions(shop)).toHaveLength(2);
  });

  it('is refused when somebody else changed the draft meanwhile', async () => {
    const shop = await drafted(doubled);
    await saveDraft(shop.id, { rules: rules(), draftRevision: shop.draftRevision });
    expect(await publishProgram(shop.id, by(shop.draftRevision))).toEqual({
      ok: false,
      reason: 'draft-changed',
    });
  });

  it('is refused while a card names no products, and says which', async () => {
    const shop = await drafted(
      rules({
        cards: [
          card({
            products: { all: false, productIds: [], collectionIds: [], withTags: [], withoutTags: [] },
          }),
        ],
      }),
    );
    expect(await publishProgram(shop.id, by(shop.draftRevision))).toMatchObject({
      ok: false,
      reason: 'incomplete',
      problems: [{ field: 'cards.0.products' }],
    });
    expect(await versions(shop)).toHaveLength(1);
  });

  it('C77 touches the members whose cards look different, and nobody else', async () => {
    const shop = await drafted(rules({ cards: [card({ title: { en: 'Bean card', fr: 'Carte grains' } })] }));
    await tellAndApply(shop, order({ customerId: '1' }));
    await tellAndApply(shop, order({ customerId: '2', lines: [] }));
    await pool().query(`insert into "Member" ("shopId", "customerId", "joinedAt") values ($1, 3, now())`, [
      shop.id,
    ]);
    const revs = async () => {
      const { rows } = await pool().query<{ c: string; rev: number }>(
        'select "customerId"::text as c, rev from "Member" where "shopId" = $1 order by 1',
        [shop.id],
      );
      return Object.fromEntries(rows.map(({ c, rev }) => [c, rev]));
    };
    const before = await revs();
    await publishProgram(shop.id, by(shop.draftRevision));
    expect(await revs()).toEqual({ ...before, '1': before['1']! + 1 });
  });

  it('C62 of one shop changes nothing in another', async () => {
    const [one, other] = [await drafted(doubled), await drafted(doubled)];
    await publishProgram(one.id, by(one.draftRevision));
    expect(await versions(other)).toHaveLength(1);
  });
});

describe('a draft', () => {
  it('of two people editing, the second is told, and nothing is overwritten', async () => {
    const shop = await installedShop();
    const [first, second] = await Promise.all([
      saveDraft(shop.id, { rules: doubled, draftRevision: 1 }),
      saveDraft(shop.id, { rules: rules(), draftRevision: 1 }),
    ]);
    expect([first, second].filter(({ ok }) => ok)).toHaveLength(1);
    expect([first, second]).toContainEqual({ ok: false, reason: 'draft-changed' });
  });

  it('refuses rules that are none, and a shop that isn’t there', async () => {
    const shop = await installedShop();
    const broken = { ...rules(), earn: { points: 0, perMinor: 100 } };
    await expect(saveDraft(shop.id, { rules: broken, draftRevision: 1 })).rejects.toThrow();
    expect(await saveDraft(999_999, { rules: rules(), draftRevision: 1 })).toEqual({
      ok: false,
      reason: 'no-shop',
    });
    expect(await publishProgram(999_999, by(1))).toEqual({ ok: false, reason: 'no-shop' });
  });
});
