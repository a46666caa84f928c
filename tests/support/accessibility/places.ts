// Pages of the admin at which the checks look, some of them after something was done there.
import type { FrameLocator } from 'playwright-core';
import { GUIDE_PAGES } from '#app/core/help/guide-pages.ts';
import type { Texts } from '#app/locales/en.ts';

/** How far the shop has come (shop-phases.ts): as its install left it, with members, in a pause. */
export const PHASES = ['new', 'lived in', 'paused'] as const;
export type Phase = (typeof PHASES)[number];

export type Place = {
  name: string;
  path: string;
  phase?: Phase;
  /** What is done there before anybody looks. */
  first?: (app: FrameLocator, say: Texts) => Promise<void>;
};

/** Who has orders, stamps, a birthday, and an adjustment with a note; and who is excluded. */
export const MEMBER = '/app/members/1';
const EXCLUDED = '/app/members/2';
const POINTS = '/app/program/points';
export const CARD = '/app/program/cards/card-1';
const NEW_REWARD = '/app/program/rewards/new';
const RECORD = '/app/program/rewards/record';
const TRIAL = '/app/program/trial';

export async function chooseTwoMembers(app: FrameLocator): Promise<void> {
  const boxes = app.locator('tbody').getByRole('checkbox');
  await boxes.nth(0).check();
  await boxes.nth(1).check();
}

const mistype: Place['first'] = async (app, { program }) => {
  await app.getByLabel(program.pointsField).fill('none');
  await app.locator('[aria-invalid=true]').first().waitFor();
};

/** Whatever is folded away. */
async function unfold(app: FrameLocator, selector: string): Promise<void> {
  const folded = app.locator(`${selector} button[aria-expanded=false]`);
  for (let left = await folded.count(); left > 0; left -= 1) await folded.first().click();
}

const chooseProducts: Place['first'] = async (app, { rewards }) => {
  await app.getByRole('radio', { name: rewards.kinds.percent }).press('Space');
  await app.getByRole('radio', { name: rewards.ofChosen }).press('Space');
};

const chooseShipping: Place['first'] = (app, { rewards }) =>
  app.getByRole('radio', { name: rewards.kinds['free-shipping'] }).press('Space');

const tryWrongly: Place['first'] = async (app, { program: { trial } }) => {
  await app.getByRole('button', { name: trial.addLine }).click();
  await app.getByLabel(trial.linePrice('EUR')).fill('a lot');
  await app.getByRole('button', { name: trial.run }).click();
  await app.getByText(trial.priceRange).waitFor();
};

const tryOrder: Place['first'] = async (app, { program: { trial } }) => {
  await app.getByRole('radio', { name: trial.order }).press('Space');
  await app.getByLabel(trial.orderName, { exact: true }).fill('#1001');
  await app.getByRole('button', { name: trial.run }).click();
  await app.locator('[aria-live=polite] p').first().waitFor();
};

const askOrder: Place['first'] = async (app, { orderAnswers }) => {
  await app.getByLabel(orderAnswers.label).fill('#1001');
  await app.getByRole('button', { name: orderAnswers.ask }).click();
  await app.getByText(orderAnswers.openOrder).waitFor();
};

export const ADMIN_PLACES: readonly Place[] = [
  { name: 'Home, with its setup guide', path: '', phase: 'new' },
  { name: 'Program, nothing published', path: '/app/program', phase: 'new' },
  { name: 'Rewards, what to begin with', path: '/app/program/rewards', phase: 'new' },
  { name: 'Orders with a reward, none', path: RECORD, phase: 'new' },
  { name: 'Versions, the first alone', path: '/app/program/versions', phase: 'new' },
  { name: 'Members, nobody yet', path: '/app/members', phase: 'new' },
  { name: 'Birthdays, none yet', path: '/app/members/birthdays', phase: 'new' },
  { name: 'Data requests, none', path: '/app/members/requests', phase: 'new' },
  { name: 'Import members', path: '/app/members/import', phase: 'new' },
  { name: 'Export your data, little there', path: '/app/members/take-out', phase: 'new' },
  { name: 'Tasks, none', path: '/app/tasks', phase: 'new' },
  { name: 'Orders to check, none', path: '/app/orders', phase: 'new' },
  { name: 'Past orders, not read yet', path: '/app/orders/past', phase: 'new' },

  { name: 'Home', path: '' },
  { name: 'Program, with changes that wait', path: '/app/program' },
  { name: 'Points', path: POINTS },
  { name: 'Points, mistyped', path: POINTS, first: mistype },
  { name: 'Stamp card', path: CARD },
  {
    name: 'Stamp card, all its terms',
    path: CARD,
    first: (app, { cards }) => app.getByRole('button', { name: cards.moreShort }).click(),
  },
  { name: 'Stamp card, a new one', path: '/app/program/cards/new' },
  { name: 'Rewards', path: '/app/program/rewards' },
  { name: 'Reward', path: '/app/program/rewards/five' },
  { name: 'Reward on days that are named', path: '/app/program/rewards/tenth' },
  { name: 'Reward, a new one', path: NEW_REWARD },
  {
    name: 'Reward, a percentage off products that aren’t chosen yet',
    path: NEW_REWARD,
    first: chooseProducts,
  },
  { name: 'Reward, free shipping', path: NEW_REWARD, first: chooseShipping },
  {
    name: 'Reward, all its terms, mistyped',
    path: NEW_REWARD,
    first: async (app, { rewards }) => {
      await app.getByRole('button', { name: rewards.moreShort }).click();
      await app.getByLabel(rewards.inAll).fill('0');
    },
  },
  { name: 'Orders with a reward', path: RECORD },
  { name: 'Rewards given out', path: `${RECORD}?show=given` },
  { name: 'Rewards that ended unused', path: `${RECORD}?show=lapsed` },
  { name: 'Birthday', path: '/app/program/moments/birthday' },
  { name: 'Anniversary', path: '/app/program/moments/anniversary' },
  { name: 'Try it', path: TRIAL },
  { name: 'Try it, mistyped', path: TRIAL, first: tryWrongly },
  { name: 'Try it, an order', path: TRIAL, first: tryOrder },
  { name: 'Versions', path: '/app/program/versions' },
  {
    name: 'Versions, in full sentences',
    path: '/app/program/versions',
    first: (app) => unfold(app, '.Polaris-Page'),
  },
  { name: 'Members', path: '/app/members' },
  { name: 'Members, two chosen', path: '/app/members', first: chooseTwoMembers },
  { name: 'Members, nobody found', path: '/app/members?q=nobody' },
  { name: 'A member', path: MEMBER },
  { name: 'A member, every number explained', path: MEMBER, first: (app) => unfold(app, '.ledger') },
  { name: 'A member, excluded', path: EXCLUDED },
  { name: 'Birthdays', path: '/app/members/birthdays' },
  { name: 'Data requests', path: '/app/members/requests' },
  { name: 'Export your data', path: '/app/members/take-out' },
  { name: 'Orders to check', path: '/app/orders' },
  { name: 'Orders to check, an order asked about', path: '/app/orders', first: askOrder },
  { name: 'A member, an order asked about', path: MEMBER, first: askOrder },
  { name: 'Settings', path: '/app/settings' },
  { name: 'How customers hear of it', path: '/app/settings/notices' },
  ...GUIDE_PAGES.map((page) => ({ name: `Guide: ${page}`, path: `/app/help/${page}` })),
  { name: 'Page not found', path: '/app/nothing/here' },

  { name: 'Home, paused', path: '', phase: 'paused' },
  { name: 'Program, paused', path: '/app/program', phase: 'paused' },
];

export const placesOf = (phase: Phase): Place[] =>
  ADMIN_PLACES.filter((place) => (place.phase ?? 'lived in') === phase);
