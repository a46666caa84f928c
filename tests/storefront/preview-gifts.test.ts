// The preview shows each state of the birthday block, whatever the days of the gift are.
import { describe, expect, it } from 'vitest';
import { MOMENTS } from '#app/core/moments/kinds/moment-kinds.ts';
import { PREVIEW_SHOPPERS } from '#app/core/moments/kinds/preview-shoppers.ts';
import { renderPreviews } from '#app/liquid/render-previews.ts';
import { occasion, rules } from '#tests/support/factories.ts';

const SAYS = {
  'birthday-waiting': 'Your gift comes on',
  'birthday-today': 'Your birthday gift is here',
  'birthday-given': 'Your birthday',
  'birthday-over': 'comes on',
  'anniversary-today': 'Thank you for another year',
} as const;

function birthdayBlock(
  shopper: (typeof PREVIEW_SHOPPERS)[number] | 'member',
  days = {},
  today = '2026-11-21',
) {
  const occasions = MOMENTS.map((kind) => occasion({ kind, ...days }));
  const previews = renderPreviews({
    rules: rules({ occasions }),
    currency: 'EUR',
    language: 'en',
    shopper,
    product: 'House blend',
    clock: { at: new Date(`${today}T12:00:00Z`), timeZone: 'Europe/Paris' },
  });
  return previews.find(({ title }) => title.en === 'Birthday and gifts')?.html ?? '';
}

const plain = (html: string) => html.replaceAll(/<[^>]+>/g, '').replaceAll(/\s+/g, ' ');

describe.each([
  [{}, '2026-11-21', 'Happy birthday! Our gift to you'],
  [{ daysBefore: 3, daysAfter: 7 }, '2026-12-30', SAYS['birthday-today']],
  [{ daysBefore: 30, daysAfter: 60, waitDays: 365 }, '2028-02-29', SAYS['birthday-today']],
])('with %j on %s', (days, today, ofToday) => {
  it.each(PREVIEW_SHOPPERS)('shows %s', (shopper) => {
    const said = shopper === 'birthday-today' ? ofToday : SAYS[shopper];
    expect(plain(birthdayBlock(shopper, days, today))).toContain(plain(said));
  });

  it('what is over isn’t shown as here', () => {
    const over = plain(birthdayBlock('birthday-over', days, today));
    expect(over).not.toContain('gift is here');
    expect(over).not.toContain('gift came');
  });
});

it('the form stands still: no handler, nothing about scripts, not to be filled in', () => {
  const html = birthdayBlock('member');
  expect(html).toContain('<form inert');
  expect(html).not.toMatch(/ on[a-z]+=|noscript/);
});

it('has nothing that a frame without scripts would refuse', () => {
  const html = birthdayBlock('member');
  expect(html).toContain('<form');
  expect(html).not.toMatch(/\son[a-z]+=|<script/);
});
