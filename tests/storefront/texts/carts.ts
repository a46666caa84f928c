// What a reader reads in each state of the cart’s block, word for word: tags left out, spaces single.
import type { Texts } from './texts.ts';

export const CART_TEXTS: Texts = {
  'points and stamps': {
    en: 'Coffee card +1 +1 Free After this order: 5\u00a0of\u00a05, and 1,283 beans. More free items are due than this cart shows. Your stamps stay on your card.',
    fr: 'Carte café +1 +1 Offert Après cette commande\u00a0: 5\u00a0sur\u00a05, et 1\u202f283 grains. Ce panier n’affiche pas tous les articles offerts. Vos tampons restent sur votre carte.',
  },
  'logged out': {
    en: 'Buy 5 items, and the sixth is free. +1 +1 +1 Free You’ll earn 43 beans and 3 stamps. Sign in to collect them.',
    fr: 'Pour 5 articles achetés, un article est offert. +1 +1 +1 Offert Cette commande vous rapporte 43 grains et 3 tampons. Connectez-vous pour en profiter.',
  },
  'two cards': {
    en: 'Coffee card +1 +1 Free After this order: 5\u00a0of\u00a05. More free items are due than this cart shows. Your stamps stay on your card. Everything card 10 more items, then one is free +1 +1 Free After this order: 2\u00a0of\u00a012. You’ll earn 63 beans.',
    fr: 'Carte café +1 +1 Offert Après cette commande\u00a0: 5\u00a0sur\u00a05. Ce panier n’affiche pas tous les articles offerts. Vos tampons restent sur votre carte. Carte toute la boutique Encore 10 articles, puis un article est offert +1 +1 Offert Après cette commande\u00a0: 2\u00a0sur\u00a012. Cette commande vous rapporte 63 grains.',
  },
  'discounts on lines and cart': {
    en: 'Coffee card +1 +1 Free After this order: 5\u00a0of\u00a05, and 1,292 beans. Another discount applies here, so your stamps stay on your card.',
    fr: 'Carte café +1 +1 Offert Après cette commande\u00a0: 5\u00a0sur\u00a05, et 1\u202f292 grains. Une autre remise s’applique ici\u00a0: vos tampons restent sur votre carte.',
  },
  'everything for nothing': {
    en: 'Coffee card +1 +1 Free After this order: 5\u00a0of\u00a05. Another discount applies here, so your stamps stay on your card.',
    fr: 'Carte café +1 +1 Offert Après cette commande\u00a0: 5\u00a0sur\u00a05. Une autre remise s’applique ici\u00a0: vos tampons restent sur votre carte.',
  },
  'gift card beside coffee': {
    en: 'Coffee card +1 +1 Free After this order: 5\u00a0of\u00a05, and 1,283 beans. More free items are due than this cart shows. Your stamps stay on your card. Gift cards earn no beans.',
    fr: 'Carte café +1 +1 Offert Après cette commande\u00a0: 5\u00a0sur\u00a05, et 1\u202f283 grains. Ce panier n’affiche pas tous les articles offerts. Vos tampons restent sur votre carte. Les cartes-cadeaux ne donnent pas droit à des grains.',
  },
  'gift card beside a discount on the cart': {
    en: 'Coffee card +1 +1 Free After this order: 5\u00a0of\u00a05. Another discount applies here, so your stamps stay on your card. Every €1 earns 1 bean. Gift cards earn no beans.',
    fr: 'Carte café +1 +1 Offert Après cette commande\u00a0: 5\u00a0sur\u00a05. Une autre remise s’applique ici\u00a0: vos tampons restent sur votre carte. €1 d’achat = 1 grain. Les cartes-cadeaux ne donnent pas droit à des grains.',
  },
  'gift card alone': {
    en: 'Gift cards earn no beans.',
    fr: 'Les cartes-cadeaux ne donnent pas droit à des grains.',
  },
  'points owed': {
    en: '2 more items, then one is free +1 +1 +1 Free After this order: 3\u00a0of\u00a05, and 31 beans. 12 beans will make up for a refund.',
    fr: 'Encore 2 articles, puis un article est offert +1 +1 +1 Offert Après cette commande\u00a0: 3\u00a0sur\u00a05, et 31 grains. 12 grains compenseront un remboursement.',
  },
  'another currency': {
    en: 'Coffee card +1 +1 Free After this order: 5\u00a0of\u00a05. More free items are due than this cart shows. Your stamps stay on your card. Every 1\u00a0EUR earns 1 bean.',
    fr: 'Carte café +1 +1 Offert Après cette commande\u00a0: 5\u00a0sur\u00a05. Ce panier n’affiche pas tous les articles offerts. Vos tampons restent sur votre carte. 1\u00a0EUR d’achat = 1 grain.',
  },
  'C30 dinars': {
    en: 'Coffee card +1 +1 Free After this order: 5\u00a0of\u00a05. More free items are due than this cart shows. Your stamps stay on your card. Every 1.255\u00a0KWD earns 1 bean.',
    fr: 'Carte café +1 +1 Offert Après cette commande\u00a0: 5\u00a0sur\u00a05. Ce panier n’affiche pas tous les articles offerts. Vos tampons restent sur votre carte. 1,255\u00a0KWD d’achat = 1 grain.',
  },
  empty: {
    en: 'Every €1 earns 1 bean.',
    fr: '€1 d’achat = 1 grain.',
  },
  'one of six is free': {
    en: 'One item is free −€14.50 +1 +1 +1 +1 +1 Free Paid with 5 stamps from this cart. After this order: 0\u00a0of\u00a05, and 72 beans.',
    fr: 'Un article est offert −€14.50 +1 +1 +1 +1 +1 Offert Contre 5 tampons de ce panier. Après cette commande\u00a0: 0\u00a0sur\u00a05, et 72 grains.',
  },
  'five stamps and one unit, which is free': {
    en: 'One item is free −€14.50 Free Paid with 5 stamps you had. After this order: 0\u00a0of\u00a05.',
    fr: 'Un article est offert −€14.50 Offert Contre 5 tampons de votre carte. Après cette commande\u00a0: 0\u00a0sur\u00a05.',
  },
  'units are free on two cards': {
    en: 'Coffee card 2 items are free −€29.00 +1 +1 +1 +1 +1 Free Paid with 10 stamps from this cart. After this order: 0\u00a0of\u00a05. Everything card One item is free −€9.90 +1 +1 +1 +1 +1 +1 +1 +1 +1 +1 +1 +1 Free Paid with 12 stamps from this cart. After this order: 0\u00a0of\u00a012. You’ll earn 263 beans.',
    fr: 'Carte café 2 articles sont offerts −€29.00 +1 +1 +1 +1 +1 Offert Contre 10 tampons de ce panier. Après cette commande\u00a0: 0\u00a0sur\u00a05. Carte toute la boutique Un article est offert −€9.90 +1 +1 +1 +1 +1 +1 +1 +1 +1 +1 +1 +1 Offert Contre 12 tampons de ce panier. Après cette commande\u00a0: 0\u00a0sur\u00a012. Cette commande vous rapporte 263 grains.',
  },
  'a coffee is free, of several sizes': {
    en: 'One coffee is free −€14.50 +1 +1 Free Paid with 3 stamps you had and 2 from this cart. After this order: 3\u00a0of\u00a05, and 1,312 beans.',
    fr: 'Un café est offert −€14.50 +1 +1 Offert Contre 3 tampons de votre carte et 2 de ce panier. Après cette commande\u00a0: 3\u00a0sur\u00a05, et 1\u202f312 grains.',
  },
  'buns are free': {
    en: '2 buns are free −€29.00 +1 +1 +1 +1 +1 Free Paid with 10 stamps from this cart. After this order: 1\u00a0of\u00a05, and 159 beans.',
    fr: '2 brioches sont offertes −€29.00 +1 +1 +1 +1 +1 Offert Contre 10 tampons de ce panier. Après cette commande\u00a0: 1\u00a0sur\u00a05, et 159 grains.',
  },
  'two more coffees': {
    en: '2 more coffees, then one is free +1 +1 +1 Free After this order: 3\u00a0of\u00a05, and 43 beans.',
    fr: 'Encore 2 cafés, puis un café est offert +1 +1 +1 Offert Après cette commande\u00a0: 3\u00a0sur\u00a05, et 43 grains.',
  },
  'one more, and it’s free': {
    en: 'One more, and it’s free + Add Morning House +1 +1 +1 +1 +1 Free After this order: 5\u00a0of\u00a05, and 72 beans.',
    fr: 'Encore un, et c’est offert + Ajouter Morning House +1 +1 +1 +1 +1 Offert Après cette commande\u00a0: 5\u00a0sur\u00a05, et 72 grains.',
  },
  'one more, and it’s free: the cheapest of three': {
    en: 'One more, and it’s free + Add Morning House, 250 g: the one in your cart that costs least. +1 +1 Free After this order: 5\u00a0of\u00a05, and 1,283 beans.',
    fr: 'Encore une, et c’est offert + Ajouter Morning House, 250 g\u00a0: celle des brioches du panier qui coûte le moins. +1 +1 Offert Après cette commande\u00a0: 5\u00a0sur\u00a05, et 1\u202f283 grains.',
  },
  'one more, and a second one is free': {
    en: 'One coffee is free −€14.50 One more, and it’s free + Add Morning House +1 +1 +1 +1 +1 Free Paid with 5 stamps from this cart. After this order: 5\u00a0of\u00a05, and 145 beans.',
    fr: 'Un café est offert −€14.50 Encore un, et c’est offert + Ajouter Morning House +1 +1 +1 +1 +1 Offert Contre 5 tampons de ce panier. Après cette commande\u00a0: 5\u00a0sur\u00a05, et 145 grains.',
  },
  'one more, of which there is no more': {
    en: 'One more, and one is free +1 +1 +1 +1 +1 Free After this order: 5\u00a0of\u00a05, and 72 beans.',
    fr: 'Encore un, et un café est offert +1 +1 +1 +1 +1 Offert Après cette commande\u00a0: 5\u00a0sur\u00a05, et 72 grains.',
  },
  'one more, beside another discount': {
    en: 'Coffee card +1 +1 +1 +1 +1 Free After this order: 5\u00a0of\u00a05, and 67 beans.',
    fr: 'Carte café +1 +1 +1 +1 +1 Offert Après cette commande\u00a0: 5\u00a0sur\u00a05, et 67 grains.',
  },
  'a full card, and nothing of it': {
    en: 'Your next coffee is free. You’ll earn 19 beans.',
    fr: 'Votre prochain café est offert. Cette commande vous rapporte 19 grains.',
  },
  'two full cards, and nothing of them': {
    en: 'Your next 2 buns are free. You’ll earn 19 beans.',
    fr: 'Vos 2 prochaines brioches sont offertes. Cette commande vous rapporte 19 grains.',
  },
  'more than a card is held': {
    en: '2 items are free −€29.00 Free Paid with 9 stamps you had and 1 from this cart. After this order: 0\u00a0of\u00a05, and 14 beans.',
    fr: '2 articles sont offerts −€29.00 Offert Contre 9 tampons de votre carte et 1 de ce panier. Après cette commande\u00a0: 0\u00a0sur\u00a05, et 14 grains.',
  },
  'C70 it repays what is owed': {
    en: 'Coffee card Free After this order: 0\u00a0of\u00a05, and 43 beans. Your next 3 stamps make up for stamps already used.',
    fr: 'Carte café Offert Après cette commande\u00a0: 0\u00a0sur\u00a05, et 43 grains. Vos 3 prochains tampons compenseront des tampons déjà utilisés.',
  },
  'C65 beside six ordered, not paid yet': {
    en: 'Coffee card +1 +1 Free After this order: 2\u00a0of\u00a05, and 29 beans.',
    fr: 'Carte café +1 +1 Offert Après cette commande\u00a0: 2\u00a0sur\u00a05, et 29 grains.',
  },
  'C70 stamps that were told too long ago': {
    en: 'Coffee card Free After this order: 5\u00a0of\u00a05, and 29 beans. Your stamps are kept. Just now the cart doesn’t count them.',
    fr: 'Carte café Offert Après cette commande\u00a0: 5\u00a0sur\u00a05, et 29 grains. Vos tampons sont conservés. Pour l’instant, le panier ne les compte pas.',
  },
  'C73 six on a subscription': {
    en: 'Coffee card +1 +1 +1 +1 +1 Free After this order: 5\u00a0of\u00a05, and 87 beans.',
    fr: 'Carte café +1 +1 +1 +1 +1 Offert Après cette commande\u00a0: 5\u00a0sur\u00a05, et 87 grains.',
  },
  'six too dear to be free': {
    en: 'Coffee card +1 +1 +1 +1 +1 Free After this order: 5\u00a0of\u00a05, and 120 beans. Free for items up to €20. Until 24\u00a0December 2999.',
    fr: 'Carte café +1 +1 +1 +1 +1 Offert Après cette commande\u00a0: 5\u00a0sur\u00a05, et 120 grains. Offert pour un article jusqu’à €20. Jusqu’au 24\u00a0décembre 2999.',
  },
  'C72 six units, logged out': {
    en: 'Members get one of these 6 items free −€14.50 +1 +1 +1 +1 +1 Free Sign in to get this in your cart.',
    fr: 'Avec la carte, un de ces 6 articles est offert −€14.50 +1 +1 +1 +1 +1 Offert Connectez-vous pour en profiter dans ce panier.',
  },
  'C72 twelve coffees, logged out': {
    en: 'Members get 2 of these 12 coffees free −€43.40 +1 +1 +1 +1 +1 Free Sign in to get this in your cart.',
    fr: 'Avec la carte, 2 de ces 12 cafés sont offerts −€43.40 +1 +1 +1 +1 +1 Offert Connectez-vous pour en profiter dans ce panier.',
  },
  'C72 six buns, logged out, with a price ceiling': {
    en: 'Members get one of these 6 buns free −€14.50 +1 +1 +1 +1 +1 Free Sign in to get this in your cart.',
    fr: 'Avec la carte, une de ces 6 brioches est offerte −€14.50 +1 +1 +1 +1 +1 Offert Connectez-vous pour en profiter dans ce panier.',
  },
  'C72 the same in another currency': {
    en: 'Buy 5 buns, and the sixth is free. +1 +1 +1 +1 +1 Free Free for items up to 20\u00a0EUR. You’ll earn 6 stamps. Every 1\u00a0EUR earns 1 bean. Sign in to collect them.',
    fr: 'Pour 5 brioches achetées, une brioche est offerte. +1 +1 +1 +1 +1 Offert Offert pour un article jusqu’à 20\u00a0EUR. Cette commande vous rapporte 6 tampons. 1\u00a0EUR d’achat = 1 grain. Connectez-vous pour en profiter.',
  },
  'C72 six units on sale, logged out': {
    en: 'Buy 5 items, and the sixth is free. +1 +1 +1 +1 +1 Free You’ll earn 69 beans and 6 stamps. Sign in to collect them.',
    fr: 'Pour 5 articles achetés, un article est offert. +1 +1 +1 +1 +1 Offert Cette commande vous rapporte 69 grains et 6 tampons. Connectez-vous pour en profiter.',
  },
  'C72 two cards, logged out': {
    en: 'Coffee card Members get one of these 6 items free −€14.50 +1 +1 +1 +1 +1 Free Everything card Buy 12 items, and the thirteenth is free. +1 +1 Free Sign in to get this in your cart.',
    fr: 'Carte café Avec la carte, un de ces 6 articles est offert −€14.50 +1 +1 +1 +1 +1 Offert Carte toute la boutique Pour 12 articles achetés, un article est offert. +1 +1 Offert Connectez-vous pour en profiter dans ce panier.',
  },
  'a sale is better': {
    en: 'Coffee card +1 +1 +1 +1 +1 Free After this order: 5\u00a0of\u00a05, and 69 beans. Another discount applies here, so your stamps stay on your card.',
    fr: 'Carte café +1 +1 +1 +1 +1 Offert Après cette commande\u00a0: 5\u00a0sur\u00a05, et 69 grains. Une autre remise s’applique ici\u00a0: vos tampons restent sur votre carte.',
  },
  'long names': {
    en: 'Ethiopia Guji Uraga Natural Anaerobic Slow-Dried Single Farm +1 +1 Free After this order: 5\u00a0of\u00a05. More free items are due than this cart shows. Your stamps stay on your card. Everything card 10 more items, then one is free +1 +1 Free After this order: 2\u00a0of\u00a012. You’ll earn 63 grandmother’s-kitchen-tokens.',
    fr: 'Carte Ethiopia Guji Uraga Natural Anaerobic Slow-Dried Singl +1 +1 Offert Après cette commande\u00a0: 5\u00a0sur\u00a05. Ce panier n’affiche pas tous les articles offerts. Vos tampons restent sur votre carte. Carte toute la boutique Encore 10 articles, puis un article est offert +1 +1 Offert Après cette commande\u00a0: 2\u00a0sur\u00a012. Cette commande vous rapporte 63 jetons-de-la-cuisine-de-mamie.',
  },
  'ten-digit numbers': {
    en: '1 more item, then one is free +1 Free After this order: 4\u00a0of\u00a05, and 9,999,901,240 beans.',
    fr: 'Encore 1 article, puis un article est offert +1 Offert Après cette commande\u00a0: 4\u00a0sur\u00a05, et 9\u202f999\u202f901\u202f240 grains.',
  },
  blocked: {
    en: '',
    fr: '',
  },
  compact: {
    en: 'Coffee card +1 +1 Free After this order: 5\u00a0of\u00a05, and 1,283 beans. More free items are due than this cart shows. Your stamps stay on your card.',
    fr: 'Carte café +1 +1 Offert Après cette commande\u00a0: 5\u00a0sur\u00a05, et 1\u202f283 grains. Ce panier n’affiche pas tous les articles offerts. Vos tampons restent sur votre carte.',
  },
};
