// The screens of the admin, and what each asks of the database, so that both can be measured side by side.
import type { FrameLocator } from 'playwright-core';
import { readGuide, readHomeFigures } from '#app/db/figures/home.server.ts';
import { memberPurchases, purchaseSums } from '#app/db/history/purchases.server.ts';
import { countMembers, findMembers, hasMembers, memberPage } from '#app/db/members/member-list.server.ts';
import { memberDetail, memberEntries, memberOrders } from '#app/db/members/member-page.server.ts';
import { draftOf, shopProgram } from '#app/db/program/programs.server.ts';
import { readHealth } from '#app/db/shop/health.server.ts';
import type { Queryable } from '#app/db/pool.server.ts';

export type BenchShop = {
  id: number;
  timeZone: string;
  needsReopenSince: Date | null;
  reconciledThrough: Date;
  /** One of its members. */
  memberId: string;
};

export type Screen = {
  name: string;
  /** Address inside the app, and the route whose loader answers. */
  path: (shop: BenchShop) => string;
  route: string;
  /** The same reads over one connection, without the app around them. */
  bare: (db: Queryable, shop: BenchShop) => Promise<unknown>;
  /** What a merchant does there first. */
  interact: (frame: FrameLocator) => Promise<void>;
};

const home = (days: 30 | 365): Screen => ({
  name: `Home, ${days} days`,
  path: () => `/app?index&days=${days}`,
  route: 'routes/app._index',
  bare: async (db, shop) => {
    await readGuide(db, shop.id);
    await readHomeFigures(db, shop, days, new Date());
    await readHealth(db, shop, new Date());
  },
  interact: async (frame) => {
    for (const name of ['Last 90 days', 'Last 12 months', 'Last 30 days']) {
      await frame.getByRole('button', { name }).click();
      await frame.getByRole('button', { name, pressed: true }).waitFor();
    }
  },
});

const members = (search: string): Screen => ({
  name: search === '' ? 'Members' : 'Members, searched',
  path: () => `/app/members?index${search === '' ? '' : `&q=${search}`}`,
  route: 'routes/app.members._index',
  bare: async (db, shop) => {
    if (search === '') {
      await memberPage(db, shop.id, { filter: 'all' });
      await countMembers(db, shop.id, { filter: 'all' });
    } else await findMembers(db, shop.id, search);
    await shopProgram(db, shop.id);
    await hasMembers(db, shop.id);
  },
  interact: async (frame) => {
    const box = frame.getByRole('textbox').or(frame.getByRole('searchbox')).first();
    // Polaris hides the field behind a button until somebody searches.
    if ((await box.count()) === 0)
      await frame
        .getByRole('button', { name: /search/i })
        .first()
        .click();
    await box.pressSequentially('100500');
  },
});

export const SCREENS: readonly Screen[] = [
  home(30),
  home(365),
  members(''),
  members('10050000'),
  {
    name: 'Member',
    path: ({ memberId }) => `/app/members/${memberId}`,
    route: 'routes/app.members.$id',
    bare: async (db, shop) => {
      await memberDetail(db, shop.id, shop.memberId);
      await memberEntries(db, shop.id, shop.memberId, null);
      await memberOrders(db, shop.id, shop.memberId);
      await purchaseSums(db, shop.id, shop.memberId);
      await memberPurchases(db, shop.id, shop.memberId, { after: null, limit: 11 });
      await shopProgram(db, shop.id);
    },
    interact: (frame) => frame.getByRole('button').first().click(),
  },
  {
    name: 'Program',
    path: () => '/app/program?index',
    route: 'routes/app.program._index',
    bare: async (db, shop) => {
      await shopProgram(db, shop.id);
      await draftOf(db, shop.id);
    },
    interact: (frame) => frame.getByRole('button').first().click(),
  },
  {
    name: 'Settings',
    path: () => '/app/settings',
    route: 'routes/app.settings',
    bare: (db, shop) => draftOf(db, shop.id),
    interact: (frame) => frame.getByRole('checkbox').first().click(),
  },
];
