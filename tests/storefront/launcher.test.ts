// What the launcher's states have in common: what they weigh, the order of their parts, and where it isn't.
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { openExtension } from '#app/liquid/extension.ts';
import { projectRewards } from '#app/core/storefront/project-rewards.ts';
import { reward } from '#tests/support/factories.ts';
import { renderBlock } from './scene/render-block.ts';
import { sampleMember } from './scene/sample-shop.ts';
import { LAUNCHER_STATES } from './states/launcher.ts';
import { COFFEES } from './states/member.ts';
import { readyReward } from './states/rewards.ts';

const { engine } = openExtension('/assets/');

test.each(Object.entries(LAUNCHER_STATES))('under 6 KB of HTML: %s', async (_, scene) => {
  for (const language of ['en', 'fr']) {
    const { html } = await renderBlock('launcher', { ...scene, language });
    expect(gzipSync(html).byteLength).toBeLessThan(6_144);
  }
});

test('with all that a member may have, its parts stand in their order, and it is under 6 KB', async () => {
  const rewards = Array.from({ length: 20 }, (_, index) =>
    reward({
      key: `for-${index}`,
      cost: 50 * (index + 1),
      gives: { kind: 'amount', minor: 100 * (index + 1) },
    }),
  );
  const today = '2026-11-21';
  const member = sampleMember(
    {
      points: 320,
      pending: 35,
      gifts: [
        { kind: 'birthday', points: 50, on: today, until: '2026-12-01' },
        { kind: 'anniversary', points: 20, on: '2026-11-18', until: '2026-12-01' },
      ],
      vouchers: Array.from({ length: 5 }, (_, index) => readyReward({ id: String(index), price: index })),
    },
    { have: 3 },
  );
  const program = { ...COFFEES, ...projectRewards(rewards) };
  const scene = { language: 'en', member, program, page: 'page' as const, today };
  const { html, text } = await renderBlock('launcher', scene);
  const parts = [
    'Hello Anna',
    'Your beans 320 35 more beans come',
    'Your birthday gift is here',
    'Ready to use until',
    'Coffee card',
    'Use your beans',
    'Thank you for another year',
    'Earn Every €1',
    'My history',
  ];
  const places = parts.map((part) => text.indexOf(part));
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(gzipSync(html).byteLength).toBeLessThan(6_144);
});

const hides = (path: string, settings: object, request: object = {}, root = '/') =>
  engine
    .render(
      'launcher-hides',
      { request: { path, page_type: 'page', ...request }, routes: { root_url: root } },
      { settings },
    )
    .trim();

test.each([
  ['an address', '/pages/contact', '/pages/contact', 'yes'],
  ['what lies under it', '/blogs/news/one', '/blogs', 'yes'],
  ['not what only begins like it', '/blogs-of-ours', '/blogs', ''],
  ['not what lies above it', '/blogs', '/blogs/news', ''],
  ['home alone', '/', '/', 'yes'],
  ['home, and nothing under it', '/pages/contact', '/', ''],
  ['one of several lines, with blanks', '/pages/b', ' /pages/a \r\n\n /pages/b ', 'yes'],
  ['a whole address, with its query', '/pages/b', 'https://shop.example/pages/b?utm=1', 'yes'],
  ['without its first stroke', '/pages/b', 'pages/b', 'yes'],
  ['with a star', '/collections/all', '/collections/*', 'yes'],
  ['an empty line is no page', '/', '\n\n', ''],
])('pages that the merchant names: %s', (_, path, not_at, hidden) => {
  expect(hides(path, { not_at })).toBe(hidden);
  // Under a language's own folder, too.
  expect(hides(path === '/' ? '/fr' : `/fr${path}`, { not_at }, {}, '/fr')).toBe(hidden);
});

test('kinds of pages: those that the merchant leaves out, and those where nobody shops', () => {
  for (const page_type of ['password', 'captcha', 'gift_card'])
    expect(hides('/x', {}, { page_type })).toBe('yes');
  const out = { not_cart: true, not_product: false };
  expect(hides('/cart', out, { page_type: 'cart' })).toBe('yes');
  expect(hides('/products/a', out, { page_type: 'product' })).toBe('');
  expect(hides('/products/a', { not_product: true }, { page_type: 'product' })).toBe('yes');
  expect(hides('/', {}, { page_type: 'index' })).toBe('');
});
