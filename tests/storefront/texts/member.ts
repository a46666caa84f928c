// What a reader reads in each state of the block that holds all, word for word: tags left out, spaces single.
import { OF_CHOICE } from './birthday.ts';
import type { Texts } from './texts.ts';

const THREE = {
  en: 'Coffee card 3 of 5 stamps Free 2 more coffees, and the sixth is free. Your beans 38',
  fr: 'Carte café 3 tampons sur 5 Offert Encore 2 cafés, et un café est offert. Vos grains 38',
};

export const MEMBER_TEXTS: Texts = {
  'S-07 two of three orders, and a choice': {
    en: 'Coffee card 3 of 5 stamps Free 2 more coffees, and the sixth is free. Your third order 2 of 3 orders. The last one brings a gift of your choice. Your beans 38',
    fr: 'Carte café 3 tampons sur 5 Offert Encore 2 cafés, et un café est offert. Votre troisième commande 2 commandes sur 3. La dernière apporte un cadeau de votre choix. Vos grains 38',
  },
  'S-07 one of three orders, every third': {
    en: 'Coffee card 3 of 5 stamps Free 2 more coffees, and the sixth is free. Your third order 1 of 3 orders. The last one brings 50 beans. Your beans 38',
    fr: 'Carte café 3 tampons sur 5 Offert Encore 2 cafés, et un café est offert. Votre troisième commande 1 commande sur 3. La dernière apporte\u00a0: 50 grains. Vos grains 38',
  },
  'S-07 none of three orders, every third': {
    en: 'Coffee card 3 of 5 stamps Free 2 more coffees, and the sixth is free. Your third order 0 of 3 orders. The last one brings 50 beans. Your beans 38',
    fr: 'Carte café 3 tampons sur 5 Offert Encore 2 cafés, et un café est offert. Votre troisième commande 0 commande sur 3. La dernière apporte\u00a0: 50 grains. Vos grains 38',
  },
  'S-07 the third order is over': {
    en: 'Coffee card 3 of 5 stamps Free 2 more coffees, and the sixth is free. Your beans 38',
    fr: 'Carte café 3 tampons sur 5 Offert Encore 2 cafés, et un café est offert. Vos grains 38',
  },
  'S-07 the third order has brought its gift before': {
    en: 'Coffee card 3 of 5 stamps Free 2 more coffees, and the sixth is free. Your beans 38',
    fr: 'Carte café 3 tampons sur 5 Offert Encore 2 cafés, et un café est offert. Vos grains 38',
  },
  'S-07 nobody has counted the orders': {
    en: 'Coffee card 3 of 5 stamps Free 2 more coffees, and the sixth is free. Your beans 38',
    fr: 'Carte café 3 tampons sur 5 Offert Encore 2 cafés, et un café est offert. Vos grains 38',
  },
  'S-07 two of three orders, logged out': {
    en: 'Coffee card Free Buy 5 coffees, and the sixth is free. Sign in to collect Birthday? A gift every year: 50 beans.',
    fr: 'Carte café Offert Pour 5 cafés achetés, un café est offert. Se connecter et cumuler Anniversaire\u202f? Un cadeau chaque année\u00a0: 50 grains.',
  },
  'S-07 two of three orders, paused': {
    en: '',
    fr: '',
  },
  'logged out': {
    en: 'Coffee card Free Buy 5 coffees, and the sixth is free. Sign in to collect Birthday? A gift every year: 50 beans.',
    fr: 'Carte café Offert Pour 5 cafés achetés, un café est offert. Se connecter et cumuler Anniversaire\u202f? Un cadeau chaque année\u00a0: 50 grains.',
  },
  'logged out, on a product’s page': {
    en: 'Coffee card Free Buy 5 coffees, and the sixth is free. Earn 9 beans · 250 g Sign in to collect Birthday? A gift every year: 50 beans.',
    fr: 'Carte café Offert Pour 5 cafés achetés, un café est offert. Gagnez 9 grains · 250 g Se connecter et cumuler Anniversaire\u202f? Un cadeau chaque année\u00a0: 50 grains.',
  },
  'logged out, on the page of a product that no card counts': {
    en: 'Earn 9 beans Sign in to collect Birthday? A gift every year: 50 beans.',
    fr: 'Gagnez 9 grains Se connecter et cumuler Anniversaire\u202f? Un cadeau chaque année\u00a0: 50 grains.',
  },
  'logged out, points off': {
    en: 'Coffee card Free Buy 5 brioches, and the sixth is free. Sign in to collect',
    fr: 'Carte café Offert Pour 5 brioches achetées, une brioche est offerte. Se connecter et cumuler',
  },
  'logged out, no card': {
    en: 'Every €1 earns 1 bean. Sign in to collect',
    fr: '€1 d’achat = 1 grain. Se connecter et cumuler',
  },
  'new member': {
    en: 'Coffee card 0 of 5 stamps Free Buy 5 coffees, and the sixth is free.',
    fr: 'Carte café 0 tampon sur 5 Offert Pour 5 cafés achetés, un café est offert.',
  },
  'three of five': THREE,
  'three of five, on its product’s page': {
    en: 'Coffee card 3 of 5 stamps Free 2 more coffees, and the sixth is free. This one brings you to 4 of 5. Your beans 38 Earn 9 beans · 250 g',
    fr: 'Carte café 3 tampons sur 5 Offert Encore 2 cafés, et un café est offert. Avec cet article, vous en serez à 4\u00a0sur\u00a05. Vos grains 38 Gagnez 9 grains · 250 g',
  },
  'three of five, the dearer variant chosen': {
    en: 'Coffee card 3 of 5 stamps Free 2 more coffees, and the sixth is free. This one brings you to 4 of 5. Your beans 38 Earn 34 beans · 1 kg',
    fr: 'Carte café 3 tampons sur 5 Offert Encore 2 cafés, et un café est offert. Avec cet article, vous en serez à 4\u00a0sur\u00a05. Vos grains 38 Gagnez 34 grains · 1 kg',
  },
  'three of five, points off': {
    en: 'Coffee card 3 of 5 stamps Free 2 more brioches, and the sixth is free.',
    fr: 'Carte café 3 tampons sur 5 Offert Encore 2 brioches, et une brioche est offerte.',
  },
  'one more, points off': {
    en: 'Coffee card 4 of 5 stamps Free 1 more brioche, and the sixth is free.',
    fr: 'Carte café 4 tampons sur 5 Offert Encore une brioche, et une autre est offerte.',
  },
  full: {
    en: 'Your next coffee is free, Anna. Free No code needed: the cart takes care of it. Mara and the roasters Your beans 38 Last time you saved €15.50.',
    fr: 'Votre prochain café est offert, Anna. Offert Sans code\u00a0: le panier s’en charge. Mara et les torréfacteurs Vos grains 38 La dernière fois, vous avez économisé €15.50.',
  },
  'full, on the page of a product that no card counts': {
    en: 'Your next coffee is free, Anna. Free No code needed: the cart takes care of it. Mara and the roasters Your beans 38 Earn 9 beans Last time you saved €15.50.',
    fr: 'Votre prochain café est offert, Anna. Offert Sans code\u00a0: le panier s’en charge. Mara et les torréfacteurs Vos grains 38 Gagnez 9 grains La dernière fois, vous avez économisé €15.50.',
  },
  'full, without a noun, on that page': {
    en: 'Your beans 38 Earn 9 beans Last time you saved €15.50.',
    fr: 'Vos grains 38 Gagnez 9 grains La dernière fois, vous avez économisé €15.50.',
  },
  'gift card': {
    en: 'Your beans 38',
    fr: 'Vos grains 38',
  },
  'a birthday gift of today': {
    en: 'Happy birthday, Anna! Our gift to you: 50 beans, already in your balance. Mara and the roasters Coffee card 3 of 5 stamps Free 2 more coffees, and the sixth is free. Your beans 88',
    fr: 'Joyeux anniversaire, Anna\u202f! Notre cadeau\u00a0: 50 grains, déjà sur votre solde. Mara et les torréfacteurs Carte café 3 tampons sur 5 Offert Encore 2 cafés, et un café est offert. Vos grains 88',
  },
  'to choose a gift': {
    en: `${OF_CHOICE.en} ${THREE.en}`,
    fr: `${OF_CHOICE.fr} ${THREE.fr}`,
  },
  'to choose a gift, and nothing else': OF_CHOICE,
  'what a moment brought': {
    en: 'Your third order 50 beans, added to your balance on 20\u00a0November. Coffee card 3 of 5 stamps Free 2 more coffees, and the sixth is free. Your beans 88',
    fr: 'Votre troisième commande 50 grains, ajoutés à votre solde le 20\u00a0novembre. Carte café 3 tampons sur 5 Offert Encore 2 cafés, et un café est offert. Vos grains 88',
  },
  'to choose a gift, gifts switched off': THREE,
  'a gift of some days ago': {
    en: 'Coffee card 3 of 5 stamps Free 2 more coffees, and the sixth is free. Your beans 88 Your birthday gift came on 21\u00a0November: 50 beans. Mara and the roasters',
    fr: 'Carte café 3 tampons sur 5 Offert Encore 2 cafés, et un café est offert. Vos grains 88 Votre cadeau d’anniversaire est arrivé le 21\u00a0novembre\u00a0: 50 grains. Mara et les torréfacteurs',
  },
  'the last time saved money': {
    en: 'Coffee card 1 of 5 stamps Free 4 more coffees, and the sixth is free. Last time you saved €15.50.',
    fr: 'Carte café 1 tampon sur 5 Offert Encore 4 cafés, et un café est offert. La dernière fois, vous avez économisé €15.50.',
  },
  'one coffee was free the last time': {
    en: 'Coffee card 3 of 5 stamps Free 2 more coffees, and the sixth is free. Last time one coffee was free: you saved €9.50.',
    fr: 'Carte café 3 tampons sur 5 Offert Encore 2 cafés, et un café est offert. La dernière fois, un café était offert\u00a0: €9.50 d’économie.',
  },
  'a sentence from the merchant': {
    en: 'Coffee card 0 of 5 stamps Free Buy 5 coffees, and the sixth is free. Your beans 12 Sorry for the <cup>',
    fr: 'Carte café 0 tampon sur 5 Offert Pour 5 cafés achetés, un café est offert. Vos grains 12 Sorry for the <cup>',
  },
  'two cards': {
    en: 'Coffee card 3 of 5 stamps Free 2 more coffees, and the sixth is free. Bread card 0 of 11 stamps Free Buy 11 items, and the twelfth is free. Your beans 38',
    fr: 'Carte café 3 tampons sur 5 Offert Encore 2 cafés, et un café est offert. Carte pain 0 tampon sur 11 Offert Pour 11 articles achetés, un article est offert. Vos grains 38',
  },
  'points on their way': {
    en: 'Coffee card 0 of 5 stamps Free 3 more coffees, and the sixth is free. 2 more stamps come when your order is paid. Your beans 0 12 more beans come when your order is paid.',
    fr: 'Carte café 0 tampon sur 5 Offert Encore 3 cafés, et un café est offert. 2 tampons de plus au paiement de votre commande. Vos grains 0 12 grains de plus au paiement de votre commande.',
  },
  blocked: {
    en: 'Coffee card 5 of 5 stamps Free Your beans 40 Your account isn’t part of the program at the moment.',
    fr: 'Carte café 5 tampons sur 5 Offert Vos grains 40 Votre compte ne participe pas au programme pour le moment.',
  },
  'points buy rewards, and one is ready': {
    en: 'Coffee card 0 of 5 stamps Free Buy 5 coffees, and the sixth is free. Your beans 120 €5.00 off Use €5.00 Ready to use until 24 December. Unused, your beans come back. Give it back for beans Your beans are worth €5.00. €5.00 off 100 beans Add something to your cart first.',
    fr: 'Carte café 0 tampon sur 5 Offert Pour 5 cafés achetés, un café est offert. Vos grains 120 5,00 € de remise Utiliser €5.00 À utiliser jusqu’au 24\u00a0décembre. Sinon, vos grains vous reviennent. Rendre et récupérer mes grains Vos grains valent €5.00. 5,00 € de remise 100 grains Ajoutez d’abord un article au panier.',
  },
  'paused, and points buy rewards': {
    en: 'Your beans 120 Worth €5.00. €5.00 off 100 beans Add something to your cart first.',
    fr: 'Vos grains 120 Soit €5.00. 5,00 € de remise 100 grains Ajoutez d’abord un article au panier.',
  },
  paused: {
    en: '',
    fr: '',
  },
  'cards alone': {
    en: 'Coffee card 3 of 5 stamps Free 2 more coffees, and the sixth is free.',
    fr: 'Carte café 3 tampons sur 5 Offert Encore 2 cafés, et un café est offert.',
  },
  'logged out, without invitation': {
    en: 'Coffee card Free Buy 5 coffees, and the sixth is free.',
    fr: 'Carte café Offert Pour 5 cafés achetés, un café est offert.',
  },
  'with an accent and square corners': {
    en: 'Your next coffee is free, Anna. Free No code needed: the cart takes care of it. Mara and the roasters Your beans 38 Last time you saved €15.50.',
    fr: 'Votre prochain café est offert, Anna. Offert Sans code\u00a0: le panier s’en charge. Mara et les torréfacteurs Vos grains 38 La dernière fois, vous avez économisé €15.50.',
  },
  'compact, in the middle': {
    en: 'Your next coffee is free, Anna. Free Your beans 38',
    fr: 'Votre prochain café est offert, Anna. Offert Vos grains 38',
  },
  'a birthday’s gift of a reward': {
    en: 'Happy birthday, Anna! Our birthday gift to you: €5.00 off Coffee card 0 of 5 stamps Free Buy 5 coffees, and the sixth is free. Your points 20 €5.00 off Use €5.00 Ready to use until 21\u00a0December. €5.00 off 80 points to go.',
    fr: 'Joyeux anniversaire, Anna\u202f! Notre cadeau d’anniversaire\u00a0: 5,00 € de remise Carte café 0 tampon sur 5 Offert Pour 5 cafés achetés, un café est offert. Vos points 20 5,00 € de remise Utiliser €5.00 À utiliser jusqu’au 21\u00a0décembre. 5,00 € de remise Encore 80 points.',
  },
  'a birthday’s gift of a reward, without rewards in the block': {
    en: 'Happy birthday, Anna! Our birthday gift to you: €5.00 off Use €5.00 Ready to use until 21\u00a0December. Coffee card 0 of 5 stamps Free Buy 5 coffees, and the sixth is free. Your points 20',
    fr: 'Joyeux anniversaire, Anna\u202f! Notre cadeau d’anniversaire\u00a0: 5,00 € de remise Utiliser €5.00 À utiliser jusqu’au 21\u00a0décembre. Carte café 0 tampon sur 5 Offert Pour 5 cafés achetés, un café est offert. Vos points 20',
  },
  'logged out, birthdays bring a reward': {
    en: 'Coffee card Free Buy 5 coffees, and the sixth is free. €5.00 off 100 points Sign in to collect Birthday? A gift every year: €5.00 off.',
    fr: 'Carte café Offert Pour 5 cafés achetés, un café est offert. 5,00 € de remise 100 points Se connecter et cumuler Anniversaire\u202f? Un cadeau chaque année\u00a0: 5,00 € de remise.',
  },
};
