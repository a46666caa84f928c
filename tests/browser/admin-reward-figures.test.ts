// What rewards did, on the merchant's screens: Home's sentence leads to the orders it counts, and what happened with a reward waits
// until somebody has seen it.
import { beforeAll, expect, test } from 'vitest';
import { sidewaysScroll, visitAdmin, WORDS, type AdminVisit } from '#tests/support/admin-visit.ts';
import { axeProblems } from '#tests/support/axe.ts';
import { reachPhase } from '#tests/support/accessibility/shop-phases.ts';
import { useRunningApp } from '#tests/support/use-running-app.ts';

const { app, browser } = useRunningApp({ asInstalled: true });

beforeAll(() => reachPhase('lived in', app));

async function expectSound(visit: AdminVisit): Promise<void> {
  expect(await axeProblems(visit.frame())).toEqual([]);
  expect(await sidewaysScroll(visit.frame())).toBeLessThanOrEqual(0);
  expect(visit.problems).toEqual([]);
}

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

test.each([
  ['en', 1280, '3 orders with a reward, €15.00 off', '3 orders'],
  ['fr', 360, '3 commandes avec récompense, 15,00 € de remise', '3 commandes'],
] as const)(
  'S-15 Home leads to the orders that it counts (%s, %i px)',
  async (locale, width, said, count) => {
    const { rewardRecord: say } = WORDS[locale];
    const visit = await visitAdmin(app, browser, { locale, width });
    const heading = visit.app.getByRole('heading', {
      name: /3 (orders with a reward|commandes avec récompense)/,
    });
    expect(plain(await heading.innerText())).toBe(said);
    await visit.app.getByRole('link', { name: say.see }).click();
    await visit.app.getByText(new RegExp(`^${count} · `)).waitFor();
    expect(
      await visit.app
        .locator('li')
        .getByText(/(?:#|nº\s)\d+/)
        .count(),
    ).toBe(3);
    await expectSound(visit);
    await visit.app.getByRole('tab', { name: say.views.given }).click();
    await visit.app.getByText(say.asGift).first().waitFor();
    await expectSound(visit);
    await visit.close();
  },
);

test.each([
  ['en', 1280],
  ['fr', 360],
] as const)(
  'a reward that was used twice waits until somebody has seen it (%s, %i px)',
  async (locale, width) => {
    const { memberRewards, flags } = WORDS[locale];
    const { flags: say } = memberRewards;
    const visit = await visitAdmin(app, browser, { locale, width });
    const check = visit.app.getByRole('button', { name: say.check });
    if (locale === 'fr') {
      // It was seen in English.
      await visit.app.getByText(flags.homeHelp).waitFor();
      expect(await check.count()).toBe(0);
      return visit.close();
    }
    await check.click();
    await visit.app.getByRole('heading', { name: say.title }).waitFor();
    await expectSound(visit);
    await visit.app.getByRole('button', { name: /I’ve seen it/ }).press('Enter');
    await visit.app.getByRole('heading', { name: say.title }).waitFor({ state: 'detached' });
    await expectSound(visit);
    await visit.close();
  },
);
