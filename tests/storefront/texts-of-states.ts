// What a reader reads in each state, word for word: tags left out, spaces single.
import type { Block } from './render-block.ts';
import { BIRTHDAY_TEXTS } from './texts-of-birthday.ts';

/** By state. */
export type Texts = Record<string, { en: string; fr: string }>;

export const TEXTS: Record<Block, Texts> = {
  birthday: BIRTHDAY_TEXTS,
  'points-for-product': {
    'member, one price': {
      en: 'Earn 14 beans',
      fr: 'Gagnez 14 grains',
    },
    'logged out': {
      en: 'Earn 14 beans Sign in to collect them.',
      fr: 'Gagnez 14 grains Connectez-vous pour en profiter.',
    },
    'variants, none chosen': {
      en: 'Earn 14–28 beans',
      fr: 'Gagnez de 14 à 28 grains',
    },
    'variants, the dearer one chosen': {
      en: 'Earn 28 beans · 1 kg',
      fr: 'Gagnez 28 grains · 1 kg',
    },
    'variants, the cheapest earns nothing': {
      en: 'Earn up to 28 beans',
      fr: 'Gagnez jusqu’à 28 grains',
    },
    'too cheap for a point': {
      en: 'Every €1 earns 1 bean.',
      fr: 'Chaque tranche de €1 vous rapporte 1 grain.',
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
      fr: 'Chaque tranche de €1 vous rapporte 1 grain.',
    },
    'gift card': {
      en: 'Gift cards earn no beans.',
      fr: 'Les cartes cadeaux ne donnent pas droit à des grains.',
    },
    'another currency': {
      en: 'Every 1\u00a0EUR earns 1 bean.',
      fr: 'Chaque tranche de 1\u00a0EUR vous rapporte 1 grain.',
    },
    'C30 dinars': {
      en: 'Every 1.255\u00a0KWD earns 1 bean.',
      fr: 'Chaque tranche de 1,255\u00a0KWD vous rapporte 1 grain.',
    },
    'shipping counts': {
      en: 'Every €1 earns 1 bean, shipping included.',
      fr: 'Chaque tranche de €1, livraison comprise, vous rapporte 1 grain.',
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
  },
  'stamp-card': {
    'logged out': {
      en: 'Coffee card Free Buy 5, and your sixth is free. Sign in to collect stamps.',
      fr: 'Carte café Offert Pour 5 achetés, le sixième est offert. Connectez-vous pour collecter des tampons.',
    },
    'new member': {
      en: 'Coffee card 0 of 5 stamps Free Buy 5, and your sixth is free.',
      fr: 'Carte café 0 tampon sur 5 Offert Pour 5 achetés, le sixième est offert.',
    },
    'three of five': {
      en: 'Coffee card 3 of 5 stamps Free 2 more, and your sixth is free.',
      fr: 'Carte café 3 tampons sur 5 Offert Encore 2, et le sixième est offert.',
    },
    'three of five, on its product’s page': {
      en: 'Coffee card 3 of 5 stamps Free 2 more, and your sixth is free. This one brings you to 4 of 5.',
      fr: 'Carte café 3 tampons sur 5 Offert Encore 2, et le sixième est offert. Avec cet article, vous en serez à 4 sur 5.',
    },
    'nearly full, on its product’s page': {
      en: 'Coffee card 4 of 5 stamps Free 1 more, and your sixth is free. This one fills your card.',
      fr: 'Carte café 4 tampons sur 5 Offert Encore 1, et le sixième est offert. Cet article complète votre carte.',
    },
    full: {
      en: 'Coffee card 5 of 5 stamps Free Your card is full: the next one is free.',
      fr: 'Carte café 5 tampons sur 5 Offert Votre carte est pleine\u00a0: le prochain est offert.',
    },
    'stamps come with payment': {
      en: 'Coffee card 1 of 5 stamps Free 4 more, and your sixth is free. 3 more stamps come when your order is paid.',
      fr: 'Carte café 1 tampon sur 5 Offert Encore 4, et le sixième est offert. 3 tampons de plus au paiement de votre commande.',
    },
    'product not on the card': {
      en: 'Coffee card 3 of 5 stamps Free 2 more, and your sixth is free. This product earns no stamp.',
      fr: 'Carte café 3 tampons sur 5 Offert Encore 2, et le sixième est offert. Ce produit ne donne pas de tampon.',
    },
    'product of another card': {
      en: 'Coffee card 3 of 5 stamps Free 2 more, and your sixth is free. This product doesn’t count for this card.',
      fr: 'Carte café 3 tampons sur 5 Offert Encore 2, et le sixième est offert. Ce produit ne compte pas pour cette carte.',
    },
    'gift card': {
      en: 'Coffee card 3 of 5 stamps Free 2 more, and your sixth is free. This product earns no stamp.',
      fr: 'Carte café 3 tampons sur 5 Offert Encore 2, et le sixième est offert. Ce produit ne donne pas de tampon.',
    },
    'sold out': {
      en: 'Coffee card 3 of 5 stamps Free 2 more, and your sixth is free.',
      fr: 'Carte café 3 tampons sur 5 Offert Encore 2, et le sixième est offert.',
    },
    'all cards': {
      en: 'Coffee card 3 of 5 stamps Free 2 more, and your sixth is free. Everything card 0 of 12 stamps Free Buy 12, and your thirteenth is free.',
      fr: 'Carte café 3 tampons sur 5 Offert Encore 2, et le sixième est offert. Carte toute la boutique 0 tampon sur 12 Offert Pour 12 achetés, le treizième est offert.',
    },
    'long names, twelve stamps': {
      en: 'Ethiopia Guji Uraga Natural Anaerobic Slow-Dried Single Farm 11 of 12 stamps Free 1 more, and your thirteenth is free.',
      fr: 'Carte Ethiopia Guji Uraga Natural Anaerobic Slow-Dried Singl 11 tampons sur 12 Offert Encore 1, et le treizième est offert.',
    },
    blocked: {
      en: 'Coffee card 3 of 5 stamps Free Your account isn’t part of the program at the moment.',
      fr: 'Carte café 3 tampons sur 5 Offert Votre compte ne participe pas au programme pour le moment.',
    },
    'with an accent': {
      en: 'Coffee card 3 of 5 stamps Free 2 more, and your sixth is free.',
      fr: 'Carte café 3 tampons sur 5 Offert Encore 2, et le sixième est offert.',
    },
    'compact, in the middle': {
      en: 'Coffee card 3 of 5 stamps Free 2 more, and your sixth is free.',
      fr: 'Carte café 3 tampons sur 5 Offert Encore 2, et le sixième est offert.',
    },
  },
  'points-balance': {
    'logged out': {
      en: 'Sign in to collect beans with every order. Every €1 earns 1 bean.',
      fr: 'Connectez-vous pour cumuler des grains à chaque commande. Chaque tranche de €1 vous rapporte 1 grain.',
    },
    'new member': {
      en: 'Your beans 0 Every €1 earns 1 bean.',
      fr: 'Vos grains 0 Chaque tranche de €1 vous rapporte 1 grain.',
    },
    'member with points': {
      en: 'Your beans 1,240 Every €1 earns 1 bean.',
      fr: 'Vos grains 1\u202f240 Chaque tranche de €1 vous rapporte 1 grain.',
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
      fr: 'Vos grains 1\u202f240 Chaque tranche de 1\u00a0EUR vous rapporte 1 grain.',
    },
    'shipping counts': {
      en: 'Your beans 1,240 Every €1 earns 1 bean, shipping included.',
      fr: 'Vos grains 1\u202f240 Chaque tranche de €1, livraison comprise, vous rapporte 1 grain.',
    },
    'ten-digit number': {
      en: 'Your beans 1,234,567,890 Every €1 earns 1 bean.',
      fr: 'Vos grains 1\u202f234\u202f567\u202f890 Chaque tranche de €1 vous rapporte 1 grain.',
    },
    'long names': {
      en: 'Your grandmother’s-kitchen-tokens 1,240 Every €1 earns 1 grandmother’s-kitchen-token.',
      fr: 'Vos jetons-de-la-cuisine-de-mamie 1\u202f240 Chaque tranche de €1 vous rapporte 1 jeton-de-la-cuisine-de-mamie.',
    },
    blocked: {
      en: 'Your beans 40 Your account isn’t part of the program at the moment.',
      fr: 'Vos grains 40 Votre compte ne participe pas au programme pour le moment.',
    },
    'compact, at the end': {
      en: 'Your beans 1,240',
      fr: 'Vos grains 1\u202f240',
    },
  },
  'points-for-cart': {
    'points and stamps': {
      en: 'This order brings 43 beans and 3 stamps.',
      fr: 'Cette commande vous rapporte 43 grains et 3 tampons.',
    },
    'logged out': {
      en: 'This order brings 43 beans and 3 stamps. Sign in to collect them.',
      fr: 'Cette commande vous rapporte 43 grains et 3 tampons. Connectez-vous pour en profiter.',
    },
    'two cards': {
      en: 'This order brings 63 beans and 5 stamps. Coffee card: 3 stamps Everything card: 2 stamps',
      fr: 'Cette commande vous rapporte 63 grains et 5 tampons. Carte café\u00a0: 3 tampons Carte toute la boutique\u00a0: 2 tampons',
    },
    'discounts on lines and cart': {
      en: 'This order brings 52 beans and 3 stamps.',
      fr: 'Cette commande vous rapporte 52 grains et 3 tampons.',
    },
    'everything for nothing': {
      en: 'This order brings 3 stamps. Every €1 earns 1 bean.',
      fr: 'Cette commande vous rapporte 3 tampons. Chaque tranche de €1 vous rapporte 1 grain.',
    },
    'gift card beside coffee': {
      en: 'This order brings 43 beans and 3 stamps. Gift cards earn no beans.',
      fr: 'Cette commande vous rapporte 43 grains et 3 tampons. Les cartes cadeaux ne donnent pas droit à des grains.',
    },
    'gift card beside a discount on the cart': {
      en: 'This order brings 3 stamps. Every €1 earns 1 bean. Gift cards earn no beans.',
      fr: 'Cette commande vous rapporte 3 tampons. Chaque tranche de €1 vous rapporte 1 grain. Les cartes cadeaux ne donnent pas droit à des grains.',
    },
    'gift card alone': {
      en: 'Gift cards earn no beans.',
      fr: 'Les cartes cadeaux ne donnent pas droit à des grains.',
    },
    'points owed': {
      en: 'This order brings 43 beans and 3 stamps. 12 beans will make up for a refund.',
      fr: 'Cette commande vous rapporte 43 grains et 3 tampons. 12 grains compenseront un remboursement.',
    },
    'another currency': {
      en: 'This order brings 3 stamps. Every 1\u00a0EUR earns 1 bean.',
      fr: 'Cette commande vous rapporte 3 tampons. Chaque tranche de 1\u00a0EUR vous rapporte 1 grain.',
    },
    'C30 dinars': {
      en: 'This order brings 3 stamps. Every 1.255\u00a0KWD earns 1 bean.',
      fr: 'Cette commande vous rapporte 3 tampons. Chaque tranche de 1,255\u00a0KWD vous rapporte 1 grain.',
    },
    empty: {
      en: 'Every €1 earns 1 bean.',
      fr: 'Chaque tranche de €1 vous rapporte 1 grain.',
    },
    'long names': {
      en: 'This order brings 63 grandmother’s-kitchen-tokens and 5 stamps. Ethiopia Guji Uraga Natural Anaerobic Slow-Dried Single Farm: 3 stamps Everything card: 2 stamps',
      fr: 'Cette commande vous rapporte 63 jetons-de-la-cuisine-de-mamie et 5 tampons. Carte Ethiopia Guji Uraga Natural Anaerobic Slow-Dried Singl\u00a0: 3 tampons Carte toute la boutique\u00a0: 2 tampons',
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
      en: 'This order brings 43 beans and 3 stamps.',
      fr: 'Cette commande vous rapporte 43 grains et 3 tampons.',
    },
  },
  'how-it-works': {
    'logged out': {
      en: 'How it works Earn Every €1 earns 1 bean. Gift cards earn no beans. Collect Once your order is paid, its beans are added to your balance. Coffee card Buy 5, and your sixth is free. Sign in to collect beans with every order.',
      fr: 'Comment ça marche\u202f? Gagnez Chaque tranche de €1 vous rapporte 1 grain. Les cartes cadeaux ne donnent pas droit à des grains. Cumulez Dès que votre commande est payée, ses grains s’ajoutent à votre solde. Carte café Pour 5 achetés, le sixième est offert. Connectez-vous pour cumuler des grains à chaque commande.',
    },
    member: {
      en: 'How it works Earn Every €1 earns 1 bean. Gift cards earn no beans. Collect Once your order is paid, its beans are added to your balance. Coffee card Buy 5, and your sixth is free. Everything card Buy 12, and your thirteenth is free.',
      fr: 'Comment ça marche\u202f? Gagnez Chaque tranche de €1 vous rapporte 1 grain. Les cartes cadeaux ne donnent pas droit à des grains. Cumulez Dès que votre commande est payée, ses grains s’ajoutent à votre solde. Carte café Pour 5 achetés, le sixième est offert. Carte toute la boutique Pour 12 achetés, le treizième est offert.',
    },
    'card not published': {
      en: 'How it works Earn Every €1 earns 1 bean. Gift cards earn no beans. Collect Once your order is paid, its beans are added to your balance.',
      fr: 'Comment ça marche\u202f? Gagnez Chaque tranche de €1 vous rapporte 1 grain. Les cartes cadeaux ne donnent pas droit à des grains. Cumulez Dès que votre commande est payée, ses grains s’ajoutent à votre solde.',
    },
    'another currency, shipping counts': {
      en: 'How it works Earn Every 1\u00a0EUR earns 1 bean, shipping included. Gift cards earn no beans. Collect Once your order is paid, its beans are added to your balance. Coffee card Buy 5, and your sixth is free.',
      fr: 'Comment ça marche\u202f? Gagnez Chaque tranche de 1\u00a0EUR, livraison comprise, vous rapporte 1 grain. Les cartes cadeaux ne donnent pas droit à des grains. Cumulez Dès que votre commande est payée, ses grains s’ajoutent à votre solde. Carte café Pour 5 achetés, le sixième est offert.',
    },
    'long names': {
      en: 'How it works Earn Every €1 earns 1 grandmother’s-kitchen-token. Gift cards earn no grandmother’s-kitchen-tokens. Collect Once your order is paid, its grandmother’s-kitchen-tokens are added to your balance. Ethiopia Guji Uraga Natural Anaerobic Slow-Dried Single Farm Buy 12, and your thirteenth is free.',
      fr: 'Comment ça marche\u202f? Gagnez Chaque tranche de €1 vous rapporte 1 jeton-de-la-cuisine-de-mamie. Les cartes cadeaux ne donnent pas droit à des jetons-de-la-cuisine-de-mamie. Cumulez Dès que votre commande est payée, ses jetons-de-la-cuisine-de-mamie s’ajoutent à votre solde. Carte Ethiopia Guji Uraga Natural Anaerobic Slow-Dried Singl Pour 12 achetés, le treizième est offert.',
    },
    blocked: {
      en: 'How it works Your account isn’t part of the program at the moment.',
      fr: 'Comment ça marche\u202f? Votre compte ne participe pas au programme pour le moment.',
    },
    'compact, in the middle': {
      en: 'How it works Earn Every €1 earns 1 bean. Collect Once your order is paid, its beans are added to your balance. Coffee card Buy 5, and your sixth is free.',
      fr: 'Comment ça marche\u202f? Gagnez Chaque tranche de €1 vous rapporte 1 grain. Cumulez Dès que votre commande est payée, ses grains s’ajoutent à votre solde. Carte café Pour 5 achetés, le sixième est offert.',
    },
  },
};
