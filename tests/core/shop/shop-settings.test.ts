import { describe, expect, it } from 'vitest';
import { settingsChange, type KnownSettings, type ShopSettings } from '#app/core/shop/shop-settings.ts';

const known: KnownSettings = { currency: 'EUR', timeZone: 'Europe/Paris', plan: 'Basic', newCurrency: null };
const told: ShopSettings = { name: 'Sixth', currency: 'EUR', timeZone: 'Europe/Paris', plan: 'Basic' };
const same = { timeZone: null, currency: 'same', newCurrency: null, plan: false };

describe('C93 a shop that is set up otherwise at Shopify', () => {
  it.each([
    ['as it was', {}, same],
    ['elsewhere', { timeZone: 'America/New_York' }, { ...same, timeZone: 'America/New_York' }],
    ['in a zone that nobody knows', { timeZone: 'Mars/Olympus' }, same],
    ['in no zone', { timeZone: '' }, same],
    ['on another plan', { plan: 'Shopify Plus' }, { ...same, plan: true }],
    ['in words that are no currency', { currency: 'euros' }, same],
  ])('%s', (_name, change, wanted) => {
    expect(settingsChange(known, { ...told, ...change }, { counted: true })).toEqual(wanted);
  });

  it('its program follows the currency until something was counted, then the merchant is told', () => {
    const dollars = { ...told, currency: 'USD' };
    const change = (before: KnownSettings, then: ShopSettings, counted: boolean) => {
      const { currency, newCurrency } = settingsChange(before, then, { counted });
      return [currency, newCurrency];
    };
    expect(change(known, dollars, false)).toEqual(['follow', null]);
    expect(change(known, dollars, true)).toEqual(['tell', 'USD']);
    const asked = { ...known, newCurrency: 'USD' };
    expect(change(asked, told, true)).toEqual(['same', null]);
    expect(change(asked, { ...told, currency: '' }, true)).toEqual(['same', 'USD']);
  });

  it('is on no other plan when it is first asked for', () => {
    expect(settingsChange({ ...known, plan: null }, told, { counted: true }).plan).toBe(false);
  });
});
