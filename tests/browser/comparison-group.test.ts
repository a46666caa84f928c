// A comparison group on the merchant's screens: refused where customers read of the moment beforehand, begun with ten of a hundred, frozen,
// one person after a merge, without a result before its day, and told with bounds after it.
import process from 'node:process';
import { expect, test } from 'vitest';
import { upgradeRules } from '#app/core/program/upgrade-rules.ts';
import { addDays, dayIn } from '#app/core/values/days.ts';
import { draftOf } from '#app/db/program/programs.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { sweepMoments } from '#app/usecases/moments/sweep-moments.ts';
import {
  WORDS,
  goOnInOnePage,
  revisitAdmin,
  sidewaysScroll,
  type AdminVisit,
  type Locale,
} from '#tests/support/admin-visit.ts';
import { axeProblems } from '#tests/support/axe.ts';
import { changeDraft, publishDraft } from '#tests/support/change-draft.ts';
import { lateParcels, daysPass, spend } from '#tests/support/comparison.ts';
import { momentRule } from '#tests/support/moment-rules.ts';
import { merge } from '#tests/support/people.ts';
import { confirmPublish, saveProgram, toReview, visitProgram } from '#tests/support/program-visit.ts';
import { useRunningApp } from '#tests/support/use-running-app.ts';

const { app, browser } = useRunningApp({ coffeeCard: true });
goOnInOnePage(browser);

const today = () => dayIn(app.shop.setup.timeZone, new Date());
/** Ten of a hundred are more than the hundred that a verdict needs. */
const MANY = 1_300;

async function expectSound(visit: AdminVisit, name: string): Promise<void> {
  expect(await axeProblems(visit.frame())).toEqual([]);
  expect(await sidewaysScroll(visit.frame())).toBeLessThanOrEqual(0);
  expect(visit.problems).toEqual([]);
  expect(await app.problems()).toEqual([]);
  if (!process.env['SHOTS']) return;
  const height = await visit.frame().evaluate(() => document.documentElement.scrollHeight);
  const { width } = visit.page.viewportSize()!;
  await visit.page.setViewportSize({ width, height: height + 150 });
  await visit.page.screenshot({ path: `${process.env['SHOTS']}/${name}.png` });
  await visit.page.setViewportSize({ width, height: 800 });
}

const saltOf = async (shopId: number, key: string) => {
  const draft = await draftOf(pool(), shopId);
  return upgradeRules(draft!.draft).moments?.find((moment) => moment.key === key)?.holdout?.salt;
};

/** What a group is told to be, by the card. */
async function peopleOf({ app: admin }: AdminVisit, locale: Locale): Promise<number[]> {
  const { holdouts: say } = WORDS[locale];
  const found: number[] = [];
  for (const arm of ['given', 'heldOut'] as const) {
    const heading = admin.getByRole('heading', { name: say.arms[arm], exact: true });
    await heading.waitFor();
    const text = await heading.locator('xpath=following-sibling::p').first().textContent();
    found.push(Number(text?.replace(/\D/g, '')));
  }
  return found;
}

const WAYS = [
  ['en', 1_280],
  ['fr', 360],
] as const;

test.each(WAYS)(
  'C163 a moment that customers read of beforehand is refused a comparison, with the reason (%s, %i px)',
  async (locale, width) => {
    const { holdouts: say, program } = WORDS[locale];
    const third = momentRule('nth-order', { key: 'third' });
    await changeDraft(app.shop.domain, (rules) => ({ ...rules, moments: [third] }));
    const visit = await visitProgram(app, browser, locale, '/moments/third', width);
    await visit.app.getByText(say.foretold, { exact: true }).waitFor();
    await visit.app.getByText(say.notMeasured, { exact: true }).waitFor();
    expect(await visit.app.getByLabel(say.compare, { exact: true }).count()).toBe(0);
    await expectSound(visit, `foretold-${locale}`);
    // A draft that came by another way is told beside its field what keeps it from being published.
    const holdout = { percent: 10, salt: 'draft', until: addDays(today(), 90) };
    await changeDraft(app.shop.domain, (rules) => ({ ...rules, moments: [{ ...third, holdout }] }));
    await revisitAdmin(app, visit, { path: '/app/program/moments/third?check', locale });
    await visit.app.getByText(program.problems.holdoutForetold).first().waitFor();
    await expectSound(visit, `refused-${locale}`);
    await visit.app.getByLabel(say.compare, { exact: true }).press('Space');
    await visit.app.getByText(say.foretold, { exact: true }).waitFor();
    await saveProgram(visit, locale);
    await visit.close();
  },
);

test.each([
  ['en', 360],
  ['fr', 1_280],
] as const)(
  'C163 ten of a hundred are drawn, frozen and merged, and told only after the planned day (%s, %i px)',
  { timeout: 120_000 },
  async (locale, width) => {
    const { holdouts: say, program } = WORDS[locale];
    const key = `late-${locale}`;
    const path = `/app/program/moments/${key}`;
    await changeDraft(app.shop.domain, (rules) => ({
      ...rules,
      moments: [
        momentRule('parcel-late', { key, title: { en: 'Sorry for the wait', fr: 'Désolés de l’attente' } }),
      ],
    }));
    const before = today();
    const visit = await visitProgram(app, browser, locale, `/moments/${key}`, width);
    await visit.app.getByText(say.notMeasured, { exact: true }).waitFor();
    await visit.app.getByLabel(say.compare, { exact: true }).press('Space');
    const share = visit.app.getByLabel(say.percent, { exact: true });
    expect(await share.inputValue()).toBe('10');
    // Midnight may fall between both.
    const planned = [before, today()].map((day) => addDays(day, 90));
    expect(planned).toContain(await visit.app.getByLabel(say.until, { exact: true }).inputValue());
    await share.fill('60');
    await visit.app.getByText(program.problems.holdoutRange).waitFor();
    await expectSound(visit, `range-${locale}`);
    await share.fill('10');
    await saveProgram(visit, locale);
    await toReview(visit.app, locale);
    await confirmPublish(visit.app, locale);

    const shop = await lateParcels(app.shop.domain, MANY, today());
    await sweepMoments(shop.id);
    await sweepMoments(shop.id);
    await revisitAdmin(app, visit, { path, locale });
    await visit.app.getByText(/Aucun résultat avant|no result before/).waitFor();
    const [given, heldOut] = await peopleOf(visit, locale);
    expect(given! + heldOut!).toBe(MANY);
    expect(heldOut! / MANY).toBeGreaterThan(0.07);
    expect(heldOut! / MANY).toBeLessThan(0.13);
    await expectSound(visit, `running-${locale}`);

    // Another share would begin anew, and typed back the lots stay.
    const salt = await saltOf(shop.id, key);
    await share.fill('20');
    await visit.app.getByText(say.anew).waitFor();
    await expectSound(visit, `anew-${locale}`);
    await share.fill('10');
    await visit.app.getByText(say.anew).waitFor({ state: 'detached' });
    await publishDraft(app.shop.domain, (rules) => ({
      ...rules,
      moments: rules.moments?.map((moment) => ({ ...moment, openDays: 31 })),
    }));
    expect(await saltOf(shop.id, key)).toBe(salt);

    const [one, other] = shop.customerIds;
    await merge({ id: shop.id, domain: app.shop.domain }, one!, other!);
    await spend(shop.id, { momentKey: key, given: 2_400, heldOut: 2_000, day: addDays(today(), 1) });
    await daysPass(shop.id, key, 91);
    await revisitAdmin(app, visit, { path, locale });
    await visit.app.getByText(say.verdicts.more, { exact: true }).waitFor();
    const after = await peopleOf(visit, locale);
    expect(after[0]! + after[1]!).toBe(MANY - 1);
    await visit.app.getByText(say.bounds, { exact: true }).waitFor();
    await expectSound(visit, `measured-${locale}`);
    await visit.close();
  },
);
