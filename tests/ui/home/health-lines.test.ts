import { describe, expect, it } from 'vitest';
import { HEALTH_ITEMS, healthOf, type HealthFacts, type HealthItem } from '#app/core/shop/health.ts';
import { textsOf } from '#app/locales/texts.ts';
import type { HomeData } from '#app/ui/home/home-data.ts';
import { healthLines, troubles, type HealthOf } from '#app/ui/home/health-lines.ts';
import { reward } from '#tests/support/factories.ts';

const now = '2026-11-21T12:00:00Z';
const LANGUAGES = ['en', 'fr'] as const;

function home(facts: Partial<HomeData['health']['facts']>): HealthOf {
  const all = Object.fromEntries(
    HEALTH_ITEMS.map((item) => [item, { count: 0, since: null, ...facts[item] }]),
  ) as HomeData['health']['facts'];
  const heard = {
    ...all,
    webhooks: { count: 0, since: all.webhooks.since ?? now },
    reconciliation: { count: 0, since: all.reconciliation.since ?? now },
  };
  const dated = Object.entries(heard).map(([item, { since, ...fact }]) => {
    return [item, { ...fact, since: since === null ? null : new Date(since) }];
  });
  const states = healthOf(Object.fromEntries(dated) as HealthFacts, new Date(now));
  const discounts = { discounts: [], titles: {} };
  return { health: { states, facts: heard }, discounts, now, timeZone: 'Europe/Paris', currency: 'EUR' };
}

const long = { count: 1_200, since: '2026-11-14T10:00:00Z', detail: 'USD' };

describe('a card that carts don’t go by', () => {
  it.each([
    ['en', 'Carts don’t go by “Tea”: another discount has its title.'],
    ['fr', 'Les paniers ne suivent pas «\u00a0Thé\u00a0»\u00a0: une autre remise porte ce titre.'],
  ] as const)('is named at the top, with the way to its page (%s)', (language, trouble) => {
    const card = { discountId: null, way: 'cart', state: 'making', said: null, healed: null } as const;
    const discounts = {
      discounts: [
        { ...card, cardKey: 'coffee', problem: null },
        { ...card, cardKey: 'tea', problem: 'title-taken' as const },
      ],
      titles: { coffee: { en: 'Coffee', fr: 'Café' }, tea: { en: 'Tea', fr: 'Thé' } },
    };
    const [line, ...more] = troubles(healthLines({ ...home({}), discounts }, language));
    expect(line).toMatchObject({ item: 'discounts', trouble, to: '/app/program/cards/tea' });
    expect(more).toEqual([]);
  });
});

describe('a reward that nobody can be given a code of', () => {
  it.each([
    ['en', 'Nobody can take “5.00 off”: its discount isn’t at Shopify.'],
    ['fr', 'Personne ne peut prendre «\u00a05,00 de remise\u00a0»\u00a0: sa remise n’est pas chez Shopify.'],
  ] as const)('is named at the top, with the way to its page (%s)', (language, trouble) => {
    const { key: rewardKey, title } = reward({ key: 'five' });
    const standing = { discountId: null, state: 'making', said: null, healed: null } as const;
    const rewards = [{ ...standing, rewardKey, title, idleGifts: 0, problem: 'refused' as const }];
    const discounts = { discounts: [], titles: {}, rewards };
    const [line, ...more] = troubles(healthLines({ ...home({}), discounts }, language));
    expect(line).toMatchObject({ item: 'discounts', trouble, to: '/app/program/rewards/five' });
    expect(more).toEqual([]);
  });
});

describe('the health of the shop in words', () => {
  it('is six lines without a word of help while all is well', () => {
    for (const language of LANGUAGES) {
      const lines = healthLines(home({}), language);
      expect(lines.map(({ item }) => item)).toEqual([
        'token',
        'orders',
        'sync',
        'discounts',
        'webhooks',
        'reconciliation',
      ]);
      expect(lines.every(({ help, name, value }) => help === null && name !== '' && value !== '')).toBe(true);
      expect(troubles(lines)).toEqual([]);
    }
  });

  it('says by which numbers free products are given, and until when', () => {
    const of = home({ stamps: { count: 3, since: '2026-11-21' } });
    const [line] = troubles(healthLines(of, 'en'));
    expect(line?.help).toBe(
      'Carts give free items by the stamps of 14 November 2026, until 21 November 2026 and no longer. It goes on by itself once Shopify answers again.',
    );
  });

  it('counts no further than a thousand, and says why Shopify refuses', () => {
    const of = home({ refused: { ...long, detail: 'TOO_LONG' } });
    const [line] = troubles(healthLines(of, 'en'));
    expect(line?.value).toBe('More than 1,000');
    expect(line?.help).toContain('TOO_LONG');
  });

  it('names orders that couldn’t be counted, where their names are known', () => {
    const help = (setAside: { count: number; since: string; detail?: string }, language: 'en' | 'fr') =>
      troubles(healthLines(home({ setAside }), language))[0]?.help;
    const { since } = long;
    expect(help({ count: 1, since, detail: '#7' }, 'en')).toContain('are missing. Order: #7. The app tries');
    expect(help({ count: 2, since, detail: '#7, #8' }, 'en')).toContain(' The first orders: #7, #8. ');
    expect(help({ count: 2, since, detail: '#7, #8' }, 'fr')).toContain(
      ' Premières commandes\u00a0: nº\u00a07, nº\u00a08. ',
    );
    expect(help({ count: 2, since }, 'en')).toContain('are missing. The app tries again');
  });

  it('names both currencies, and what to do', () => {
    const [line] = troubles(healthLines(home({ currency: { ...long, count: 1 } }), 'en'));
    expect(line?.help).toBe(
      'Your store now sells in USD, and the program was made for EUR. Until you decide, orders in USD are counted by the figures for EUR. Count in USD, then check the rate on the Program page.',
    );
  });

  it.each(HEALTH_ITEMS.filter((item) => item !== 'gone'))(
    'has at most 20 words a sentence for %s',
    (item) => {
      for (const language of LANGUAGES) {
        const of = home({ [item]: long });
        const texts = healthLines(of, language).flatMap(({ help, name, trouble }) => [
          help ?? '',
          name,
          trouble,
        ]);
        const waiting: Partial<Record<HealthItem, string>> = textsOf(language).health.waiting;
        const sentences = [...texts, waiting[item] ?? ''].flatMap((text) => text.split(/(?<=[.!?])\s+/));
        for (const sentence of sentences) {
          const words = sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
          expect(words.length, sentence).toBeLessThanOrEqual(20);
        }
      }
    },
  );
});
