// What a reader reads of stamp cards whose full ones are given as codes, word for word.
import type { Texts } from './texts.ts';

export const CODE_CARD_TEXTS: Texts = {
  'as a code: three of five': {
    en: 'Coffee card 3 of 5 stamps Free 2 more coffees, and the sixth is free. A full card takes up to €15 off.',
    fr: 'Carte café 3 tampons sur 5 Offert Encore 2 cafés, et un café est offert. Carte complète : jusqu’à €15 de remise.',
  },
  'as a code: logged out': {
    en: 'Coffee card Free Buy 5 coffees, and the sixth is free. A full card takes up to €15 off. Sign in to collect and use stamps.',
    fr: 'Carte café Offert Pour 5 cafés achetés, un café est offert. Carte complète : jusqu’à €15 de remise. Connectez-vous pour collecter et utiliser vos tampons.',
  },
  'as a code: full, and being prepared': {
    en: 'Coffee card 5 of 5 stamps Free Your stamps are kept. Just now the cart doesn’t count them. A full card takes up to €15 off.',
    fr: 'Carte café 5 tampons sur 5 Offert Vos tampons sont conservés. Pour l’instant, le panier ne les compte pas. Carte complète : jusqu’à €15 de remise.',
  },
  'C110 full, while the card is being changed over': {
    en: 'Coffee card 5 of 5 stamps Free Your stamps are kept. Just now the cart doesn’t count them. A full card takes up to €15 off.',
    fr: 'Carte café 5 tampons sur 5 Offert Vos tampons sont conservés. Pour l’instant, le panier ne les compte pas. Carte complète : jusqu’à €15 de remise.',
  },
  'C110 full, where neither the cart nor a code can give it': {
    en: 'Coffee card 5 of 5 stamps Free Your stamps are kept. Just now the cart doesn’t count them.',
    fr: 'Carte café 5 tampons sur 5 Offert Vos tampons sont conservés. Pour l’instant, le panier ne les compte pas.',
  },
  'as a code: ready, beside the next card': {
    en: 'Coffee card 1 of 5 stamps Free 4 more coffees, and the sixth is free. A full card takes up to €15 off. Up to €15.00 off coffee Use it Ready to use.',
    fr: 'Carte café 1 tampon sur 5 Offert Encore 4 cafés, et un café est offert. Carte complète : jusqu’à €15 de remise. Jusqu’à 15,00\u00a0€ de remise sur un café En profiter Prête à utiliser.',
  },
  'as a code: two coffees in the cart': {
    en: '2 more coffees, then one is free +1 +1 Free After this order: 3\u00a0of\u00a05. A full card takes up to €15 off.',
    fr: 'Encore 2 cafés, puis un café est offert +1 +1 Offert Après cette commande\u00a0: 3\u00a0sur\u00a05. Carte complète : jusqu’à €15 de remise.',
  },
  'as a code: the cart fills the card': {
    en: 'Coffee card +1 +1 Free After this order: 5\u00a0of\u00a05. A full card takes up to €15 off.',
    fr: 'Carte café +1 +1 Offert Après cette commande\u00a0: 5\u00a0sur\u00a05. Carte complète : jusqu’à €15 de remise.',
  },
  'as a code: logged out, six in the cart': {
    en: 'Buy 5 coffees, and the sixth is free. +1 +1 +1 +1 +1 Free A full card takes up to €15 off. Sign in to collect and use stamps.',
    fr: 'Pour 5 cafés achetés, un café est offert. +1 +1 +1 +1 +1 Offert Carte complète : jusqu’à €15 de remise. Connectez-vous pour collecter et utiliser vos tampons.',
  },
  'as a code: ready for this cart': {
    en: '4 more coffees, then one is free +1 Free After this order: 1\u00a0of\u00a05. A full card takes up to €15 off. Up to €15.00 off coffee Use it Ready to use.',
    fr: 'Encore 4 cafés, puis un café est offert +1 Offert Après cette commande\u00a0: 1\u00a0sur\u00a05. Carte complète : jusqu’à €15 de remise. Jusqu’à 15,00\u00a0€ de remise sur un café En profiter Prête à utiliser.',
  },
  'as a code: ready for a dearer one': {
    en: '4 more coffees, then one is free +1 Free After this order: 1\u00a0of\u00a05. A full card takes up to €15 off. Up to €15.00 off coffee Use it Ready to use.',
    fr: 'Encore 4 cafés, puis un café est offert +1 Offert Après cette commande\u00a0: 1\u00a0sur\u00a05. Carte complète : jusqu’à €15 de remise. Jusqu’à 15,00\u00a0€ de remise sur un café En profiter Prête à utiliser.',
  },
  'as a code: ready, and nothing for it in the cart': {
    en: 'Coffee card 0 of 5 stamps Free Buy 5 coffees, and the sixth is free. A full card takes up to €15 off. Up to €15.00 off coffee None of its products is in your cart. Add one first. Ready to use.',
    fr: 'Carte café 0 tampon sur 5 Offert Pour 5 cafés achetés, un café est offert. Carte complète : jusqu’à €15 de remise. Jusqu’à 15,00\u00a0€ de remise sur un café Aucun de ses articles n’est dans le panier. Ajoutez-en un. Prête à utiliser.',
  },
  'as a code: on the cart': {
    en: '4 more coffees, then one is free +1 Free After this order: 1\u00a0of\u00a05. A full card takes up to €15 off. €14.50 off this cart Take off Ready to use.',
    fr: 'Encore 4 cafés, puis un café est offert +1 Offert Après cette commande\u00a0: 1\u00a0sur\u00a05. Carte complète : jusqu’à €15 de remise. €14.50 de remise sur ce panier Retirer Prête à utiliser.',
  },
};
