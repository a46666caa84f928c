// What a reader reads in each state of the balance, word for word: tags left out, spaces single.
import type { Texts } from './texts.ts';

export const BALANCE_TEXTS: Texts = {
  'logged out': {
    en: 'Sign in to collect beans with every order. Every €1 earns 1 bean.',
    fr: 'Connectez-vous pour cumuler des grains à chaque commande. €1 d’achat = 1 grain.',
  },
  'new member': {
    en: 'Your beans 0 Every €1 earns 1 bean.',
    fr: 'Vos grains 0 €1 d’achat = 1 grain.',
  },
  'member with points': {
    en: 'Your beans 1,240 Every €1 earns 1 bean.',
    fr: 'Vos grains 1\u202f240 €1 d’achat = 1 grain.',
  },
  'points come with payment': {
    en: 'Your beans 40 30 more beans come when your order is paid.',
    fr: 'Vos grains 40 30 grains de plus au paiement de votre commande.',
  },
  'points owed': {
    en: 'Your beans 0 Your next 12 beans make up for a refund.',
    fr: 'Vos grains 0 Vos prochains gains compenseront un remboursement de 12 grains.',
  },
  'another currency': {
    en: 'Your beans 1,240 Every 1\u00a0EUR earns 1 bean.',
    fr: 'Vos grains 1\u202f240 1\u00a0EUR d’achat = 1 grain.',
  },
  'shipping counts': {
    en: 'Your beans 1,240 Every €1 earns 1 bean, shipping included.',
    fr: 'Vos grains 1\u202f240 €1 d’achat, livraison comprise = 1 grain.',
  },
  'ten-digit number': {
    en: 'Your beans 1,234,567,890 Every €1 earns 1 bean.',
    fr: 'Vos grains 1\u202f234\u202f567\u202f890 €1 d’achat = 1 grain.',
  },
  'long names': {
    en: 'Your grandmother’s-kitchen-tokens 1,240 Every €1 earns 1 grandmother’s-kitchen-token.',
    fr: 'Vos jetons-de-la-cuisine-de-mamie 1\u202f240 €1 d’achat = 1 jeton-de-la-cuisine-de-mamie.',
  },
  blocked: {
    en: 'Your beans 40 Your account isn’t part of the program at the moment.',
    fr: 'Vos grains 40 Votre compte ne participe pas au programme pour le moment.',
  },
  'compact, at the end': {
    en: 'Your beans 1,240',
    fr: 'Vos grains 1\u202f240',
  },
  'on the cart’s page, whose block tells the rate': {
    en: 'Your beans 1,240',
    fr: 'Vos grains 1\u202f240',
  },
  'points are off': {
    en: '',
    fr: '',
  },
  'the program is paused': {
    en: '',
    fr: '',
  },
};
