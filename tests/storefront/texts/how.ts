// What a reader reads in each state of how it works, word for word: tags left out, spaces single.
import type { Texts } from './texts.ts';

export const HOW_TEXTS: Texts = {
  'logged out': {
    en: 'How it works Coffee card Buy 5 items, and the sixth is free. No code needed: the cart takes care of it. Earn Every €1 earns 1 bean. Gift cards earn no beans. Collect Once your order is paid, its beans are added to your balance. Sign in to collect beans with every order.',
    fr: 'Comment ça marche\u202f? Carte café Pour 5 articles achetés, un article est offert. Sans code\u00a0: le panier s’en charge. Gagnez €1 d’achat = 1 grain. Les cartes-cadeaux ne donnent pas droit à des grains. Cumulez Dès que votre commande est payée, ses grains s’ajoutent à votre solde. Connectez-vous pour cumuler des grains à chaque commande.',
  },
  member: {
    en: 'How it works Coffee card Buy 5 items, and the sixth is free. 3 of 5 stamps No code needed: the cart takes care of it. Everything card Buy 12 items, and the thirteenth is free. No code needed: the cart takes care of it. Earn Every €1 earns 1 bean. Gift cards earn no beans. Collect Once your order is paid, its beans are added to your balance.',
    fr: 'Comment ça marche\u202f? Carte café Pour 5 articles achetés, un article est offert. 3 tampons sur 5 Sans code\u00a0: le panier s’en charge. Carte toute la boutique Pour 12 articles achetés, un article est offert. Sans code\u00a0: le panier s’en charge. Gagnez €1 d’achat = 1 grain. Les cartes-cadeaux ne donnent pas droit à des grains. Cumulez Dès que votre commande est payée, ses grains s’ajoutent à votre solde.',
  },
  'one coffee was free the last time': {
    en: 'How it works Coffee card Buy 5 coffees, and the sixth is free. 3 of 5 stamps No code needed: the cart takes care of it. Earn Every €1 earns 1 bean. Gift cards earn no beans. Collect Once your order is paid, its beans are added to your balance. Birthday Tell us your birthday, and get a gift every year: 50 beans. Last time one coffee was free: you saved €9.50.',
    fr: 'Comment ça marche\u202f? Carte café Pour 5 cafés achetés, un café est offert. 3 tampons sur 5 Sans code\u00a0: le panier s’en charge. Gagnez €1 d’achat = 1 grain. Les cartes-cadeaux ne donnent pas droit à des grains. Cumulez Dès que votre commande est payée, ses grains s’ajoutent à votre solde. Anniversaire Indiquez votre date d’anniversaire et recevez un cadeau chaque année\u00a0: 50 grains. La dernière fois, un café était offert\u00a0: €9.50 d’économie.',
  },
  'two buns were free the last time, and the next one is': {
    en: 'How it works Coffee card Buy 5 buns, and the sixth is free. Your next bun is free. No code needed: the cart takes care of it. Last time 2 buns were free: you saved €5.60.',
    fr: 'Comment ça marche\u202f? Carte café Pour 5 brioches achetées, une brioche est offerte. Votre prochaine brioche est offerte. Sans code\u00a0: le panier s’en charge. La dernière fois, 2 brioches étaient offertes\u00a0: €5.60 d’économie.',
  },
  'C70 stamps that were told too long ago': {
    en: 'How it works Coffee card Buy 5 coffees, and the sixth is free. 5 of 5 stamps No code needed: the cart takes care of it. Earn Every €1 earns 1 bean. Gift cards earn no beans. Collect Once your order is paid, its beans are added to your balance. Birthday Tell us your birthday, and get a gift every year: 50 beans.',
    fr: 'Comment ça marche\u202f? Carte café Pour 5 cafés achetés, un café est offert. 5 tampons sur 5 Sans code\u00a0: le panier s’en charge. Gagnez €1 d’achat = 1 grain. Les cartes-cadeaux ne donnent pas droit à des grains. Cumulez Dès que votre commande est payée, ses grains s’ajoutent à votre solde. Anniversaire Indiquez votre date d’anniversaire et recevez un cadeau chaque année\u00a0: 50 grains.',
  },
  'a birthday brings points, too': {
    en: 'How it works Coffee card Buy 5 items, and the sixth is free. No code needed: the cart takes care of it. Earn Every €1 earns 1 bean. Gift cards earn no beans. Collect Once your order is paid, its beans are added to your balance. Birthday Tell us your birthday, and get a gift every year: 50 beans. Sign in to collect beans with every order.',
    fr: 'Comment ça marche\u202f? Carte café Pour 5 articles achetés, un article est offert. Sans code\u00a0: le panier s’en charge. Gagnez €1 d’achat = 1 grain. Les cartes-cadeaux ne donnent pas droit à des grains. Cumulez Dès que votre commande est payée, ses grains s’ajoutent à votre solde. Anniversaire Indiquez votre date d’anniversaire et recevez un cadeau chaque année\u00a0: 50 grains. Connectez-vous pour cumuler des grains à chaque commande.',
  },
  'a birthday brings points to who ordered': {
    en: 'How it works Coffee card Buy 5 items, and the sixth is free. 3 of 5 stamps No code needed: the cart takes care of it. Earn Every €1 earns 1 bean. Gift cards earn no beans. Collect Once your order is paid, its beans are added to your balance. Birthday Tell us your birthday. If you’ve ordered in the 12 months before it, you get a gift: 50 beans.',
    fr: 'Comment ça marche\u202f? Carte café Pour 5 articles achetés, un article est offert. 3 tampons sur 5 Sans code\u00a0: le panier s’en charge. Gagnez €1 d’achat = 1 grain. Les cartes-cadeaux ne donnent pas droit à des grains. Cumulez Dès que votre commande est payée, ses grains s’ajoutent à votre solde. Anniversaire Indiquez votre date d’anniversaire. Si vous avez commandé dans les 12 mois qui précèdent, vous recevez un cadeau\u00a0: 50 grains.',
  },
  'a birthday brings points to some': {
    en: 'How it works Coffee card Buy 5 items, and the sixth is free. 3 of 5 stamps No code needed: the cart takes care of it. Earn Every €1 earns 1 bean. Gift cards earn no beans. Collect Once your order is paid, its beans are added to your balance. Birthday Tell us your birthday. Some of our customers get a gift for it: 50 beans.',
    fr: 'Comment ça marche\u202f? Carte café Pour 5 articles achetés, un article est offert. 3 tampons sur 5 Sans code\u00a0: le panier s’en charge. Gagnez €1 d’achat = 1 grain. Les cartes-cadeaux ne donnent pas droit à des grains. Cumulez Dès que votre commande est payée, ses grains s’ajoutent à votre solde. Anniversaire Indiquez votre date d’anniversaire. Certains de nos clients reçoivent un cadeau\u00a0: 50 grains.',
  },
  'points buy something: what costs least, of what is offered today': {
    en: 'How it works Coffee card Buy 5 coffees, and the sixth is free. 3 of 5 stamps No code needed: the cart takes care of it. Earn Every €1 earns 1 point. Gift cards earn no points. Collect Once your order is paid, its points are added to your balance. Spend From 100 points: €5.00 off.',
    fr: 'Comment ça marche\u202f? Carte café Pour 5 cafés achetés, un café est offert. 3 tampons sur 5 Sans code\u00a0: le panier s’en charge. Gagnez €1 d’achat = 1 point. Les cartes-cadeaux ne donnent pas droit à des points. Cumulez Dès que votre commande est payée, ses points s’ajoutent à votre solde. Profitez-en Dès 100 points\u00a0: 5,00 € de remise.',
  },
  'card not published': {
    en: 'How it works Earn Every €1 earns 1 bean. Gift cards earn no beans. Collect Once your order is paid, its beans are added to your balance.',
    fr: 'Comment ça marche\u202f? Gagnez €1 d’achat = 1 grain. Les cartes-cadeaux ne donnent pas droit à des grains. Cumulez Dès que votre commande est payée, ses grains s’ajoutent à votre solde.',
  },
  'points are off': {
    en: 'How it works Coffee card Buy 5 coffees, and the sixth is free. 3 of 5 stamps No code needed: the cart takes care of it.',
    fr: 'Comment ça marche\u202f? Carte café Pour 5 cafés achetés, un café est offert. 3 tampons sur 5 Sans code\u00a0: le panier s’en charge.',
  },
  'points are off, and no card': {
    en: '',
    fr: '',
  },
  'the program is paused': {
    en: '',
    fr: '',
  },
  'another currency, shipping counts': {
    en: 'How it works Coffee card Buy 5 items, and the sixth is free. 3 of 5 stamps No code needed: the cart takes care of it. Earn Every 1\u00a0EUR earns 1 bean, shipping included. Gift cards earn no beans. Collect Once your order is paid, its beans are added to your balance.',
    fr: 'Comment ça marche\u202f? Carte café Pour 5 articles achetés, un article est offert. 3 tampons sur 5 Sans code\u00a0: le panier s’en charge. Gagnez 1\u00a0EUR d’achat, livraison comprise = 1 grain. Les cartes-cadeaux ne donnent pas droit à des grains. Cumulez Dès que votre commande est payée, ses grains s’ajoutent à votre solde.',
  },
  'price ceiling and last day': {
    en: 'How it works Coffee card Buy 5 items, and the sixth is free. 3 of 5 stamps No code needed: the cart takes care of it. Free for items up to €20. Until 24\u00a0December 2999. Earn Every €1 earns 1 bean. Gift cards earn no beans. Collect Once your order is paid, its beans are added to your balance.',
    fr: 'Comment ça marche\u202f? Carte café Pour 5 articles achetés, un article est offert. 3 tampons sur 5 Sans code\u00a0: le panier s’en charge. Offert pour un article jusqu’à €20. Jusqu’au 24\u00a0décembre 2999. Gagnez €1 d’achat = 1 grain. Les cartes-cadeaux ne donnent pas droit à des grains. Cumulez Dès que votre commande est payée, ses grains s’ajoutent à votre solde.',
  },
  'over since yesterday': {
    en: 'How it works Earn Every €1 earns 1 bean. Gift cards earn no beans. Collect Once your order is paid, its beans are added to your balance.',
    fr: 'Comment ça marche\u202f? Gagnez €1 d’achat = 1 grain. Les cartes-cadeaux ne donnent pas droit à des grains. Cumulez Dès que votre commande est payée, ses grains s’ajoutent à votre solde.',
  },
  'long names': {
    en: 'How it works Ethiopia Guji Uraga Natural Anaerobic Slow-Dried Single Farm Buy 12 items, and the thirteenth is free. 3 of 5 stamps No code needed: the cart takes care of it. Earn Every €1 earns 1 grandmother’s-kitchen-token. Gift cards earn no grandmother’s-kitchen-tokens. Collect Once your order is paid, its grandmother’s-kitchen-tokens are added to your balance.',
    fr: 'Comment ça marche\u202f? Carte Ethiopia Guji Uraga Natural Anaerobic Slow-Dried Singl Pour 12 articles achetés, un article est offert. 3 tampons sur 5 Sans code\u00a0: le panier s’en charge. Gagnez €1 d’achat = 1 jeton-de-la-cuisine-de-mamie. Les cartes-cadeaux ne donnent pas droit à des jetons-de-la-cuisine-de-mamie. Cumulez Dès que votre commande est payée, ses jetons-de-la-cuisine-de-mamie s’ajoutent à votre solde.',
  },
  blocked: {
    en: 'How it works Your account isn’t part of the program at the moment.',
    fr: 'Comment ça marche\u202f? Votre compte ne participe pas au programme pour le moment.',
  },
  'compact, in the middle': {
    en: 'How it works Coffee card Buy 5 items, and the sixth is free. Earn Every €1 earns 1 bean. Collect Once your order is paid, its beans are added to your balance.',
    fr: 'Comment ça marche\u202f? Carte café Pour 5 articles achetés, un article est offert. Gagnez €1 d’achat = 1 grain. Cumulez Dès que votre commande est payée, ses grains s’ajoutent à votre solde.',
  },
  'a birthday brings a reward': {
    en: 'How it works Coffee card Buy 5 coffees, and the sixth is free. 3 of 5 stamps No code needed: the cart takes care of it. Earn Every €1 earns 1 point. Gift cards earn no points. Collect Once your order is paid, its points are added to your balance. Spend From 100 points: €5.00 off. Birthday Tell us your birthday, and get a gift every year: €5.00 off.',
    fr: 'Comment ça marche\u202f? Carte café Pour 5 cafés achetés, un café est offert. 3 tampons sur 5 Sans code\u00a0: le panier s’en charge. Gagnez €1 d’achat = 1 point. Les cartes-cadeaux ne donnent pas droit à des points. Cumulez Dès que votre commande est payée, ses points s’ajoutent à votre solde. Profitez-en Dès 100 points\u00a0: 5,00 € de remise. Anniversaire Indiquez votre date d’anniversaire et recevez un cadeau chaque année\u00a0: 5,00 € de remise.',
  },
  'a birthday brings a reward, points are off': {
    en: 'How it works Coffee card Buy 5 coffees, and the sixth is free. 3 of 5 stamps No code needed: the cart takes care of it. Birthday Tell us your birthday, and get a gift every year: €5.00 off.',
    fr: 'Comment ça marche\u202f? Carte café Pour 5 cafés achetés, un café est offert. 3 tampons sur 5 Sans code\u00a0: le panier s’en charge. Anniversaire Indiquez votre date d’anniversaire et recevez un cadeau chaque année\u00a0: 5,00 € de remise.',
  },
};
