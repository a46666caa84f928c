// Inside Shopify's frame, in both languages: a file whose members could buy less is mended by one press, and an older file is undone.
import { beforeAll, expect, test } from 'vitest';
import { pool } from '#app/db/pool.server.ts';
import { formatNumber } from '#app/ui/values/format.ts';
import {
  goOnInOnePage,
  sidewaysScroll,
  visitAdmin,
  WORDS,
  type AdminVisit,
} from '#tests/support/admin-visit.ts';
import { axeProblems } from '#tests/support/axe.ts';
import { reward } from '#tests/support/factories.ts';
import { forgetMovedMembers, readyFile } from '#tests/support/moving-file.ts';
import { publishRewards } from '#tests/support/publish-rewards.ts';
import { useRunningApp } from '#tests/support/use-running-app.ts';

const { app, browser } = useRunningApp();
goOnInOnePage(browser);
let shopId: number;

const VISITS = [
  { locale: 'en', width: 1_280 },
  { locale: 'fr', width: 360 },
] as const;
const WORTH = { theirs: 500, ours: 100, worthMinor: 500 };

beforeAll(async () => {
  const { rows } = await pool().query<{ id: number }>('select id from "Shop" where domain = $1', [
    app.shop.domain,
  ]);
  shopId = rows[0]!.id;
  await publishRewards(shopId, [reward()]);
});

async function expectSound(visit: AdminVisit): Promise<void> {
  expect(await axeProblems(visit.frame())).toEqual([]);
  expect(await sidewaysScroll(visit.frame())).toBeLessThanOrEqual(0);
  expect(visit.problems).toEqual([]);
}

test.each(VISITS)('who could buy less is named, and nobody once more is given ($locale)', async (how) => {
  const { movingIn: texts } = WORDS[how.locale];
  const number = (count: number) => formatNumber(count, how.locale);
  await forgetMovedMembers({ id: shopId });
  const [one = '', two = ''] = [...app.shop.customers.keys()];
  const rows = [
    { who: one, points: 500, joinedOn: '2023-04-05' },
    { who: two, points: 480, leftOut: true },
  ];
  await readyFile({ id: shopId }, rows, WORTH);
  const visit = await visitAdmin(app, browser, { path: '/app/members/import', ...how });
  await visit.app.getByText(texts.preview.buysLess(number(1), 'one')).waitFor();
  await visit.app.getByText(texts.preview.inRows('3')).waitFor();
  await visit.app.getByText(texts.preview.joined(number(1))).waitFor();
  const apply = visit.app.getByRole('button', { name: texts.apply, exact: true });
  expect(await apply.isDisabled()).toBe(true);
  await expectSound(visit);
  await visit.app.getByLabel(texts.preview.sure).press('Space');
  expect(await apply.isDisabled()).toBe(false);
  await visit.app.getByRole('button', { name: texts.preview.raise(number(104), number(500)) }).click();
  await visit.app.getByText(texts.preview.nobodyBuysLess).waitFor();
  await apply.click();
  const undo = visit.app.getByRole('button', { name: texts.undo, exact: true });
  await undo.waitFor({ timeout: 60_000 });
  await readyFile({ id: shopId }, [{ who: one, points: 10 }]);
  await visit.app.getByText(texts.title).first().waitFor();
  await visit.close();
  const again = await visitAdmin(app, browser, { path: '/app/members/import', ...how });
  await again.app.getByRole('button', { name: texts.apply, exact: true }).click();
  await again.app.getByText(texts.earlier).waitFor({ timeout: 60_000 });
  await expectSound(again);
  await again.app.getByRole('button', { name: texts.undoOf('members.csv') }).click();
  await again.app.getByText(texts.undone('members.csv')).waitFor({ timeout: 60_000 });
  await expectSound(again);
  const { rows: left } = await pool().query(
    'select points::int, blocked from "Member" where "shopId" = $1 order by points',
    [shopId],
  );
  expect(left).toEqual([
    { points: 0, blocked: false },
    { points: 10, blocked: false },
  ]);
  await again.close();
});
