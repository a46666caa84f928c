import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  type BlocksOn,
  GUIDE_BLOCKS,
  isPlaced,
  neededPlaced,
  themeEditorLink,
} from '#app/ui/home/theme-blocks.ts';

const offered = (on: BlocksOn) => GUIDE_BLOCKS.filter((block) => block.offered(on)).map(({ key }) => key);

describe('the guide’s blocks', () => {
  const card = GUIDE_BLOCKS.find(({ key }) => key === 'card')!;
  const [balance] = GUIDE_BLOCKS.filter(({ key }) => key === 'balance');
  const active = (handle: string, target: string) => [
    { handle, status: 'active', activations: [{ target }] },
  ];

  it('link into the theme editor as Shopify asks', () => {
    expect(themeEditorLink('a.myshopify.com', 'key', balance!)).toBe(
      'https://a.myshopify.com/admin/themes/current/editor?template=product&addAppBlockId=key/points-balance&target=newAppsSection',
    );
    const [ofProduct] = GUIDE_BLOCKS.filter(({ key }) => key === 'product');
    expect(themeEditorLink('a.myshopify.com', 'key', ofProduct!)).toContain(
      '?template=product&addAppBlockId=key/points-for-product&target=mainSection',
    );
    const [line] = GUIDE_BLOCKS.filter(({ key }) => key === 'cartLine');
    expect(themeEditorLink('a.myshopify.com', 'key', line!)).toContain(
      '?context=apps&template=product&activateAppId=key/cart-line',
    );
    expect(isPlaced(line!, active('cart-line', 'body'))).toBe(true);
  });

  it('are added once they stand on their page, also on an alternate template', () => {
    expect(isPlaced(card, active('stamp-card', 'template--product.wide/main/card_1'))).toBe(true);
    expect(isPlaced(card, active('stamp-card', 'template--cart/main/card_1'))).toBe(false);
    expect(isPlaced(card, active('points-balance', 'template--product/main/card_1'))).toBe(false);
    expect(isPlaced(card, [{ ...active('stamp-card', 'x')[0]!, status: 'available' }])).toBe(false);
  });

  it.each([
    ['a card', { pointsOn: false, birthdayOn: false, datesOn: false, rewardsOn: false }, ['member', 'cart']],
    [
      'a card and a birthday',
      { pointsOn: false, birthdayOn: true, datesOn: false, rewardsOn: false },
      ['member', 'cart', 'birthday'],
    ],
    [
      'a card and a date of life',
      { pointsOn: false, birthdayOn: false, datesOn: true, rewardsOn: false },
      ['member', 'cart', 'birthday'],
    ],
    [
      'a card and points',
      { pointsOn: true, birthdayOn: false, datesOn: false, rewardsOn: false },
      ['member', 'cart'],
    ],
  ] as const)('are done, where a shop has %s, with those that show it', (_what, on, needed) => {
    expect(neededPlaced(new Set(needed), on)).toBe(true);
    for (const missing of needed) {
      const placed = needed.filter((key) => key !== missing);
      expect(neededPlaced(new Set(placed), on)).toBe(false);
    }
    expect(offered(on)).toEqual(expect.arrayContaining([...needed]));
  });

  it('offer that of rewards once there are some, and never ask for it', () => {
    const on = { pointsOn: true, birthdayOn: false, datesOn: false, rewardsOn: false };
    expect(offered(on)).not.toContain('rewards');
    expect(offered({ ...on, rewardsOn: true })).toContain('rewards');
    expect(neededPlaced(new Set(['member', 'cart']), { ...on, rewardsOn: true })).toBe(true);
  });

  it('are done where a shop from before has a card’s own block, and not the one that holds all', () => {
    expect(
      neededPlaced(new Set(['card', 'cart']), {
        pointsOn: true,
        birthdayOn: false,
        datesOn: false,
        rewardsOn: false,
      }),
    ).toBe(true);
    expect(
      neededPlaced(new Set(['balance', 'cart']), {
        pointsOn: true,
        birthdayOn: false,
        datesOn: false,
        rewardsOn: false,
      }),
    ).toBe(false);
  });

  it('are all of the extension, so that none has to be searched for', () => {
    const files = readdirSync('extensions/loyalty-theme/blocks').map((file) => file.replace('.liquid', ''));
    expect([...new Set(GUIDE_BLOCKS.map(({ block }) => block))].sort()).toEqual(files.sort());
  });

  it('count as added where Shopify names their place another way', () => {
    expect(isPlaced(card, active('stamp-card', 'section/1234'))).toBe(true);
  });
});
