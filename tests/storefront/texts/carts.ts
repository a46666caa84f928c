// What a reader reads in each state of the cart’s block, word for word: tags left out, spaces single.
import type { Texts } from './texts.ts';

export const CART_TEXTS: Texts = {
  'points and stamps': {
    en: 'This order brings 43 beans and 3 stamps. More free items are due than this cart shows. Your stamps stay on your card.',
    fr: 'Cette commande vous rapporte 43 grains et 3 tampons. Ce panier n’affiche pas tous les articles offerts. Vos tampons restent sur votre carte.',
  },
  'logged out': {
    en: 'This order brings 43 beans and 3 stamps. Sign in to collect them and to use your stamps in this cart.',
    fr: 'Cette commande vous rapporte 43 grains et 3 tampons. Connectez-vous pour en profiter et utiliser vos tampons dans ce panier.',
  },
  'two cards': {
    en: 'This order brings 63 beans and 5 stamps. Coffee card: 3 stamps More free items are due than this cart shows. Your stamps stay on your card. Everything card: 2 stamps',
    fr: 'Cette commande vous rapporte 63 grains et 5 tampons. Carte café\u00a0: 3 tampons Ce panier n’affiche pas tous les articles offerts. Vos tampons restent sur votre carte. Carte toute la boutique\u00a0: 2 tampons',
  },
  'discounts on lines and cart': {
    en: 'This order brings 52 beans and 3 stamps. Another discount applies here, so your stamps stay on your card.',
    fr: 'Cette commande vous rapporte 52 grains et 3 tampons. Une autre remise s’applique ici\u00a0: vos tampons restent sur votre carte.',
  },
  'everything for nothing': {
    en: 'This order brings 3 stamps. Another discount applies here, so your stamps stay on your card. Every €1 earns 1 bean.',
    fr: 'Cette commande vous rapporte 3 tampons. Une autre remise s’applique ici\u00a0: vos tampons restent sur votre carte. €1 d’achat = 1 grain.',
  },
  'gift card beside coffee': {
    en: 'This order brings 43 beans and 3 stamps. More free items are due than this cart shows. Your stamps stay on your card. Gift cards earn no beans.',
    fr: 'Cette commande vous rapporte 43 grains et 3 tampons. Ce panier n’affiche pas tous les articles offerts. Vos tampons restent sur votre carte. Les cartes-cadeaux ne donnent pas droit à des grains.',
  },
  'gift card beside a discount on the cart': {
    en: 'This order brings 3 stamps. Another discount applies here, so your stamps stay on your card. Every €1 earns 1 bean. Gift cards earn no beans.',
    fr: 'Cette commande vous rapporte 3 tampons. Une autre remise s’applique ici\u00a0: vos tampons restent sur votre carte. €1 d’achat = 1 grain. Les cartes-cadeaux ne donnent pas droit à des grains.',
  },
  'gift card alone': {
    en: 'Gift cards earn no beans.',
    fr: 'Les cartes-cadeaux ne donnent pas droit à des grains.',
  },
  'points owed': {
    en: 'This order brings 43 beans and 3 stamps. 12 beans will make up for a refund.',
    fr: 'Cette commande vous rapporte 43 grains et 3 tampons. 12 grains compenseront un remboursement.',
  },
  'another currency': {
    en: 'This order brings 3 stamps. More free items are due than this cart shows. Your stamps stay on your card. Every 1\u00a0EUR earns 1 bean.',
    fr: 'Cette commande vous rapporte 3 tampons. Ce panier n’affiche pas tous les articles offerts. Vos tampons restent sur votre carte. 1\u00a0EUR d’achat = 1 grain.',
  },
  'C30 dinars': {
    en: 'This order brings 3 stamps. More free items are due than this cart shows. Your stamps stay on your card. Every 1.255\u00a0KWD earns 1 bean.',
    fr: 'Cette commande vous rapporte 3 tampons. Ce panier n’affiche pas tous les articles offerts. Vos tampons restent sur votre carte. 1,255\u00a0KWD d’achat = 1 grain.',
  },
  empty: {
    en: 'Every €1 earns 1 bean.',
    fr: '€1 d’achat = 1 grain.',
  },
  'one of six is free': {
    en: 'This order brings 72 beans and 5 stamps. One of these is free, for 5 stamps.',
    fr: 'Cette commande vous rapporte 72 grains et 5 tampons. Un de ces articles est offert, contre 5 tampons.',
  },
  'five stamps and one unit, which is free': {
    en: 'One of these is free, for 5 stamps. Every €1 earns 1 bean.',
    fr: 'Un de ces articles est offert, contre 5 tampons. €1 d’achat = 1 grain.',
  },
  'units are free on two cards': {
    en: 'This order brings 263 beans and 22 stamps. Coffee card: 10 stamps 2 of these are free, for 10 stamps. Everything card: 12 stamps One of these is free, for 12 stamps.',
    fr: 'Cette commande vous rapporte 263 grains et 22 tampons. Carte café\u00a0: 10 tampons 2 de ces articles sont offerts, contre 10 tampons. Carte toute la boutique\u00a0: 12 tampons Un de ces articles est offert, contre 12 tampons.',
  },
  'C72 six units, logged out': {
    en: 'This order brings 87 beans and 6 stamps. Sign in to collect them and to use your stamps in this cart.',
    fr: 'Cette commande vous rapporte 87 grains et 6 tampons. Connectez-vous pour en profiter et utiliser vos tampons dans ce panier.',
  },
  'a sale is better': {
    en: 'This order brings 69 beans and 6 stamps. Another discount applies here, so your stamps stay on your card.',
    fr: 'Cette commande vous rapporte 69 grains et 6 tampons. Une autre remise s’applique ici\u00a0: vos tampons restent sur votre carte.',
  },
  'long names': {
    en: 'This order brings 63 grandmother’s-kitchen-tokens and 5 stamps. Ethiopia Guji Uraga Natural Anaerobic Slow-Dried Single Farm: 3 stamps More free items are due than this cart shows. Your stamps stay on your card. Everything card: 2 stamps',
    fr: 'Cette commande vous rapporte 63 jetons-de-la-cuisine-de-mamie et 5 tampons. Carte Ethiopia Guji Uraga Natural Anaerobic Slow-Dried Singl\u00a0: 3 tampons Ce panier n’affiche pas tous les articles offerts. Vos tampons restent sur votre carte. Carte toute la boutique\u00a0: 2 tampons',
  },
  'ten-digit numbers': {
    en: 'This order brings 9,999,900,000 beans and 1 stamp.',
    fr: 'Cette commande vous rapporte 9\u202f999\u202f900\u202f000 grains et 1 tampon.',
  },
  blocked: {
    en: '',
    fr: '',
  },
  compact: {
    en: 'This order brings 43 beans and 3 stamps. More free items are due than this cart shows. Your stamps stay on your card.',
    fr: 'Cette commande vous rapporte 43 grains et 3 tampons. Ce panier n’affiche pas tous les articles offerts. Vos tampons restent sur votre carte.',
  },
};
