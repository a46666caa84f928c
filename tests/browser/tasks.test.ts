// What goes into parcels with the whole product running: a first order with a jar is packed from the list; one is sent without, one
// cancelled once it was packed.
import process from 'node:process';
import { beforeAll, expect, test } from 'vitest';
import { pool } from '#app/db/pool.server.ts';
import {
  revisitAdmin,
  sidewaysScroll,
  visitAdmin,
  WORDS,
  type AdminVisit,
} from '#tests/support/admin-visit.ts';
import { axeProblems } from '#tests/support/axe.ts';
import { publishDraft } from '#tests/support/change-draft.ts';
import { packingMoment } from '#tests/support/packing.ts';
import { useRunningApp } from '#tests/support/use-running-app.ts';

const { app, browser } = useRunningApp({ coffeeCard: true });
/** As the moment says it. */
const WHAT = 'Put in: jar';
const VISITS = [
  { locale: 'en', width: 1_280 },
  { locale: 'fr', width: 360 },
] as const;

beforeAll(async () => {
  const title = { en: 'Your first order', fr: 'Votre première commande' };
  const jar = { ...packingMoment('jar', { n: 1 }), title };
  await publishDraft(app.shop.domain, (rules) => ({ ...rules, moments: [jar] }));
  await app.jobsDone();
});

const statesOf = async (orderIds: readonly string[]) => {
  const { rows } = await pool().query<{ state: string }>(
    `select t.state from unnest($1::bigint[]) with ordinality as o(id, nr) left join "Task" t on t."orderId" = o.id order by nr`,
    [orderIds],
  );
  return rows.map(({ state }) => state);
};
const expectStates = (orderIds: readonly string[], states: (string | null)[]) =>
  expect.poll(() => statesOf(orderIds), { timeout: 30_000 }).toEqual(states);

async function orderOf(customerId: string) {
  const variantId = app.shop.products.find(({ giftCard }) => !giftCard)!.variants[0]!.id;
  return app.shop.placeOrder({
    customerId,
    lines: [{ variantId, quantity: 1 }],
    payment: 'paid',
    locale: 'en',
  });
}

/** A first one. */
async function firstOrder(firstName: string) {
  const [somebody] = app.shop.customers.values();
  if (!somebody) throw new Error('a shop without customers');
  const { id } = await app.shop.addCustomer({ ...somebody, firstName, email: `${firstName}@example.com` });
  return orderOf(id);
}

async function expectSound(visit: AdminVisit, name: string): Promise<void> {
  expect(await axeProblems(visit.frame())).toEqual([]);
  expect(await sidewaysScroll(visit.frame())).toBeLessThanOrEqual(0);
  if (process.env['SHOTS'])
    await visit.page.screenshot({ path: `${process.env['SHOTS']}/${name}.png`, fullPage: true });
}

test.each(VISITS)('S-12 S-65 C154 parcels are packed from the list ($locale)', async (how) => {
  const { tasks: say, shell } = WORDS[how.locale];
  const orders = [await firstOrder('Anne'), await firstOrder('Luc'), await firstOrder('Zoe')];
  const ids = orders.map(({ id }) => id);
  await expectStates(ids, ['open', 'open', 'open']);
  const second = await orderOf(orders[0]!.customerId!);
  const visit = await visitAdmin(app, browser, { path: '', ...how });
  await visit.app.getByRole('button', { name: say.home.see }).click();
  await visit.app.getByRole('heading', { level: 1, name: say.title }).waitFor();
  const row = (name: string) => visit.app.getByRole('listitem').filter({ hasText: name });
  for (const each of orders) await row(each.name).waitFor();
  expect(await row(second.name).count()).toBe(0);
  await expectSound(visit, `tasks-list-${how.locale}`);

  // On paper there is the list, and nothing to press.
  await visit.page.emulateMedia({ media: 'print' });
  await visit.app.getByText(say.packing.help).waitFor();
  expect(await visit.app.getByRole('button').count()).toBe(0);
  if (process.env['SHOTS'])
    await visit.page.screenshot({ path: `${process.env['SHOTS']}/tasks-print-${how.locale}.png` });
  await visit.page.emulateMedia({ media: 'screen' });

  // By the keyboard: the tick goes, and the focus stays in the page.
  const { name } = orders[0]!;
  const button = (label: string) => row(name).getByRole('button', { name: label });
  await button(say.tickWhat(WHAT, name)).focus();
  await visit.page.keyboard.press('Enter');
  await button(say.undoWhat(WHAT, name)).waitFor();
  await expectStates(ids, ['done', 'open', 'open']);
  await button(say.undoWhat(WHAT, name)).click();
  await button(say.tickWhat(WHAT, name)).waitFor();
  await expectStates(ids, ['open', 'open', 'open']);

  await app.shop.fulfillOrder(ids[1]!);
  await expectStates(ids, ['open', 'missed', 'open']);
  await revisitAdmin(app, visit, { path: '/app/tasks', ...how });
  await visit.app.getByRole('button', { name: say.packing.all('2', 'other') }).click();
  await expectStates(ids, ['done', 'missed', 'done']);
  await app.shop.cancelOrder(ids[2]!);
  await expectStates(ids, ['done', 'missed', 'gone']);
  await app.shop.fulfillOrder(ids[0]!);
  await app.jobsDone();
  await expectStates(ids, ['done', 'missed', 'gone']);
  await visit.close();

  const after = await visitAdmin(app, browser, { path: '/app/tasks', ...how });
  for (const heading of [say.missed.title, say.takeOut.title, say.done.title])
    await after.app.getByRole('heading', { name: heading }).waitFor();
  await expectSound(after, `tasks-after-${how.locale}`);
  expect(await after.page.locator('#app-menu a').allTextContents()).toContain(shell.tasks);
  expect(after.problems).toEqual([]);
  await after.close();
});

test.each(VISITS)(
  'S-12 a call that nobody got to in time is told apart from what is done ($locale)',
  async (how) => {
    const { tasks: say } = WORDS[how.locale];
    const cause = `call/${how.locale}`;
    await pool().query(
      `insert into "Task" ("shopId", "memberId", cause, "momentKey", kind, words, reason, "on", state, "madeAt")
     select m."shopId", m.id, $1, 'call', 'call', $2, '{"en": "Ten orders", "fr": "Dix commandes"}', current_date - 15, 'open', now()
     from "Member" m join "Shop" s on s.id = m."shopId" where s.domain = $3 and m."customerId" is not null order by m.id limit 1`,
      [cause, `Call them, ${how.locale}`, app.shop.domain],
    );
    const visit = await visitAdmin(app, browser, { path: '/app/tasks', ...how });
    await visit.app.getByRole('heading', { name: say.lapsed.title }).waitFor();
    await visit.app.getByText(say.lapsed.help).waitFor();
    expect(await visit.app.getByRole('heading', { name: say.today.title }).count()).toBe(0);
    await expectSound(visit, `tasks-lapsed-${how.locale}`);
    const row = visit.app.getByRole('listitem').filter({ hasText: `Call them, ${how.locale}` });
    await row.getByRole('button').click();
    await visit.app.getByRole('heading', { name: say.lapsed.title }).waitFor({ state: 'detached' });
    await visit.app.getByRole('heading', { name: say.done.title }).waitFor();
    await visit.close();
  },
);
