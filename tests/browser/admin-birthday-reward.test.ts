// A reward as a birthday's or anniversary's gift on the merchant's screens: chosen, shown, published, said to be missing once the
// reward is taken out, and exchanged.
import { expect, test } from 'vitest';
import { WORDS, goOnInOnePage, sidewaysScroll, type AdminVisit } from '#tests/support/admin-visit.ts';
import { axeProblems } from '#tests/support/axe.ts';
import { changeDraft } from '#tests/support/change-draft.ts';
import { occasion, reward } from '#tests/support/factories.ts';
import { confirmPublish, saveProgram, toReview, visitProgram } from '#tests/support/program-visit.ts';
import { useRunningApp } from '#tests/support/use-running-app.ts';

const { app, browser } = useRunningApp({ coffeeCard: true });
goOnInOnePage(browser);

const FIVE = reward({ key: 'five', title: { en: '€5.00 off', fr: '5,00 € de remise' } });
const SHIPPING = reward({
  key: 'shipping',
  title: { en: 'Free shipping', fr: 'Livraison offerte' },
  gives: { kind: 'free-shipping', upToMinor: null },
});
const ANY = reward({
  key: 'any',
  title: { en: 'As much as you like', fr: 'Le montant que vous voulez' },
  gives: { kind: 'any-amount', minor: 500, leastMinor: 100, mostMinor: null, sharePercent: 100 },
});

const SAID = {
  en: { sentence: /get “€5\.00 off” for/, other: /get “Free shipping” for/ },
  fr: { sentence: /reçoivent «\s5,00 € de remise\s» pour/, other: /reçoivent «\sLivraison offerte\s» pour/ },
};

async function expectSound({ frame, problems }: AdminVisit): Promise<void> {
  expect(await axeProblems(frame())).toEqual([]);
  expect(await sidewaysScroll(frame())).toBeLessThanOrEqual(0);
  expect(problems).toEqual([]);
  expect(await app.problems()).toEqual([]);
}

test.each([
  ['en', 1_280, 'birthday'],
  ['fr', 360, 'anniversary'],
] as const)(
  'S-14 a reward is chosen as the gift, and published (%s, %i px, %s)',
  async (locale, width, kind) => {
    const { birthdays } = WORDS[locale];
    const { offer } = birthdays;
    await changeDraft(app.shop.domain, (rules) => ({
      ...rules,
      occasions: rules.occasions.filter((each) => each.kind !== kind),
      rewards: [FIVE, SHIPPING],
    }));
    const at = await visitProgram(app, browser, locale, `/moments/${kind}`, width);
    await at.app.getByLabel(offer.switches[kind]).check();
    const gift = at.app.getByLabel(offer.gift, { exact: true });
    expect(await gift.locator('option').allInnerTexts()).toEqual([
      offer.giftPoints,
      FIVE.title[locale],
      SHIPPING.title[locale],
    ]);
    await gift.selectOption({ label: FIVE.title[locale] });
    await at.app.getByText(offer.giftLasts('30', 'other')).waitFor();
    await at.app.getByText(SAID[locale].sentence).first().waitFor();
    expect(await at.app.getByLabel(offer.points, { exact: true }).count()).toBe(0);
    await expectSound(at);
    await saveProgram(at, locale);
    await toReview(at.app, locale);
    await at.app.getByText(SAID[locale].sentence).first().waitFor();
    await confirmPublish(at.app, locale);
    await expectSound(at);
    await at.close();
  },
);

test.each([
  ['en', 360],
  ['fr', 1_280],
] as const)(
  'a reward that is taken out, or that nobody can be given, can’t be the gift: said beside its field, and mended (%s, %i px)',
  async (locale, width) => {
    const { birthdays, program, overview } = WORDS[locale];
    const { offer } = birthdays;
    await changeDraft(app.shop.domain, (rules) => ({
      ...rules,
      occasions: [occasion({ offer: { kind: 'reward', key: 'five' } })],
      rewards: [SHIPPING, ANY],
    }));
    const at = await visitProgram(app, browser, locale, '', width);
    const problem = program.problems.noGiftReward;
    const link = at.app.getByRole('link', { name: offer.kinds.birthday, exact: true });
    await at.app.getByText(overview.lackingPart(problem)).waitFor();
    await expectSound(at);
    await link.first().click();
    await at.app.getByText(problem).waitFor();
    const gift = at.app.getByLabel(offer.gift, { exact: true });
    expect(await gift.locator('option').allInnerTexts()).not.toContain(ANY.title[locale]);
    await expectSound(at);
    await gift.selectOption({ label: SHIPPING.title[locale] });
    await at.app.getByText(SAID[locale].other).first().waitFor();
    await saveProgram(at, locale);
    await toReview(at.app, locale);
    expect(await at.app.getByText(overview.lackingPart(problem)).count()).toBe(0);
    await at.close();
  },
);
