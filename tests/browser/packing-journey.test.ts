// A jar in the parcel of a first order: begun from the gallery, published, and packed from the list; one sent without, one cancelled once
// it was packed, and a tick in two windows.
import { afterEach, expect, test } from 'vitest';
import { pool } from '#app/db/pool.server.ts';
import { publishDraft } from '#tests/support/change-draft.ts';
import { revisitAdmin, visitAdmin, WORDS, type AdminVisit, type Locale } from '#tests/support/admin-visit.ts';
import { confirmPublish, toReview } from '#tests/support/program-visit.ts';
import type { Order } from '#tests/local-shopify/shop/types.ts';
import { beginFromGallery, expectSoundScreen } from './moment-scene.ts';
import { useRewardShop, type RewardShopper } from './reward-journey.ts';

const shop = useRewardShop();
const JAR = { en: 'A jar of honey', fr: 'Un pot de miel' };

/** The next language begins with a program without it. */
afterEach(() => publishDraft(shop.app.shop.domain, (rules) => ({ ...rules, moments: undefined })));

/** Said beside the field while it is empty, then published. */
async function publishJar(language: Locale, width: number): Promise<AdminVisit> {
  const { moments: say, program } = WORDS[language];
  const at = await beginFromGallery(shop, { locale: language, width }, 'first-order');
  // It stands alone, and is nothing that a customer chooses or uses.
  expect(await at.app.getByRole('button', { name: say.addGift }).count()).toBe(0);
  expect(await at.app.getByLabel(say.openDays, { exact: true }).count()).toBe(0);
  await expectSoundScreen(at, `jar-begin-${language}`);
  await at.app.getByRole('button', { name: say.addThis }).click();
  await at.app.getByText(program.problems.required).waitFor();
  await expectSoundScreen(at, `jar-missing-${language}`);
  await at.app.getByLabel(say.taskWords, { exact: true }).fill(JAR[language]);
  await at.app.getByRole('button', { name: say.addThis }).click();
  await at.app.getByRole('button', { name: say.remove }).waitFor();
  await toReview(at.app, language);
  await confirmPublish(at.app, language);
  await expectSoundScreen(at, `jar-live-${language}`);
  return at;
}

async function firstOrder(language: Locale): Promise<{ shopper: RewardShopper; order: Order }> {
  const shopper = await shop.shopper(language, 360);
  await shopper.add(1);
  return { shopper, order: await shopper.pay() };
}

async function statesOf(orders: readonly Order[]): Promise<(string | null)[]> {
  const { rows } = await pool().query<{ state: string | null }>(
    `select t.state from unnest($1::bigint[]) with ordinality as o(id, nr) left join "Task" t on t."orderId" = o.id order by nr`,
    [orders.map(({ id }) => id)],
  );
  return rows.map(({ state }) => state);
}

test.each([
  ['en', 360],
  ['fr', 1_280],
] as const)(
  'S-12 S-65 C154 a jar goes into the parcel of a first order (%s, %i px)',
  async (language, width) => {
    const { tasks: say, moments } = WORDS[language];
    const [what, reason] = [JAR[language], moments.shopperTitles['first-order']];
    const at = await publishJar(language, width);
    const first = await firstOrder(language);
    const others = [await firstOrder(language), await firstOrder(language)];
    const orders = [first.order, ...others.map(({ order }) => order)];
    const known = (states: (string | null)[]) =>
      expect.poll(() => statesOf(orders), { timeout: 20_000 }).toEqual(states);
    await known(['open', 'open', 'open']);

    await revisitAdmin(shop.app, at, { path: '', locale: language });
    await at.app.getByRole('button', { name: say.home.see }).waitFor();
    // Parcels are no gifts that a sweep would be late with.
    expect(await at.app.getByText(WORDS[language].trouble.sentences.gifts()).count()).toBe(0);
    await expectSoundScreen(at, `jar-home-${language}`);
    await at.app.getByRole('button', { name: say.home.see }).click();
    const row = (visit: AdminVisit, { name }: Order) =>
      visit.app.getByRole('listitem').filter({ hasText: name });
    await row(at, first.order).getByText(what, { exact: true }).waitFor();
    await row(at, first.order).getByText(say.why(reason)).waitFor();
    await expectSoundScreen(at, `jar-list-${language}`);
    await at.page.emulateMedia({ media: 'print' });
    await row(at, first.order).getByText(what, { exact: true }).waitFor();
    expect(await at.app.getByRole('button').count()).toBe(0);
    await expectSoundScreen(at, `jar-printed-${language}`);
    await at.page.emulateMedia({ media: 'screen' });

    // Ticked off in two windows: the second hears the same.
    const beside = await visitAdmin(shop.app, shop.browser, { path: '/app/tasks', locale: language, width });
    const tick = (visit: AdminVisit) =>
      row(visit, first.order)
        .getByRole('button', { name: say.tickWhat(what, first.order.name) })
        .click();
    const undo = (visit: AdminVisit) =>
      row(visit, first.order).getByRole('button', { name: say.undoWhat(what, first.order.name) });
    await tick(at);
    await undo(at).waitFor();
    await tick(beside);
    await undo(beside).waitFor();
    await expectSoundScreen(beside, `jar-twice-${language}`);
    await beside.close();
    await known(['done', 'open', 'open']);

    await shop.app.shop.fulfillOrder(orders[0]!.id);
    await shop.app.shop.fulfillOrder(orders[1]!.id);
    await known(['done', 'missed', 'open']);
    await revisitAdmin(shop.app, at, { path: '/app/tasks', locale: language });
    await row(at, orders[2]!)
      .getByRole('button', { name: say.tickWhat(what, orders[2]!.name) })
      .click();
    await known(['done', 'missed', 'done']);
    await shop.app.shop.cancelOrder(orders[2]!.id);
    await known(['done', 'missed', 'gone']);
    await revisitAdmin(shop.app, at, { path: '/app/tasks', locale: language });
    for (const { title } of [say.missed, say.takeOut, say.done])
      await at.app.getByRole('heading', { name: title }).waitFor();
    await expectSoundScreen(at, `jar-after-${language}`);

    // Nobody's second order brings one.
    await first.shopper.add(1);
    const second = await first.shopper.pay();
    expect(await statesOf([second])).toEqual([null]);
    await revisitAdmin(shop.app, at, { path: '/app/program/moments', locale: language });
    await at.app.getByRole('link', { name: reason, exact: true }).click();
    await at.app.getByRole('button', { name: moments.remove }).waitFor();
    await expectSoundScreen(at, `jar-moment-${language}`);
    await at.close();
    for (const { shopper } of [first, ...others]) await shopper.leave();
  },
);
