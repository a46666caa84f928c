// Who a birthday is for, on the merchant's screens: a draft from before conditions opens as what it means, and is limited further.
import { expect, test } from 'vitest';
import { pool } from '#app/db/pool.server.ts';
import {
  WORDS,
  goOnInOnePage,
  sidewaysScroll,
  visitAdmin,
  type AdminVisit,
} from '#tests/support/admin-visit.ts';
import { axeProblems } from '#tests/support/axe.ts';
import { changeDraft } from '#tests/support/change-draft.ts';
import { occasion } from '#tests/support/factories.ts';
import { memberWith } from '#tests/support/occasions.ts';
import { confirmPublish, saveProgram, toReview, visitProgram } from '#tests/support/program-visit.ts';
import { useRunningApp } from '#tests/support/use-running-app.ts';

const { app, browser } = useRunningApp({ coffeeCard: true });
goOnInOnePage(browser);

async function expectSound({ frame, problems }: AdminVisit): Promise<void> {
  expect(await axeProblems(frame())).toEqual([]);
  expect(await sidewaysScroll(frame())).toBeLessThanOrEqual(0);
  expect(problems).toEqual([]);
  expect(await app.problems()).toEqual([]);
}

async function picture({ page }: AdminVisit, name: string): Promise<void> {
  const folder = process.env['SHOTS'];
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

const SAID = {
  en: {
    old: /^Customers who ordered in the last 365 days get 50 points for their birthday/,
    limited: /^Customers who ordered in the last 90 days and tagged VIP get 50 points for their birthday/,
  },
  fr: {
    old: /^Les clients qui ont commandé ces 365 derniers jours reçoivent 50 points pour leur anniversaire/,
    limited:
      /^Les clients qui ont commandé ces 60 derniers jours et avec la balise VIP reçoivent 50 points pour leur anniversaire/,
  },
};

async function storedWho(): Promise<unknown> {
  const { rows } = await pool().query<{ who: unknown }>(
    `select v.rules->'occasions'->0->'who' as who from "Shop" s
     join "ProgramVersion" v on v."shopId" = s.id and v.number = s."publishedVersion" where s.domain = $1`,
    [app.shop.domain],
  );
  return rows[0]?.who;
}

test.each([
  ['en', 1_280, 90],
  ['fr', 360, 60],
] as const)(
  'C57 a birthday for those who ordered is edited as conditions, limited, and published (%s, %i px)',
  async (locale, width, days) => {
    const { birthdays, who: say, program } = WORDS[locale];
    const said = SAID[locale];
    const { shopId } = await changeDraft(app.shop.domain, (rules) => ({
      ...rules,
      occasions: [occasion({ who: 'ordered', daysBefore: 3 })],
    }));
    const at = await visitProgram(app, browser, locale, '/moments/birthday', width);
    await at.app.getByText(said.old).waitFor();
    const within = at.app.getByLabel(say.within, { exact: true });
    expect(await within.inputValue()).toBe('365');
    await at.app.getByText(birthdays.offer.whoHelp).waitFor();
    await within.fill('0');
    await at.app.getByRole('button', { name: say.add }).click();
    await at.app.getByLabel(say.kind, { exact: true }).nth(1).selectOption('tags-in');
    await at.page.getByRole('button', { name: WORDS[locale].shell.save, exact: true }).click();
    await at.app.getByText(program.problems.tooSmall).waitFor();
    await expectSound(at);
    await picture(at, `${locale}-problems`);
    await within.fill(String(days));
    await at.app.getByLabel(say.tags, { exact: true }).fill('VIP');
    await saveProgram(at, locale);
    await at.app.getByText(said.limited).waitFor();
    await at.app.getByText(say.countBeforeTags, { exact: false }).waitFor();
    await expectSound(at);
    await picture(at, `${locale}-limited`);
    await toReview(at.app, locale);
    await confirmPublish(at.app, locale);
    await at.close();
    expect(await storedWho()).toEqual({
      conditions: [
        { kind: 'ordered', withinDays: days },
        { kind: 'tags-in', tags: ['VIP'] },
      ],
    });
    const soon = new Date(Date.now() + 10 * 86_400_000);
    const { id } = await memberWith(
      { id: shopId, domain: app.shop.domain },
      { month: soon.getUTCMonth() + 1, day: soon.getUTCDate() },
    );
    const list = await visitAdmin(app, browser, { path: '/app/members/birthdays', locale, width });
    await list.app.getByText(birthdays.page.forSome, { exact: false }).waitFor();
    await expectSound(list);
    await picture(list, `${locale}-list`);
    await list.app.getByRole('link', { name: birthdays.page.seeConditions }).click();
    await list.app.getByText(said.limited).waitFor();
    await list.close();
    const card = await visitAdmin(app, browser, { path: `/app/members/${id}`, locale, width });
    await card.app
      .getByText(birthdays.card.nextGiftForSome('\n').split('\n')[1]!, { exact: false })
      .waitFor();
    await expectSound(card);
    await picture(card, `${locale}-member`);
    await card.close();
  },
);
