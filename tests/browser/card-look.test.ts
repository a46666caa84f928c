// How a card looks: the shop's own first letter in its stamps, seen in the preview and on a member's page, and in the theme.
import { expect, test } from 'vitest';
import { pool } from '#app/db/pool.server.ts';
import { visitAdmin, WORDS } from '#tests/support/admin-visit.ts';
import { confirmPublish, saveProgram, toReview, visitProgram } from '#tests/support/program-visit.ts';
import { useCoffeeShop } from './stamp-journey.ts';

const coffee = useCoffeeShop();

test('the first letter of the shop’s name is a card’s stamp: tried, published, and seen with its member', async () => {
  const { overview, program } = WORDS.en;
  const shopper = await coffee.shopper('en');
  await shopper.buy(2);
  const visit = await visitProgram(coffee.app, coffee.browser, 'en', '/cards/card-1');
  const { app, page } = visit;
  const letter = coffee.shop.setup.name.charAt(0);
  await app.getByRole('radio', { name: overview.shapes.initial }).check({ force: true });
  const block = app
    .locator('.edit-page-beside')
    .frameLocator(`iframe[title="${program.preview.frame('Stamp card')}"]`);
  await block.locator('svg text', { hasText: letter }).first().waitFor();
  await saveProgram(visit, 'en');
  await toReview(app, 'en');
  await confirmPublish(app, 'en');
  await coffee.jobsDone();

  const { rows } = await pool().query<{ id: string }>('select id::text from "Member"');
  const member = await visitAdmin(coffee.app, coffee.browser, { path: `/app/members/${rows[0]?.id}` });
  const stamps = member.app.locator('.card-picture svg text');
  await stamps.first().waitFor();
  expect(await stamps.allTextContents()).toEqual([letter, letter]);
  expect([...visit.problems, ...member.problems]).toEqual([]);
  await member.close();
  await page.close();
  await shopper.leave();
});

test.each([
  [
    'with its block put in place, while none stands',
    [],
    'template=product&addAppBlockId=browser-key/member&target=newAppsSection',
  ],
  ['where it stands', null, 'template=product'],
] as const)('“See it in my theme” opens the theme editor %s', async (_name, blocks, query) => {
  const { shop, app } = coffee;
  await shop.saveTheme({ look: 'light', blocks: blocks && [...blocks] });
  const visit = await visitProgram(app, coffee.browser, 'en', '/cards/card-1');
  const link = visit.app
    .locator('.edit-page-beside')
    .getByRole('link', { name: WORDS.en.overview.seeInTheme });
  const wanted = `https://${shop.domain}/admin/themes/current/editor?${query}`;
  await expect.poll(() => link.getAttribute('href')).toBe(wanted);
  expect(await link.getAttribute('target')).toBe('_blank');
  expect(visit.problems).toEqual([]);
  await visit.close();
});
