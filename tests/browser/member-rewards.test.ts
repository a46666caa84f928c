// A reward by the merchant's hand: given with a reason and a sentence, and taken back, in both languages.
import { expect, test } from 'vitest';
import { memberIdsOf } from '#app/db/members/member-data.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { findShop } from '#app/db/shop/shops.server.ts';
import { sidewaysScroll, visitAdmin, WORDS, type AdminVisit } from '#tests/support/admin-visit.ts';
import { axeProblems } from '#tests/support/axe.ts';
import { publishRewards } from '#tests/support/publish-rewards.ts';
import { FIVE, tap } from '#tests/support/rewards.ts';
import { givePoints } from '#tests/support/vouchers.ts';
import { useRunningApp } from '#tests/support/use-running-app.ts';

const { app, browser } = useRunningApp();

let customerId: string;
let path: string;

async function expectSound(visit: AdminVisit): Promise<void> {
  expect(await axeProblems(visit.frame())).toEqual([]);
  expect(await sidewaysScroll(visit.frame())).toBeLessThanOrEqual(0);
  expect(visit.problems).toEqual([]);
  expect(await app.problems()).toEqual([]);
}

test('a program with a reward has codes, and points buy it', async () => {
  const known = await findShop(pool(), app.shop.domain);
  const shop = { id: known!.id, domain: app.shop.domain };
  customerId = [...app.shop.customers.keys()][0]!;
  await publishRewards(shop.id, [FIVE]);
  await app.jobsDone();
  await givePoints(shop, customerId, 120);
  expect(await tap(shop, customerId)).toMatchObject({ ok: true });
  path = `/app/members/${(await memberIdsOf(pool(), shop.id, [customerId])).get(customerId)}`;
});

test.each([
  ['en', 1280],
  ['fr', 360],
] as const)('is given, told the customer, and taken back (%s)', async (locale, width) => {
  const { memberRewards: say, members, ledger } = WORDS[locale];
  const visit = await visitAdmin(app, browser, { path, locale, width });
  const dialog = visit.app.getByRole('dialog');
  await visit.app.getByText(say.states.held).first().waitFor();
  await visit.app.getByRole('button', { name: say.give }).click();
  await dialog.getByRole('button', { name: say.give }).click();
  await dialog.getByText(members.errors.reasonMissing).waitFor();
  await expectSound(visit);
  await dialog.getByLabel(members.reason).fill('The cup came broken');
  await dialog.getByLabel(ledger.note).fill('Sorry for the broken cup.');
  await dialog.getByRole('button', { name: say.give }).click();
  await visit.app.getByText(say.reason('The cup came broken')).first().waitFor();
  await dialog.waitFor({ state: 'detached' });
  await expectSound(visit);
  const back = visit.app.getByRole('button', {
    name: say.takeBackNamed(FIVE.title[locale]),
  });
  const before = await back.count();
  await back.first().click();
  await dialog.getByLabel(members.reason).fill('By mistake');
  await expectSound(visit);
  await dialog.getByRole('button', { name: say.takeBack }).click();
  await visit.app.getByText(say.states.releasing).first().waitFor();
  await expect.poll(() => back.count()).toBe(before - 1);
  await expectSound(visit);
  await visit.close();
});
