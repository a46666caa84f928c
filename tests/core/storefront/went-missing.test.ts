import { describe, expect, it } from 'vitest';
import { EMBEDS, isUnknown, SOMEWHERE, THE_REST, type ThemeSeen } from '#app/core/storefront/theme-seen.ts';
import { followPlaces, NOTHING_KNOWN, putAway, type PlacesKnown } from '#app/core/storefront/went-missing.ts';

const MAY = new Date('2026-05-03T09:00:00Z');
const JUNE = new Date('2026-06-04T09:00:00Z');

type Spec = Partial<Omit<ThemeSeen, 'places'>> & { places?: string[]; hidden?: string[] };

const place = (text: string) => {
  const [page = '', block = ''] = text.split(' ');
  return { page, block };
};

function seen({ places = [], hidden = [], ...rest }: Spec = {}): ThemeSeen {
  const all = [
    ...places.map((one) => ({ ...place(one), shown: true })),
    ...hidden.map((one) => ({ ...place(one), shown: false })),
  ];
  const theme = { id: '1', name: 'Dawn' };
  return {
    v: 1,
    by: 'files',
    theme,
    pages: ['product', 'cart', 'index', 'page'],
    unread: [],
    places: all,
    ...rest,
  };
}

const told = (...looks: ThemeSeen[]): PlacesKnown =>
  looks.reduce((known, look, at) => followPlaces(known, look, at === 0 ? MAY : JUNE), NOTHING_KNOWN);
const missing = (known: PlacesKnown) => known.missing.map(({ page, block }) => `${page} ${block}`);

describe('blocks that went missing', () => {
  it('what was never there is not missing', () => {
    expect(told(seen({ places: ['product member'] })).missing).toEqual([]);
  });

  it('a new theme without blocks lacks all that stood, from when it was found so', () => {
    const known = told(seen({ places: ['product member', 'cart points-for-cart'] }), seen());
    expect(known.missing).toEqual([
      { page: 'product', block: 'member', since: JUNE.toISOString() },
      { page: 'cart', block: 'points-for-cart', since: JUNE.toISOString() },
    ]);
    expect(known.stood).toEqual([]);
  });

  it('they stay missing however often the theme is looked at, with their first instant', () => {
    const known = followPlaces(told(seen({ places: ['product member'] }), seen()), seen(), new Date());
    expect(known.missing).toEqual([{ page: 'product', block: 'member', since: JUNE.toISOString() }]);
  });

  it('one that is back is missing no more', () => {
    const known = told(seen({ places: ['product member'] }), seen(), seen({ places: ['product member'] }));
    expect(known.missing).toEqual([]);
    expect(known.stood).toEqual([place('product member')]);
  });

  it('one that was put away is not told again, and one that went later is', () => {
    const lost = told(
      seen({ places: ['product member', 'cart rewards'] }),
      seen({ places: ['cart rewards'] }),
    );
    const known = followPlaces(putAway(lost, [place('product member')]), seen(), JUNE);
    expect(missing(known)).toEqual(['cart rewards']);
  });

  it('putting away leaves alone what the merchant has not seen', () => {
    const lost = told(seen({ places: ['product member', 'cart rewards'] }), seen());
    expect(missing(putAway(lost, [place('cart rewards'), place('index member')]))).toEqual([
      'product member',
    ]);
  });

  it.each<[why: string, before: Spec, now: Spec]>([
    ['the merchant hides it', { places: ['product member'] }, { hidden: ['product member'] }],
    [
      'another block holds what it showed',
      { places: ['product stamp-card', 'product points-balance'] },
      { places: ['product member'] },
    ],
    [
      'its file could not be read',
      { places: ['product member'] },
      { unread: [{ page: 'product', why: 'unreadable' }] },
    ],
    [
      'there were more files than are read',
      { places: ['product.coffee member'], pages: ['product', 'product.coffee'] },
      { places: [], unread: [{ page: THE_REST, why: 'too-big' }] },
    ],
    [
      'the embeds’ file could not be read',
      { places: [`${EMBEDS} cart-line`] },
      { unread: [{ page: EMBEDS, why: 'too-big' }] },
    ],
    [
      'it stands, and nobody says where',
      { places: ['product member'] },
      { by: 'browser', places: [`${SOMEWHERE} member`] },
    ],
    [
      'it stood anywhere, and stands somewhere',
      { places: [`${SOMEWHERE} member`] },
      { places: ['cart member'] },
    ],
    [
      'the new theme has no such template, and its usual one has the block',
      { places: ['product.coffee member'], pages: ['product', 'product.coffee'] },
      { places: ['product member'] },
    ],
  ])('not where %s', (_why, before, now) => {
    expect(told(seen(before), seen(now)).missing).toEqual([]);
  });

  it('another page’s block is no stand-in', () => {
    const known = told(seen({ places: ['product member'] }), seen({ places: ['index member'] }));
    expect(missing(known)).toEqual(['product member']);
  });

  it('of a template that the new theme lacks, the usual one lacks the block', () => {
    const pages = ['product', 'product.coffee'];
    const known = told(seen({ places: ['product.coffee member'], pages }), seen({ pages: ['product'] }));
    expect(missing(known)).toEqual(['product member']);
  });

  it('a page that could not be read keeps what stood there, and lacks it once it is read', () => {
    const dark = seen({ unread: [{ page: 'product', why: 'unreadable' }] });
    const known = told(seen({ places: ['product member'] }), dark);
    expect(known.stood).toEqual([place('product member')]);
    expect(missing(followPlaces(known, seen(), JUNE))).toEqual(['product member']);
  });

  it('what is missing stays so while its page can’t be read', () => {
    const dark = seen({ unread: [{ page: 'product', why: 'unreadable' }] });
    const known = told(seen({ places: ['product member'] }), seen(), dark);
    expect(missing(known)).toEqual(['product member']);
    expect(followPlaces(known, seen({ places: ['product member'] }), JUNE).missing).toEqual([]);
  });

  it('looking twice changes nothing', () => {
    const before = told(seen({ places: ['product member'] }), seen({ places: ['cart rewards'] }));
    expect(followPlaces(before, seen({ places: ['cart rewards'] }), MAY)).toEqual(before);
  });
});

describe('what is unknown', () => {
  it('is a page that could not be read, and of a browser’s word nothing', () => {
    const look = seen({ unread: [{ page: 'cart', why: 'unreadable' }] });
    expect(['cart', 'product', EMBEDS].map((page) => isUnknown(page, look))).toEqual([true, false, false]);
    const rest = seen({ unread: [{ page: THE_REST, why: 'too-big' }] });
    expect(['product', 'product.tea', EMBEDS, 'group:footer'].map((page) => isUnknown(page, rest))).toEqual([
      false,
      true,
      false,
      false,
    ]);
  });
});
