import { expect, it } from 'vitest';
import { projectMember } from '#app/core/storefront/project-member.ts';
import { pool } from '#app/db/pool.server.ts';
import { publishedVersion, shopProgram } from '#app/db/program/programs.server.ts';
import { publishProgram } from '#app/usecases/editing/publish-program.ts';
import { saveDraft } from '#app/usecases/editing/save-draft.ts';
import { card, line, order, rules } from '#tests/support/factories.ts';
import { installedShop, tellAndApply, type TestShop } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

const coffees = (quantity: number) => [line({ quantity })];

async function cardsOf(shop: TestShop, customerId: string) {
  const { rows } = await pool().query<{ key: string; stamps: number; size: number; coming: number }>(
    `select c."cardKey" as key, c.stamps::int, c.coming::int, c.size from "MemberCard" c
     join "Member" m on m.id = c."memberId" where m."shopId" = $1 and m."customerId" = $2`,
    [shop.id, customerId],
  );
  const program = publishedVersion((await shopProgram(pool(), shop.id))!);
  return projectMember(
    { points: 0, pendingPoints: 0, rev: 1, blocked: false, cards: rows, gifts: [], birthday: null },
    program.rules.cards,
  ).cards;
}

it('C52 a member with 4 of 5 keeps 4 of 5 after the card becomes 8; a new member gets 8', async () => {
  const shop = await installedShop();
  await tellAndApply(shop, order({ customerId: '1', lines: coffees(4) }));
  const larger = rules({ cards: [card({ size: 8 })] });
  const saved = await saveDraft(shop.id, { rules: larger, draftRevision: 1 });
  await publishProgram(shop.id, { draftRevision: saved.ok ? saved.draftRevision : 0, publishedBy: '42' });
  expect(await cardsOf(shop, '1')).toMatchObject([{ have: 4, size: 5, free: 0 }]);

  const afterwards = new Date(Date.now() + 5_000).toISOString();
  const placed = { processedAt: afterwards, updatedAt: afterwards };
  await tellAndApply(shop, order({ ...placed, customerId: '2', lines: coffees(4) }));
  await tellAndApply(shop, order({ ...placed, customerId: '1', lines: coffees(1) }));
  expect(await cardsOf(shop, '2')).toMatchObject([{ have: 4, size: 8, free: 0 }]);
  expect(await cardsOf(shop, '1')).toMatchObject([{ have: 5, size: 5, free: 1 }]);
});
