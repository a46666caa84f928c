// Every state of the launcher: its three faces, and what its panel has for whom.
import { projectRewards } from '#app/core/storefront/project-rewards.ts';
import { liquidCart, liquidProduct } from '#tests/storefront/scene/liquid-objects.ts';
import type { Scene } from '#tests/storefront/scene/render-block.ts';
import { SAMPLE_PROGRAM, sampleMember } from '#tests/storefront/scene/sample-shop.ts';
import { reward } from '#tests/support/factories.ts';
import { COFFEES } from './member.ts';
import { programWith, readyReward } from './rewards.ts';

type Scenes = Record<string, Omit<Scene, 'language'>>;

const FIVE = reward({ key: 'five', title: { en: '€5.00 off', fr: '5,00 € de remise' } });
const BAG = reward({
  key: 'ten',
  title: { en: '€10.00 off', fr: '10,00 € de remise' },
  cost: 200,
  gives: { kind: 'amount', minor: 1_000 },
});
const PROGRAM = { ...COFFEES, ...projectRewards([FIVE, BAG]) };
const CARDS_ALONE = { ...COFFEES, pointsOff: true as const, occasions: [] };
const NO_CARD = { ...programWith([FIVE]), cards: [] };
const BIRTHDAY = { month: 5, day: 3, setOn: '2026-01-05', givenYear: null, changeFrom: '2026-01-05' };
const TODAYS_GIFT = { kind: 'birthday' as const, points: 50, on: '2026-11-21', until: '2026-12-01' };

const scene = (change: Partial<Scene> = {}) => ({
  member: sampleMember({ points: 120, birthday: BIRTHDAY }, { have: 3 }),
  program: PROGRAM,
  page: 'page' as const,
  cart: liquidCart([{ product: { id: '501', priceMinor: 1450 }, quantity: 2 }]),
  ...change,
});

export const LAUNCHER_STATES: Scenes = {
  guest: scene({ member: null }),
  'guest, with the merchant’s word, of which 18 letters fit': scene({
    member: null,
    settings: { word: 'Club <des> Torréfacteurs', page: { url: '/pages/loyalty', title: 'Loyalty' } },
  }),
  'guest, no card': scene({ member: null, program: NO_CARD }),
  'guest, points off': scene({ member: null, program: CARDS_ALONE }),
  'new member': scene({ member: 'new' }),
  member: scene(),
  'member, S-07 two of three orders': scene({
    member: sampleMember({ points: 120, orders: { count: 2 } }, { have: 3 }),
    program: {
      ...PROGRAM,
      bars: [{ key: 'third', title: { en: 'Your third order', fr: 'Votre troisième commande' }, n: 3 }],
    },
  }),
  'member, an empty cart': scene({ cart: liquidCart([]) }),
  'member, on the page of a product that no card counts': scene({
    product: liquidProduct({ id: '502', priceMinor: 990 }),
  }),
  'member, points off': scene({ program: CARDS_ALONE }),
  'member, two cards, points on their way and owed': scene({
    member: sampleMember({ points: 0, pending: 35, owed: 12 }, { have: 1, coming: 2 }),
    program: {
      ...PROGRAM,
      cards: [
        ...PROGRAM.cards,
        ...PROGRAM.cards.map((card) => ({
          ...card,
          key: 'bread',
          title: { en: 'Bread card', fr: 'Carte pain' },
          size: 11,
        })),
      ],
    },
  }),
  'a birthday gift of today': scene({
    member: sampleMember({
      points: 170,
      gifts: [TODAYS_GIFT],
      birthday: { ...BIRTHDAY, month: 11, day: 21 },
    }),
  }),
  'a gift of some days ago': scene({
    member: sampleMember({ points: 170, gifts: [{ ...TODAYS_GIFT, on: '2026-11-15' }], birthday: BIRTHDAY }),
  }),
  'a free coffee waits': scene({ member: sampleMember({ points: 20 }, { have: 5, free: 1 }) }),
  'a gift that is ready to use waits': scene({
    member: sampleMember({ points: 20, vouchers: [readyReward({ price: 0 }, FIVE)] }, { have: 3 }),
  }),
  'what points were paid for is ready, which is no gift': scene({
    member: sampleMember({ points: 20, vouchers: [readyReward({}, FIVE)] }, { have: 3 }),
  }),
  'paused, guest': scene({ member: null, program: { ...PROGRAM, paused: true } }),
  'paused, and points buy rewards': scene({ program: { ...PROGRAM, paused: true } }),
  'paused, and nothing can be used': scene({ program: { ...SAMPLE_PROGRAM, paused: true } }),
  blocked: scene({ member: sampleMember({ points: 40, blocked: true }, { have: 5, free: 1 }) }),
  left: scene({ member: sampleMember({ points: 0, blocked: true, left: true }) }),
  'hidden on the cart’s page': { ...scene({ settings: { not_cart: true } }), page: 'cart' },
  'long names, a ten-digit number': scene({
    member: sampleMember({ points: 1_234_567_890 }, { have: 3 }),
    program: {
      ...PROGRAM,
      names: {
        en: { one: 'grandmother’s-kitchen-token', other: 'grandmother’s-kitchen-tokens' },
        fr: { one: 'jeton-de-la-cuisine-de-mamie', other: 'jetons-de-la-cuisine-de-mamie' },
      },
    },
  }),
  'with an accent, at the start': scene({
    member: sampleMember({ points: 20 }, { have: 5, free: 1 }),
    settings: { accent: '#ffd400', place: 'start' },
  }),
};
