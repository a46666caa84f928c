// Several members are changed while the server can't be reached: it is said, tried again as often as one likes, and taken back.
import { expect, test } from 'vitest';
import { pool } from '#app/db/pool.server.ts';
import { visitAdmin, WORDS } from '#tests/support/admin-visit.ts';
import { useRunningApp } from '#tests/support/use-running-app.ts';

const { app, browser } = useRunningApp({ coffeeCard: true });

async function excluded(): Promise<number> {
  const { rows } = await pool().query('select 1 from "Member" where blocked');
  return rows.length;
}

test.each(['en', 'fr'] as const)(
  'excluding and its undoing are tried again until they reach it (%s)',
  async (locale) => {
    const { members, memberList, shell } = WORDS[locale];
    const variantId = app.shop.products[0]!.variants[0]!.id;
    for (const customerId of [...app.shop.customers.keys()].slice(0, 3)) {
      await app.shop.placeOrder({ customerId, lines: [{ variantId, quantity: 1 }], payment: 'paid', locale });
    }
    await app.jobsDone();
    const visit = await visitAdmin(app, browser, { path: '/app/members', locale });
    const press = (name: string) => visit.app.getByRole('button', { name, exact: true }).click();
    const failed = visit.app.getByText(shell.notSaved, { exact: true });
    let lost = 0;
    const cut = async () => {
      lost = 0;
      await visit.page.route(/_data=/, (route) => {
        if (route.request().method() !== 'POST') return route.continue();
        lost += 1;
        return route.abort();
      });
    };
    /** Three times: a form that knows its answers by sight would be dead by then. */
    const fails = async () => {
      for (const time of [1, 2, 3]) {
        await expect.poll(() => lost).toBe(time);
        await failed.waitFor();
        if (time < 3) await press(shell.retry);
      }
      await visit.page.unroute(/_data=/);
    };
    await visit.app.getByRole('checkbox').nth(1).check();
    await cut();
    await press(members.leaveOut);
    await fails();
    expect(await excluded()).toBe(0);
    await press(shell.retry);
    await visit.app.getByText(memberList.done.excluded('1', 'one'), { exact: true }).waitFor();
    expect(await excluded()).toBe(1);
    await cut();
    await press(memberList.undo);
    await fails();
    await press(shell.retry);
    await visit.app.getByText(memberList.done.included('1', 'one'), { exact: true }).waitFor();
    expect(await excluded()).toBe(0);
    await visit.close();
  },
);

test.each(['en', 'fr'] as const)(
  'C03 an adjustment whose answer was lost isn’t made twice by the next dialog (%s)',
  async (locale) => {
    const { members, memberList, shell } = WORDS[locale];
    const points = async () =>
      (await pool().query<{ points: number }>('select points::int from "Member" order by id')).rows;
    const visit = await visitAdmin(app, browser, { path: '/app/members', locale });
    const dialog = visit.app.getByRole('dialog');
    const press = (name: string) => visit.app.getByRole('button', { name, exact: true }).click();
    const before = await points();
    await visit.app.getByRole('checkbox').first().check();
    const fill = async () => {
      await press(members.adjust);
      await dialog.getByLabel(members.amount).fill('7');
      await dialog.getByLabel(members.reason).fill('A power cut');
      await dialog.getByRole('button', { name: members.save }).click();
    };
    await visit.page.route(/_data=/, async (route) => {
      if (route.request().method() !== 'POST') return route.continue();
      await route.fetch();
      return route.abort();
    });
    await fill();
    await dialog.getByText(shell.notSavedHelp).waitFor();
    await dialog.getByRole('button', { name: members.cancel }).click();
    await visit.page.unroute(/_data=/);
    await fill();
    await visit.app.getByText(memberList.done.adjusted(String(before.length), 'other')).waitFor();
    expect(await points()).toEqual(before.map((one) => ({ points: one.points + 7 })));
    await press(memberList.undo);
    await visit.app.getByText(memberList.done.undone(String(before.length), 'other')).waitFor();
    expect(await points()).toEqual(before);
    await visit.close();
  },
);
