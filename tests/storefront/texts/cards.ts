// What a reader reads in each state of the stamp card, word for word: tags left out, spaces single.
import type { Texts } from './texts.ts';

export const CARD_TEXTS: Texts = {
  'logged out': {
    en: 'Coffee card Free Buy 5 items, and the sixth is free. Sign in to collect and use stamps.',
    fr: 'Carte café Offert Pour 5 articles achetés, un article est offert. Connectez-vous pour collecter et utiliser vos tampons.',
  },
  'new member': {
    en: 'Coffee card 0 of 5 stamps Free Buy 5 items, and the sixth is free.',
    fr: 'Carte café 0 tampon sur 5 Offert Pour 5 articles achetés, un article est offert.',
  },
  'three of five': {
    en: 'Coffee card 3 of 5 stamps Free 2 more items, and the sixth is free.',
    fr: 'Carte café 3 tampons sur 5 Offert Encore 2 articles, et un article est offert.',
  },
  'three of five, on its product’s page': {
    en: 'Coffee card 3 of 5 stamps Free 2 more items, and the sixth is free. This one brings you to 4 of 5.',
    fr: 'Carte café 3 tampons sur 5 Offert Encore 2 articles, et un article est offert. Avec cet article, vous en serez à 4\u00a0sur\u00a05.',
  },
  'nearly full, on its product’s page': {
    en: 'Coffee card 4 of 5 stamps Free 1 more item, and the sixth is free. This one fills your card.',
    fr: 'Carte café 4 tampons sur 5 Offert Encore un article, et un autre est offert. Cet article complète votre carte.',
  },
  full: {
    en: 'Coffee card Your next item is free, Anna. Free No code needed: the cart takes care of it.',
    fr: 'Carte café Votre prochain article est offert, Anna. Offert Sans code\u00a0: le panier s’en charge.',
  },
  'full, with the card’s noun and a signature': {
    en: 'Your next coffee is free, Anna. Free No code needed: the cart takes care of it. Mara and the roasters',
    fr: 'Votre prochain café est offert, Anna. Offert Sans code\u00a0: le panier s’en charge. Mara et les torréfacteurs',
  },
  'two free, with the card’s noun': {
    en: 'Your next 2 coffees are free, Anna. Free No code needed: the cart takes care of it. Mara and the roasters',
    fr: 'Vos 2 prochains cafés sont offerts, Anna. Offert Sans code\u00a0: le panier s’en charge. Mara et les torréfacteurs',
  },
  'three of five, with the card’s noun': {
    en: 'Coffee card 3 of 5 stamps Free 2 more coffees, and the sixth is free.',
    fr: 'Carte café 3 tampons sur 5 Offert Encore 2 cafés, et un café est offert.',
  },
  'full, with the card’s noun, on the page of a product that it doesn’t count': {
    en: 'Your next coffee is free, Anna. Free No code needed: the cart takes care of it. Mara and the roasters',
    fr: 'Votre prochain café est offert, Anna. Offert Sans code\u00a0: le panier s’en charge. Mara et les torréfacteurs',
  },
  'the last time saved money': {
    en: 'Coffee card 1 of 5 stamps Free 4 more items, and the sixth is free. Last time you saved €15.50.',
    fr: 'Carte café 1 tampon sur 5 Offert Encore 4 articles, et un article est offert. La dernière fois, vous avez économisé €15.50.',
  },
  'the program is paused': {
    en: '',
    fr: '',
  },
  'full, on its product’s page': {
    en: 'Coffee card Your next item is free, Anna. Free No code needed: the cart takes care of it.',
    fr: 'Carte café Votre prochain article est offert, Anna. Offert Sans code\u00a0: le panier s’en charge.',
  },
  'full, on the page of a product too dear to be free': {
    en: 'Coffee card Your next item is free, Anna. Free At this price it earns a stamp, but can’t be the free one. Free for items up to €20. Until 24\u00a0December 2999.',
    fr: 'Carte café Votre prochain article est offert, Anna. Offert À ce prix, cet article donne un tampon, mais ne peut pas être offert. Offert pour un article jusqu’à €20. Jusqu’au 24\u00a0décembre 2999.',
  },
  'price ceiling and last day': {
    en: 'Coffee card 3 of 5 stamps Free 2 more items, and the sixth is free. Free for items up to €20. Until 24\u00a0December 2999.',
    fr: 'Carte café 3 tampons sur 5 Offert Encore 2 articles, et un article est offert. Offert pour un article jusqu’à €20. Jusqu’au 24\u00a0décembre 2999.',
  },
  'price ceiling in another currency': {
    en: 'Coffee card 3 of 5 stamps Free 2 more items, and the sixth is free. Free for items up to 20\u00a0EUR. Until 24\u00a0December 2999.',
    fr: 'Carte café 3 tampons sur 5 Offert Encore 2 articles, et un article est offert. Offert pour un article jusqu’à 20\u00a0EUR. Jusqu’au 24\u00a0décembre 2999.',
  },
  'over since yesterday': {
    en: '',
    fr: '',
  },
  'product that a tag leaves out': {
    en: '',
    fr: '',
  },
  'C70 stamps owed': {
    en: 'Coffee card 0 of 5 stamps Free Your next 3 stamps make up for stamps already used.',
    fr: 'Carte café 0 tampon sur 5 Offert Vos 3 prochains tampons compenseront des tampons déjà utilisés.',
  },
  'C70 one stamp owed': {
    en: 'Coffee card 0 of 5 stamps Free Your next stamp makes up for one already used.',
    fr: 'Carte café 0 tampon sur 5 Offert Votre prochain tampon compensera un tampon déjà utilisé.',
  },
  'C65 six ordered, not paid yet': {
    en: 'Coffee card 0 of 5 stamps Free Buy 5 items, and the sixth is free. 5 stamps come when your order is paid, for its free one.',
    fr: 'Carte café 0 tampon sur 5 Offert Pour 5 articles achetés, un article est offert. 5 tampons arriveront au paiement de votre commande, pour l’article offert.',
  },
  'cart: one of three is free': {
    en: 'One item is free −€14.50 +1 +1 Free Paid with 3 stamps you had and 2 from this cart. After this order: 0\u00a0of\u00a05.',
    fr: 'Un article est offert −€14.50 +1 +1 Offert Contre 3 tampons de votre carte et 2 de ce panier. Après cette commande\u00a0: 0\u00a0sur\u00a05.',
  },
  'cart: two of thirteen are free, and the next card begins': {
    en: '2 items are free −€29.00 +1 +1 +1 +1 +1 Free Paid with 10 stamps from this cart. After this order: 1\u00a0of\u00a05.',
    fr: '2 articles sont offerts −€29.00 +1 +1 +1 +1 +1 Offert Contre 10 tampons de ce panier. Après cette commande\u00a0: 1\u00a0sur\u00a05.',
  },
  'cart: one more, and one is free': {
    en: 'One more, and it’s free + Add Morning House +1 +1 Free After this order: 5\u00a0of\u00a05.',
    fr: 'Encore un, et c’est offert + Ajouter Morning House +1 +1 Offert Après cette commande\u00a0: 5\u00a0sur\u00a05.',
  },
  'cart: one more, and two are free': {
    en: 'One item is free −€14.50 One more, and it’s free + Add Morning House +1 +1 Free Paid with 3 stamps you had and 2 from this cart. After this order: 5\u00a0of\u00a05.',
    fr: 'Un article est offert −€14.50 Encore un, et c’est offert + Ajouter Morning House +1 +1 Offert Contre 3 tampons de votre carte et 2 de ce panier. Après cette commande\u00a0: 5\u00a0sur\u00a05.',
  },
  'cart: two more': {
    en: '2 more items, then one is free +1 Free After this order: 3\u00a0of\u00a05.',
    fr: 'Encore 2 articles, puis un article est offert +1 Offert Après cette commande\u00a0: 3\u00a0sur\u00a05.',
  },
  'cart: a sale is better': {
    en: 'Coffee card +1 +1 +1 +1 +1 Free After this order: 5\u00a0of\u00a05. Another discount applies here, so your stamps stay on your card.',
    fr: 'Carte café +1 +1 +1 +1 +1 Offert Après cette commande\u00a0: 5\u00a0sur\u00a05. Une autre remise s’applique ici\u00a0: vos tampons restent sur votre carte.',
  },
  'cart: C70 it repays what is owed': {
    en: 'Coffee card Free After this order: 0\u00a0of\u00a05. Your next 3 stamps make up for stamps already used.',
    fr: 'Carte café Offert Après cette commande\u00a0: 0\u00a0sur\u00a05. Vos 3 prochains tampons compenseront des tampons déjà utilisés.',
  },
  'cart: C72 logged out': {
    en: 'Members get one of these 6 items free −€14.50 +1 +1 +1 +1 +1 Free Sign in to collect and use stamps.',
    fr: 'Avec la carte, un de ces 6 articles est offert −€14.50 +1 +1 +1 +1 +1 Offert Connectez-vous pour collecter et utiliser vos tampons.',
  },
  'cart: nothing of this card': {
    en: 'Coffee card 3 of 5 stamps Free 2 more items, and the sixth is free.',
    fr: 'Carte café 3 tampons sur 5 Offert Encore 2 articles, et un article est offert.',
  },
  'stamps come with payment': {
    en: 'Coffee card 1 of 5 stamps Free 1 more item, and the sixth is free. 3 more stamps come when your order is paid.',
    fr: 'Carte café 1 tampon sur 5 Offert Encore un article, et un autre est offert. 3 tampons de plus au paiement de votre commande.',
  },
  'stamps that fill the card come with payment': {
    en: 'Coffee card 1 of 5 stamps Free Once your order is paid, your card is full.',
    fr: 'Carte café 1 tampon sur 5 Offert Dès que votre commande est payée, votre carte est complète.',
  },
  'product not on the card': {
    en: '',
    fr: '',
  },
  'product of another card': {
    en: '',
    fr: '',
  },
  'gift card': {
    en: '',
    fr: '',
  },
  'sold out': {
    en: 'Coffee card 3 of 5 stamps Free 2 more items, and the sixth is free.',
    fr: 'Carte café 3 tampons sur 5 Offert Encore 2 articles, et un article est offert.',
  },
  'all cards': {
    en: 'Coffee card 3 of 5 stamps Free 2 more items, and the sixth is free. Everything card 0 of 12 stamps Free Buy 12 items, and the thirteenth is free.',
    fr: 'Carte café 3 tampons sur 5 Offert Encore 2 articles, et un article est offert. Carte toute la boutique 0 tampon sur 12 Offert Pour 12 articles achetés, un article est offert.',
  },
  'long names, twelve stamps': {
    en: 'Ethiopia Guji Uraga Natural Anaerobic Slow-Dried Single Farm 11 of 12 stamps Free 1 more item, and the thirteenth is free.',
    fr: 'Carte Ethiopia Guji Uraga Natural Anaerobic Slow-Dried Singl 11 tampons sur 12 Offert Encore un article, et un autre est offert.',
  },
  blocked: {
    en: 'Coffee card 3 of 5 stamps Free Your account isn’t part of the program at the moment.',
    fr: 'Carte café 3 tampons sur 5 Offert Votre compte ne participe pas au programme pour le moment.',
  },
  'with an accent': {
    en: 'Coffee card 3 of 5 stamps Free 2 more items, and the sixth is free.',
    fr: 'Carte café 3 tampons sur 5 Offert Encore 2 articles, et un article est offert.',
  },
  'compact, in the middle': {
    en: 'Coffee card 3 of 5 stamps Free 2 more items, and the sixth is free.',
    fr: 'Carte café 3 tampons sur 5 Offert Encore 2 articles, et un article est offert.',
  },
};
