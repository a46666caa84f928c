import { describe, expect, it } from 'vitest';
import { setAsideWords, type SetAsideRow } from '#app/ui/orders/set-aside-words.ts';

const row: SetAsideRow = {
  orderId: '7100',
  orderName: '#1001',
  why: 'uncountable',
  since: '2026-11-21T09:00:00Z',
  tryAgainAt: '2026-11-21T10:10:00Z',
};
const about = { now: '2026-11-21T10:00:00Z', timeZone: 'Europe/Paris' };
const english = (changes: Partial<SetAsideRow> = {}) =>
  setAsideWords({ ...row, ...changes }, { ...about, language: 'en' });

describe('C89 an order that was set aside', () => {
  it('says its name, since when, why, and when it is tried next, by the shop’s clock', () => {
    expect(english()).toEqual({
      name: 'Order #1001',
      since: 'Since 21 Nov 2026, 10:00',
      why: 'The app failed when it worked out the points and stamps of this order.',
      next: 'Next try on 21 Nov 2026, 11:10.',
    });
  });

  it('goes by its number where its name isn’t known', () => {
    expect(english({ orderName: '' }).name).toBe('Order 7100');
  });

  it('is being tried once its time has come', () => {
    expect(english({ tryAgainAt: about.now }).next).toBe(
      'It’s being tried now. Open this page again in a minute.',
    );
  });

  it('says the same in French', () => {
    expect(setAsideWords({ ...row, why: 'unreadable' }, { ...about, language: 'fr' })).toMatchObject({
      name: 'Commande nº\u00a01001',
      why: 'Shopify décrit cette commande d’une façon que l’application ne sait pas lire.',
    });
  });
});
