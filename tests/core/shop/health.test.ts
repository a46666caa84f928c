import { describe, expect, it } from 'vitest';
import {
  HEALTH_ITEMS,
  healthOf,
  worstOf,
  type HealthFact,
  type HealthFacts,
  type HealthItem,
  type HealthState,
} from '#app/core/shop/health.ts';

const now = new Date('2026-11-21T12:00:00Z');
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
const none: HealthFact = { count: 0, since: null };
const well = Object.fromEntries(HEALTH_ITEMS.map((item) => [item, none])) as HealthFacts;
const heard: HealthFacts = { ...well, webhooks: { count: 0, since: ago(5) } };

const some = (minutes: number): HealthFact => ({ count: 3, since: ago(minutes) });

describe('health', () => {
  it('is good when each state is', () => {
    expect(worstOf(Object.values(healthOf(heard, now)))).toBe('good');
  });

  it.each<[string, HealthItem, HealthFact, HealthState]>([
    ['no order was ever told', 'webhooks', none, 'waiting'],
    ['nothing was told for eight days', 'webhooks', { count: 0, since: ago(8 * 24 * 60) }, 'late'],
    ['orders have been due for a minute', 'orders', some(1), 'waiting'],
    ['orders have been due for eleven minutes', 'orders', some(11), 'late'],
    ['members have been behind for a minute', 'sync', some(1), 'waiting'],
    ['members have been behind for eleven minutes', 'sync', some(11), 'late'],
    ['Shopify has just refused a member', 'refused', some(0), 'waiting'],
    ['Shopify refuses members all morning', 'refused', some(200), 'late'],
    ['a member can’t be read', 'unreadable', some(0), 'late'],
    ['gifts of yesterday weren’t given by noon', 'gifts', some(12 * 60), 'waiting'],
    ['gifts of yesterday weren’t given by evening', 'gifts', some(19 * 60), 'late'],
    ['a reward was given a minute ago', 'waitingRewards', some(1), 'waiting'],
    ['a reward that was given has had no code all morning', 'waitingRewards', some(200), 'late'],
    ['a reward has been on its way back for hours', 'returning', some(20 * 60), 'waiting'],
    ['a reward has been on its way back for two days', 'returning', some(48 * 60), 'late'],
    ['the rules can’t be read', 'rules', { count: 1, since: null }, 'late'],
    ['an order is set aside', 'setAside', some(0), 'late'],
    ['customers were deleted at Shopify', 'gone', some(9_999), 'good'],
    ['last days of stamps weren’t moved on', 'stamps', some(0), 'late'],
    ['requests are open for an hour', 'requests', some(60), 'late'],
    ['the program isn’t shown', 'program', some(20), 'late'],
    ['the discounts aren’t made', 'discounts', some(1), 'waiting'],
    ['the token is dead', 'token', { count: 1, since: ago(60) }, 'late'],
    ['the shop has another currency', 'currency', { count: 1, since: ago(0), detail: 'USD' }, 'late'],
    ['reconciliation failed all morning', 'reconciliation', { count: 0, since: ago(200) }, 'late'],
  ])('says so when %s', (_name, item, fact, state) => {
    expect(healthOf({ ...heard, [item]: fact }, now)[item]).toBe(state);
  });
});
