// Rewards on the merchant's screens: begun from a proposal, typed wrong, saved, taken out again.
import { describe, expect, test } from 'vitest';
import { changeDraft } from '#tests/support/change-draft.ts';
import { axeProblems } from '#tests/support/axe.ts';
import {
  goOnInOnePage,
  sidewaysScroll,
  WORDS,
  type AdminVisit,
  type Locale,
} from '#tests/support/admin-visit.ts';
import { saveProgram, visitProgram } from '#tests/support/program-visit.ts';
import { useRunningApp } from '#tests/support/use-running-app.ts';
import { reward } from '#tests/support/factories.ts';

const { app, browser } = useRunningApp({ coffeeCard: true });
goOnInOnePage(browser);

const SAID = {
  en: {
    first:
      '100 points are €5.00: use as many as you like. At least €1.00 at a time. Ready to use for 30 days. Not together with order discounts.',
    title: 'Any amount off',
    free: 'Free Morning House',
    amount: '6',
    half: 'At most 50% of the cart.',
    after: '100 points are €6.00: use as many as you like.',
    second: /^200 points are €10\.00 off the order\./,
  },
  fr: {
    first:
      '100 points = 5,00\u00a0€\u00a0: utilisez-en autant que vous voulez. 1,00\u00a0€ au minimum à chaque fois. À utiliser sous 30 jours. Sans cumul avec les remises de commande.',
    title: 'Remise au choix',
    free: 'Article offert\u00a0: Morning House',
    amount: '6,00',
    half: '50\u00a0% du panier au maximum.',
    after: '100 points = 6,00\u00a0€\u00a0: utilisez-en autant que vous voulez.',
    second: /^200 points = 10,00\s€ de remise sur la commande\./,
  },
};

async function expectSound({ frame, problems }: AdminVisit): Promise<void> {
  expect(await axeProblems(frame())).toEqual([]);
  expect(await sidewaysScroll(frame())).toBeLessThanOrEqual(0);
  expect(problems).toEqual([]);
}

const begin = () => changeDraft(app.shop.domain, ({ rewards: _, ...rules }) => rules);

describe.each(['en', 'fr'] as Locale[])('in %s', (locale) => {
  const { rewards, program, overview } = WORDS[locale];
  const say = SAID[locale];

  test.each([1_280, 360])('a reward is begun from a proposal, and kept (%i px)', async (width) => {
    await begin();
    const at = await visitProgram(app, browser, locale, '/rewards', width);
    const { app: frame } = at;
    await frame.getByRole('heading', { name: rewards.empty.heading }).waitFor();
    await expectSound(at);
    await frame.getByRole('link', { name: rewards.empty.useNamed(say.free) }).waitFor();
    await frame.getByRole('link', { name: rewards.empty.useNamed(say.title) }).click();
    await frame.getByText(say.first).waitFor();
    await frame.getByLabel(rewards.stepWorth('EUR')).fill(say.amount);
    await frame.getByLabel(rewards.share).fill('50');
    await frame.getByText(say.half).waitFor();
    await frame.getByRole('heading', { name: say.title }).first().waitFor();
    await expectSound(at);
    await frame.getByLabel(rewards.share).fill('100');
    await frame.getByRole('button', { name: rewards.moreShort }).click();
    await frame.getByLabel(rewards.perPerson, { exact: true }).fill('0');
    await frame.getByText(program.problems.tooSmall).first().waitFor();
    await expectSound(at);
    await frame.getByLabel(rewards.perPerson, { exact: true }).fill('');
    await saveProgram(at, locale);
    await visitProgram(app, browser, locale, '/rewards', width).then(async (list) => {
      await list.app.getByText(say.after).waitFor();
      await expectSound(list);
    });
  });

  test('a second one begins as something else, with nothing to complain of', async () => {
    const first = reward({ title: { en: '€5.00 off', fr: '5,00\u00a0€ de remise' } });
    await changeDraft(app.shop.domain, (rules) => ({ ...rules, rewards: [first] }));
    const at = await visitProgram(app, browser, locale, '/rewards/new');
    await at.app.getByText(say.second).waitFor();
    expect(await at.app.getByText(program.problems.rewardTitleTwice).count()).toBe(0);
    await expectSound(at);
  });

  test('what is typed wrong is said beside it, and what gives much back is asked twice', async () => {
    await changeDraft(app.shop.domain, (rules) => ({ ...rules, rewards: [reward({ cost: 100 })] }));
    const at = await visitProgram(app, browser, locale, '/rewards/reward-1');
    const { app: frame } = at;
    const cost = frame.getByLabel(rewards.cost('points'));
    await cost.fill('4');
    await saveProgram(at, locale);
    await visitProgram(app, browser, locale, '/rewards/reward-1?check').then(async (again) => {
      await again.app.getByText(program.problems.givesTooMuch).waitFor();
      await again.app.getByLabel(rewards.cost('points')).fill('10');
      await again.app.getByText(rewards.givesBack.ask).waitFor();
      await saveProgram(again, locale);
      await again.app.getByRole('button', { name: overview.toReview }).click();
      await again.app.getByRole('button', { name: overview.review }).click();
      const dialog = again.app.getByRole('dialog');
      expect(await dialog.getByRole('button', { name: program.publish, exact: true }).isDisabled()).toBe(
        true,
      );
      await dialog.getByRole('checkbox').press('Space');
      expect(await dialog.getByRole('button', { name: program.publish, exact: true }).isEnabled()).toBe(true);
    });
  });

  test.each([1_280, 360])('what never counts is chosen beside the points (%i px)', async (width) => {
    await begin();
    const at = await visitProgram(app, browser, locale, '/points', width);
    await at.app.getByText(rewards.never.none).waitFor();
    await expectSound(at);
  });

  test.each([1_280, 360])(
    'the program at a glance leads to rewards, and shows them (%i px)',
    async (width) => {
      await begin();
      const at = await visitProgram(app, browser, locale, '', width);
      await at.app.getByText(rewards.empty.heading).waitFor();
      await expectSound(at);
      await at.app.getByRole('link', { name: rewards.add }).click();
      await at.app.getByText(rewards.empty.help).waitFor();
      await changeDraft(app.shop.domain, (rules) => ({ ...rules, rewards: [reward()] }));
      const again = await visitProgram(app, browser, locale, '', width);
      await again.app.getByRole('heading', { name: reward().title[locale] }).waitFor();
      await expectSound(again);
    },
  );

  test('where the law may have a word, it is said beside the reward', async () => {
    app.shop.place = { country: 'CA', province: 'QC' };
    const gives = { kind: 'percent', percent: 10, of: 'order', mostMinor: null } as const;
    await changeDraft(app.shop.domain, (rules) => ({ ...rules, rewards: [reward({ gives })] }));
    const at = await visitProgram(app, browser, locale, '/rewards/reward-1');
    await at.app.getByText(rewards.law['quebec-small']).waitFor();
    await expectSound(at);
  });

  test('it is taken out of the draft after a question', async () => {
    await changeDraft(app.shop.domain, (rules) => ({ ...rules, rewards: [reward()] }));
    const at = await visitProgram(app, browser, locale, '/rewards/reward-1');
    await at.app.getByRole('button', { name: rewards.remove }).click();
    await at.app.getByRole('dialog').getByRole('button', { name: rewards.remove }).click();
    await at.app.getByRole('heading', { name: rewards.empty.heading }).waitFor();
    await expectSound(at);
  });
});
