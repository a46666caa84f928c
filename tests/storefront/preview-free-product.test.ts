// The preview shows a free product's button, whatever the product costs in the shop.
import { expect, it } from 'vitest';
import { renderPreviews } from '#app/liquid/render-previews.ts';
import { reward, rules } from '#tests/support/factories.ts';

function rewardsBlock(upToMinor: number | null, currency = 'EUR') {
  const gives = { kind: 'product' as const, productIds: ['501', '502'], upToMinor };
  const previews = renderPreviews({
    rules: rules({ rewards: [reward({ gives, minimumMinor: null })] }),
    currency,
    language: 'en',
    shopper: 'member',
    product: 'House blend',
    clock: { at: new Date('2026-11-21T12:00:00Z'), timeZone: 'Europe/Paris' },
  });
  const html = previews.find(({ title }) => title.en === 'Rewards')?.html ?? '';
  return html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
}

it.each([
  [null, 'EUR'],
  [1, 'EUR'],
  [950, 'EUR'],
  [950, 'JPY'],
  [950, 'KWD'],
])('up to %s in %s', (upToMinor, currency) => {
  expect(rewardsBlock(upToMinor, currency)).toContain('100 points Add it');
});
