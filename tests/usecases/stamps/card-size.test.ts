import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { projectMember } from '#app/core/storefront/project-member.ts';
import { figureMismatches } from '#app/db/figures/daily-figures.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { publishedVersion, shopProgram } from '#app/db/program/programs.server.ts';
import { publishProgram } from '#app/usecases/editing/publish-program.ts';
import { adjustMember } from '#app/usecases/members/adjust-member.ts';
import { saveDraft } from '#app/usecases/editing/save-draft.ts';
import { card, line, order, rules } from '#tests/support/factories.ts';
import { merge } from '#tests/support/people.ts';
import { publishCards } from '#tests/support/publish-cards.ts';
import { installedShop, tellAndApply, type TestShop } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

const coffees = (quantity: number) => [line({ quantity })];

async function cardsOf(shop: TestShop, customerId: string) {
  const { rows } = await pool().query<{
    key: string;
    stamps: number;
    size: number;
    coming: number;
    ended: boolean;
  }>(
    `select c."cardKey" as key, c.stamps::int, c.coming::int, c.size, c."endedBy" is not null as ended from "MemberCard" c
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

describe('C91 a free unit that was shown', () => {
  const off = (count: number) => [{ application: 0, amount: [1_400 * count, 1_400 * count] as const }];
  const discounts = [{ type: 'automatic', title: 'Coffee card' } as const];
  let minutes = 0;

  /** Coffees bought after everything that was published so far. */
  function bought(customerId: string, quantity: number, free = 0) {
    const placed = new Date(Date.now() + (minutes += 1) * 60_000).toISOString();
    const lines = [line({ quantity, discounts: free > 0 ? off(free) : [] })];
    const named = free > 0 ? { discounts } : {};
    return order({ customerId, lines, processedAt: placed, updatedAt: placed, ...named });
  }

  const resize = (shop: TestShop, size: number) => publishCards(shop.id, [card({ size })]);

  it('stays when the card grows and another one is taken, and comes back with a refund', async () => {
    const shop = await installedShop();
    await tellAndApply(shop, bought('1', 10));
    await resize(shop, 7);
    expect(await cardsOf(shop, '1')).toMatchObject([{ free: 2, size: 5 }]);
    const [one, other] = [bought('1', 1, 1), bought('1', 1, 1)];
    await tellAndApply(shop, one);
    expect(await cardsOf(shop, '1')).toMatchObject([{ free: 1, size: 5, stamps: 5 }]);
    await resize(shop, 9);
    expect(await cardsOf(shop, '1')).toMatchObject([{ free: 1, size: 5 }]);
    await tellAndApply(shop, other);
    expect(await cardsOf(shop, '1')).toMatchObject([{ free: 0, size: 9, stamps: 0 }]);
    const cancelledAt = new Date(Date.now() + (minutes += 1) * 60_000).toISOString();
    await tellAndApply(shop, { ...one, cancelledAt, updatedAt: cancelledAt });
    expect(await cardsOf(shop, '1')).toMatchObject([{ free: 1, size: 5, stamps: 5 }]);
  });

  it('comes at once with a smaller size, to the function as well, and stays when the card grows again', async () => {
    const shop = await installedShop({ rules: rules({ cards: [card({ size: 7 })] }) });
    await tellAndApply(shop, bought('1', 6), bought('2', 8, 1));
    const revs = async () =>
      (
        await pool().query<{ rev: number }>('select rev from "Member" where "shopId" = $1 order by id', [
          shop.id,
        ])
      ).rows;
    const before = await revs();
    await resize(shop, 5);
    expect(await cardsOf(shop, '1')).toMatchObject([{ free: 1, size: 5 }]);
    expect((await revs()).map(({ rev }) => rev)).toEqual(before.map(({ rev }) => rev + 1));
    await resize(shop, 7);
    expect(await cardsOf(shop, '1')).toMatchObject([{ free: 1, size: 5 }]);
    expect(await figureMismatches(pool(), shop.id)).toEqual([]);
  });

  it.each([
    ['the survivor’s card is larger', '1', '2'],
    ['the survivor’s card is smaller', '2', '1'],
  ])('C36 stays when two members become one: %s', async (_name, kept, deleted) => {
    const shop = await installedShop();
    await tellAndApply(shop, bought('2', 5));
    await resize(shop, 8);
    await tellAndApply(shop, bought('1', 2));
    await merge(shop, kept, deleted);
    expect(await cardsOf(shop, kept)).toMatchObject([{ free: 1, size: 5, stamps: 7 }]);
  });

  it('stamps by hand begin a new card where the last one is over', async () => {
    const shop = await installedShop();
    await tellAndApply(shop, bought('1', 6, 1));
    await resize(shop, 7);
    const { rows } = await pool().query<{ id: string }>('select id::text from "Member" where "shopId" = $1', [
      shop.id,
    ]);
    const gift = { unit: 'stamps/coffee', amount: 5, reason: 'Sorry', requestKey: 'one', madeBy: '42' };
    await adjustMember(shop.id, rows[0]!.id, { ...gift, belowZero: false });
    expect(await cardsOf(shop, '1')).toMatchObject([{ have: 5, free: 0, size: 7 }]);
  });

  it('is shown to those who hold such a card since before, by the migration', async () => {
    const shop = await installedShop();
    await tellAndApply(shop, bought('1', 10), bought('1', 1, 1), bought('2', 4));
    /** As the release before wrote it, which ended a card with its first free unit. */
    const hold = (customerId: string, size: number, endedBy: string | null) =>
      pool().query(
        `update "MemberCard" c set size = $3, "endedBy" = $4 from "Member" m where m.id = "memberId" and m."shopId" = $1 and "customerId" = $2`,
        [shop.id, customerId, size, endedBy],
      );
    await hold('1', 4, '1');
    await hold('2', 9, null);
    const read = async () =>
      (
        await pool().query<{ size: number; rev: number }>(
          `select c.size, m.rev from "MemberCard" c join "Member" m on m.id = "memberId" where m."shopId" = $1 order by m.id`,
          [shop.id],
        )
      ).rows;
    const before = await read();
    const file = new URL('../../../prisma/migrations/0013_dated_titles/migration.sql', import.meta.url);
    await pool().query(
      readFileSync(file, 'utf8')
        .split('-- A smaller size is')[1]
        ?.replace(/^.*\n.*\n/, '') ?? '',
    );
    expect(await read()).toEqual([
      { size: 4, rev: before[0]!.rev + 1 },
      { size: 5, rev: before[1]!.rev + 1 },
    ]);
  });
});
