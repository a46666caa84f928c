// The guide's first form, sent by people in a hurry: once, twice, by two at once; and what its publish changes for orders.
import { expect, it } from 'vitest';
import { now } from '#app/clock.server.ts';
import { setUp, type SetupForm } from '#app/core/editing/setup/first-setup.ts';
import { firstProgram } from '#app/core/program/first-program.ts';
import { upgradeRules } from '#app/core/program/upgrade-rules.ts';
import { pool } from '#app/db/pool.server.ts';
import { newestVersions } from '#app/db/program/programs.server.ts';
import { publishProgram } from '#app/usecases/editing/publish-program.ts';
import { publishSetup } from '#app/usecases/editing/publish-setup.ts';
import { restoreVersion } from '#app/usecases/editing/restore-version.ts';
import { applyToldOrders } from '#app/usecases/orders/apply-orders.ts';
import { line, order } from '#tests/support/factories.ts';
import { balance, installedShop, tell, tellAndApply, type TestShop } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

const FIRST = firstProgram('EUR');

/** As it is right after the install. */
async function freshShop(): Promise<TestShop> {
  const shop = await installedShop({ rules: FIRST.rules });
  await pool().query('update "Shop" set draft = $2 where id = $1', [shop.id, JSON.stringify(FIRST.draft)]);
  return shop;
}

const form = (changes: Partial<SetupForm> = {}): SetupForm => ({
  language: 'en',
  cardOn: false,
  title: '',
  noun: '',
  size: 5,
  productIds: [],
  collectionIds: [],
  pointsOn: true,
  birthdayOn: false,
  ...changes,
});
const versions = async ({ id }: TestShop) => newestVersions(pool(), id, null, 10);
const draftOf = async ({ id }: TestShop) => {
  const { rows } = await pool().query<{ draft: unknown; draftRevision: number }>(
    'select draft, "draftRevision" from "Shop" where id = $1',
    [id],
  );
  return { draft: upgradeRules(rows[0]!.draft), revision: rows[0]!.draftRevision };
};

it('C03 sent five times at once, it publishes once, and nothing waits in the draft', async () => {
  const shop = await freshShop();
  const answers = await Promise.all(Array.from({ length: 5 }, () => publishSetup(shop.id, form(), '42')));
  const told = new Set(answers.map((answer) => JSON.stringify(answer)));
  expect(told).toContain('{"ok":true,"version":2}');
  told.delete('{"ok":true,"version":2}');
  expect([...told]).toEqual(told.size === 0 ? [] : ['{"ok":false,"reason":"edited-elsewhere"}']);
  const [published, first] = await versions(shop);
  expect(first?.number).toBe(1);
  expect((await draftOf(shop)).draft).toEqual(published?.rules);
});

it('of two people with two forms one is published whole, and the other is told', async () => {
  const forms = [form(), form({ pointsOn: false, birthdayOn: true })];
  for (let round = 0; round < 6; round += 1) {
    const shop = await freshShop();
    const answers = await Promise.all(forms.map((each) => publishSetup(shop.id, each, '42')));
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
    const wanted = setUp(FIRST.draft, forms[answers.findIndex(({ ok }) => ok)]!).rules;
    const [published] = await versions(shop);
    expect(published).toMatchObject({ number: 2, rules: upgradeRules(wanted) });
  }
});

it('a form that is refused leaves nothing in the draft', async () => {
  const shop = await freshShop();
  const before = await draftOf(shop);
  const refused = await publishSetup(shop.id, form({ pointsOn: false }), '42');
  expect(refused).toMatchObject({ ok: false, reason: 'invalid', errors: { cardOn: 'nothingOn' } });
  expect(await draftOf(shop)).toEqual(before);
  expect(await versions(shop)).toHaveLength(1);
});

/** From now on, in whole seconds, as Shopify dates orders. */
const placed = (seconds: number) => {
  const processedAt = new Date(Math.floor(now().getTime() / 1_000) * 1_000 + seconds * 1_000).toISOString();
  return { processedAt, updatedAt: processedAt, customerId: '9001', lines: [line({ priceMinor: 1_000 })] };
};

it('an order from before earns no points for ever, whenever it is told, and an older version brings none back', async () => {
  const shop = await freshShop();
  const [told, late] = [order(placed(-120)), order(placed(-60))];
  await tellAndApply(shop, told);
  await publishSetup(shop.id, form(), '42');
  await tellAndApply(shop, late, { ...told, updatedAt: placed(5).updatedAt });
  expect((await balance(shop)).points).toBe(0);
  const after = order(placed(2));
  await tellAndApply(shop, after);
  expect((await balance(shop)).points).toBe(10);

  const { revision } = await draftOf(shop);
  expect(await restoreVersion(shop.id, { number: 1, draftRevision: revision })).toMatchObject({ ok: true });
  expect((await draftOf(shop)).draft.pointsOff).toBe(true);
  const draftRevision = (await draftOf(shop)).revision;
  expect(await publishProgram(shop.id, { draftRevision, publishedBy: '42' })).toMatchObject({ ok: true });
  await tell(shop, { ...after, updatedAt: placed(9).updatedAt }, order(placed(60)));
  await applyToldOrders(shop.id);
  expect((await balance(shop)).points).toBe(10);
});
