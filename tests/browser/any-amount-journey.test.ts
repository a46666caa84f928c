// Any amount with the whole product running: 6.00, changed to 3.50, taken off, put on again, paid, refunded; the whole cart by points;
// and a code in other hands, which takes nothing.
import { expect, test } from 'vitest';
import { reward } from '#tests/support/factories.ts';
import { useRewardShop, type RewardShopper } from './reward-journey.ts';

const ANY = reward({
  key: 'any',
  title: { en: 'Any amount off', fr: 'Remise au choix' },
  gives: { kind: 'any-amount', minor: 500, leastMinor: 100, mostMinor: null, sharePercent: 100 },
  minimumMinor: null,
});
const shop = useRewardShop([ANY]);
const LANGUAGES = ['en', 'fr'] as const;

const WORDS = {
  en: {
    other: 'Use another amount',
    change: 'Change amount',
    take: (sum: string) => `Take ${sum} off`,
    use: (sum: string) => `Use ${sum}`,
    onCart: (sum: string) => `${sum} off this cart`,
    left: '70 points used, 53 left.',
    saved: 'You saved €3.50.',
    live: '= 120 points. 3 stay. Cart: €19.00 → €13.00.',
  },
  fr: {
    other: 'Autre montant',
    change: 'Changer le montant',
    take: (sum: string) => `Déduire ${sum}`,
    use: (sum: string) => `Utiliser ${sum}`,
    onCart: (sum: string) => `${sum} de remise sur ce panier`,
    left: 'Contre 70 points : il vous en reste 53.',
    saved: 'Vous avez économisé €3.50.',
    live: '= 120 points. Il en reste 3. Panier : €19.00 → €13.00.',
  },
};

/** Typed into what is opened, and taken. @returns what was said of it before */
async function choose(shopper: RewardShopper, opened: string, amount: string, tap: string): Promise<string> {
  const details = shopper.block().locator('details').filter({ hasText: opened });
  await details.locator('summary').click();
  await details.getByRole('textbox').fill(amount);
  const said = (await details.locator('p').innerText()).replace(/\s+/g, ' ');
  await details.getByRole('button', { name: tap }).click();
  return said;
}

test.each(LANGUAGES)(
  'C100 S-01 6.00, changed to 3.50, taken off, put on again, paid and refunded (%s)',
  async (language) => {
    const words = WORDS[language];
    const shopper = await shop.shopper(language, language === 'en' ? 1_280 : 360);
    const { page } = shopper;
    const shown = (sum: string) => page.getByText(words.onCart(sum)).first().waitFor({ timeout: 15_000 });
    await shopper.earn(13);
    await shopper.add(2);
    await shopper.untilCartSays(words.use('€6.15'));

    expect(await choose(shopper, words.other, '6', words.take('€6.00'))).toBe(words.live);
    await shown('€6.00');
    expect(await shopper.codesOnCart()).toEqual([true]);
    await shopper.untilCartSays(words.change);
    await choose(shopper, words.change, '3,50', words.take('€3.50'));
    await shown('€3.50');
    expect(await shopper.books()).toEqual({ points: 53, states: ['held'] });
    await shopper.untilCartSays(words.left);

    await shopper.block().getByRole('button', { name: shopper.words.takeOff }).click();
    await shopper
      .block()
      .getByRole('link', { name: words.use('€3.50') })
      .click();
    await shown('€3.50');
    const order = await shopper.pay();
    // 15 for 15.50 that were paid.
    expect(await shopper.books()).toEqual({ points: 68, states: ['used'] });
    await shopper.add(1);
    await shopper.untilCartSays(words.saved);

    const lines = order.lines.map(({ id, quantity }) => ({ lineId: id, quantity }));
    await shop.app.shop.refundOrder(order.id, { lines });
    await shop.app.jobsDone();
    expect(await shopper.books()).toEqual({ points: 123, states: ['used'] });
    await shopper.leave();
  },
);

test.each(LANGUAGES)('C100 the whole cart by points, and raised when it grows (%s)', async (language) => {
  const words = WORDS[language];
  const shopper = await shop.shopper(language);
  const { page } = shopper;
  await shopper.earn(30);
  await shopper.add(1);
  await shopper.untilCartSays(words.use('€9.50'));
  await shopper
    .block()
    .getByRole('button', { name: words.use('€9.50') })
    .click();
  await page.getByText(words.onCart('€9.50')).first().waitFor({ timeout: 15_000 });
  // 285 less 190 for 9.50.
  expect(await shopper.books()).toEqual({ points: 95, states: ['held'] });
  await shopper.setQuantity(2);
  await shopper.untilCartSays(words.change);
  await choose(shopper, words.change, '14.25', words.take('€14.25'));
  await page.getByText(words.onCart('€14.25')).first().waitFor({ timeout: 15_000 });
  await shopper.setQuantity(1);
  await shopper.untilCartSays(words.onCart('€9.50'));
  await shopper.pay();
  // What the order didn't take off is back: 285 less 190.
  expect(await shopper.books()).toEqual({ points: 95, states: ['used'] });
  await shopper.leave();
});

test('C118 a code in other hands takes nothing, and costs its owner nothing', async () => {
  const owner = await shop.shopper('en');
  await owner.earn(13);
  await owner.add(2);
  await owner.untilCartSays('Use €6.15');
  await owner.block().getByRole('button', { name: 'Use €6.15' }).click();
  await owner.page.getByText('€6.15 off this cart').first().waitFor({ timeout: 15_000 });
  const code = await codeOf(owner);

  const other = await shop.shopper('en');
  await other.add(2);
  await put(other, code);
  expect(await other.codesOnCart()).toEqual([false]);
  const guest = await shop.shopper('en');
  await guest.page.context().clearCookies({ name: 'customer' });
  await guest.add(2);
  await put(guest, code);
  expect(await guest.codesOnCart()).toEqual([false]);
  expect(await owner.books()).toEqual({ points: 0, states: ['held'] });
  for (const shopper of [owner, other, guest]) await shopper.leave();
});

async function codeOf({ page, app }: RewardShopper): Promise<string> {
  const answer = await page.request.get(`${app.urls.storefront}/cart.js`);
  const { discount_codes: codes } = (await answer.json()) as { discount_codes: { code: string }[] };
  return codes[0]?.code ?? '';
}

async function put({ page, app }: RewardShopper, code: string): Promise<void> {
  await page.request.post(`${app.urls.storefront}/cart/update.js`, { data: { discount: code } });
}
