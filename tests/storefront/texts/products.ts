// What a reader reads in each state of the product’s points, word for word: tags left out, spaces single.
import type { Texts } from './texts.ts';

export const PRODUCT_TEXTS: Texts = {
  'member, one price': {
    en: 'Earn 14 beans',
    fr: 'Gagnez 14 grains',
  },
  'points are off': {
    en: '',
    fr: '',
  },
  'the program is paused': {
    en: '',
    fr: '',
  },
  'logged out': {
    en: 'Earn 14 beans Sign in to collect them.',
    fr: 'Gagnez 14 grains Connectez-vous pour en profiter.',
  },
  'variants, none chosen': {
    en: 'Earn 14 beans · 250 g',
    fr: 'Gagnez 14 grains · 250 g',
  },
  'variants, the dearer one chosen': {
    en: 'Earn 28 beans · 1 kg',
    fr: 'Gagnez 28 grains · 1 kg',
  },
  'variants, the cheapest earns nothing': {
    en: 'Every €1 earns 1 bean.',
    fr: '€1 d’achat = 1 grain.',
  },
  'too cheap for a point': {
    en: 'Every €1 earns 1 bean.',
    fr: '€1 d’achat = 1 grain.',
  },
  'sold out': {
    en: 'Sold out. This one earns 14 beans.',
    fr: 'Épuisé. Cet article rapporte 14 grains.',
  },
  'chosen variant sold out': {
    en: '1 kg · Sold out. This one earns 28 beans.',
    fr: '1 kg · Épuisé. Cet article rapporte 28 grains.',
  },
  subscription: {
    en: 'Every €1 earns 1 bean.',
    fr: '€1 d’achat = 1 grain.',
  },
  'gift card': {
    en: 'Gift cards earn no beans.',
    fr: 'Les cartes-cadeaux ne donnent pas droit à des grains.',
  },
  'never counts': {
    en: 'This product earns no beans.',
    fr: 'Ce produit ne rapporte pas de grains.',
  },
  'another currency': {
    en: 'Every 1\u00a0EUR earns 1 bean.',
    fr: '1\u00a0EUR d’achat = 1 grain.',
  },
  'C30 dinars': {
    en: 'Every 1.255\u00a0KWD earns 1 bean.',
    fr: '1,255\u00a0KWD d’achat = 1 grain.',
  },
  'shipping counts': {
    en: 'Every €1 earns 1 bean, shipping included.',
    fr: '€1 d’achat, livraison comprise = 1 grain.',
  },
  'long names': {
    en: 'Earn 14 grandmother’s-kitchen-tokens · Ethiopia Guji Uraga Natural Anaerobic Slow-Dried Single Farm Micro-Lot, Roasted for Filter',
    fr: 'Gagnez 14 jetons-de-la-cuisine-de-mamie · Ethiopia Guji Uraga Natural Anaerobic Slow-Dried Single Farm Micro-Lot, Roasted for Filter',
  },
  'ten-digit number': {
    en: 'Earn 9,999,900,000 beans',
    fr: 'Gagnez 9\u202f999\u202f900\u202f000 grains',
  },
  blocked: {
    en: '',
    fr: '',
  },
  'with a heading, framed, in the middle': {
    en: 'Bean club Earn 14 beans',
    fr: 'Bean club Gagnez 14 grains',
  },
};
