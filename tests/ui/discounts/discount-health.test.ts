// What the admin says of the cards' discounts.
import { expect, it } from 'vitest';
import {
  discountHealth,
  rewardHealth,
  stateOfDiscounts,
  type KnownDiscount,
  type KnownRewardDiscount,
} from '#app/core/discounts/discount-health.ts';
import { rewardValueHash } from '#app/core/rewards/reward-value.ts';
import { reward } from '#tests/support/factories.ts';
import { en } from '#app/locales/en.ts';
import { fr } from '#app/locales/fr.ts';
import { discountsLine } from '#app/ui/discounts/discounts-line.ts';

const row = (change: Partial<KnownDiscount> = {}): KnownDiscount => ({
  owner: 'card/coffee',
  discountId: '7',
  state: 'active',
  problem: null,
  problemSaid: null,
  healed: null,
  healedAt: null,
  ...change,
});
const CARDS = [{ key: 'tea' }, { key: 'coffee' }];
const titles = { tea: { en: 'Tea', fr: 'Thé' }, coffee: { en: 'Coffee', fr: 'Café' } };

it('a card that the sync has not reached yet is being made; another shop’s or an ended card’s row is nobody’s', () => {
  const found = discountHealth(CARDS, [row(), row({ owner: 'card/gone' })], true);
  expect(found.map(({ cardKey, state }) => [cardKey, state])).toEqual([
    ['tea', 'making'],
    ['coffee', 'active'],
  ]);
  expect(stateOfDiscounts(found)).toBe('waiting');
});

it('what was changed by hand is told with its time, and is well again', () => {
  const healedAt = new Date('2026-11-21T10:00:00Z');
  const [, coffee] = discountHealth(CARDS, [row({ healed: 'renamed', healedAt })], true);
  expect(coffee?.healed).toEqual({ what: 'renamed', at: '2026-11-21T10:00:00.000Z' });
  expect(stateOfDiscounts([coffee!])).toBe('good');
});

it('Shopify’s own words are told only where ours explain nothing', () => {
  const said = (problem: KnownDiscount['problem']) =>
    discountHealth([{ key: 'coffee' }], [row({ problem, problemSaid: 'No.' })], true)[0]?.said;
  expect(said('refused')).toBe('No.');
  expect(said('functions-not-available')).toBeNull();
});

it('without the scope every card says so, and what to do', () => {
  const discounts = discountHealth(CARDS, [row()], false);
  expect(stateOfDiscounts(discounts)).toBe('late');
  const line = discountsLine({ discounts, titles }, { language: 'en', cards: en.cards, rewards: en.rewards });
  expect(line.value).toBe('0 of 2 cards');
  expect(line.help).toContain('Tea: The app isn’t allowed to manage discounts.');
});

it('one line for all cards, in both languages', () => {
  const discounts = discountHealth(CARDS, [row(), row({ owner: 'card/tea', problem: 'title-taken' })], true);
  const french = discountsLine(
    { discounts, titles },
    { language: 'fr', cards: fr.cards, rewards: fr.rewards },
  );
  expect(french.value).toBe('1 sur 2 cartes');
  expect(french.help).toMatch(/^Thé\u00a0: Une autre remise/);
  const well = discountHealth(CARDS, [row(), row({ owner: 'card/tea' })], true);
  expect(
    discountsLine({ discounts: well, titles }, { language: 'fr', cards: fr.cards, rewards: fr.rewards })
      .value,
  ).toBe('Actifs');
  const none = discountsLine(
    { discounts: [], titles },
    { language: 'en', cards: en.cards, rewards: en.rewards },
  );
  expect(none).toMatchObject({ value: 'No stamp card published', help: null });
});

const ofReward = (change: Partial<KnownRewardDiscount>): KnownRewardDiscount => ({
  ...row(change),
  idleGifts: 0,
  ...change,
});

it('a reward stands by the discount of its value as it is published, and is told beside cards', () => {
  const five = reward({ key: 'five' });
  const owner = `reward/five/${rewardValueHash(five)}/2`;
  const healed = { healed: 'deleted', healedAt: new Date('2026-11-20T10:00:00Z') } as const;
  const [found] = rewardHealth([five], [ofReward({ owner, ...healed })], true);
  expect(found).toMatchObject({ rewardKey: 'five', state: 'active', healed: { what: 'deleted' } });
  const other = { ...five, minimumMinor: null };
  expect(rewardHealth([other], [ofReward({ owner })], true)).toMatchObject([
    { state: 'making', problem: null },
  ]);
  const refused = rewardHealth(
    [five],
    [ofReward({ owner, problem: 'refused', problemSaid: 'INVALID no' })],
    true,
  );
  const line = discountsLine(
    { discounts: discountHealth([{ key: 'coffee' }], [row()], true), titles, rewards: refused },
    { language: 'en', cards: en.cards, rewards: en.rewards },
  );
  expect(line).toMatchObject({ name: 'Free items and rewards', value: '1 of 2 discounts' });
  expect(line.help).toMatch(/^5\.00 off: Shopify refused the discount/);
});

it('C110 a reward that Shopify runs no more says what becomes of what customers hold', () => {
  const five = reward({ key: 'five' });
  const own = `reward/five/${rewardValueHash(five)}/1`;
  const problem = 'functions-not-available';
  const rewards = rewardHealth(
    [five],
    [
      ofReward({ owner: own, problem, idleGifts: 1 }),
      ofReward({ owner: 'reward/five/0123456789abcdef/1', problem, idleGifts: 2 }),
      ofReward({ owner: 'reward/five-more/0123456789abcdef/1', problem, idleGifts: 9 }),
    ],
    true,
  );
  expect(rewards).toMatchObject([{ problem, idleGifts: 3 }]);
  const { help } = discountsLine(
    { discounts: [], titles, rewards },
    { language: 'en', cards: en.cards, rewards: en.rewards },
  );
  expect(help).toBe(
    '5.00 off: Shopify runs the discounts of a custom app on Shopify Plus and on development stores only. ' +
      'Nobody can take this reward, and whoever took it gets the points back. 3 gifts of it can’t be used meanwhile.',
  );
});
