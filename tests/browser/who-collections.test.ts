// A moment for who bought from a collection: chosen in Shopify's picker, counted, published, given; and told of where the collection is gone.
import { expect, test, vi } from 'vitest';
import { dayIn } from '#app/core/values/days.ts';
import { pool } from '#app/db/pool.server.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { keepHistoryCaches } from '#app/db/history/kept-orders.server.ts';
import { giveLists } from '#app/usecases/moments/give-lists.ts';
import { WORDS, goOnInOnePage, visitAdmin } from '#tests/support/admin-visit.ts';
import { changeDraft } from '#tests/support/change-draft.ts';
import { nextId } from '#tests/support/factories.ts';
import { momentRule } from '#tests/support/moment-rules.ts';
import { memberWith } from '#tests/support/occasions.ts';
import { confirmPublish, saveProgram, toReview, visitProgram } from '#tests/support/program-visit.ts';
import { useRunningApp } from '#tests/support/use-running-app.ts';
import { expectSoundScreen } from './moment-scene.ts';

const { app, browser } = useRunningApp({ coffeeCard: true });
goOnInOnePage(browser);

/** A member who bought this today. */
async function buyer(shopId: number, productId: string): Promise<string> {
  const { id } = await memberWith({ id: shopId, domain: app.shop.domain });
  await pool().query(
    `insert into "KeptOrder" ("shopId", "orderId", "memberId", day, "keptMinor", "productIds") values ($1, $2, $3, $4, 100, $5)`,
    [shopId, nextId(), id, dayIn('Europe/Dublin', new Date()), [productId]],
  );
  await keepHistoryCaches(pool(), shopId, [id]);
  return id;
}

/** Until the app's own job has read the collection, or found that it can't. */
async function untilRead(shopId: number, collectionId: string, lack: string | null): Promise<void> {
  await vi.waitFor(
    async () => {
      const { rows } = await pool().query(
        'select lack from "KeptCollection" where "shopId" = $1 and "collectionId" = $2 and "dueAt" > now()',
        [shopId, collectionId],
      );
      expect(rows).toEqual([{ lack }]);
    },
    { timeout: 20_000, interval: 200 },
  );
}

async function readAgain(shopId: number): Promise<void> {
  await pool().query(`update "KeptCollection" set "dueAt" = now() where "shopId" = $1`, [shopId]);
  await enqueue(pool(), 'read_collections', { shopId });
}

test.each([
  ['en', 1_280],
  ['fr', 360],
] as const)(
  'who bought from a collection is chosen, counted, published and given a moment by hand (%s, %i px)',
  async (locale, width) => {
    const { who: say, program, momentFigures, trouble } = WORDS[locale];
    const { hand } = momentFigures;
    const key = `thanks-${locale}`;
    const { shopId } = await changeDraft(app.shop.domain, (rules) => ({
      ...rules,
      moments: [momentRule('by-hand', { key })],
    }));
    // A collection of its own, with what nobody else bought.
    const [like] = app.shop.collections;
    const title = `Summer ${locale}`;
    const [product, other] = app.shop.products;
    const collection = {
      ...like!,
      id: nextId(),
      handle: `summer-${locale}`,
      title,
      productIds: [product!.id],
    };
    app.shop.collections.push(collection);
    const [meant] = [await buyer(shopId, product!.id), await buyer(shopId, other!.id)];
    await pool().query('update "Member" set blocked = true where "shopId" = $1 and id < $2', [shopId, meant]);

    const at = await visitProgram(app, browser, locale, `/moments/${key}`, width);
    await at.app.getByRole('button', { name: say.add }).click();
    await at.app.getByLabel(say.kind, { exact: true }).selectOption('bought');
    await at.app.getByRole('button', { name: program.chooseCollections }).click();
    const picker = at.page.locator('dialog.picker');
    await picker.getByRole('listitem').filter({ hasText: title }).getByRole('checkbox').check();
    await picker.locator('button.primary').click();
    await at.app.getByText(title, { exact: true }).waitFor();
    await at.app.getByText(say.collectionsHelp).waitFor();
    await at.app.getByText(say.countWaits).waitFor();
    await expectSoundScreen(at, `who-collections-chosen-${locale}`);
    await saveProgram(at, locale);
    await untilRead(shopId, collection.id, null);
    await at.close();

    const again = await visitProgram(app, browser, locale, `/moments/${key}`, width);
    await again.app.getByText(say.count('1', '2')).waitFor();
    await expectSoundScreen(again, `who-collections-counted-${locale}`);
    await toReview(again.app, locale);
    await confirmPublish(again.app, locale);
    await again.app
      .getByRole('link', { name: locale === 'en' ? 'A moment' : 'Un moment', exact: true })
      .click();
    await again.app.getByRole('button', { name: hand.give }).press('Enter');
    const dialog = again.app.getByRole('dialog');
    await dialog.getByLabel(hand.reason).fill('Summer');
    await dialog.getByRole('button', { name: hand.give }).click();
    await dialog.waitFor({ state: 'detached' });
    await giveLists(shopId);
    const { rows } = await pool().query<{ member: string }>(
      `select "memberId"::text as member from "Gift" where "shopId" = $1 and "momentKey" = $2`,
      [shopId, key],
    );
    expect(rows).toEqual([{ member: meant }]);
    await again.close();

    app.shop.collections.splice(app.shop.collections.indexOf(collection), 1);
    await readAgain(shopId);
    await untilRead(shopId, collection.id, 'gone');
    const gone = await visitProgram(app, browser, locale, `/moments/${key}`, width);
    await gone.app.getByText(say.waiting.heading).waitFor();
    await gone.app.getByText(say.waiting.gone(say.waiting.named(title))).waitFor();
    await gone.app.getByText(hand.problems.collection).waitFor();
    expect(await gone.app.getByRole('button', { name: hand.give }).isDisabled()).toBe(true);
    await expectSoundScreen(gone, `who-collections-gone-${locale}`);
    await gone.close();

    const home = await visitAdmin(app, browser, { locale, width });
    await home.app.getByRole('alert').getByText(trouble.sentences.collections()).waitFor();
    await expectSoundScreen(home, `who-collections-home-${locale}`);
    await home.app.getByRole('button', { name: WORDS[locale].home.openMoments }).click();
    await home.app.getByRole('heading', { name: WORDS[locale].moments.yours }).waitFor();
    await home.close();
  },
);
