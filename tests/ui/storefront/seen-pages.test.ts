import { describe, expect, it } from 'vitest';
import type { ThemeSeen } from '#app/core/storefront/theme-seen.ts';
import { textsOf } from '#app/locales/texts.ts';
import { GUIDE_BLOCKS } from '#app/ui/home/theme-blocks.ts';
import { browserWord } from '#app/ui/storefront/browser-word.ts';
import { missingLines } from '#app/ui/storefront/missing-notice.tsx';
import { pageName } from '#app/ui/storefront/page-name.ts';
import { addLink, pageLink } from '#app/ui/storefront/place-link.ts';
import { seenPages } from '#app/ui/storefront/seen-pages.ts';

const ALL_ON = { pointsOn: true, birthdayOn: true, datesOn: true, rewardsOn: true };
const CARD_ONLY = { pointsOn: false, birthdayOn: false, datesOn: false, rewardsOn: false };

type Spec = Partial<Omit<ThemeSeen, 'places'>>;

function seen(places: string[], rest: Spec = {}): ThemeSeen {
  return {
    v: 1,
    by: 'files',
    theme: { id: '1', name: 'Dawn' },
    pages: ['product', 'cart', 'index', 'page'],
    unread: [],
    places: places.map((text) => {
      const [page = '', block = '', hidden] = text.split(' ');
      return { page, block, shown: hidden === undefined };
    }),
    ...rest,
  };
}

const lines = (look: ThemeSeen | null, on = ALL_ON) =>
  seenPages(look, on).flatMap(({ page, rows }) =>
    rows.map(({ block, state }) => `${page} ${block.block} ${state}`),
  );
const stateOf = (look: ThemeSeen | null, place: string) =>
  lines(look)
    .find((line) => line.startsWith(`${place} `))
    ?.split(' ')
    .at(-1);
const english = textsOf('en').whereSeen;
const french = textsOf('fr').whereSeen;

describe('page by page', () => {
  it('what stands is shown or hidden, what usually stands there is absent', () => {
    const look = seen(['product member', 'cart points-for-cart hidden']);
    expect(stateOf(look, 'product member')).toBe('shown');
    expect(stateOf(look, 'cart points-for-cart')).toBe('hidden');
    expect(stateOf(look, 'product birthday')).toBe('absent');
    expect(stateOf(look, 'embeds cart-line')).toBe('absent');
  });

  it('nothing is offered that the program has nothing to show in', () => {
    expect(lines(seen([]), CARD_ONLY).join()).not.toMatch(/birthday|rewards/);
    expect(lines(seen(['product birthday']), CARD_ONLY)).toContain('product birthday shown');
  });

  it('parts of the block that holds all are named where they stand, and missed nowhere', () => {
    expect(lines(seen(['product member'])).join()).not.toMatch(
      /stamp-card|points-balance|points-for-product/,
    );
    expect(lines(seen(['page stamp-card']))).toContain('page stamp-card shown');
  });

  it('other templates come after the usual one of their page, parts of every page last', () => {
    const look = seen([
      'group:footer points-for-cart',
      'product.tea member',
      'product.ale member',
      'product member',
    ]);
    const pages = seenPages(look, ALL_ON).map(({ page }) => page);
    expect(pages.slice(0, 3)).toEqual(['product', 'product.ale', 'product.tea']);
    expect(pages.at(-1)).toBe('group:footer');
    expect(pages).toEqual([...new Set(pages)]);
  });

  it('what nobody told is not known, page by page', () => {
    expect(new Set(lines(null).map((line) => line.split(' ').at(-1)))).toEqual(new Set(['unknown']));
    const look = seen(['product member'], { unread: [{ page: 'cart', why: 'unreadable' }] });
    expect(stateOf(look, 'cart points-for-cart')).toBe('unknown');
    expect(stateOf(look, 'product birthday')).toBe('absent');
    expect(seenPages(look, ALL_ON).find(({ page }) => page === 'cart')?.why).toBe('unreadable');
  });

  it('a block that stands somewhere is absent nowhere', () => {
    const look = seen(['* member'], { by: 'browser', pages: [] });
    expect(stateOf(look, 'product member')).toBe('unknown');
    expect(stateOf(look, '* member')).toBe('shown');
    expect(stateOf(look, 'cart points-for-cart')).toBe('absent');
  });

  it('a page that the theme lacks takes no blocks; what a browser was told says nothing of that', () => {
    const without = { pages: ['product', 'index'] };
    const cart = (look: ThemeSeen) => seenPages(look, ALL_ON).find(({ page }) => page === 'cart')?.takesNone;
    expect(cart(seen([], without))).toBe(true);
    expect(cart(seen([]))).toBe(false);
    expect(cart(seen([], { by: 'browser', pages: [] }))).toBe(false);
  });
});

describe('pages as merchants call them', () => {
  it.each([
    ['product', 'Product page', 'Page produit'],
    ['product.coffee', 'Product page, template “coffee”', 'Page produit, modèle « coffee »'],
    ['metaobject/recipe', 'Template “metaobject/recipe”', 'Modèle « metaobject/recipe »'],
    ['constructor', 'Template “constructor”', 'Modèle « constructor »'],
    ['group:footer', 'Every page, at the bottom', 'Toutes les pages, en bas'],
    ['group:custom.promo', 'Every page', 'Toutes les pages'],
    ['embeds', 'App embeds, on every page', 'Intégrations d’application, sur toutes les pages'],
    ['*', 'Somewhere on your theme', 'Quelque part dans votre thème'],
  ])('%s', (page, en, fr) => {
    expect(pageName(page, english)).toBe(en);
    expect(pageName(page, french).replaceAll(/[\u00a0\u202f]/g, ' ')).toBe(fr);
  });
});

describe('links into the theme editor', () => {
  const editor = { shop: 'a.myshopify.com', apiKey: 'key' };
  const block = (key: string) => GUIDE_BLOCKS.find((one) => one.key === key)!;
  const queryOf = (link: string) => Object.fromEntries(new URL(link).searchParams);

  it('add the block on the very template, in the very group, or as an embed', () => {
    expect(queryOf(addLink(editor, block('member'), 'product.coffee'))).toEqual({
      template: 'product.coffee',
      addAppBlockId: 'key/member',
      target: 'newAppsSection',
    });
    expect(queryOf(addLink(editor, block('cart'), 'group:header'))).toMatchObject({
      target: 'sectionGroup:header',
    });
    expect(queryOf(addLink(editor, block('cart'), 'group:custom.x'))).toMatchObject({
      target: 'newAppsSection',
    });
    expect(queryOf(addLink(editor, block('cartLine'), 'embeds'))).toMatchObject({
      activateAppId: 'key/cart-line',
    });
    expect(queryOf(addLink(editor, block('member'), '*'))).toMatchObject({ template: 'product' });
  });

  it('or open the page as it is', () => {
    expect(queryOf(pageLink(editor, block('member'), 'product.coffee'))).toEqual({
      template: 'product.coffee',
    });
    expect(queryOf(pageLink(editor, block('member'), 'group:footer'))).toEqual({ template: 'product' });
  });
});

describe('what App Bridge tells', () => {
  const themeId = 'gid://shopify/OnlineStoreTheme/7';
  const active = (handle: string, target: string, at: string, status = 'active') => ({
    handle,
    target,
    status,
    activations: [{ target: at, themeId }],
  });

  it('is places of the theme, once each', () => {
    const told = browserWord([
      active('member', 'section', 'template--product.alternate/main/member_1'),
      active('member', 'section', 'template--product.alternate/apps/member_2'),
      active('rewards', 'section', 'sections--7__footer/rewards_1'),
      active('cart-line', 'body', 'body'),
      active('birthday', 'section', 'template--product/main/b', 'available'),
    ]);
    expect(told.themeId).toBe(themeId);
    expect(told.places.map(({ page, block }) => `${page} ${block}`)).toEqual([
      'product.alternate member',
      '* rewards',
      'embeds cart-line',
    ]);
    expect(browserWord([])).toEqual({ places: [], themeId: null });
  });
});

describe('what is said on Home', () => {
  it('is what the program has something to show in, and blocks that there still are', () => {
    const since = '2026-05-03T09:00:00.000Z';
    const missing = ['member', 'birthday', 'no-longer-ours'].map((block) => ({
      page: 'product',
      block,
      since,
    }));
    expect(missingLines(missing, CARD_ONLY).map(({ block }) => block.block)).toEqual(['member']);
    expect(missingLines(missing, ALL_ON)).toHaveLength(2);
  });
});
